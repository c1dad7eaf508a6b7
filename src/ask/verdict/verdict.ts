/** What a verdict is: plain data, with no words of the bot's own. */
import type { Claim } from '../../briefing/briefing.ts';
import type { When } from '../../briefing/schema.ts';

/** `said` is the asker's own letters, `is` a slice of the item's text, or an id where it says so. */
export type Clash =
  | { readonly kind: 'number'; readonly said: string; readonly is: string }
  | { readonly kind: 'date'; readonly said: string; readonly is: string | When }
  | { readonly kind: 'name'; readonly said: string; readonly is: string }
  /** `is`: ids of those whose words they are. */
  | { readonly kind: 'speaker'; readonly said: string; readonly is: readonly string[] }
  /** `is`: the id of somebody who is called by an office that is not his. */
  | { readonly kind: 'office'; readonly said: string; readonly is: string }
  /** The words in quotation marks are not those that were spoken. */
  | { readonly kind: 'words'; readonly difference: readonly Difference[] }
  /** A word that says the opposite, or claims more: 'will' for 'may'. */
  | { readonly kind: 'word'; readonly said: string; readonly is: string }
  /** Denied what the source says (`is` 'so'), or said what it denies (`is` 'not-so'), or what somebody in it says, by his id. */
  | { readonly kind: 'negation'; readonly is: 'so' | 'not-so'; readonly by?: string };

/** One place where words differ: `said` is empty where they are left out, `is` where they are put in. */
export type Difference = { readonly said: string; readonly is: string };

/** What one item decides. */
export type Ruling =
  | { readonly verdict: 'no'; readonly clash: Clash; readonly item: Claim }
  /** Only where the item says that very thing. */
  | { readonly verdict: 'yes'; readonly item: Claim }
  /** So far as `short` tells: not that it is the only one; reported, and no quotation. */
  | { readonly verdict: 'partly'; readonly short: 'only' | 'reported'; readonly item: Claim };

export type Verdict =
  | Ruling
  /** Neither yes nor no: `words` of the question that what is shown does not have; none where only its words are others. */
  | { readonly verdict: 'partly'; readonly short: 'unsaid'; readonly words: readonly string[] }
  /** Asked who it is, of somebody whom the source does not name. */
  | { readonly verdict: 'partly'; readonly short: 'unnamed' };
