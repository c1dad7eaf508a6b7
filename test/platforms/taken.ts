/** Replies at the limits of both platforms, which both must take. */
import { expect } from 'vitest';
import { renderDiscord } from '../../src/platforms/discord/render.ts';
import { renderSlack } from '../../src/platforms/slack/render.ts';
import type { Block, Reply } from '../../src/reply/reply.ts';
import { en } from '../../src/show/messages/en.ts';
import { cites } from '../reply/cites.ts';
import { validateDiscordMessage } from '../servers/discord/validate.ts';
import { validateSlackMessage } from '../servers/slack/validate.ts';

/** One character of each script that counts differently in letters, UTF-16 units and bytes. */
export const SCRIPTS = ['a', '北', '👨‍👩‍👧‍👦', '&', '\\'];
export const LIMITS = [75, 80, 100, 150, 1024, 1500, 2000, 2500, 3000, 4000];

/** One under, just, and one over so many characters, in every kind of block. */
export function takenAround(limit: number, letter: string): void {
  for (const size of [limit - 1, limit, limit + 1]) {
    const text = letter.repeat(Math.ceil(size / letter.length)).slice(0, size);
    const choices = [...Array(limit > 150 ? 2 : 26)].map((_, index) => ({
      label: text,
      says: `${index} ${text}`,
      description: text,
    }));
    const blocks: Block[] = [
      { kind: 'heading', text },
      { kind: 'text', text: [text] },
      { kind: 'quotation', words: text, by: [text], cite: cites(1) },
      {
        kind: 'facts',
        facts: [
          { label: text, value: [text] },
          { label: 'x', value: ['y'] },
        ],
      },
      { kind: 'list', items: [[text], [text]] },
      { kind: 'picture', picture: 'map', briefing: 'kuril', alt: text },
      { kind: 'note', text: [text] },
      { kind: 'menu', placeholder: text, choices },
      { kind: 'buttons', buttons: choices.slice(0, 6) },
    ];
    // Alone as well, where that is quick: together they may hide one another's length.
    if (letter === 'a') for (const block of blocks) bothTake(of(block), text);
    bothTake(of(...blocks), text);
  }
}

export function bothTake(reply: Reply, words = 'topics'): void {
  for (const body of renderSlack(reply, { briefing: 'kuril', words, audience: 'asker', say: en }).pages)
    expect(validateSlackMessage(body)).toEqual([]);
  for (const body of renderDiscord(reply, { briefing: 'kuril', words, audience: 'asker', say: en }).pages)
    expect(validateDiscordMessage(body)).toEqual([]);
}

export function of(...blocks: Block[]): Reply {
  return { outcome: 'answered', shareable: true, blocks };
}
