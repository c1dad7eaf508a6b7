/** Whether two items of two sources are about the same: by name, word for word, or by most of their words. */
import { stemmer } from '@orama/stemmers/english';
import { fold } from '../../text/fold.ts';
import type { Item } from './items.ts';

/** So much of all their words two sentences have in common that tell the same. */
const SAME = 0.7;
/** And so much where they tell of the same matter, perhaps otherwise. */
const NEAR = 0.5;

/** Pure. People, bodies, places, sides and topics go by their names. */
export function sameNamed(one: Item, other: Item): boolean {
  const [mine, its] = [namesOf(one), namesOf(other)];
  return (
    fold(String(one.name)) === fold(String(other.name)) ||
    (mine.some((name) => name.includes(' ') && its.includes(name)) &&
      one.unnamed !== true &&
      other.unnamed !== true)
  );
}

function namesOf(item: Item): string[] {
  const also = (item.names as { also?: readonly string[] } | undefined)?.also ?? [];
  return [String(item.name), ...also].map(fold);
}

/** Pure. What is said already: the same words of the same person, or a sentence that tells the same with the same numbers. */
export function sameMatter(file: string, one: Item, other: Item): boolean {
  if (file === 'skipped.yaml' || file === 'notes.yaml' || file === 'issues.yaml')
    return file === 'issues.yaml' && fold(String(one.name)) === fold(String(other.name));
  if (one.mode !== other.mode) return false;
  const [mine, its] = [String(one.text ?? ''), String(other.text ?? '')];
  if (mine === '' || its === '') return false;
  if (one.mode === 'direct') return fold(mine) === fold(its) && sharesSpeaker(one, other);
  if (one.mode === 'reported' && !sharesSpeaker(one, other)) return false;
  if (file === 'figures.yaml' && JSON.stringify(one.value) !== JSON.stringify(other.value)) return false;
  return numbersOf(mine) === numbersOf(its) && likeness(mine, its) >= SAME;
}

/** Pure. The same matter with other numbers, another day or another state. */
export function differsOnly(file: string, one: Item, other: Item): boolean {
  if (one.mode === 'direct' || other.mode === 'direct' || file === 'skipped.yaml') return false;
  const [mine, its] = [String(one.text ?? ''), String(other.text ?? '')];
  return mine !== '' && its !== '' && numbersOf(mine) !== numbersOf(its) && likeness(mine, its) >= NEAR;
}

function sharesSpeaker(one: Item, other: Item): boolean {
  const its = (other.speakers ?? []) as readonly string[];
  return ((one.speakers ?? []) as readonly string[]).some((id) => its.includes(id));
}

function numbersOf(text: string): string {
  return (text.match(/\d+(?:[.,]\d+)*/g) ?? []).sort().join(' ');
}

/** Words in common of all that either has. */
function likeness(one: string, other: string): number {
  const [mine, its] = [stemsOf(one), stemsOf(other)];
  const shared = [...mine].filter((stem) => its.has(stem)).length;
  return shared / (mine.size + its.size - shared || 1);
}

function stemsOf(text: string): ReadonlySet<string> {
  const known =
    stems.get(text) ??
    new Set(
      fold(text)
        .split(' ')
        .filter((word) => word.length > 2 && !/^\d/.test(word))
        .map((word) => stemmer(word)),
    );
  stems.set(text, known);
  if (stems.size > MOST_KEPT) stems.delete(stems.keys().next().value!);
  return known;
}

const MOST_KEPT = 5_000;
const stems = new Map<string, ReadonlySet<string>>();
