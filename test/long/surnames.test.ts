/** Two hundred family names that are also English words, borne by somebody of Kuril and of a drafted article. */
import { expect, test } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { told } from '../ask/articles.ts';
import { renamed } from '../ask/renamed.ts';
import { findsAllOf, SURNAMES } from '../ask/surnames.ts';
import { kuril } from '../kit/kuril.ts';

const { draft } = await told('court');

/** Ids of what answers; of a card whose. */
function found(question: string, briefing: Briefing): readonly string[] {
  const decision = ask(question, briefing);
  if (decision.kind !== 'answer') return [decision.kind];
  return decision.items.map((item) => (item.kind === 'card' ? item.named.item.name : item.item.id));
}

const questions = (name: string, first: string) => [
  `What did ${name} say?`,
  `What did ${first} ${name} say?`,
  `what did ${name.toLowerCase()} say`,
  `Who is ${first} ${name}?`,
];

test.each([
  ['Kuril', kuril(), 'Grant', 'Newsham'],
  ['the court', draft, 'Luis', 'Arrieta'],
] as const)(
  'whatever somebody is called, as much is found of him as before (%s)',
  (_, briefing, first, name) => {
    // A name that others of the article bear would be asked back.
    const borne = briefing.people.map((one) => one.name);
    const free = SURNAMES.filter((one) => !JSON.stringify(borne).includes(one));
    const before = questions(name, first).map((question) => found(question, briefing));
    expect(before.every(([one]) => one !== undefined && one !== 'decline')).toBe(true);
    const lost = free.flatMap((other) => {
      const there = renamed(briefing, name, other);
      return questions(other, first).flatMap((question, at) => {
        const now = found(question, there).map((one) => one.replace(other, name));
        return JSON.stringify(now) === JSON.stringify(before[at]) ? [] : [`${question}: ${now.join(', ')}`];
      });
    });
    expect(lost).toEqual([]);
  },
  120_000,
);

test.each(SURNAMES)('of somebody called %s, everything is found', findsAllOf);
