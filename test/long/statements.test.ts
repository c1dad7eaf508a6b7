/** Statements of articles as they were drafted, which nobody has edited: some 700 false ones of each. */
import { expect, test } from 'vitest';
import { told } from '../ask/articles.ts';
import { confirmed, denied, judged, standing, wrong } from '../ask/judged.ts';

test.each(['court', 'earnings', 'storm', 'strike'])(
  'of statements made of a draft, no true one is denied, no false one confirmed, and nearly all false ones get a plain no (%s)',
  async (name) => {
    const all = judged((await told(name)).draft);
    expect(wrong(all).length).toBeGreaterThan(200);
    expect(denied(all)).toEqual([]);
    expect(confirmed(all)).toEqual([]);
    const left = standing(all);
    expect(left.length, left.join('\n')).toBeLessThanOrEqual(0.1 * wrong(all).length);
  },
);
