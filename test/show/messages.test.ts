import { expect, it } from 'vitest';
import { createBot } from '../../src/bot.ts';
import { noDesk } from '../../src/digest/desk/no-desk.ts';
import { renderSlack } from '../../src/platforms/slack/render.ts';
import { type Ask, knownPerson } from '../../src/ports/bot.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { messagesFor, messagesOf } from '../../src/show/messages/messages.ts';
import { kuril } from '../kit/kuril.ts';
import { silent } from '../kit/log.ts';

const briefing = kuril();
/** A second language of three sentences: one of an answer, one of the digest, one of a platform. */
const some = messagesOf({
  de: {
    reading: { figures: 'Zahlen' },
    edition: { keyPoints: 'Das Wichtigste' },
    rendering: { share: 'Im Kanal zeigen' },
  },
});

const bot = createBot({
  briefings: [briefing],
  desk: noDesk([briefing], some),
  log: silent,
  reference: () => 'ref',
  messagesFor: some,
});

const ask = (words: string, locale: string): Ask => ({
  briefing: briefing.id,
  words,
  place: { platform: 'slack', workspace: 'T1', channel: 'C1', kind: 'channel' },
  person: knownPerson('U1', { rank: 'member', room: 'public' }),
  readBy: 'asker',
  locale,
  at: Date.UTC(2016, 11, 17),
});

it('says in a second language what that language says, and the rest in English', async () => {
  const figures = await bot.respond(ask('figures', 'de-AT'));
  expect(figures.blocks[0]).toEqual({ kind: 'heading', text: 'Zahlen' });
  expect(plain(figures, some('de'))).toContain(en.views.deals.says);

  const edition = plain(await bot.respond(ask('digest', 'de')), some('de'));
  expect(edition).toContain('Das Wichtigste');
  expect(edition).toContain('each edition shows another');

  const rendering = { briefing: briefing.id, words: 'figures', audience: 'asker', say: some('de') } as const;
  const body = JSON.stringify(renderSlack(figures, rendering).pages);
  expect(body).toContain('Im Kanal zeigen');
});

it('answers the same words in each language by themselves', async () => {
  const english = await bot.respond(ask('figures', 'en'));
  expect(english.blocks[0]).toEqual({ kind: 'heading', text: 'Figures' });
  expect(await bot.respond(ask('figures', 'de'))).not.toBe(english);
});

it('speaks English where nobody knows the language that was asked for', () => {
  for (const locale of ['', 'xx', 'en-US', 'zh-Hant-TW', '__proto__', 'x'.repeat(5_000)]) {
    expect(messagesFor(locale), locale.slice(0, 20)).toBe(en);
  }
});
