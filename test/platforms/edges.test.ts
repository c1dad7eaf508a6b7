import { describe, expect, test } from 'vitest';
import { renderDiscord } from '../../src/platforms/discord/render.ts';
import { renderSlack } from '../../src/platforms/slack/render.ts';
import { pageAt } from '../../src/reply/pages.ts';
import type { Block } from '../../src/reply/reply.ts';
import { en } from '../../src/show/messages/en.ts';
import { validateDiscordMessage } from '../servers/discord/validate.ts';
import { validateSlackMessage } from '../servers/slack/validate.ts';
import { bothTake, LIMITS, of, SCRIPTS, takenAround } from './taken.ts';

const rendering = (words: string) => ({ briefing: 'kuril', words, audience: 'asker' as const, say: en });

// Each script at a third of the limits; test/long has all of both.
describe.each(SCRIPTS.map((letter, at) => ({ letter, at })))('written with $letter', ({ letter, at }) => {
  test.each(LIMITS.filter((_, place) => (place + at) % 3 === 0))(
    'blocks of one under, just, and one over %i characters are always taken',
    (limit) => takenAround(limit, letter),
  );
});

describe('many of a kind', () => {
  test.each([4, 5, 6, 9, 10, 11, 24, 25, 26, 39, 40, 41, 49, 50, 51, 99, 100, 101])(
    '%i blocks, facts, items, options or buttons are always taken',
    (count) => {
      const each = <T>(make: (index: number) => T) => [...Array(count)].map((_, index) => make(index));
      const choices = each((index) => ({ label: `Choice ${index}`, says: `choice ${index}` }));
      bothTake(of(...each((): Block => ({ kind: 'text', text: ['words'] }))));
      bothTake(of(...each((): Block => ({ kind: 'buttons', buttons: choices.slice(0, 5) }))));
      bothTake(of({ kind: 'facts', facts: each((index) => ({ label: `Fact ${index}`, value: ['known'] })) }));
      bothTake(of({ kind: 'list', items: each((index) => [`Item ${index}`]) }));
      bothTake(of({ kind: 'menu', placeholder: 'Choose', choices }));
      bothTake(of({ kind: 'buttons', buttons: choices }));
    },
  );
});

describe('pages', () => {
  const long = of(
    ...[...Array(60)].map((_, index): Block => ({ kind: 'text', text: [`${index} ${'word '.repeat(60)}`] })),
  );

  test('are turned by controls where the words fit into one, else sent at once, with how to share', () => {
    expect(renderDiscord(long, rendering('topics')).paging).toBe('controls');
    const atOnce = renderDiscord(long, rendering('w'.repeat(95)));
    expect(atOnce.paging).toBe('all-at-once');
    expect(JSON.stringify(atOnce.pages[0])).toContain('by mentioning the bot');
    expect(renderSlack(long, rendering('w'.repeat(95))).paging).toBe('controls');
    expect(renderSlack(long, rendering('w'.repeat(2000))).paging).toBe('all-at-once');
  });

  test('beyond the last show the last', () => {
    const pages = renderDiscord(long, rendering('topics'));
    expect(pageAt(pages, 9999)).toBe(pages.pages.at(-1));
    expect(pageAt(pages, 2)).toBe(pages.pages[1]);
  });
});

describe('the share button', () => {
  test('stands only where the asker alone sees the answer, and only on answers that may be shared', () => {
    const reply = of({ kind: 'text', text: ['words'] });
    const shares = (body: unknown) => JSON.stringify(body).includes('Share with the channel');
    for (const render of [renderDiscord, renderSlack]) {
      expect(shares(render(reply, rendering('topics')))).toBe(true);
      expect(shares(render(reply, { ...rendering('topics'), audience: 'channel' }))).toBe(false);
      expect(shares(render({ ...reply, shareable: false }, rendering('topics')))).toBe(false);
    }
  });
});

describe('a picture', () => {
  const reply = of({ kind: 'picture', picture: 'map', briefing: 'kuril', alt: 'Four islands' });

  test('is shown where there is one, with its words for those who cannot see it', () => {
    const slack = renderSlack(reply, rendering('map'), () => [
      { place: { slack_file: { id: 'F1' } }, alt: 'Map: four islands' },
    ]);
    expect(slack.pages[0].blocks[0]).toEqual({
      type: 'image',
      alt_text: 'Map: four islands',
      slack_file: { id: 'F1' },
    });
    expect(validateSlackMessage(slack.pages[0])).toEqual([]);
    const discord = renderDiscord(reply, rendering('map'), () => [
      { url: 'attachment://map.png', alt: 'Map: four islands' },
    ]);
    expect(JSON.stringify(discord.pages[0])).toContain('attachment://map.png');
    expect(validateDiscordMessage(discord.pages[0])).toEqual([]);
  });

  test('is put into words where there is none', () => {
    expect(JSON.stringify(renderSlack(reply, rendering('map')))).toContain('Picture in words: Four islands');
    expect(JSON.stringify(renderDiscord(reply, rendering('map')))).toContain(
      'Picture in words: Four islands',
    );
  });
});
