/** Words that lean on a question, and the question: 'why? (after: What did Abe say about trust?)'. */

const AFTER = /^([\s\S]*?)\s*\(after:\s([\s\S]*)\)$/u;

export type Apart = { readonly words: string; readonly before: string };

/** Undefined where the words stand by themselves. */
export function apart(typed: string): Apart | undefined {
  const [, words, before] = AFTER.exec(typed) ?? [];
  return words === undefined || before === undefined ? undefined : { words, before };
}

export function together({ words, before }: Apart): string {
  return `${words} (after: ${before})`;
}
