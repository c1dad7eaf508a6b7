/** What somebody is: the post before or after the name, and what was one formerly. */
import { listOf } from '../data/lists.ts';
import type { Post } from '../draft.ts';
import { isCapital, type Word } from '../text/words.ts';
import type { Mention } from './mentions.ts';

export type Role = { readonly role: string; readonly former: readonly Post[] };

const LONGEST_ROLE = 14;

/** Pure. The fullest of what stands beside the mentions of a person. */
export function roleOf(mentions: readonly Mention[]): Role {
  const after = mentions.map(roleAfter).filter((it) => it !== '');
  const before = mentions.map(roleBefore).filter((it) => it !== '');
  const titles = mentions.map(titleOf).filter((it) => it !== '');
  const parties = /^\p{Lu}\p{L}+$/u;
  const said = [...after.filter((role) => !parties.test(role)), ...before, ...titles, ...after];
  const former = said
    .filter((role) => FORMER.test(role))
    .map((role) => ({ role: role.replace(FORMER, '').trim() }));
  const present = said.find((role) => !FORMER.test(role)) ?? '';
  return { role: present, former: former.slice(0, 1).filter(({ role }) => role !== '') };
}

const FORMER = /\b(?:former|formerly|ex-|late|then)\s*/i;

/** …, the TDWU's regional secretary, …  …, 54, who drives the No 72 … */
function roleAfter({ line: { text, words }, to }: Mention): string {
  if (words[to]?.text !== ',') return '';
  let from = to + 1;
  if (/^\d{1,3}$/.test(words[from]?.text ?? '') && words[from + 1]?.text === ',') from += 2;
  const first = words[from];
  if (!first) return '';
  const end = endOfApposition(words, from);
  const own = words.slice(from, end);
  // 'One of the group's founders'.
  const isOne = first.lower === 'one' && words[from + 1]?.lower === 'of';
  if (isOne && isAmong(own.slice(2)) && own.length <= LONGEST_ROLE)
    return text.slice(first.start, words[end - 1]!.end);
  const heads = own.filter(({ lower }) => listOf('roles').has(lower));
  if (heads.length === 0 && first.lower !== 'who') return '';
  if (first.lower === 'who') return whoClause(text, words, from);
  if (!headsRole(own) || own.length > LONGEST_ROLE) return '';
  const starts = /^(?:a|an|the)$/.test(first.lower) ? from + 1 : from;
  return starts < end ? text.slice(words[starts]!.start, words[end - 1]!.end) : '';
}

/** Several who are one thing: founders, members. */
function isAmong(own: readonly Word[]): boolean {
  return own.some(({ lower }) => /s$/.test(lower) && listOf('roles').has(lower.slice(0, -1)));
}

/** The noun before the first small joint is what somebody is: 'a fellow at the Forum', not 'the home of a fellow'. */
function headsRole(own: readonly Word[]): boolean {
  const stop = own.findIndex(({ lower }) => /^(?:of|at|for|in|with|from|to|on|and|based)$/.test(lower));
  const head = (stop < 0 ? own : own.slice(0, stop)).filter(({ kind }) => kind === 'word').at(-1);
  return head !== undefined && listOf('roles').has(head.lower);
}

function whoClause(text: string, words: readonly Word[], from: number): string {
  const verb = words[from + 1];
  if (
    !verb ||
    !/^(?:chairs|heads|leads|runs|owns|drives|teaches|directs|manages|represents|edits|coaches|commands|oversees|studies|works|wrote|founded|chaired|ran|led|headed)$/.test(
      verb.lower,
    )
  )
    return '';
  const end = endOfApposition(words, from);
  if (end - from > LONGEST_ROLE) return '';
  return text.slice(verb.start, words[end - 1]!.end);
}

function endOfApposition(words: readonly Word[], from: number): number {
  const end = words.findIndex(
    ({ text, lower, kind }, at) =>
      at > from &&
      (/^[,;:—–()"“”‘]$/.test(text) ||
        lower === 'who' ||
        lower === 'whose' ||
        (text === '.' && kind === 'sign') ||
        (lower === 'and' && /^(?:is|was|who)$/.test(words[at + 1]?.lower ?? ''))),
  );
  return end < 0 ? words.length : end;
}

/** Dunmore's chairman, Alan Bishop;  the striker Okafor;  finance director Maria Lopez */
function roleBefore({ line: { text, words }, from, lead }: Mention): string {
  let end = from - lead.length;
  const parted = words[end - 1]?.text === ',';
  if (parted) end -= 1;
  const head = words[end - 1];
  // 'The Environment Secretary, Tom Hale': a post with a capital is one where a comma parts it from the name.
  if (!head || !listOf('roles').has(head.lower) || (isCapital(head) && !parted)) return '';
  let start = end - 1;
  while (start > 0 && end - start < 8 && isOfRole(words[start - 1]!)) start--;
  while (start < end && /^(?:a|an|the|and|of|for|its|his|her|their)$/.test(words[start]!.lower)) start++;
  return start < end ? text.slice(words[start]!.start, words[end - 1]!.end) : '';
}

function isOfRole({ tag, kind, lower }: Word): boolean {
  if (kind === 'possessive') return true;
  if (kind !== 'word') return false;
  return (
    /^(?:NOUN|PROPN|ADJ)$/.test(tag) || /^(?:its|managing|acting|leading|operating|of|for|the)$/.test(lower)
  );
}

function titleOf({ lead }: Mention): string {
  const posts = lead.filter((word) => !listOf('forms-of-address').has(word));
  return posts.some((word) => listOf('titles').has(word)) ? posts.join(' ') : '';
}
