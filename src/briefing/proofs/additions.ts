/** What no article gives, names in other scripts and coordinates, is said to be inferred. */
import { type Finding, type Placed, within } from '../draft.ts';
import type { Inferred, Names } from '../schema.ts';
import type { Proof } from './proof.ts';

export const additions: Proof = ({ lists }) => [
  ...[...lists.sides, ...lists.people, ...lists.organisations, ...lists.places].flatMap(otherScripts),
  ...lists.places.flatMap(({ item, at }): Finding[] => {
    if (!item.at) return [];
    const given = new Set(
      item.inferred.flatMap(({ says }) => says.match(/-?\d+(\.\d+)?/g) ?? []).map(Number),
    );
    if (item.at.every((degrees) => given.has(degrees))) return [];
    return [
      {
        at: within(at, 'at'),
        found: `the coordinates ${item.at.join(', ')} stand in no article`,
        expected: `say them under 'inferred': { says: "${item.at.join(', ')}", why: … }`,
      },
    ];
  }),
];

const SCRIPTS = ['ja', 'ru', 'ko', 'zh'] as const;

function otherScripts({
  item,
  at,
}: Placed<{ readonly names: Names; readonly inferred: readonly Inferred[] }>): Finding[] {
  return SCRIPTS.flatMap((script): Finding[] => {
    const name = item.names[script];
    if (name === undefined || item.inferred.some(({ says }) => says.includes(name))) return [];
    return [
      {
        at: within(at, 'names', script),
        found: `the name '${name}' is not marked as inferred`,
        expected: `say it under 'inferred', with the reason`,
      },
    ];
  });
}
