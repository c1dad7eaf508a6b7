import { describe, expect, test } from 'vitest';
import { deals } from '../../commands/deals.ts';
import { figures } from '../../commands/figures.ts';
import { helpOf } from '../../commands/help.ts';
import { COMMANDS } from '../../commands/list.ts';
import { positions } from '../../commands/positions.ts';
import { timeline } from '../../commands/timeline.ts';
import { topics } from '../../commands/topics.ts';
import { en } from '../../src/show/messages/en.ts';
import { small } from '../ask/small.ts';

describe('a view of which the briefing holds nothing', () => {
  const empty = small([], []);

  test.each([deals, figures, positions, timeline, topics])('$name says so, in a sentence', ({ read }) => {
    const { outcome, blocks } = read('', empty, en);
    expect(outcome).toBe('not_covered');
    expect(blocks[0]).toEqual({ kind: 'text', text: [expect.stringMatching(/^The briefing .* no .*\.$/u)] });
    expect(blocks.map(({ kind }) => kind)).not.toContain('picture');
  });

  test('is not in the help', () => {
    const told = JSON.stringify(helpOf(() => COMMANDS).read('', empty, en));
    expect(told).toContain('/small people');
    for (const { name } of [deals, figures, positions, timeline, topics])
      expect(told).not.toMatch(new RegExp(`/small ${name}\\b`, 'u'));
  });
});
