/** How the questions of articles fare that the program was not made on: of drafts that nobody edited, and of edited ones. */
import { articleNames, type Told, told } from '../ask/articles.ts';
import { type Tally, tallyOf } from '../ask/fared.ts';
import type { Part } from '../ask/questions.ts';
import type { Row } from './row.ts';

const GOALS = { first: 80, near: 96, honest: 92, misleading: 2 };

/** Each article's questions that are worked with, and the total of those that are only scored. */
export async function benchAskArticles(): Promise<Row[]> {
  const all = await Promise.all(articleNames().map(told));
  return (['draft', 'reviewed'] as const).flatMap((which) => {
    const there = all.filter((one) => one[which] !== undefined);
    const tallies = (part: Part, those: readonly Told[]) =>
      those.map((one) =>
        tallyOf(
          one.questions.filter((question) => question.part === part),
          one[which]!,
        ),
      );
    const worked = there.flatMap((one) =>
      tallies('work', [one])
        .filter(({ of }) => of > 0)
        .flatMap((tally) => rowsOf(`${which} of ${one.name}, worked with`, tally)),
    );
    // Those that nobody reviewed came later, and are counted by themselves: the others' totals stay comparable.
    const scored = [there.filter(({ reviewed }) => reviewed), there.filter(({ reviewed }) => !reviewed)]
      .map((those, at) => ({ of: at === 0 ? 'the reviewed' : 'the later', sum: tallies('scored', those) }))
      .filter(({ sum }) => sum.some(({ of }) => of > 0));
    return [
      ...worked,
      ...scored.flatMap(({ of, sum }) => rowsOf(`${which}s of ${of}, scored`, sumOf(sum), GOALS)),
    ];
  });
}

export function rowsOf(name: string, tally: Tally, goals?: typeof GOALS): Row[] {
  const share = (count: number, of: number) => (of === 0 ? 0 : (100 * count) / of);
  const row = (what: string, count: number, of: number, least?: number): Row => ({
    name: `${name}: ${what}, of ${of}`,
    value: share(count, of),
    unit: '%',
    ...(least !== undefined && { least }),
  });
  return [
    row('right first and cited', tally.first, tally.answerable, goals?.first),
    row('within one tap', tally.withinOneTap, tally.answerable, goals?.near),
    row('declined or denied honestly', tally.honest, tally.unanswerable, goals?.honest),
    row('plain no to what is false', tally.plainNo, tally.false),
    { ...row('misleading', tally.misleading, tally.of), ...(goals && { most: goals.misleading }) },
  ];
}

export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, one) =>
      Object.fromEntries(
        (Object.keys(sum) as (keyof Tally)[]).map((key) => [key, sum[key] + one[key]]),
      ) as Tally,
  );
}
