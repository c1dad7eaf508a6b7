/** Offices, and the ways of calling each: a PM is a prime minister, and a CFO the finance chief. */
import offices from './data/en/offices.json' with { type: 'json' };

/** Each way of calling an office, and which it is: what is called otherwise is another. */
export const OFFICES: ReadonlyMap<string, string> = new Map(
  offices.all.flatMap((ways) => ways.map((way) => [way, ways[0] ?? way] as const)),
);
export const LEADERS: ReadonlySet<string> = new Set(offices.leaders);
/** All ways as one pattern, the longest first. */
export const OFFICE_WAYS = [...OFFICES.keys()].sort((one, other) => other.length - one.length).join('|');

const IN_A_ROLE = new RegExp(`(?<![\\p{L}-])(?:${OFFICE_WAYS})(?![\\p{L}-])`, 'giu');

export function officeOf(way: string): string {
  return OFFICES.get(way.toLowerCase()) ?? way.toLowerCase();
}

/** The offices that a role tells of, each by its first way. */
export function officesIn(role: string): string[] {
  return [...role.matchAll(IN_A_ROLE)].map(([way]) => officeOf(way));
}

/** A role, and every other way of calling its offices; of a country's leader, whom a premier is not always, only what is short for it or written out. */
export function withWays(role: string): string[] {
  const told = [...role.matchAll(IN_A_ROLE)].map(([way]) => way.toLowerCase());
  const ways = told.flatMap((own) =>
    [...OFFICES].filter(([way, office]) => {
      if (office !== officeOf(own) || way === own) return false;
      return !LEADERS.has(office) || isShort(way, own);
    }),
  );
  return [role, ...ways.map(([way]) => way)];
}

/** 'PM' of 'prime minister', either way round. */
function isShort(one: string, other: string): boolean {
  const initials = (way: string) => way.replace(/(\p{L})\p{L}*\s*/gu, '$1');
  return initials(one) === other || initials(other) === one;
}
