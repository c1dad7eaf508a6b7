/** Briefings for the digest's tests: lists in memory, so that a property can grow and change them. */
import type { Briefing } from '../../src/briefing/briefing.ts';
import type { Content } from '../../src/briefing/content.ts';
import { indexed } from '../../src/briefing/indexed.ts';
import { inMemory } from '../../src/briefing/resolve.ts';
import { FILES, type Head, type Revision } from '../../src/briefing/schema.ts';
import { sourceOf } from '../../src/briefing/source.ts';

export type Lists = Omit<Content, 'head'>;

const SOURCE = sourceOf(FILES['sources.yaml'].parse([{ id: 'report' }])[0]!, {
  sha256: '',
  paragraphs: Array.from({ length: 40 }, (_, at) => [at]),
  sentences: [],
  commas: [],
  earlier: {},
});

/** A file's list as it is in memory: each paragraph with its source. */
function items<File extends keyof typeof FILES, Item>(file: File, list: readonly object[]): Item[] {
  return (FILES[file].parse(list) as object[]).map((item) => inMemory(item, [{ id: 'report' }]).item as Item);
}

const IN_FILE = FILES['briefing.yaml'].parse({
  id: 'kuril',
  title: 'The summit',
  command: 'kuril',
  about: 'The summit, in quotes and figures',
  summary: { text: 'They met.', paragraphs: [1] },
  dates: { from: '2016-12-15', to: '2016-12-16' },
  examples: ['What was signed?', 'Who spoke?', 'What is open?', 'What is next?'],
});
const HEAD: Head = {
  ...IN_FILE,
  summary: inMemory(IN_FILE.summary, [{ id: 'report' }]).item as Head['summary'],
};

export function briefingOf(lists: Partial<Lists>, head: Partial<Head> = {}): Briefing {
  return indexed({ ...EMPTY, ...lists, head: { ...HEAD, ...head } }, [SOURCE]);
}

/** The releases up to a number, of which none says what it changed. */
export function revisionsTo(number: number): Revision[] {
  const dates = Array.from({ length: number }, (_, at) => ({
    number: at + 1,
    date: `2026-0${Math.min(at + 1, 9)}-01`,
  }));
  return FILES['revisions.yaml'].parse(dates);
}

/** Lists of so many items each, told apart by their numbers. */
export function listsOf(count: {
  readonly people?: number;
  readonly quotations?: number;
  readonly deals?: number;
  readonly figures?: number;
  readonly issues?: number;
  readonly background?: number;
  readonly keyPoints?: number;
}): Lists {
  const {
    people = 0,
    quotations = 0,
    deals = 0,
    figures = 0,
    issues = 0,
    background = 0,
    keyPoints = 0,
  } = count;
  return {
    ...EMPTY,
    sides: items('sides.yaml', [
      { id: 'here', name: 'Here', kind: 'government', paragraphs: [1] },
      { id: 'there', name: 'There', kind: 'government', paragraphs: [1] },
    ]),
    people: items(
      'people.yaml',
      times(people, (i) => ({
        id: `person-${i}`,
        name: `Person ${i}`,
        role: `Role ${i}`,
        paragraphs: [i + 1],
      })),
    ),
    statements: items('statements.yaml', [
      ...times(people === 0 ? 0 : quotations, (i) => ({
        id: `quote-${i}`,
        speakers: [`person-${i % people}`],
        mode: 'direct',
        text: `words number ${i}`,
        about: `matter ${i}`,
        paragraphs: [i + 1],
      })),
      ...times(people, (i) => ({
        id: `report-${i}`,
        speakers: [`person-${i}`],
        mode: 'reported',
        text: `Something number ${i} holds.`,
        about: `matter ${i}`,
        paragraphs: [i + 1],
      })),
    ]),
    deals: items(
      'deals.yaml',
      times(deals, (i) => ({
        id: `deal-${i}`,
        title: `Deal ${i}`,
        text: `They agreed on deal ${i}.`,
        parties: ['here', 'there'],
        subject: 'trade',
        paragraphs: [i + 1],
      })),
    ),
    figures: items(
      'figures.yaml',
      times(figures, (i) => ({
        id: `figure-${i}`,
        value: i,
        unit: 'things',
        shown: `${i} things`,
        of: 'things',
        text: `There are ${i} things.`,
        paragraphs: [i + 1],
      })),
    ),
    issues: FILES['issues.yaml'].parse(times(issues, (i) => ({ id: `issue-${i}`, name: `Issue ${i}` }))),
    positions: items(
      'positions.yaml',
      times(issues, (i) => ({
        id: `position-${i}`,
        side: 'here',
        issue: `issue-${i}`,
        text: `Here wants issue ${i} settled.`,
        paragraphs: [i + 1],
      })),
    ),
    background: items(
      'background.yaml',
      times(background, (i) => ({
        id: `background-${i}`,
        title: `Background ${i}`,
        text: `It is known that ${i}.`,
        paragraphs: [i + 1],
      })),
    ),
    keyPoints: items(
      'key-points.yaml',
      times(keyPoints, (i) => ({ id: `point-${i}`, text: `Point ${i} matters.`, paragraphs: [i + 1] })),
    ),
  };
}

const EMPTY: Lists = {
  sources: [],
  revisions: revisionsTo(1),
  sides: [],
  people: [],
  organisations: [],
  places: [],
  statements: [],
  events: [],
  deals: [],
  figures: [],
  issues: [],
  positions: [],
  background: [],
  keyPoints: [],
  topics: [],
  notes: [],
  skipped: [],
};

function times<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}
