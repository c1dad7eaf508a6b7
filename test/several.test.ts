import { describe, expect, test } from 'vitest';
import { createBot } from '../src/bot.ts';
import { noDesk } from '../src/digest/desk/no-desk.ts';
import { addressed } from '../src/ports/address.ts';
import { plain } from '../src/reply/plain.ts';
import { en } from '../src/show/messages/en.ts';
import { messagesFor } from '../src/show/messages/messages.ts';
import { askOf, briefing as kuril } from './commands/kuril.ts';
import { silent } from './kit/log.ts';
import { briefing, DAYS } from './story/kit.ts';

const wells = briefing(DAYS[0]!);
const briefings = [kuril, wells];
const bot = createBot({
  briefings,
  desk: noDesk(briefings, messagesFor),
  ...{ log: silent, reference: () => 'ref', messagesFor },
});

describe('where people type into one line for several briefings', () => {
  test.each([
    ['/wells people', 'wells', 'people'],
    ['wells: who is quoted?', 'wells', 'who is quoted?'],
    ['When did Tarrow close the plant?', 'wells', 'When did Tarrow close the plant?'],
    ['What did Putin say about Japan?', 'kuril', 'What did Putin say about Japan?'],
    ['people', 'kuril', 'people'],
    ['subscribe 9:00 Tokyo', 'kuril', 'subscribe 9:00 Tokyo'],
    ['', 'kuril', ''],
  ])('%s is put to %s', (typed, to, words) => {
    expect(addressed(typed, bot.briefings)).toEqual({ briefing: to, words });
  });

  test('a question that fits two is answered by asking which, with a control for each', async () => {
    const asked = addressed('Abe or Tarrow?', bot.briefings);
    expect(asked.words).toBe('briefings Abe or Tarrow?');
    const reply = await bot.respond({ ...askOf(asked.words), briefing: asked.briefing });
    expect(plain(reply, en)).toContain('Which briefing do you mean?');
    const buttons = reply.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
    expect(buttons.map(({ briefing: id, says }) => `${id}: ${says}`)).toEqual([
      'kuril: Abe or Tarrow?',
      'wells: Abe or Tarrow?',
    ]);
  });
});
