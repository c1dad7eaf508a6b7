/** `npm run asked`: what people asked, what was declined, what they opened next, and what they flagged. */

import { readConfig } from '../config.ts';
import { zoneOf } from '../digest/timetable/zones.ts';
import type { AskedRow } from '../ports/asked.ts';
import type { Messages } from '../show/messages/messages.ts';
import { createStore } from '../store/create.ts';
import { inform, print } from './inform.ts';
import { load } from './load.ts';
import type { Verb } from './verb.ts';

/** How many lines of each kind are printed. */
const MOST_LINES = 25;

export const asked: Verb = async (args, environment, say) => {
  const read = readConfig(environment, say, zoneOf);
  if (read.kind === 'faults') return refuse(2, ...read.faults);
  const briefings = load(environment, say);
  if (briefings === undefined) return 1;
  const [wanted, ...more] = args.filter((arg) => arg !== '--');
  if (more.length > 0) return refuse(2, say.asked.usage);
  const chosen = wanted === undefined ? briefings : briefings.filter(({ id }) => id === wanted);
  if (chosen.length === 0)
    return refuse(2, say.running.noBriefingOf(wanted ?? '', briefings.map(({ id }) => id).join(', ')));
  const created = await createStore(read.config.store, { now: Date.now });
  if (created.kind === 'refused') return refuse(1, created.why, created.mend);
  const { store } = created;
  try {
    for (const { id, title } of chosen) print(listed(title, await store.asked.rows(id), say));
    if (!read.config.keepAsked) print(say.asked.off);
    return 0;
  } finally {
    await store.close();
  }
};

/** One briefing's list, by what an editor does with it: what is missing first. */
export function listed(title: string, rows: readonly AskedRow[], say: Messages): string {
  if (rows.length === 0) return `${title}\n${say.asked.nothing}`;
  const of = (kind: AskedRow['kind'], detail?: string) =>
    rows.filter((row) => row.kind === kind && (detail === undefined || row.detail === detail));
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [say.asked.said, of('said').map((row) => say.asked.saidLine(row.detail, row.words, row.person))],
    [say.asked.flagged, of('flagged').map((row) => `${countOf(row)}  ${row.words} (${row.detail})`)],
    [say.asked.declined, of('asked', 'not_covered').map(lineOf)],
    [say.asked.answered, of('asked', 'answered').map(lineOf)],
    [say.asked.opened, of('opened').map((row) => `${countOf(row)}  ${row.words}  ->  ${row.detail}`)],
  ];
  const shown = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => {
      const left = lines.length - MOST_LINES;
      return [heading, ...lines.slice(0, MOST_LINES), ...(left > 0 ? [say.asked.more(left)] : [])].join('\n');
    });
  return [title, ...shown].join('\n\n');
}

function lineOf(row: AskedRow): string {
  return `${countOf(row)}  ${row.words}`;
}

function countOf({ count }: AskedRow): string {
  return String(count).padStart(5);
}

function refuse(code: number, ...sentences: readonly string[]): number {
  inform(...sentences);
  return code;
}
