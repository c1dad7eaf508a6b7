/** Forms of whole sentences: words in a row, where '(a|b)' is one of these and '[a|b]' one of these or none. */
import { z } from 'zod';
import { fold } from '../text/fold.ts';

const PART = String.raw`(?:[^\s()[\]|]+|\([^()[\]]+\)|\[[^()[\]]+\])`;

/** A list of forms in a data file. */
export const forms = z.array(z.string().regex(new RegExp(`^${PART}(?: +${PART})*$`, 'u'))).min(1);

/** As a pattern over folded words each of which ends in a space. */
export function anyOf(list: readonly string[]): string {
  return list.map((form) => (form.match(/\([^)]*\)|\[[^\]]*\]|\S+/gu) ?? []).map(partOf).join('')).join('|');
}

/** What anyOf's patterns are held against. */
export function inWords(typed: string): string {
  return `${fold(typed)} `;
}

function partOf(part: string): string {
  if (part.startsWith('[')) return `(?:${spaced(part)})?`;
  return part.startsWith('(') ? `(?:${spaced(part)})` : spaced(part);
}

function spaced(part: string): string {
  return part
    .replace(/[()[\]]/gu, '')
    .split('|')
    .map((words) => `${fold(words)} `)
    .join('|');
}
