import { describe, expect, test } from 'vitest';
import { answer } from '../../commands/ask.ts';
import { ask } from '../../src/ask/ask.ts';
import { en } from '../../src/show/messages/en.ts';
import { kuril } from '../kit/kuril.ts';

const briefing = kuril();

describe('whose it is', () => {
  const asked = [
    'whose are the Northern Territories?',
    'who owns the islands?',
    'who do the Kurils belong to?',
    'which country has the rightful claim to the islands?',
    'Are the islands Japanese or Russian?',
    'Do the Kuril Islands belong to Japan?',
    'Is Kunashir part of Russia?',
    'who is right, Japan or Russia?',
    'Wem gehören die Kurilen?',
    'À qui appartiennent les îles Kouriles ?',
    '¿De quién son las islas Kuriles?',
    'Чьи Курильские острова?',
    'Кому принадлежат Курилы?',
    '北方領土は誰のものですか',
    'クリル諸島はどちらのものですか',
    '쿠릴 열도는 누구의 땅인가요?',
    '千岛群岛属于谁？',
  ];
  const first = answer(asked[0] ?? '', briefing, en);

  test.each(asked)('gets one and the same answer that takes no side: %s', (question) => {
    expect(answer(question, briefing, en)).toEqual(first);
  });
});

describe('a question in another language', () => {
  test.each([
    ['de', 'Was sagte Newsham über China?'],
    ['fr', 'Que dit Newsham sur la Chine ?'],
    ['es', '¿Qué dijo Newsham sobre China?'],
    ['ru', 'Что сказал Ньюшем о Китае?'],
    ['ja', 'ニューシャムは中国について何と言いましたか'],
    ['zh', '普京说了什么？'],
  ])('in %s is answered in the briefing’s, and says so in its own: %s', (language, question) => {
    const decision = ask(question, briefing);
    expect(decision).toMatchObject({ kind: 'answer', beside: { language } });
    expect(JSON.stringify(answer(question, briefing, en).blocks)).toContain(
      en.asking.inBriefingsLanguage[language],
    );
  });
});

describe('all of a question', () => {
  test.each([
    ['What did Abe say about trust? How many agreements were signed?', ['abe-trust', 'agreements-number']],
    [
      'What did Abe say about trust, and how many agreements were signed?',
      ['abe-trust', 'agreements-number'],
    ],
    ['newsham and abe', ['newsham', 'abe']],
  ])('is answered, each part by itself: %s', (question, ids) => {
    const decision = ask(question, briefing);
    if (decision.kind !== 'several') throw new Error(decision.kind);
    const found = decision.parts.map((part) =>
      part.decision.kind === 'answer' && part.decision.items[0].kind !== 'card'
        ? part.decision.items[0].item.id
        : part.decision.kind === 'answer' && part.decision.items[0].kind === 'card'
          ? part.decision.items[0].named.item.id
          : part.decision.kind,
    );
    expect(found).toEqual(ids);
  });

  test('is not torn apart where two are told of together', () => {
    expect(ask('What did Abe and Putin say about security?', briefing).kind).toBe('answer');
  });
});

describe('a decline', () => {
  test('names the three nearest, the first in full, and offers the others at one press', () => {
    const reply = answer('How many tanks does China have?', briefing, en);
    expect(reply.outcome).toBe('not_covered');
    const notes = reply.blocks.flatMap((block) =>
      block.kind === 'note' ? [JSON.stringify(block.text)] : [],
    );
    expect(notes).toEqual(
      expect.arrayContaining([
        expect.stringContaining(en.asking.nearest),
        expect.stringContaining(en.asking.nearToo),
      ]),
    );
    expect(reply.blocks.some((block) => block.kind === 'list' && block.items.length === 2)).toBe(true);
  });

  test('says that it did not understand where it did not', () => {
    expect(ask('asdf qwer zxcv', briefing)).toMatchObject({
      kind: 'decline',
      why: { kind: 'not-understood' },
    });
  });

  test.each(['Mr. Newsham', 'Dr Newsham', 'Newsham'])('is not given for a title: %s', (name) => {
    expect(ask(`What did ${name} say about China?`, briefing)).toMatchObject({ kind: 'answer' });
  });

  test.each(['Dec. 15', 'Thursday', '15 December'])('is not given for a way of writing a day: %s', (day) => {
    const decision = ask(`where were they on ${day}?`, briefing);
    expect(decision.kind === 'answer' && decision.items[0]).toMatchObject({ item: { id: 'summit-day-one' } });
  });

  test.each(['newsham :pray:', '<:pray:1234> newsham', 'newsham https://example.com/japan'])(
    'is not given for what is no word: %s',
    (typed) => {
      expect(ask(typed, briefing)).toMatchObject({ kind: 'answer', items: [{ kind: 'card' }] });
    },
  );
});
