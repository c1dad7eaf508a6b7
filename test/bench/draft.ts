/**
 * How near the draft of an article comes to what an editor's hour made of it, and how long it takes. Four of the six
 * articles are worked with; of all the others, and of Kuril's where KURIL_SOURCE names its article, the sums alone count.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBriefing } from '../../src/briefing/load.ts';
import type { Article } from '../../src/drafting/article.ts';
import { draftOf } from '../../src/drafting/extract.ts';
import { readAny } from '../../src/drafting/reading/any.ts';
import { articleOf } from '../../src/drafting/reading/read.ts';
import { filesOf } from '../../src/drafting/write/briefing.ts';
import { LISTS, type List, measure, sumOf, type Tally } from '../drafting/measure.ts';
import type { Row } from './row.ts';

const ARTICLES = join(import.meta.dirname, '../ask/articles');
const KURIL = join(import.meta.dirname, '../../briefings/kuril');
const WORKED = ['court', 'strike', 'earnings', 'storm'];
const SCORED = ['match', 'recall'];

/** Least recall and least precision, in 100. */
const GOALS: Readonly<Record<List, readonly [number, number]>> = {
  people: [95, 92],
  organisations: [95, 92],
  quotations: [98, 98],
  reported: [80, 85],
  figures: [90, 92],
  events: [75, 80],
};
const MARKED = 90;

type Measured = { readonly lists: Record<List, Tally>; readonly unsure: number; readonly ms: number };

export async function benchDraft(): Promise<Row[]> {
  const of = (name: string) =>
    measured(join(ARTICLES, name, 'article.txt'), join(ARTICLES, name, 'briefing'));
  // What is loaded once, when the first article is read, is no time of an article.
  await of(WORKED[0]!);
  const worked: Measured[] = [];
  for (const name of WORKED) {
    const one = await of(name);
    worked.push(one);
    if (process.env.DRAFT_MISSES === name) tell(one);
  }
  const scored: Measured[] = [];
  for (const name of SCORED) scored.push(await of(name));
  const kuril = process.env.KURIL_SOURCE;
  return [
    ...rowsOf(`worked with (${WORKED.join(', ')})`, worked),
    ...rowsOf(`scored alone (${SCORED.join(', ')})`, scored),
    ...rowsOf('all six', [...worked, ...scored], GOALS),
    ...(kuril && existsSync(kuril) ? rowsOf("Kuril's article", [await measured(kuril, KURIL)], GOALS) : []),
  ];
}

async function measured(file: string, folder: string): Promise<Measured> {
  const read = loadBriefing(folder);
  if (read.kind !== 'loaded') throw new Error(`${folder} is no briefing: ${JSON.stringify(read)}`);
  const text = readFileSync(file, 'utf8');
  const before = process.cpuUsage();
  // Whoever drafts an article knows of which day it is: `npm run draft -- FILE --published DAY`.
  const given = read.briefing.sources[0]!.published?.slice(0, 10);
  const article: Article = articleOf(
    await readAny(file, text),
    given === undefined ? {} : { published: given },
  );
  const { published } = article.head;
  const draft = draftOf(article, published === undefined ? undefined : Temporal.PlainDate.from(published));
  filesOf('draft', draft, article, { id: 'report', rights: 'own' }, '2026-11-27');
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1_000;
  const { people, organisations, statements, figures, events } = draft;
  const made = [
    ...people.filter(({ unnamed }) => !unnamed),
    ...organisations,
    ...statements,
    ...figures,
    ...events.filter(({ when }) => when !== undefined),
  ];
  const unsure = made.filter(({ trust }) => trust !== 'sure').length;
  return { ms, unsure, lists: measure(draft, read.briefing) };
}

function rowsOf(name: string, all: readonly Measured[], goals?: typeof GOALS): Row[] {
  const sums = LISTS.map((list) => [list, sumOf(all.map(({ lists }) => lists[list]))] as const);
  const whole = sumOf(sums.map(([, sum]) => sum));
  return [
    ...sums.flatMap(([list, { wanted, found, made, right }]): Row[] => [
      share(`${name}: ${list} found, of ${wanted}`, found, wanted, goals?.[list][0]),
      share(`${name}: ${list} right, of ${made}`, right, made, goals?.[list][1]),
    ]),
    share(`${name}: of what is wrong, marked, of ${whole.wrong}`, whole.marked, whole.wrong, goals && MARKED),
    // What an editor looks at in vain.
    share(
      `${name}: of what is right, marked, of ${whole.right}`,
      all.reduce((sum, { unsure }) => sum + unsure, 0) - whole.marked,
      whole.right,
    ),
    {
      name: `${name}: the slowest article, in time of the processor`,
      value: Math.max(...all.map(({ ms }) => ms)),
      unit: 'ms',
      ...(goals && { most: 1_000 }),
    },
  ];
}

function share(name: string, count: number, of: number, least?: number): Row {
  return {
    name,
    value: of === 0 ? 100 : (100 * count) / of,
    unit: '%',
    ...(least !== undefined && { least }),
  };
}

/** Of an article that is worked with: what was missed, and what is wrong. */
function tell({ lists }: Measured): void {
  for (const list of LISTS) console.error([`== ${list}`, ...lists[list].misses].join('\n'));
}
