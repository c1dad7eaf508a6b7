/** Whether a briefing's items hang together: ids, references, paragraphs and dates. No source is needed for it. */
import { firstDayOf, isDay, lastDayOf } from './day.ts';
import { type Draft, everyItem, type Finding, type Spot, within } from './draft.ts';
import { strayReferences } from './references.ts';

/** Pure. `paragraphCount` is the source's, where it is known. */
export function inconsistencies(draft: Draft, paragraphCount: number | undefined): Finding[] {
  return [
    ...doubleIds(draft),
    ...strayReferences(draft),
    ...strayParagraphs(draft, paragraphCount),
    ...wrongDates(draft),
    ...doubleAsks(draft),
  ];
}

function doubleIds(draft: Draft): Finding[] {
  const findings: Finding[] = [];
  const first = new Map<string, Spot>();
  for (const { item, at } of everyItem(draft)) {
    if (!('id' in item)) continue;
    const before = first.get(item.id);
    if (before === undefined) first.set(item.id, within(at, 'id'));
    else {
      findings.push({
        at: within(at, 'id'),
        found: `the id '${item.id}' is taken`,
        other: before,
        expected: 'give one of the two another id: ids are unique over all files of a briefing',
      });
    }
  }
  return findings;
}

/** A phrasing that stands under two items would say nothing about which of them answers it. */
function doubleAsks({ lists }: Draft): Finding[] {
  const findings: Finding[] = [];
  const first = new Map<string, Spot>();
  for (const { item, at } of [...lists.asks, ...lists.unsaid]) {
    for (const [index, ask] of item.asks.entries()) {
      const key = ask
        .toLowerCase()
        .replace(/[\s\p{P}]+/gu, ' ')
        .trim();
      const spot = within(at, 'asks', index);
      const before = first.get(key);
      if (before === undefined) first.set(key, spot);
      else {
        findings.push({
          at: spot,
          found: `'${ask}' is asked twice`,
          other: before,
          expected: 'keep it where it is answered best, and take it out of the other place',
        });
      }
    }
  }
  return findings;
}

function strayParagraphs(draft: Draft, count: number | undefined): Finding[] {
  if (count === undefined) return [];
  const cited = everyItem(draft).flatMap(({ item, at }) =>
    'paragraphs' in item ? [{ paragraphs: item.paragraphs, at: within(at, 'paragraphs') }] : [],
  );
  if (draft.head) {
    const { item, at } = draft.head;
    cited.push({ paragraphs: item.summary.paragraphs, at: within(at, 'summary', 'paragraphs') });
    cited.push({ paragraphs: item.source.paragraphs, at: within(at, 'source', 'paragraphs') });
  }
  return cited.flatMap(({ paragraphs, at }) =>
    [...paragraphs.entries()]
      .filter(([, paragraph]) => paragraph > count)
      .map(([index, paragraph]) => ({
        at: within(at, index),
        found: `there is no paragraph ${paragraph}`,
        expected: `the source has paragraphs 1 to ${count}`,
      })),
  );
}

function wrongDates({ head, lists }: Draft): Finding[] {
  const findings: Finding[] = [];
  for (const { item, at } of [...lists.statements, ...lists.events, ...lists.deals, ...lists.figures]) {
    if (!item.when) continue;
    const { on, until } = item.when;
    for (const [key, day] of [
      ['on', on],
      ['until', until],
    ] as const) {
      if (day !== undefined && !isDay(day)) {
        findings.push({
          at: within(at, 'when', key),
          found: `${day} is no day of the calendar`,
          expected: 'a date that exists: YYYY, YYYY-MM or YYYY-MM-DD',
        });
      }
    }
    if (until !== undefined && lastDayOf(until) < firstDayOf(on)) {
      findings.push({
        at: within(at, 'when', 'until'),
        found: `it ends in ${until}, before it begins in ${on}`,
        expected: "'until' on or after 'on'",
      });
    }
  }
  return head ? [...findings, ...wrongSummitDates(head, lists.events)] : findings;
}

function wrongSummitDates(head: NonNullable<Draft['head']>, events: Draft['lists']['events']): Finding[] {
  const { from, to } = head.item.dates;
  const at = within(head.at, 'dates');
  if (to < from)
    return [
      {
        at: within(at, 'to'),
        found: `it ends on ${to}, before it begins on ${from}`,
        expected: "'to' on or after 'from'",
      },
    ];
  const summit = events.filter(({ item }) => item.summit && isDay(item.when.on));
  const outside = summit
    .filter(({ item }) => firstDayOf(item.when.on) < from || lastDayOf(item.when.until ?? item.when.on) > to)
    .map((event) => ({
      at: within(event.at, 'when', 'on'),
      found: `the summit's day ${event.item.when.on} lies outside the briefing's dates`,
      other: within(at, 'from'),
      expected: `a day from ${from} to ${to}, or mend the dates in briefing.yaml`,
    }));
  const bare = (['from', 'to'] as const)
    .filter((key) => summit.length > 0 && !summit.some(({ item }) => covers(item.when, head.item.dates[key])))
    .map((key) => ({
      at: within(at, key),
      found: `no event of the summit is on ${head.item.dates[key]}`,
      expected: "the first and the last day each with an event in events.yaml that says 'summit: true'",
    }));
  return [...outside, ...bare];
}

function covers(when: { readonly on: string; readonly until?: string | undefined }, day: string): boolean {
  return firstDayOf(when.on) <= day && day <= lastDayOf(when.until ?? when.on);
}
