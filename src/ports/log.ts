/** The log as our code sees it; pino behind it. Fields are data, never part of the sentence, so that nobody writes a line of their own. */
export interface Log {
  debug(fields: Fields, sentence: string): void;
  info(fields: Fields, sentence: string): void;
  warn(fields: Fields, sentence: string): void;
  error(fields: Fields, sentence: string): void;
}

export type Fields = Readonly<Record<string, unknown>>;
