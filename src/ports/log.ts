/** The log as our code sees it; pino behind it. Fields are data, never part of the sentence, so that nobody writes a line of their own. */
export interface Log {
  debug(fields: Fields, sentence: string): void;
  info(fields: Fields, sentence: string): void;
  warn(fields: Fields, sentence: string): void;
  error(fields: Fields, sentence: string): void;
}

export type Fields = Readonly<Record<string, unknown>>;

/**
 * Does something under one short reference, which each line of the log that it leads to bears, and each sentence to a
 * person about what went wrong in it. `ref` is that reference; without it, or within something else, it is found.
 */
export type Follow = <Result>(act: () => Result, ref?: string) => Result;

/** Where nobody keeps references. */
export const followNothing: Follow = (act) => act();
