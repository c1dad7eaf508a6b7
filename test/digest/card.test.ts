import { describe, expect, it } from 'vitest';
import { type Chosen, card } from '../../src/digest/desk/card.ts';
import { readWords } from '../../src/digest/timetable/words.ts';
import { renderDiscord } from '../../src/platforms/discord/render.ts';
import { renderSlack } from '../../src/platforms/slack/render.ts';
import { en } from '../../src/show/messages/en.ts';
import { saysOf } from './desk-harness.ts';

/** The longest words that a choice can have. */
const LONGEST: Chosen = {
  time: '09:30',
  days: [1, 2, 4, 5],
  zone: 'America/Argentina/San_Juan',
  whenAllShown: 'go-quiet',
};

describe('the card', () => {
  it('fits one message on Slack and on Discord, whatever is chosen', () => {
    const reply = card('kuril', LONGEST, undefined, en);
    const rendering = { briefing: 'kuril', words: 'subscribe', audience: 'asker', say: en } as const;
    for (const { pages } of [renderSlack(reply, rendering), renderDiscord(reply, rendering)]) {
      expect(pages).toHaveLength(1);
      const [body] = pages;
      expect(JSON.stringify(body).match(/"static_select"|"type":3/gu)).toHaveLength(3);
    }
  });

  it('has only controls that are understood, each changing one thing', () => {
    for (const chosen of [LONGEST, { ...LONGEST, whenAllShown: 'start-over' as const }]) {
      for (const says of saysOf(card('kuril', chosen, undefined, en))) {
        const read = readWords(says.replace(/^subscribe /u, ''));
        if (read.kind !== 'read') throw new Error(says);
        const now = { whenAllShown: 'start-over', ...read.wish };
        const differing = Object.entries(chosen).filter(
          ([key, value]) => JSON.stringify(now[key as keyof Chosen]) !== JSON.stringify(value),
        );
        expect(differing.length, says).toBeLessThanOrEqual(1);
        if (!read.choose) expect(differing).toEqual([]);
      }
    }
  });
});
