import { expect, onTestFinished, test } from 'vitest';
import { itemsOfRevision, makeEdition } from '../../src/digest/edition/edition.ts';
import type { RevisionItems } from '../../src/ports/store.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { story } from './kit.ts';

/** More than the story has of spotlights. */
const MOST_DAYS = 200;

test('over a story with three releases each edition leads with what is new, and the channel hears once that all has been shown', () => {
  const { release, remove } = story();
  onTestFinished(remove);
  let spotlights: string[] = [];
  let had: { revision?: number; items?: RevisionItems } = {};
  for (const day of [0, 1, 2]) {
    const briefing = release(day);
    const told: string[] = [];
    for (let slot = 0; slot < MOST_DAYS; slot += 1) {
      const made = makeEdition(
        {
          briefing,
          date: '2024-03-20',
          had: { spotlights, ...(had.revision !== undefined && { revision: had.revision }) },
          previousItems: had.items,
          whenAllShown: 'go-quiet',
        },
        en,
      );
      if (made.kind === 'quiet') break;
      told.push(plain(made.reply, en));
      spotlights = [...spotlights, ...made.spotlights];
      had = { revision: made.revision, items: itemsOfRevision(briefing) };
    }
    const [first = '', ...later] = told;
    const [, , lead = ''] = first.split('\n\n');
    if (day === 0) expect(lead).toContain(briefing.summary.text);
    else expect(lead).toBe('Changed since your last edition');
    for (const one of later) expect(one).not.toContain('Changed since');
    // A day's news brings what it is about before anything comes again, and then the channel is left alone.
    expect(told.length).toBeLessThan(MOST_DAYS);
    const quiet = told.filter((one) => one.includes('No further edition comes until the briefing changes'));
    expect([quiet.length, told.indexOf(quiet[0] ?? '')]).toEqual([1, told.length - 1]);
    if (day === 1) expect(first).toContain('closed it in 2011');
  }
});
