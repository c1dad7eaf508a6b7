import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Briefing } from '../../src/briefing/briefing.ts';
import type { Ref } from '../../src/briefing/refs.ts';
import { type EditionOf, itemsOfRevision, makeEdition } from '../../src/digest/edition/edition.ts';
import { spotlightsOf } from '../../src/digest/edition/spotlight.ts';
import { readingBot } from '../../src/main/reading-bot.ts';
import { terminalAsk } from '../../src/platforms/terminal/say.ts';
import { citesOf } from '../../src/reply/cites.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { kuril } from '../kit/kuril.ts';
import { briefingOf, type Lists, listsOf, revisionsTo } from './briefing.ts';
import { days, edition } from './days.ts';

const briefing = kuril();

/** Some lists, of which none, one or many items each. */
const someLists: fc.Arbitrary<Lists> = fc
  .record({
    people: fc.nat({ max: 4 }),
    quotations: fc.nat({ max: 6 }),
    deals: fc.nat({ max: 3 }),
    figures: fc.nat({ max: 5 }),
    issues: fc.nat({ max: 3 }),
    background: fc.nat({ max: 8 }),
    keyPoints: fc.nat({ max: 3 }),
  })
  .map(listsOf);

describe('the spotlights', () => {
  it('repeat none before all have been shown, over any number of days', () => {
    fc.assert(
      fc.property(someLists, fc.nat({ max: 90 }), (lists, count) => {
        const briefing = briefingOf(lists);
        const total = spotlightsOf(briefing).length;
        const shown = days(briefing, count).map((made) => edition(made).spotlights[0]);
        if (total === 0) return;
        for (let i = 0; i < shown.length; i += total) {
          const round = shown.slice(i, i + total);
          expect(new Set(round).size).toBe(round.length);
        }
      }),
    );
  });

  it('show what a revision brings before anything comes again, and never what it took away', () => {
    fc.assert(
      fc.property(someLists, someLists, fc.nat({ max: 40 }), (before, after, count) => {
        const first = days(briefingOf(before), count).flatMap((made) => edition(made).spotlights);
        const now = briefingOf(after);
        const fresh = spotlightsOf(now).filter(({ id }) => !first.includes(id));
        const next = days(now, fresh.length, 'start-over', first).map((made) => edition(made).spotlights[0]);
        expect(next).toEqual(fresh.map(({ id }) => id));
      }),
    );
  });

  it('begin with one of each kind, and then never show two of a kind in a row', () => {
    const kinds = spotlightsOf(briefing).map(({ of }) => of.kind);
    expect(new Set(kinds.slice(0, 6)).size).toBe(6);
    expect(kinds.some((kind, i) => kind === kinds[i + 1])).toBe(false);
  });

  it('show every quotation of the source once in a round, and everybody who is quoted', () => {
    const round = days(briefing, spotlightsOf(briefing).length).map((made) => edition(made).reply);
    const words = round.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'quotation' ? block.words : [])),
    );
    const direct = briefing.statements.filter(({ mode }) => mode === 'direct').map(({ text }) => text);
    expect(words.toSorted()).toEqual(direct.toSorted());
  });
});

describe('when all has been shown', () => {
  it('the edition says so and starts over, or the digest goes quiet, as the channel chose', () => {
    const total = spotlightsOf(briefing).length;
    const over = days(briefing, total + 1);
    expect(over.map((made) => edition(made).allShown).indexOf(true)).toBe(total - 1);
    expect(edition(over[total - 1]!).spotlights).not.toEqual(edition(over[0]!).spotlights);
    expect(edition(over[total]!).spotlights).toEqual(edition(over[0]!).spotlights);
    expect(plain(edition(over[total - 1]!).reply, en)).toContain(`all ${total} have been shown`);

    const quiet = days(briefing, total + 2, 'go-quiet');
    expect(quiet.map(({ kind }) => kind)).toEqual([...Array(total).fill('edition'), 'quiet', 'quiet']);
    expect(plain(edition(quiet[total - 1]!).reply, en)).toContain('until the briefing changes');
  });

  it('a quiet channel hears of a new revision, and of what it brings', () => {
    const before = briefingOf(listsOf({ deals: 2 }));
    const had = { spotlights: ['deal:deal-0', 'deal:deal-1'], revision: 1 };
    const revisions = revisionsTo(2);
    const changed = briefingOf({ ...listsOf({ deals: 3 }), revisions });
    const common = { date: '2026-02-02', had, previousItems: itemsOfRevision(before) };
    const made = edition(makeEdition({ ...common, briefing: changed, whenAllShown: 'go-quiet' }, en));
    expect(made).toMatchObject({ spotlights: ['deal:deal-2'], revision: 2, allShown: true });

    const reworded = briefingOf({ ...listsOf({ deals: 2 }), revisions });
    const only = edition(makeEdition({ ...common, briefing: reworded, whenAllShown: 'go-quiet' }, en));
    expect(only.spotlights).toEqual([]);
  });
});

describe('a new revision', () => {
  it('is listed item by item: added, changed, removed', () => {
    const lists = listsOf({ deals: 3, figures: 1 });
    const before = briefingOf(lists);
    const [first, second] = lists.deals;
    const after = briefingOf({
      ...lists,
      deals: [first!, { ...second!, text: 'They agreed on another deal 1.' }],
      background: listsOf({ background: 1 }).background,
      revisions: revisionsTo(2),
    });
    const { reply } = edition(
      makeEdition(
        {
          briefing: after,
          date: '2026-02-02',
          had: { spotlights: [], revision: 1 },
          previousItems: itemsOfRevision(before),
          whenAllShown: 'start-over',
        },
        en,
      ),
    );
    const shown = plain(reply, en);
    expect(shown).toContain('revision 2 of 1 February 2026. 3 items changed');
    expect(shown).toMatch(/Added: .*It is known that 0\./u);
    expect(shown).toMatch(/Changed: .*another deal 1\./u);
    expect(shown).toContain('Removed: a deal that the briefing no longer holds.');
  });

  it('is no change where only our wording or the numbers of paragraphs differ', () => {
    const kept = itemsOfRevision(briefing);
    const elsewhere = <Item extends { readonly refs: readonly Ref[] }>(item: Item): Item => ({
      ...item,
      refs: item.refs.map((ref) => ({ ...ref, paragraph: ref.paragraph + 1 })),
    });
    const renumbered = {
      ...briefing,
      claims: briefing.claims.map((claim) => ({ ...claim, item: elsewhere(claim.item) })),
    };
    expect(itemsOfRevision(renumbered as Briefing)).toEqual(kept);
    expect(JSON.stringify(kept)).not.toMatch(/in the article|¶|Reported/u);
  });

  it('names exactly the items that differ, whatever they are', () => {
    fc.assert(
      fc.property(someLists, someLists, (before, after) => {
        const [old, now] = [briefingOf(before), briefingOf({ ...after, revisions: revisionsTo(2) })];
        const [was, is] = [itemsOfRevision(old), itemsOfRevision(now)];
        const differing = Object.keys({ ...was, ...is }).filter((id) => was[id] !== is[id]).length;
        const { reply } = edition(
          makeEdition(
            {
              briefing: now,
              date: '2026-02-02',
              had: { spotlights: [], revision: 1 },
              previousItems: was,
              whenAllShown: 'start-over',
            },
            en,
          ),
        );
        const at = reply.blocks.findIndex(
          (block) => block.kind === 'heading' && block.text.startsWith('Changed'),
        );
        const list = reply.blocks[at + 2];
        expect(at).toBeGreaterThan(0);
        expect(list?.kind === 'list' ? list.items.length : 0).toBe(differing);
      }),
    );
  });

  it('says that the changes cannot be listed where nobody kept what it said before', () => {
    const made = makeEdition(
      {
        briefing: briefing,
        date: '2026-02-02',
        had: { spotlights: [], revision: briefing.revision.number + 1 },
        whenAllShown: 'start-over',
      },
      en,
    );
    expect(plain(edition(made).reply, en)).toContain('cannot be listed');
  });

  it('that a channel has read already is not told again', () => {
    const [, second] = days(briefing, 2);
    expect(plain(edition(second!).reply, en)).not.toContain('Changed');
  });
});

describe('an edition', () => {
  it('tells the key points in full the first time, and never again', () => {
    const [first, ...later] = days(briefing, 60).map((made) =>
      plain(edition(made).reply, en).replaceAll('†', ''),
    );
    for (const { text } of [briefing.summary, ...briefing.keyPoints]) {
      expect(first).toContain(text);
      for (const shown of later) expect(shown).not.toContain(text);
    }
  });

  it('repeats no more than its title of the one before, over sixty days without news', () => {
    const told = days(briefing, 60).map((made) =>
      plain(
        {
          ...edition(made).reply,
          blocks: edition(made).reply.blocks.filter(({ kind }) => kind !== 'buttons'),
        },
        en,
      )
        .split('\n')
        .filter((line) => line !== ''),
    );
    for (const [at, lines] of told.entries()) {
      const before = new Set(told[at - 1] ?? []);
      // The title, and the day: every one of these has the same.
      expect(lines.slice(2).filter((line) => before.has(line))).toEqual([]);
    }
  });

  it('says of which day it is, and when that was what it is about', () => {
    const shown = plain(edition(days(briefing, 1)[0]!).reply, en);
    expect(shown).toContain('Saturday 17 December 2016 · about what happened 15 to 16 December 2016');
  });

  it('gives each line with its paragraphs', () => {
    for (const made of days(briefing, spotlightsOf(briefing).length)) {
      const { reply } = edition(made);
      for (const block of reply.blocks) {
        if (block.kind === 'list') for (const item of block.items) expect(cites(item)).toBe(true);
        if (block.kind === 'quotation') expect(block.cite.length).toBeGreaterThan(0);
      }
      expect(citesOf(reply).every((paragraph) => Number(paragraph) <= briefing.refs.length)).toBe(true);
    }
  });

  it('shows direct speech only as a quotation, and reported speech only said to be reported', () => {
    for (const made of days(briefing, spotlightsOf(briefing).length)) {
      const { reply } = edition(made);
      for (const statement of briefing.statements) {
        const lines = reply.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
        const line = lines.find((item) => item.includes(statement.text));
        if (statement.mode === 'direct') expect(line).toBeUndefined();
        else if (line !== undefined) expect(JSON.stringify(line)).toMatch(/[Rr]eported/u);
      }
    }
  });

  it('leads on to more of it, a question, the positions and the pause', () => {
    const [first] = days(briefing, 1);
    const buttons = edition(first!).reply.blocks.flatMap((block) =>
      block.kind === 'buttons' ? block.buttons.map(({ says }) => says) : [],
    );
    expect(buttons).toEqual(expect.arrayContaining(['positions', 'pause']));
    expect(buttons.some((says) => says.startsWith('ask '))).toBe(true);
  });

  it('is the same for the same ask', () => {
    const ask: EditionOf = {
      briefing: briefing,
      date: '2016-12-20',
      had: { spotlights: ['person:abe'], revision: 1 },
      whenAllShown: 'start-over',
    };
    expect(makeEdition(ask, en)).toEqual(makeEdition(ask, en));
  });
});

describe('every control of an edition', () => {
  it('leads to an answer', async () => {
    const bot = readingBot([briefing]);
    const controls = new Set(
      days(briefing, spotlightsOf(briefing).length).flatMap((made) =>
        edition(made).reply.blocks.flatMap((block) =>
          block.kind === 'buttons' ? block.buttons.map(({ says }) => says) : [],
        ),
      ),
    );
    for (const words of controls) {
      if (words === 'pause') continue;
      const reply = await bot.respond(terminalAsk('kuril', words, 0));
      expect(reply.outcome, words).toBe('answered');
    }
  });
});

function cites(item: readonly unknown[]): boolean {
  return item.some((span) => typeof span === 'object' && span !== null && 'cite' in span);
}
