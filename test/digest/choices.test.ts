import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChoices } from '../../src/digest/desk/choices.ts';
import { itemsOfRevision, makeEdition } from '../../src/digest/edition/edition.ts';
import { spotlightsOf } from '../../src/digest/edition/spotlight.ts';
import type { Gets } from '../../src/ports/choices.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { kuril } from '../kit/kuril.ts';
import { type Harness, harness, saysOf } from './desk-harness.ts';

const briefing = kuril();
const topic = (name: string) => briefing.topics.find((one) => one.name === name)?.id ?? '';

function read(typed: string) {
  const found = readChoices(typed, briefing);
  return found.kind === 'read' ? { rest: found.rest, ...found.choices } : `unknown: ${found.typed}`;
}

describe('what a channel gets and how it comes, as it is typed', () => {
  it.each<[string, ReturnType<typeof read>]>([
    ['9:00 Tokyo', { rest: '9:00 Tokyo' }],
    [
      '9:00 Tokyo only quotes and positions',
      { rest: '9:00 Tokyo', gets: { kinds: ['quotes', 'positions'], topics: [] } },
    ],
    ['only figures 9:00 Tokyo', { rest: '9:00 Tokyo', gets: { kinds: ['figures'], topics: [] } }],
    [
      '9:00 Tokyo only topic security',
      { rest: '9:00 Tokyo', gets: { kinds: [], topics: [topic('Security dialogue')] } },
    ],
    [
      'only quotations about China, 9:00',
      { rest: '9:00', gets: { kinds: ['quotes'], topics: [topic('China')] } },
    ],
    ['everything', { rest: '', gets: 'everything' }],
    ['9:00 only nonsense', 'unknown: nonsense'],
    ['only topic teapots', 'unknown: teapots'],
    ['9:00 Tokyo with a picture', { rest: '9:00 Tokyo', goes: { picture: true } }],
    ['in a thread of its own', { rest: '', goes: { thread: 'thread' } }],
    ['as a forum post', { rest: '', goes: { thread: 'post' } }],
    ['9:00 published, in the channel', { rest: '9:00  ,', goes: { thread: 'none', published: true } }],
    ['unpublished', { rest: '', goes: { published: false } }],
    ['mention <@&123456789>', { rest: '', goes: { mention: '123456789' } }],
    ['mention <!subteam^S0123|@desk>', { rest: '', goes: { mention: 'S0123' } }],
    ['mention nobody', { rest: '', goes: { mention: 'none' } }],
    ['mention @everyone', { rest: 'mention @everyone' }],
    ['<!channel>', { rest: '<!channel>' }],
  ])('“%s”', (typed, expected) => {
    expect(read(typed)).toEqual(expected);
  });

  it('says in its own words what it took, so that a way on keeps it', () => {
    for (const typed of ['only quotes and topic China', 'with a picture published', 'everything']) {
      const first = readChoices(typed, briefing);
      if (first.kind !== 'read') throw new Error(typed);
      expect(read(first.words)).toEqual(read(typed));
    }
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ maxLength: 80 }), (typed) => void read(`only ${typed}`)));
  });
});

describe('an edition for a channel that chose', () => {
  const revision = briefing.revision.number;
  const edition = (
    gets: Gets,
    had: readonly string[],
    more: Partial<Parameters<typeof makeEdition>[0]> = {},
  ) =>
    makeEdition(
      {
        briefing,
        date: '2026-12-07',
        had: { spotlights: had, revision },
        whenAllShown: 'start-over',
        gets,
        ...more,
      },
      en,
    );

  it('puts first only what was chosen, over a whole round, and leads to the rest by one button', () => {
    const gets: Gets = { kinds: ['quotes', 'figures'], topics: [] };
    const round = spotlightsOf(briefing, gets);
    expect(round.length).toBeGreaterThan(2);
    const had: string[] = [];
    for (const { id } of round) {
      const made = edition(gets, had);
      if (made.kind !== 'edition') throw new Error(made.why.code);
      expect(made.spotlights).toEqual([id]);
      expect(id).toMatch(/^(?:person|quotation|figure):/u);
      expect(saysOf(made.reply)).toContain('overview');
      had.push(id);
    }
    expect(edition(gets, had)).toMatchObject({ spotlights: [round[0]?.id] });
    expect(edition(gets, had, { whenAllShown: 'go-quiet' })).toMatchObject({ kind: 'quiet' });
  });

  it('about a topic shows nothing that is not on it', () => {
    const gets: Gets = { kinds: [], topics: [topic('China')] };
    for (const { of } of spotlightsOf(briefing, gets)) {
      const items =
        of.kind === 'positions' ? of.positions : [of.kind === 'person' ? of.quote : Object.values(of)[1]];
      expect(items.some((item) => item.topics.includes(topic('China')))).toBe(true);
    }
  });

  it('tells of the changes that it chose, and offers the others', () => {
    const before = { ...itemsOfRevision(briefing) };
    const [figure] = briefing.figures;
    const [statement] = briefing.statements.filter(({ mode }) => mode === 'direct');
    before[`figure:${figure?.id}`] = 'other';
    before[`statement:${statement?.id}`] = 'other';
    const had = { spotlights: ['figure:x'], revision: revision + 1 };
    const made = edition({ kinds: ['quotes'], topics: [] }, [], { had, previousItems: before });
    if (made.kind !== 'edition') throw new Error(made.why.code);
    const text = plain(made.reply, en);
    expect(text).toContain('One item changed');
    expect(text).toContain(statement?.text);
    expect(saysOf(made.reply)).toContain('new');
    const none = edition({ kinds: ['deals'], topics: [] }, [], { had, previousItems: before });
    if (none.kind !== 'edition') throw new Error(none.why.code);
    expect(plain(none.reply, en)).not.toContain('Changed since');
    expect(JSON.stringify(none.reply.blocks)).toContain('2 other changes');
  });

  it('begins with the summary, and without the key points that nobody asked for', () => {
    const made = edition({ kinds: ['figures'], topics: [] }, [], { had: { spotlights: [] } });
    if (made.kind !== 'edition') throw new Error(made.why.code);
    expect(plain(made.reply, en)).not.toContain('Key points');
  });

  it('with its card shows the picture, which names what the edition tells', () => {
    const made = edition({ kinds: ['deals'], topics: [] }, [], { picture: true });
    if (made.kind !== 'edition') throw new Error(made.why.code);
    const picture = made.reply.blocks.find(({ kind }) => kind === 'picture');
    expect(picture).toMatchObject({ picture: made.spotlights[0]?.replace('deal:', 'digest:') });
  });
});

describe('a channel that chose what it gets', () => {
  let h: Harness;
  beforeAll(async () => {
    h = await harness();
  });
  afterAll(() => h.close());
  const subscribe = async (words: string) => plain(await h.desk.subscribe(h.ask(), words), en);

  it('is told so, keeps it when its time changes, and takes it back with everything', async () => {
    expect(await subscribe('9:00 Tokyo only quotes and positions')).toContain(
      'only quotations and positions',
    );
    expect(await subscribe('10:00')).toContain('only quotations and positions');
    expect(plain(await h.desk.status(h.ask()), en)).toContain('Gets: only quotations and positions');
    expect(plain(await h.desk.status(h.ask()), en)).toContain('of 12.');
    await subscribe('everything');
    expect(plain(await h.desk.status(h.ask()), en)).not.toContain('Gets:');
  });

  it('is asked again with all that it typed where something is not clear', async () => {
    const reply = await h.desk.subscribe(h.ask(), '9 Tokyo only topic China with picture');
    expect(saysOf(reply)[0]).toBe('subscribe 09:00 Tokyo with picture only topic China');
    const unknown = await h.desk.subscribe(h.ask(), '9:00 Tokyo only topic teapots');
    expect(unknown.outcome).toBe('refused');
    expect(plain(unknown, en)).toContain('Security dialogue');
  });
});
