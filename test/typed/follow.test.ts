import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot.ts';
import { type Ask, knownPerson } from '../../src/ports/bot.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import { REMEMBERED_MS } from '../../src/typed/conversations.ts';
import { following } from '../../src/typed/follow.ts';
import { briefing, recordingDesk, reply } from '../commands/kuril.ts';
import { silent } from '../kit/log.ts';

const ABOUT_CHINA = 'What did Newsham say about China?';

describe('what leans on the question before it', () => {
  it.each([
    [ABOUT_CHINA, 'and Abe?', 'What did Abe say about China?'],
    [ABOUT_CHINA, 'What about Hosaka Yuji?', 'What did Hosaka Yuji say about China?'],
    [ABOUT_CHINA, 'and Vietnam?', 'What did Newsham say about Vietnam?'],
    [ABOUT_CHINA, 'how about the military bases', 'What did Newsham say about the military bases?'],
    [ABOUT_CHINA, 'and what did he say about the islands?', 'what did Newsham say about the islands?'],
    ['What does Russia want?', 'and Japan?', 'What does Japan want?'],
    ['newsham', 'and abe', 'abe'],
    ['quotes newsham', 'and hosaka', 'quotes hosaka'],
    ['topic economy', 'and energy?', 'topic energy'],
    ['source 16', 'and 17?', 'source 17'],
    ['普京说了什么？', '安倍呢？', '安倍说了什么?'],
    ['newsham', 'in full', 'newsham (all)'],
    [ABOUT_CHINA, 'tell me more', `${ABOUT_CHINA} (all)`],
    [ABOUT_CHINA, 'why?', `why? (after: ${ABOUT_CHINA})`],
    [`${ABOUT_CHINA} (all)`, 'who said that?', `who said that? (after: ${ABOUT_CHINA})`],
    [ABOUT_CHINA, 'where does it say that', 'source 32, 34, 31'],
    [
      'Who pays into the $1 billion fund?',
      'how much is it worth?',
      'how much is it worth? (after: Who pays into the $1 billion fund?)',
    ],
  ])('after %j, %j is %j', (before, typed, meant) => {
    const words = following(typed, before, briefing);
    if (meant.startsWith('source 32')) expect(words).toMatch(/^source 32/u);
    else expect(words).toBe(meant);
  });

  it.each([
    'What did Abe say about trust?',
    'Who said ‘hedge their bets’?',
    'Who said "we will"?',
    'What did the mayor say people will ask her?',
    'When did they meet?',
    'people',
    'thanks',
    'stop',
    'Who signed the agreements?',
    'subscribe 9:00 weekdays Tokyo',
    'and so they agreed to sign a treaty over the islands, did they?',
  ])('%j stands by itself, whatever was asked before', (typed) => {
    expect(following(typed, ABOUT_CHINA, briefing)).toBe(typed);
  });

  it('without anything before it names whom it names, or says that it refers to nothing', () => {
    expect(following('and Putin?', undefined, briefing)).toBe('Putin');
    for (const words of ['why?', 'who said that?', 'when was that?', 'go on'])
      expect(plain(reply(words), en), words).toContain(en.talk.which);
  });

  it('says who, when, where and why by the item that was shown, or that the briefing does not say', () => {
    const shown = (typed: string, before: string) => plain(reply(following(typed, before, briefing)), en);
    expect(shown('who said that?', ABOUT_CHINA)).toMatch(/^Grant Newsham/u);
    expect(shown('where was that?', 'What happened on 15 December?')).toMatch(/^Nagato/u);
    expect(shown('who said that?', 'What happened on 15 December?')).toContain(en.asking.ownAccount);
    expect(shown('when was that?', 'What did Abe say about trust?')).toMatch(/^16 December 2016/u);
    expect(shown('when was that?', ABOUT_CHINA)).toContain(en.asking.notThere);
    expect(shown('why?', ABOUT_CHINA)).toContain(en.asking.notThere);
  });

  it('is always words that mean the same again, and never throws', () => {
    const words = fc.constantFrom(
      ...[
        'and',
        'what about',
        'why',
        'who said that',
        'he',
        'it',
        'when',
        'in full',
        'Putin',
        'China',
        '(after: x)',
      ],
      ...[ABOUT_CHINA, 'newsham', 'source 16', '安倍', '(all)', '?', 'topic economy'],
    );
    const typed = fc.oneof(
      fc.array(words, { maxLength: 5 }).map((all) => all.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    fc.assert(
      fc.property(typed, typed, (now, before) => {
        const meant = following(now, before, briefing);
        expect(following(meant, undefined, briefing)).toBe(
          meant === now ? following(now, undefined, briefing) : meant,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('a conversation', () => {
  const bot = createBot({
    briefings: [briefing],
    desk: recordingDesk().desk,
    log: silent,
    reference: () => 'ref',
    messagesFor,
  });
  const ask = (words: string, { person = 'U1', channel = 'C1', at = 0 } = {}): Ask => ({
    briefing: briefing.id,
    words,
    place: { platform: 'slack', workspace: 'T1', channel, kind: 'channel' },
    person: knownPerson(person, { rank: 'member', room: 'public' }),
    readBy: 'asker',
    locale: 'en',
    at,
  });
  const said = async (...given: Parameters<typeof ask>) => plain(await bot.respond(ask(...given)), en);

  it('is each person’s own, in each channel, for a quarter of an hour', async () => {
    await said(ABOUT_CHINA);
    expect(await said('and Abe?')).toContain('Understood as: What did Abe say about China?');
    await said(ABOUT_CHINA);
    expect(await said('and Abe?', { person: 'U2' })).not.toContain('China');
    expect(await said('why?', { channel: 'C2' })).toContain(en.talk.which);
    expect(await said('why?', { at: REMEMBERED_MS })).toContain(en.talk.which);
    expect(await said('why?', { at: REMEMBERED_MS - 1 })).toContain('Understood as: why?');
  });

  it('goes on over thanks and over what is asked of the digest', async () => {
    await said(ABOUT_CHINA);
    await said('thanks');
    await said('status');
    expect(await said('and Abe?')).toContain('What did Abe say about China?');
  });

  it('gives answers that carry words which lead to them without it', async () => {
    await said(ABOUT_CHINA);
    const leaning = await bot.respond(ask('and Abe?'));
    expect(leaning.words).toBe('What did Abe say about China?');
    const again = await bot.respond(ask(leaning.words ?? '', { person: 'U9' }));
    expect(leaning.blocks.slice(1)).toEqual(again.blocks);
  });
});
