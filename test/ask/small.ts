/** A small briefing made for one test: people, and what they said. */
import type { Briefing } from '../../src/briefing/briefing.ts';
import type { Content } from '../../src/briefing/content.ts';
import { indexed } from '../../src/briefing/indexed.ts';

export type Said = { readonly by: string; readonly text: string; readonly about: string };

/** People are named by their slugs; statement `n` is `said-n` and rests on paragraph `n + 1`. */
export function small(
  people: readonly { readonly id: string; readonly name: string; readonly role: string }[],
  said: readonly Said[],
): Briefing {
  const bare = { topics: [], inferred: [], words: [], supersedes: [] };
  const refs = (paragraph: number) => [{ source: 'report', paragraph }];
  const content = {
    head: {
      id: 'small',
      title: 'A small briefing',
      command: 'small',
      about: 'A small briefing',
      summary: { text: 'A council spoke about its budget.', refs: refs(1), inferred: [] },
      dates: { from: '2021-05-03', to: '2021-05-03' },
      examples: [],
    },
    sources: [],
    revisions: [],
    sides: [],
    people: people.map((one) => ({
      ...bare,
      ...one,
      kind: 'person',
      unnamed: false,
      names: { also: [] },
      refs: refs(1),
    })),
    organisations: [],
    places: [],
    statements: said.map(({ by, text, about }, at) => ({
      ...bare,
      id: `said-${at}`,
      speakers: [by],
      mode: 'reported',
      text,
      about,
      refs: refs(at + 1),
    })),
    events: [],
    deals: [],
    figures: [],
    issues: [],
    positions: [],
    background: [],
    keyPoints: [],
    topics: [],
    notes: [],
    skipped: [],
  } as unknown as Content;
  return indexed(content, []);
}
