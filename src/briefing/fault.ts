/** What is wrong with a briefing's files, said so that a person can mend it. */
export type Fault = {
  /** Path as it was asked for: `briefings/kuril/people.yaml`. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly found: string;
  /** What was expected, or how to mend it. */
  readonly expected: string;
};

/** One fault as one line: `file:line: what was found; what was expected`. */
export function wordFault({ file, line, found, expected }: Fault): string {
  return `${file}:${line}: ${oneLine(found)}; ${oneLine(expected)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
