/** Whether a briefing's items hang together: ids, references, paragraphs and dates. No source is needed for it. */

import { nearest } from '../text/nearest.ts';
import { firstDayOf, isDay, lastDayOf } from './day.ts';
import { type Draft, everyItem, type Finding, type Placed, type Spot, within } from './draft.ts';
import { strayReferences } from './references.ts';
import type { Ref } from './refs.ts';

/** Pure. `counts` holds how many paragraphs each source has, where it is known. */
export function inconsistencies(draft: Draft, counts: ReadonlyMap<string, number>): Finding[] {
  return [
    ...doubleIds(draft),
    ...strayReferences(draft),
    ...strayParagraphs(draft, counts),
    ...wrongDates(draft),
    ...circles(draft),
    ...correctedTwice(draft),
    ...unworded(draft),
    ...wrongRevisions(draft),
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

function strayParagraphs(draft: Draft, counts: ReadonlyMap<string, number>): Finding[] {
  const cited = everyItem(draft).flatMap(({ item, at }) => ('refs' in item ? [{ refs: item.refs, at }] : []));
  if (draft.head) {
    const { item, at } = draft.head;
    cited.push({ refs: item.summary.refs, at: within(at, 'summary') });
  }
  for (const { item, at } of draft.lists.sources) {
    cited.push({ refs: (item.paragraphs ?? []).map((paragraph) => ({ source: item.id, paragraph })), at });
  }
  const known = new Set(draft.lists.sources.map(({ item }) => item.id));
  const isThere = ({ source, paragraph }: Ref) =>
    known.has(source) && paragraph <= (counts.get(source) ?? paragraph);
  return cited.flatMap(({ refs, at }) =>
    refs.flatMap((ref) => (isThere(ref) ? [] : strayRef(ref, within(at, 'paragraphs'), draft, counts))),
  );
}

function strayRef(
  ref: Ref,
  at: Spot,
  { lists, lost }: Draft,
  counts: ReadonlyMap<string, number>,
): Finding[] {
  const known = lists.sources.map(({ item }) => item.id);
  if (!known.includes(ref.source)) {
    if (lost.files.has('sources.yaml') || lost.ids.has(ref.source)) return [];
    const meant = nearest(ref.source, known);
    const expected = meant ? `did you mean '${meant}'?` : `one of ${known.join(', ') || 'none yet'}`;
    return [{ at, found: `no source has the id '${ref.source}'`, expected }];
  }
  const count = counts.get(ref.source);
  if (count === undefined || ref.paragraph <= count) return [];
  const which = ref.name === undefined ? 'the source' : `'${ref.source}'`;
  return [
    {
      at,
      found: `there is no paragraph ${ref.paragraph}`,
      expected: `${which} has paragraphs 1 to ${count}`,
    },
  ];
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
  return head ? [...findings, ...wrongMainDates(head, lists.events)] : findings;
}

function wrongMainDates(head: NonNullable<Draft['head']>, events: Draft['lists']['events']): Finding[] {
  const { from, to } = head.item.dates;
  const at = within(head.at, 'dates');
  if (to !== undefined && to < from)
    return [
      {
        at: within(at, 'to'),
        found: `it ends on ${to}, before it begins on ${from}`,
        expected: "'to' on or after 'from'",
      },
    ];
  const main = events.flatMap(({ item, at: place }) =>
    item.main && item.when && isDay(item.when.on) ? [{ when: item.when, at: place }] : [],
  );
  const outside = main
    .filter(
      ({ when }) => firstDayOf(when.on) < from || (to !== undefined && lastDayOf(when.until ?? when.on) > to),
    )
    .map(({ when, at: place }) => ({
      at: within(place, 'when', 'on'),
      found: `the main event's day ${when.on} lies outside the briefing's dates`,
      other: within(at, 'from'),
      expected: `a day ${to === undefined ? `on or after ${from}` : `from ${from} to ${to}`}, or mend the dates in briefing.yaml`,
    }));
  const bare = [from, to].flatMap((day, index) =>
    day === undefined || main.length === 0 || main.some(({ when }) => covers(when, day))
      ? []
      : [
          {
            at: within(at, index === 0 ? 'from' : 'to'),
            found: `no main event is on ${day}`,
            expected: "the first and the last day each with an event in events.yaml that says 'main: true'",
          },
        ],
  );
  return [...outside, ...bare];
}

/** What takes the place of something cannot in turn be replaced by it. */
function circles({ lists }: Draft): Finding[] {
  const items = inTime(lists);
  const replaced = new Map(
    items.map(({ item }) => [item.id, [...item.supersedes, ...(item.corrects ? [item.corrects.item] : [])]]),
  );
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    (replaced.get(from) ?? []).some(
      (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
    );
  return items
    .filter(({ item }) => reaches(item.id, item.id))
    .map(({ item, at }) => ({
      at: within(at, item.supersedes.length > 0 ? 'supersedes' : 'corrects'),
      found: `'${item.id}' takes the place of itself in the end`,
      expected: "name in 'supersedes' and 'corrects' only what was there before",
    }));
}

/** What is right stands once: a correction that was wrong is corrected in its turn. */
function correctedTwice({ lists }: Draft): Finding[] {
  const first = new Map<string, string>();
  return inTime(lists).flatMap(({ item, at }) => {
    const corrected = item.corrects?.item;
    if (corrected === undefined) return [];
    const other = first.get(corrected);
    first.set(corrected, other ?? item.id);
    return other === undefined
      ? []
      : [
          {
            at: within(at, 'corrects', 'item'),
            found: `'${corrected}' is corrected by '${other}' already`,
            expected: `name '${other}' here, if this puts it right, or leave one of the two corrections out`,
          },
        ];
  });
}

const IN_TIME = [
  'statements',
  'events',
  'deals',
  'figures',
  'positions',
  'background',
  'keyPoints',
  'notes',
] as const;

/** All of them, of whichever kind: what they have of time and wording is the same. */
function inTime(lists: Draft['lists']): Placed<Draft['lists']['events'][number]['item']>[] {
  return IN_TIME.flatMap((key) => [...lists[key]] as Placed<Draft['lists']['events'][number]['item']>[]);
}

/** Only a draft by rules may have no words yet; it says then on which span of the source it rests. */
function unworded({ lists }: Draft): Finding[] {
  return inTime(lists)
    .filter(({ item }) => item.text === '' && item.from === undefined)
    .map(({ at }) => ({
      at: within(at, 'text'),
      found: "'text' is empty",
      expected: "write it in our own words; only a draft may leave it empty, and says 'from' where it rests",
    }));
}

function wrongRevisions({ lists }: Draft): Finding[] {
  return lists.revisions
    .filter(({ item }, index) => item.number !== index + 1)
    .map(({ item, at }) => ({
      at: within(at, 'number'),
      found: `revision ${item.number} stands out of order`,
      expected: 'leave this file to npm run release: revisions count from 1, the first first',
    }));
}

function covers(when: { readonly on: string; readonly until?: string | undefined }, day: string): boolean {
  return firstDayOf(when.on) <= day && day <= lastDayOf(when.until ?? when.on);
}
