/** Briefings for the digest's tests: lists in memory, so that a property can grow and change them. */
import type { Briefing } from '../../src/briefing/briefing.ts';
import type { Content } from '../../src/briefing/content.ts';
import { indexed } from '../../src/briefing/indexed.ts';
import { FILES, type Head } from '../../src/briefing/schema.ts';

export type Lists = Omit<Content, 'head'>;

const HEAD: Head = FILES['briefing.yaml'].parse({
  id: 'kuril',
  title: 'The summit',
  command: 'kuril',
  about: 'The summit, in quotes and figures',
  summary: { text: 'They met.', paragraphs: [1] },
  dates: { from: '2016-12-15', to: '2016-12-16' },
  revision: { number: 1, date: '2026-01-01' },
  source: { what: 'A report', dateline: 'SEOUL', paragraphs: [1], reporter: 'reporter' },
  examples: ['What was signed?', 'Who spoke?', 'What is open?', 'What is next?'],
});

export function briefingOf(lists: Partial<Lists>, head: Partial<Head> = {}): Briefing {
  return indexed({ ...EMPTY, ...lists, head: { ...HEAD, ...head } }, 40);
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
    sides: FILES['sides.yaml'].parse([
      { id: 'here', name: 'Here', kind: 'government', paragraphs: [1] },
      { id: 'there', name: 'There', kind: 'government', paragraphs: [1] },
    ]),
    people: FILES['people.yaml'].parse(
      times(people, (i) => ({
        id: `person-${i}`,
        name: `Person ${i}`,
        role: `Role ${i}`,
        paragraphs: [i + 1],
      })),
    ),
    statements: FILES['statements.yaml'].parse([
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
    deals: FILES['deals.yaml'].parse(
      times(deals, (i) => ({
        id: `deal-${i}`,
        title: `Deal ${i}`,
        text: `They agreed on deal ${i}.`,
        parties: ['here', 'there'],
        subject: 'trade',
        paragraphs: [i + 1],
      })),
    ),
    figures: FILES['figures.yaml'].parse(
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
    positions: FILES['positions.yaml'].parse(
      times(issues, (i) => ({
        id: `position-${i}`,
        side: 'here',
        issue: `issue-${i}`,
        text: `Here wants issue ${i} settled.`,
        paragraphs: [i + 1],
      })),
    ),
    background: FILES['background.yaml'].parse(
      times(background, (i) => ({
        id: `background-${i}`,
        title: `Background ${i}`,
        text: `It is known that ${i}.`,
        paragraphs: [i + 1],
      })),
    ),
    keyPoints: FILES['key-points.yaml'].parse(
      times(keyPoints, (i) => ({ id: `point-${i}`, text: `Point ${i} matters.`, paragraphs: [i + 1] })),
    ),
  };
}

const EMPTY: Lists = {
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
  asks: [],
  unsaid: [],
};

function times<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}
