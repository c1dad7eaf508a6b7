/** A language model of the operator's own: it chooses among items by their numbers, and never writes a word. */

export type Choosing = {
  /** As it was typed: hostile, like all that is typed. */
  readonly question: string;
  /** What may be chosen, as text for the model alone; the first is number 1. */
  readonly items: readonly string[];
};

/** Why nothing was chosen, and the rules answer alone. */
export type Silence =
  /** It took longer than there is time. */
  | 'late'
  /** It could not be reached, or refused. */
  | 'failed'
  /** What it said is no choice: no JSON, a number that no item has, too long. */
  | 'wrong'
  /** It failed several times in a row, and is left alone for a while. */
  | 'resting'
  /** As many questions as it is asked at once are under way. */
  | 'busy';

export type Choice =
  /** Places among the items, from 0; the best first. */
  | { readonly kind: 'chosen'; readonly places: readonly number[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'silent'; readonly why: Silence };

export interface Chooser {
  /** Never throws, and is there within the time that answers may wait. */
  choose(choosing: Choosing): Promise<Choice>;
  /** Whether it is left alone because it failed. */
  rests(): boolean;
}
