/** Deals and agreements, with those who make them and how far they have come. */

import { quantitiesIn } from '../../words/numbers.ts';
import type { DealState, FoundDeal } from '../draft.ts';
import type { Cast } from '../names/cast.ts';
import type { Read } from '../speech/said.ts';
import { titleOf } from './titles.ts';

/** Pure; in the order of the text. */
export function dealsIn(reads: readonly Read[], cast: Cast): FoundDeal[] {
  return reads.flatMap((read): FoundDeal[] => {
    const { sentence, line } = read;
    const told = outsideQuotes(read);
    const state = stateOf(told);
    if (!state) return [];
    const parties = partiesOf(read, cast);
    if (parties.length === 0) return [];
    const sum = quantitiesIn(told).find(({ kind }) => kind === 'money')?.shown;
    return [
      {
        from: { paragraph: line.number, start: sentence.start, end: sentence.end },
        paragraphs: [line.number],
        trust: 'likely',
        title: titleOf(sentence.text),
        text: sentence.text,
        parties,
        ...(sum ? { sum } : {}),
        ...(state === 'told' ? {} : { state }),
        inferred: [],
      },
    ];
  });
}

function outsideQuotes({ sentence }: Read): string {
  return sentence.pieces.map((piece) => (piece.kind === 'quote' ? '' : piece.text)).join(' ');
}

const THING =
  '(?:agreements?|deals?|contracts?|treaty|treaties|accords?|pacts?|memorandum|memoranda|settlements?|truce|ceasefire|partnerships?|joint venture)';
const SIGNED = new RegExp(`\\b(?:sign(?:ed|s)?|initial(?:l?ed)|ratif(?:ied|y))\\b.{0,60}\\b${THING}\\b`, 'i');
const AGREED = new RegExp(
  `\\b(?:reach(?:ed)?|struck|strike|clinch(?:ed)?|conclud(?:ed|e)|seal(?:ed)?|broker(?:ed)?|won|secured)\\b.{0,40}\\b${THING}\\b|\\bagreed (?:to (?:buy|sell|pay|merge|acquire|take over|lend|supply|provide|share|build|invest|settle|end|cut)|a|an|on|in principle)\\b|\\b(?:has|have|had) (?:bought|acquired|sold)\\b|\\b(?:bought|acquired|took over)\\b.{0,50}\\bfor\\s\\p{Sc}?\\s?\\d`,
  'iu',
);
const OFF = new RegExp(
  `\\b(?:walked away|pulled out|withdrew|called off|scrapped|abandoned|broke off|collapsed|fell through|tore up|terminated)\\b.{0,60}\\b(?:${THING.slice(3, -1)}|talks|negotiations|takeover|merger|bid)\\b`,
  'i',
);
const NONE =
  /\b(?:without|no|not|unable|failed|fail|possible|if|whether|hopes?|seek(?:s|ing)?|might|could|would|future|unless|until|before|ballot)\b/i;

function stateOf(text: string): DealState | 'told' | undefined {
  if (OFF.test(text)) return 'off';
  const signed = SIGNED.exec(text);
  if (signed && !NONE.test(signed[0]) && !/\b(?:not|unable|failed)\b/i.test(text.slice(0, signed.index)))
    return 'signed';
  const agreed = AGREED.exec(text);
  if (
    agreed &&
    !NONE.test(agreed[0]) &&
    !/\b(?:not|unable|failed|never)\s(?:\w+\s)?$/i.test(text.slice(0, agreed.index))
  )
    return 'agreed';
  return undefined;
}

/** Those named in the sentence who can make a deal: organisations first, else people, else countries. */
function partiesOf({ sentence, line }: Read, cast: Cast): string[] {
  const inside = cast.at(line).filter(({ from }) => {
    const { start } = line.words[from]!;
    return start >= sentence.start && start < sentence.end;
  });
  const of = (kind: string) => [
    ...new Set(inside.filter(({ entity }) => entity.kind === kind).map(({ entity }) => entity.id)),
  ];
  const organisations = of('organisation');
  return organisations.length > 0 ? organisations.slice(0, 6) : of('person').slice(0, 4);
}
