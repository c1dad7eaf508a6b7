import type { Choice, Text } from '../../../reply/reply.ts';
import { time } from './time.ts';
import { plural } from './wording.ts';

/** What an edition of the digest says around the briefing's own sentences: plain, short, calm. */
export const edition = {
  /** An old matter never stands behind today's date alone. */
  datedAbout: (date: string, about: string) => `${time.day(date)} · about what happened ${about}`,
  keyPoints: 'Key points',
  person: (name: string) => `Quoted: ${name}`,
  quotation: (speaker: string) => `In the words of ${speaker}`,
  on: (about: string) => `On ${about}:`,
  deal: (title: string) => `A deal: ${title}`,
  figure: (shown: string) => `A figure: ${shown}`,
  positions: (issue: string) => `Where they stand: ${issue}`,
  background: (title: string) => `Background: ${title}`,
  silent: (sides: string) => `${sides}: the source does not say.`,
  parties: 'Parties',
  subject: 'Subject',
  sum: 'Sum',
  date: 'Date',

  place: (place: number, total: number): Text => [`${place} of ${total}: each edition shows another.`],
  places: (from: number, to: number, total: number): Text => [
    `${from} to ${to} of ${total}: each edition shows others.`,
  ],
  lastThenOver: (total: number): Text => [
    `With this one all ${total} have been shown. The next edition starts over; `,
    { code: 'subscribe then stop' },
    ' ends the digest here.',
  ],
  lastThenQuiet: (total: number): Text => [
    `All ${total} have been shown. No further edition comes until the briefing changes; `,
    { code: 'subscribe start over' },
    ' begins again.',
  ],
  over: (total: number): Text => [`All ${total} have been shown; this is the first of them again.`],
  quiet: (total: number) =>
    `All ${total} have been shown, the briefing has not changed, and this channel asked for quiet then.`,

  nothingOfIt: 'The briefing holds nothing of what this channel chose, and nothing of it has changed.',
  nothingYet: 'The briefing holds nothing of what this channel chose yet.',
  recap: 'And in short',
  card: (title: string) => `A card: ${title}, and what this edition leads with`,
  theRest: { label: 'The rest of the briefing', says: 'overview' } as Choice,
  otherChanges: (count: number): Choice => ({
    label: plural(count, { one: 'One other change', other: `${count} other changes` }),
    says: 'new',
  }),

  briefingGone: (id: string) => `The briefing ${id} is no longer here.`,

  changedHeading: 'Changed since your last edition',
  changed: (revision: number, date: string, count: number) =>
    `${revised(revision, date)} ${plural(count, { one: 'One item', other: `${count} items` })} changed:`,
  changedNothing: (revision: number, date: string) => `${revised(revision, date)} No item changed.`,
  changedUnknown: (revision: number, date: string) =>
    `${revised(revision, date)} What it said before is not at hand, so the changes cannot be listed.`,
  marks: { added: 'Added', changed: 'Changed', removed: 'Removed' },
  /** What was removed, by its kind: its words are no longer kept. */
  gone: (kind: string) => `${GONE[kind] ?? 'an item'} that the briefing no longer holds.`,
  moreOf: (name: string) => `All from ${name}`,
  allDeals: 'All deals',
  allFigures: 'All figures',
  thisIssue: 'On this issue',
  source: (paragraph: number) => `Paragraph ${paragraph}`,
  people: 'People',
  allPositions: 'Positions',
  pause: 'Pause',
};

const GONE: Readonly<Record<string, string>> = {
  statement: 'a statement',
  event: 'an event',
  deal: 'a deal',
  figure: 'a figure',
  position: 'a position',
  background: 'a piece of background',
  'key-point': 'a key point',
  note: 'a note on the source',
};

function revised(revision: number, date: string): string {
  return `The briefing is now at revision ${revision} of ${time.when({ on: date })}.`;
}
