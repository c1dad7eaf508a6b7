import { describe, expect, it } from 'vitest';
import { digestAt } from '../../src/digest/edition/digest-at.ts';
import { spotlightsOf } from '../../src/digest/edition/spotlight.ts';
import { plain } from '../../src/reply/plain.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { en } from '../../src/show/messages/en.ts';
import { kuril } from '../kit/kuril.ts';
import { days, edition } from './days.ts';

const briefing = kuril();

describe('the edition of a moment', () => {
  it('is that of a channel that has had one every day since the day after the summit', () => {
    const total = spotlightsOf(briefing).length;
    const expected = days(briefing, total * 2 + 3);
    for (const [i, made] of expected.entries()) {
      const date = Temporal.PlainDate.from('2016-12-17').add({ days: i }).toString();
      const reply = digestAt({ briefing: briefing, at: `${date}T09:00[Asia/Tokyo]` }, en);
      expect(headings(reply)).toEqual(headings(edition(made).reply));
    }
  });

  it('counts no date that the zone left out', () => {
    const apia = digestAt(
      { briefing: briefing, at: '2012-01-01T09:00[Pacific/Apia]', since: '2011-12-28' },
      en,
    );
    const tokyo = digestAt(
      { briefing: briefing, at: '2011-12-31T09:00[Asia/Tokyo]', since: '2011-12-28' },
      en,
    );
    expect(headings(apia)).toEqual(headings(tokyo));
  });

  it.each([
    ['2016-12-17', undefined, 'no moment'],
    ['2016-12-17T09:00[Mars/Olympus]', undefined, 'no moment'],
    ['2016-12-17T09:00+05:00[Asia/Tokyo]', undefined, 'no moment'],
    ['2016-12-17T09:00[Asia/Tokyo]', '17 December', 'no date'],
    ['2016-12-17T09:00[Asia/Tokyo]', '2016-12-18', 'is before'],
    ['2016-12-16T09:00[Asia/Tokyo]', undefined, 'is before'],
  ])('of “%s” since %s is refused with the mend', (at, since, says) => {
    const reply = digestAt({ briefing: briefing, at, since }, en);
    expect(reply.outcome).toBe('refused');
    expect(plain(reply, en)).toContain(says);
    expect(plain(reply, en)).toMatch(/write it as|choose a later/u);
  });
});

function headings({ blocks }: Reply): string[] {
  return blocks.flatMap((block) => (block.kind === 'heading' ? block.text : []));
}
