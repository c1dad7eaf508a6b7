import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/list.ts';
import type { Ref } from '../../src/briefing/refs.ts';
import { citesOf } from '../../src/reply/cites.ts';
import { plainText } from '../../src/reply/plain.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { en } from '../../src/show/messages/en.ts';
import { respond } from '../../src/typed/respond.ts';
import { isNamedIn } from '../../src/words/named.ts';
import { askOf, body, briefing, choicesOf, recordingDesk, reply, whole } from './kuril.ts';

/** Words with what must be read in the answer to them. */
const FACTS: readonly (readonly [words: string, ...facts: readonly string[]])[] = [
  ['', 'Key points', '68 agreements', 'Who is quoted', 'Shinzo Abe', 'Grant Newsham', 'Hosaka Yuji'],
  ['people', 'Shinzo Abe', 'Vladimir Putin', 'A Kremlin economic aide', 'A Japanese spokesman'],
  ['people', 'A Japanese official', 'Nationalist protesters', 'The reporter', 'Youmi Kim'],
  ['abe', '“without trust the goal can not be reached.”', 'at a news conference', '[¶ 11]'],
  [
    'newsham',
    'spilled a whole lot of its own blood',
    '[¶ 16]',
    'hedge their bets',
    '32]',
    'India and Vietnam',
  ],
  ['hosaka', 'mostly in favor of joint economic activities', '[¶ 21]', 'Sejong University'],
  ['putin', 'reported in the article', 'Japanese citizens', '[¶ 18]', 'Владимир Путин'],
  ['kremlin aide', 'reported in the article', 'Russian law', '[¶ 19]'],
  ['japanese spokesman', 'reported in the article', 'legal claim', '[¶ 22]'],
  ['japanese official', 'according to a Japanese official', 'security dialogue', '[¶ 28]'],
  ['quotes', 'without trust', 'spilled', 'hedge their bets', 'mostly in favor'],
  ['quotes putin', 'does not quote Vladimir Putin directly', 'reported in the article'],
  ['quotes newsham about china', 'hedge their bets'],
  ['quotes on trust', 'without trust the goal'],
  ['deals', '68 agreements', '$1 billion', 'Russian Direct Investment Fund', 'Japan Bank for International'],
  ['deals', 'Novatek, Mitsubishi and Marubeni', 'Arctic', '16 December 2016', '[¶ 13]', '[¶ 14]'],
  ['figures', '68', '$1 billion', '17,000', 'more than $600 billion', 'five', 'four', '[¶ 30]', '[¶ 33]'],
  ['timeline', '15 December 2016', 'Nagato', '16 December 2016', 'Tokyo', '1945†', '2014', '2012'],
  ['timeline', 'September 2016', 'South China Sea', 'security talks', 'Crimea', 'Before'],
  ['map', 'Cape Schmidt', 'Wrangel Island', 'Nagato', 'Northern Territories by Japan', 'no coordinates'],
  ['positions', 'Sovereignty', 'Joint economic activity', 'Visits', 'Security dialogue', 'military build-up'],
  [
    'positions',
    'according to Hosaka Yuji',
    'according to a Kremlin economic aide',
    'The source does not say.',
  ],
  ['positions visits', 'The source does not say.', 'according to Vladimir Putin'],
  ['positions of russia', 'What they hold', 'Russian law'],
  ['topics', 'The territorial dispute', 'Energy and gas', 'Seas and resources', 'items)'],
  ['topic energy', 'Arctic', 'Novatek', 'liquefied natural gas'],
  ['topic resources', 'shipping lanes', 'oil and gas', '[¶ 17]'],
  ['topic china', 'East China Sea', 'mistrust', 'Vietnam'],
  ['novatek', 'Arctic gas agreements', 'Mitsubishi', '[¶ 14]'],
  ['japan', 'What they hold', 'Deals they are party to', 'Who speaks on this side'],
  ['northern territories', 'southern Kuril Islands by Russia', 'Northern Territories by Japan', 'disputed'],
  [
    'source',
    'SEOUL, SOUTH KOREA',
    '36 paragraphs',
    'twice, word for word',
    'verb is missing',
    'do not match',
  ],
  ['source', 'npm run check -- --source FILE', 'Not used', '[¶ 9]'],
  ['source 16', 'Paragraph 16', 'spilled', 'Grant Newsham'],
  ['source 9', 'Not used', 'section heading'],
  ['source 99', '36 paragraphs'],
  ['help', ...COMMANDS.filter(({ quiet }) => !quiet).map(({ name }) => `/kuril ${en.commands[name].usage}`)],
  [
    'home',
    'each line with the paragraph',
    'For example: What did Abe say about trust?',
    'without trust',
    '[¶ 11]',
  ],
];

describe('each view', () => {
  it.each(FACTS)('%j tells what it is asked for', (words, ...facts) => {
    for (const fact of facts) expect(body(words)).toContain(fact);
  });

  it('offers the next questions: at most five buttons in a row, each once', () => {
    for (const [words] of FACTS) {
      const rows = reply(words).blocks.flatMap((block) => (block.kind === 'buttons' ? [block.buttons] : []));
      expect(rows.length, words).toBeGreaterThan(0);
      for (const row of rows) {
        expect(row.length, words).toBeLessThanOrEqual(5);
        expect(new Set(row.map(({ says }) => says)).size, words).toBe(row.length);
      }
    }
  });

  it.each([...briefing.places, ...briefing.organisations].map(({ name }) => name))(
    'of %s lists what names it, and not what its paragraphs tell of other matters',
    (name) => {
      const named = briefing.everyNamed.find(({ item }) => item.name === name)!;
      const { blocks } = reply(`about ${name}`);
      const lists = blocks.filter((_, at) => {
        const before = blocks[at - 1];
        return before?.kind === 'heading' && before.text === en.reading.whatIsSaidOfIt;
      });
      for (const line of lists.flatMap((block) => (block.kind === 'list' ? block.items : []))) {
        const words = plainText(line, en);
        const isThere = briefing.claims.some(
          ({ kind, item }) => kind === 'event' && item.place === named.item.id && words.includes(item.text),
        );
        expect(isThere || isNamedIn(words, named), words).toBe(true);
      }
    },
  );

  it('brings a picture where there is something to draw', () => {
    for (const words of ['map', 'timeline', 'positions']) {
      expect(reply(words).blocks.find(({ kind }) => kind === 'picture')).toMatchObject({ picture: words });
    }
  });

  it('says of a briefing without places that it has none, and nothing of disputes', () => {
    const said = JSON.stringify(reply('map', { ...briefing, places: [] }).blocks);
    expect(said).toContain(en.reading.noPlaces);
    for (const other of [en.reading.mapFair, en.reading.coordinates]) expect(said).not.toContain(other);
  });

  it('offers no map of places whose coordinates nobody gave', () => {
    const places = briefing.places.map(({ at: _, ...place }) => place);
    const without = { ...briefing, places };
    expect(reply('map', without).blocks.some(({ kind }) => kind === 'picture')).toBe(false);
    for (const words of ['', 'timeline']) {
      expect(JSON.stringify(reply(words, without).blocks)).not.toContain('"says":"map"');
    }
  });

  it('shows a paragraph itself where the source is at hand', () => {
    const text = Array.from({ length: 36 }, (_, at) => `Words of paragraph ${at + 1}.`);
    const sources = briefing.sources.map((source) => ({ ...source, text }));
    const atHand = { ...briefing, sources, source: () => sources[0] };
    const shown = JSON.stringify(reply('source 16', atHand));
    expect(shown).toContain('Words of paragraph 16.');
  });

  it('names every paragraph that an item shown in it rests on', () => {
    const shownIn: readonly (readonly [string, readonly { readonly refs: readonly Ref[] }[]])[] = [
      ['deals', briefing.deals],
      ['figures', briefing.figures],
      ['timeline', briefing.events],
      ['positions', briefing.positions],
      ['map', briefing.places],
      ['people', briefing.people],
      ['quotes', briefing.statements.filter(({ mode }) => mode === 'direct')],
    ];
    for (const [words, items] of shownIn) {
      const cited = new Set(citesOf(whole(words)));
      expect(cited, words).toEqual(
        new Set(items.flatMap(({ refs }) => refs.map(({ paragraph }) => paragraph))),
      );
    }
  });
});

describe('direct speech', () => {
  it('stands only in quotations, verbatim, with its speaker and its own paragraphs', () => {
    const direct = briefing.statements.filter(({ mode }) => mode === 'direct');
    for (const words of everyView()) {
      for (const block of whole(words).blocks) {
        if (block.kind !== 'quotation') continue;
        const statement = direct.find(({ text }) => text === block.words);
        expect(statement, `${words}: ${block.words}`).toBeDefined();
        expect(block.cite).toEqual(statement?.refs);
        for (const id of statement?.speakers ?? []) {
          expect(JSON.stringify(block.by)).toContain(briefing.nameOf(id));
        }
      }
    }
  });

  it('is never what reported speech looks like', () => {
    for (const { mode, text, speakers } of briefing.statements) {
      if (mode !== 'reported') continue;
      const line = body(`person ${speakers[0]}`)
        .split('\n')
        .find((one) => one.replaceAll('†', '').includes(text));
      expect(line).toMatch(/reported in the article/);
    }
  });
});

describe('the channel’s digest', () => {
  it.each([
    ['digest', 'digest'],
    ['digest now', 'digest now'],
    ['subscribe 9am weekdays', 'subscribe 9am weekdays'],
    ['skip holidays JP', 'skip holidays JP'],
    ['Pause.', 'pause'],
    ['resume', 'resume'],
    ['unsubscribe', 'unsubscribe'],
    ['status?', 'status'],
    ['doctor', 'doctor'],
    ['forget', 'forget'],
  ])('%j is handed to the desk', async (words, handed) => {
    const { desk, asked } = recordingDesk();
    await respond(words, askOf(words), briefing, desk, en);
    expect(asked).toEqual([handed]);
  });
});

describe('every control of every answer', () => {
  it('answers when it is pressed, and so does all that it leads to', () => {
    const typed = [
      '',
      'help',
      'home',
      'ask',
      'poeple',
      'person xyzzy',
      'topic xyzzy',
      'positions xyzzy',
      'source 99',
    ];
    const seen = new Set(typed);
    for (const words of seen) {
      const answer: Reply = reply(words);
      if (!typed.includes(words)) expect(['answered', 'help'], words).toContain(answer.outcome);
      for (const choice of choicesOf(answer)) {
        expect(choice.label.trim(), words).not.toBe('');
        const parsed = COMMANDS.find(({ name }) => name === choice.says);
        if (parsed?.kind !== 'channel') seen.add(choice.says);
      }
    }
    expect(seen.size).toBeGreaterThan(100);
  });
});

function everyView(): string[] {
  return [
    ...FACTS.map(([words]) => words),
    ...briefing.people.map(({ id }) => id),
    ...briefing.topics.map(({ id }) => `topic ${id}`),
  ];
}
