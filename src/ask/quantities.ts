/** The numbers that an item gives, read once. */
import type { Claim } from '../briefing/briefing.ts';
import { type Quantity, quantitiesIn } from '../words/numbers.ts';

const KNOWN = new WeakMap<Claim['item'], readonly Quantity[]>();

/** With their places in the item's text. */
export function quantitiesOf(item: Claim['item']): readonly Quantity[] {
  const known = KNOWN.get(item);
  if (known !== undefined) return known;
  const made = quantitiesIn(item.text);
  KNOWN.set(item, made);
  return made;
}
