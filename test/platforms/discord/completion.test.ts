import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choicesFor } from '../../../src/platforms/discord/completion.ts';
import { until } from '../../kit/until.ts';
import { validateDiscordAutocomplete } from '../../servers/discord/validate.ts';
import type { Json } from '../../servers/discord/world.ts';
import { EchoBot, type Running, running } from './fixture.ts';

let it: Running;
beforeAll(async () => {
  it = await running();
});
afterAll(() => it.close());

async function typing(about: string): Promise<{ name: string; value: string }[]> {
  const where = { channel: it.server.channel.id, user: it.server.user.id };
  const exchange = it.server.people.typing('kuril', about, where);
  const ack = await until(() => exchange.ack, 'choices');
  return (ack.data as { choices: { name: string; value: string }[] }).choices;
}

test('choices come for text of every length, all of them valid', async () => {
  const lengths = [...Array.from({ length: 130 }, (_, at) => at), 500, 1_999, 2_000, 5_999, 6_000];
  for (const length of lengths) {
    for (const unit of ['a', '𝒳']) {
      const typed = unit
        .repeat(Math.ceil(length / unit.length))
        .slice(0, length)
        .toWellFormed();
      const choices = await typing(typed);
      expect(choices.length).toBeLessThanOrEqual(25);
      if (length < 80) expect(choices.length).toBeGreaterThan(0);
    }
  }
  expect(it.server.world.faults).toEqual([]);
});

test('whatever is completed, the choices are ones that Discord takes, and none is cut', () => {
  const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 220 }), fc.string({ maxLength: 5 }));
  fc.assert(
    fc.property(fc.array(fc.record({ label: words, says: words }), { maxLength: 60 }), (completions) => {
      const bot = Object.assign(new EchoBot(), { complete: () => completions });
      const choices = choicesFor(bot, bot.briefings[0] as EchoBot['briefings'][number], '', 'en');
      expect(validateDiscordAutocomplete({ choices } as unknown as Json)).toEqual([]);
      const said = new Set(completions.map(({ says }) => says.toWellFormed()));
      expect(choices.every(({ value }) => said.has(value))).toBe(true);
    }),
    { numRuns: 100 },
  );
});
