import { counted, list } from './wording.ts';

/** What stands on the controls that lead from an answer's first view to the rest of it. */
export const view = {
  showAll: (count: number) => `Show all ${count}`,
  why: 'Why †?',
  whyTitle: 'What is marked †',
  whyThis: 'These words are not in the source; each line says why they stand in the briefing.',
  back: 'Back to the answer',
  more: 'More',
  sourcesOf: (count: number) => `Sources: ${counted(count, { one: 'paragraph', other: 'paragraphs' })}`,
  sources: (paragraphs: string) => `Sources: ${paragraphs}`,
  /** '2 quotations, 3 reported statements' */
  read: (counts: readonly string[]) => `Read ${list(counts)}`,
  whoIsQuoted: 'Quoted: ',
  allCommands: 'All commands',
  helpOpening: 'Ask in your own words, or type one of these:',
};
