/**
 * Reasons stood in the store as English sentences; they are codes with parameters from here on. What stands here and in
 * `data/reasons-in-words.json` is how they were worded then, and does not change with the catalogue. A sentence that is
 * not among them is kept in its words.
 */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Reason } from '../ports/reasons.ts';
import sentences from './data/reasons-in-words.json' with { type: 'json' };
import { reasonRead, reasonWritten } from './reasons.ts';
import type { Tables } from './tables.ts';

const COLUMNS = [
  ['delivery', 'why'],
  ['correction', 'why'],
  ['notice', 'why'],
  ['pause', 'why'],
  ['subscription', 'paused_why'],
] as const;

export const reasonsByCode: Migration = {
  async up(db: Kysely<Tables>) {
    for (const [table, column] of COLUMNS) {
      const [of, why] = [sql.table(table), sql.ref(column)];
      const { rows } = await sql<{ why: string }>`
        select distinct ${why} as why from ${of} where ${why} is not null`.execute(db);
      for (const { why: words } of rows) {
        if (words === '' || reasonRead(words).code !== 'words') continue;
        await sql`update ${of} set ${why} = ${reasonWritten(codeOf(words))} where ${why} = ${words}`.execute(
          db,
        );
      }
    }
  },
};

/** The reason that a sentence of an earlier version told. */
export function codeOf(words: string): Reason {
  for (const read of READERS) {
    const reason = read(words);
    if (reason !== undefined) return reason;
  }
  return { code: 'words', words };
}

/** What was filled into a sentence. */
const PLACES = /\{(\w+)\}/gu;

type Reader = (words: string) => Reason | undefined;

const HOURS = 3_600_000;

/** How a sentence was read, with what stands in it in the place of each pair of brackets. */
function reader(pattern: RegExp, reason: (found: readonly string[]) => Reason): Reader {
  return (words) => {
    const found = pattern.exec(words);
    return found === null ? undefined : reason(found.slice(1).map((one) => one ?? ''));
  };
}

const READERS: readonly Reader[] = [
  reader(/^The bot was not running when it was due, nor in the (.+) after it\.$/u, ([length = '']) => ({
    code: 'missed',
    graceMs: msOf(length),
  })),
  reader(/^It was a day off here: (.+)\.$/u, ([off = '']) => ({
    code: 'day-off',
    off: { kind: 'words', words: off },
  })),
  reader(/^It could not be sent within ([^:]+): (.+)$/u, ([length = '', why = '']) => ({
    code: 'not-in-time',
    graceMs: msOf(length),
    why: codeOf(capital(why)),
  })),
  reader(/^It was asked for at once, and is not tried again by itself: (.+)$/u, ([why = '']) => ({
    code: 'not-tried-again',
    why: codeOf(capital(why)),
  })),
  reader(/^All (\d+) have been shown, the briefing has not changed,/u, ([total = '']) => ({
    code: 'all-shown',
    total: Number(total),
  })),
  reader(/^The briefing (\S+) is no longer here\.$/u, ([briefing = '']) => ({
    code: 'briefing-gone',
    briefing,
  })),
  ...sentences.map(({ says, mend, reason }) => {
    const names = [...`${says} ${mend ?? ''}`.matchAll(PLACES)].map(([, name = '']) => name);
    const whole = mend === undefined ? '' : `(?: ${patternOf(mend)})?`;
    // What was seen in place of an answer stood behind the sentence, once more with a full stop.
    const pattern = new RegExp(`^${patternOf(says)}${whole}(?: \\((?<seen>[^()]+)\\)\\.?)?$`, 'u');
    return (words: string) => {
      const found = pattern.exec(words);
      if (found === null) return undefined;
      const named = names.flatMap((name, at) => (found[at + 1] === undefined ? [] : [[name, found[at + 1]]]));
      const seen = found.groups?.seen === undefined ? {} : { seen: found.groups.seen };
      return { ...reason, ...Object.fromEntries(named), ...seen } as Reason;
    };
  }),
];

function patternOf(sentence: string): string {
  return sentence
    .split(/\{\w+\}/u)
    .map((part) => RegExp.escape(part))
    .join('(\\S+?)');
}

/** '6 hours', 'hour', '90 minutes', 'minute' */
function msOf(length: string): number {
  const count = Number(/^\d+/u.exec(length)?.[0] ?? 1);
  return count * (length.includes('hour') ? HOURS : HOURS / 60);
}

function capital(why: string): string {
  return `${why[0]?.toUpperCase() ?? ''}${why.slice(1)}`;
}
