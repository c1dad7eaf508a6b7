/** An office that a question gives to somebody who holds another: 'President Abe', 'the Japanese president'. */
import type { Briefing } from '../../briefing/briefing.ts';
import { nationKeys } from '../../words/nations.ts';
import { LEADERS, officeOf, officesIn, OFFICE_WAYS as WAYS } from '../../words/offices.ts';
import { mentionsIn } from './mentions.ts';
import type { Clash } from './verdict.ts';

type Office = Extract<Clash, { kind: 'office' }>;

/** Words that make another office of it. */
const NO_OTHER = '(?<!(?:former|ex|late|then|acting|deputy|vice|next|elect)[\\s-]+)(?<![\\p{L}-])';
const BEFORE_A_NAME = new RegExp(`${NO_OTHER}(${WAYS})\\.?\\s+(?:(?:mr|mrs|ms|dr)\\.?\\s+)?$`, 'iu');
const OF_A_NATION = new RegExp(`${NO_OTHER}(\\p{L}+)(?:['’]s?)?\\s+(${WAYS})(?![\\p{L}-])`, 'giu');
/** Most questions call nobody by an office. */
const ANY = new RegExp(WAYS, 'iu');

/** Undefined where nobody is called by an office that is not his, or what he is is not told. */
export function officeIn(typed: string, briefing: Briefing): Office | undefined {
  if (!ANY.test(typed)) return undefined;
  for (const mention of mentionsIn(typed, briefing)) {
    const [, said] = BEFORE_A_NAME.exec(typed.slice(0, mention.start)) ?? [];
    const [id, another] = [...mention.ids].filter((one) => briefing.named(one)?.kind === 'person');
    if (said === undefined || id === undefined || another !== undefined) continue;
    const held = officesOf(id, briefing);
    if (held.length > 0 && !held.includes(officeOf(said))) return { kind: 'office', said, is: id };
  }
  for (const [, nation = '', said = ''] of typed.matchAll(OF_A_NATION)) {
    const found = leaderOf(nation.toLowerCase(), officeOf(said), briefing);
    if (found !== undefined) return { kind: 'office', said, is: found };
  }
  return undefined;
}

function officesOf(id: string, briefing: Briefing): string[] {
  const named = briefing.named(id);
  if (named?.kind !== 'person' || named.item.unnamed) return [];
  return officesIn(named.item.role);
}

/** The only one who leads a country, where nobody of it holds the office that is meant. */
function leaderOf(nation: string, office: string, briefing: Briefing): string | undefined {
  const keys = nationKeys(nation);
  if (keys.length === 0 || !LEADERS.has(office)) return undefined;
  const theirs = briefing.people.filter(({ side, role, unnamed }) => {
    const told = [side === undefined ? '' : briefing.nameOf(side), ...role.split(/[^\p{L}]+/u)];
    return !unnamed && told.some((word) => nationKeys(word.toLowerCase()).some((key) => keys.includes(key)));
  });
  const leading = theirs.filter(({ id }) => officesOf(id, briefing).some((one) => LEADERS.has(one)));
  const [only, another] = leading;
  if (only === undefined || another !== undefined) return undefined;
  return theirs.some(({ id }) => officesOf(id, briefing).includes(office)) ? undefined : only.id;
}
