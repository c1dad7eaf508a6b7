/** What a question asks for: the sort of value that an answer has to hold. */
import ways from '../../words/data/en/slots.json' with { type: 'json' };

export type SlotKind = keyof typeof ways;

export type Slot = {
  readonly kind: SlotKind;
  /** What is counted, as typed, in small letters: 'joint military exercises'. Empty for other kinds. */
  readonly of: string;
  /** The question in small letters: a number that stands in it is not the one that is asked for. */
  readonly words: string;
};

/** The longer way is meant: 'how many days' asks for a length of time, 'how many' for a number. */
const WAYS = Object.entries(ways)
  .flatMap(([kind, list]) => list.map((way) => ({ kind: kind as SlotKind, way, apart: ` ${way} ` })))
  .sort((one, other) => other.way.length - one.way.length);

/** Ends what is counted: 'how many people | live there'. */
const VERB =
  /\s(?:did|do|does|was|were|is|are|has|have|had|will|would|can|could|should|in|on|at|that|who|which|between|from|there|to|with|by|for|under|of the|voted|took|came|went|got|live|lived|signed|made)\b.*$/;

/** Undefined where nothing of the kind is asked for. The first such words of a question say what it asks. */
export function slotOf(question: string): Slot | undefined {
  const words = question
    .toLowerCase()
    .replace(/[’`]/gu, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
  const apart = ` ${words} `;
  let first: { readonly kind: SlotKind; readonly way: string; readonly at: number } | undefined;
  for (const { kind, way, apart: asked } of WAYS) {
    const at = apart.indexOf(asked);
    if (at >= 0 && (first === undefined || at < first.at)) first = { kind, way, at };
  }
  if (first === undefined) return undefined;
  const of =
    first.kind === 'count'
      ? words
          .slice(first.at + first.way.length)
          .trim()
          .replace(VERB, '')
      : '';
  return { kind: first.kind, of, words };
}
