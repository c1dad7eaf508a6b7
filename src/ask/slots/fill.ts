/** The value in an item that answers a question, letter by letter as the item has it. */
import type { Briefing, Claim } from '../../briefing/briefing.ts';
import type { When } from '../../briefing/schema.ts';
import { datesIn } from '../../words/dates.ts';
import type { Quantity, QuantityKind } from '../../words/numbers.ts';
import type { Span } from '../../words/span.ts';
import { stemOf } from '../../words/stem.ts';
import { quantitiesOf } from '../quantities.ts';
import type { Slot, SlotKind } from './slot.ts';

export type Filled =
  /** A slice of the item's text: `text.slice(start, end)` is `words`. */
  | (Span & { readonly kind: 'slice'; readonly words: string })
  /** The item's own date, where its text gives none. */
  | { readonly kind: 'when'; readonly when: When }
  /** Somebody or somewhere by id, where the text does not name them. */
  | { readonly kind: 'name'; readonly id: string };

const MEASURED: Readonly<Partial<Record<SlotKind, readonly QuantityKind[]>>> = {
  'time-of-day': ['time-of-day'],
  age: ['age'],
  share: ['percent', 'share'],
  money: ['money'],
  // 'How long' is asked of a strike and of a bridge.
  duration: ['duration', 'distance'],
  distance: ['distance'],
  speed: ['speed'],
  temperature: ['temperature'],
  weight: ['weight'],
  area: ['area'],
  score: ['score', 'share'],
  ordinal: ['ordinal'],
};

/** Undefined where the item has no such value: then it does not answer. */
export function fill(slot: Slot, claim: Claim, briefing: Briefing): Filled | undefined {
  const { text } = claim.item;
  const kinds = MEASURED[slot.kind];
  if (kinds !== undefined) {
    const found = quantitiesOf(claim.item).filter((one) => kinds.includes(one.kind) && !isTold(one, slot));
    const best = found.find(({ kind }) => kind === kinds[0]) ?? found[0];
    return best === undefined ? undefined : slice(text, best);
  }
  switch (slot.kind) {
    case 'count':
      return counted(slot, claim.item);
    case 'day':
      return dayIn(claim, slot);
    case 'place':
      return placeIn(claim, briefing);
    case 'cause':
      return causeIn(text);
    case 'wording':
      return claim.kind === 'statement' && claim.item.mode === 'direct'
        ? slice(text, { start: 0, end: text.length })
        : undefined;
    case 'name':
      return whoIn(claim, slot, briefing);
    default:
      return undefined;
  }
}

function slice(text: string, { start, end }: Span): Filled {
  return { kind: 'slice', start, end, words: text.slice(start, end) };
}

/** What the question itself says is not what it asks for. */
function isTold({ shown }: Quantity, { words }: Slot): boolean {
  return ` ${words} `.includes(
    ` ${shown
      .toLowerCase()
      .replace(/[^\p{L}\p{N}']+/gu, ' ')
      .trim()} `,
  );
}

/** A number of the very things; of parts of a whole, all of it: 'three of the five'. */
function counted(slot: Slot, item: Claim['item']): Filled | undefined {
  const { text } = item;
  const wanted = stemsOf(slot.of);
  const found = quantitiesOf(item).filter((one) => !isTold(one, slot));
  const best = found.find(
    ({ kind, unit, end }) =>
      (kind === 'count' && wanted.some((stem) => stemsOf(unit).includes(stem))) ||
      (kind === 'share' && wanted.some((stem) => stemsOf(text.slice(end, end + BEHIND)).includes(stem))),
  );
  return best === undefined ? undefined : slice(text, best);
}

/** How many letters behind a share may say of what it is. */
const BEHIND = 24;

function stemsOf(words: string): string[] {
  return (words.match(/\p{L}{3,}/gu) ?? []).map((word) => stemOf(word.toLowerCase()));
}

function dayIn({ item }: Claim, { words }: Slot): Filled | undefined {
  const found = datesIn(item.text).find(({ shown }) => !words.includes(shown.toLowerCase()));
  if (found !== undefined && found.date.kind === 'calendar') return slice(item.text, found);
  const when = 'when' in item ? item.when : undefined;
  if (when !== undefined) return { kind: 'when', when };
  return found === undefined ? undefined : slice(item.text, found);
}

function placeIn({ item }: Claim, briefing: Briefing): Filled | undefined {
  const id = 'place' in item ? item.place : undefined;
  if (id !== undefined) return named(id, item.text, briefing);
  const place = briefing.places.find(({ name }) => item.text.includes(name));
  return place === undefined ? undefined : named(place.id, item.text, briefing);
}

function whoIn(claim: Claim, { words }: Slot, briefing: Briefing): Filled | undefined {
  const { item } = claim;
  const ids = [
    ...('speakers' in item ? item.speakers : []),
    ...('parties' in item ? item.parties : []),
    ...briefing.everyNamed.filter(({ kind }) => kind !== 'place').map((one) => one.item.id),
  ];
  for (const [at, id] of ids.entries()) {
    const name = briefing.nameOf(id);
    const given = 'speakers' in item ? item.speakers.length : 'parties' in item ? item.parties.length : 0;
    if (words.includes(name.toLowerCase())) continue;
    if (at < given || item.text.includes(name)) return named(id, item.text, briefing);
  }
  return undefined;
}

/** As the text names it, or by its id. */
function named(id: string, text: string, briefing: Briefing): Filled {
  const name = briefing.nameOf(id);
  const at = text.indexOf(name);
  return at < 0 ? { kind: 'name', id } : slice(text, { start: at, end: at + name.length });
}

/** The clause that gives a reason, to where it ends. */
function causeIn(text: string): Filled | undefined {
  const cause =
    /(?<!\p{L})(?:because|since (?!\d)|due to|owing to|as a result of|in response to|so that)\s[^.;]*/iu.exec(
      text,
    );
  if (cause === null) return undefined;
  return slice(text, { start: cause.index, end: cause.index + cause[0].trimEnd().length });
}
