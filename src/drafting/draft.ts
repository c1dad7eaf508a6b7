/** What the rules found in an article: plain data, before it is anybody's briefing. */

/** Characters of a paragraph, counted from 0; the end is not included. Paragraphs are counted from 1. */
export type Span = { readonly paragraph: number; readonly start: number; readonly end: number };

/**
 * How far a rule can be trusted: `sure` where the words themselves say it, `likely` where they nearly do, `guess` where
 * it was taken from the sentence or the paragraph before. Whatever is not sure is marked for an editor.
 */
export type Trust = 'sure' | 'likely' | 'guess';

export type Found = { readonly from: Span; readonly paragraphs: readonly number[]; readonly trust: Trust };

/** What our words say and the paragraph does not say in so many words. */
export type Inference = { readonly says: string; readonly why: string };

export type Gender = 'f' | 'm';

export type Post = { readonly role: string; readonly organisation?: string };

export type FoundPerson = Found & {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'group' | 'reporter';
  readonly unnamed: boolean;
  readonly also: readonly string[];
  readonly role: string;
  readonly former: readonly Post[];
  readonly organisation?: string;
  readonly gender?: Gender;
};

export type FoundOrganisation = Found & {
  readonly id: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly what: string;
};

export type FoundPlace = Found & {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly at?: readonly [number, number];
  readonly inferred: readonly Inference[];
};

export type FoundWhen = { readonly on: string; readonly until?: string };

export type FoundStatement = Found & {
  readonly mode: 'direct' | 'reported';
  /** The spoken words alone, or the sentence that reports. */
  readonly text: string;
  /** Ids of people and organisations. */
  readonly speakers: readonly string[];
  /** Who tells it, where it is not the writer: 'according to a Japanese official'. */
  readonly via?: string;
  readonly inferred: readonly Inference[];
  readonly when?: FoundWhen;
  readonly setting?: string;
};

export type Amount =
  | number
  | { readonly from: number; readonly to: number }
  | { readonly part: number; readonly of: number };

export type FoundFigure = Found & {
  readonly value: Amount;
  readonly unit: string;
  readonly shown: string;
  readonly of: string;
  readonly text: string;
  readonly inferred: readonly Inference[];
};

export type FoundEvent = Found & {
  readonly title: string;
  readonly text: string;
  readonly when?: FoundWhen;
  readonly place?: string;
  readonly inferred: readonly Inference[];
};

export type DealState = 'announced' | 'agreed' | 'signed' | 'in-force' | 'off';

export type FoundDeal = Found & {
  readonly title: string;
  readonly text: string;
  readonly parties: readonly string[];
  readonly sum?: string;
  readonly state?: DealState;
  readonly when?: FoundWhen;
  readonly inferred: readonly Inference[];
};

export type FoundText = Found & { readonly title: string; readonly text: string };

export type FoundSide = Found & {
  readonly id: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly kind: 'government' | 'people' | 'observers' | 'other';
  /** Ids of the people and organisations that stand for it. */
  readonly members: readonly string[];
};

export type FoundTopic = { readonly id: string; readonly name: string; readonly words: readonly string[] };

export type FoundPosition = Found & {
  readonly side: string;
  readonly issue: string;
  readonly text: string;
  readonly according?: string;
  readonly inferred: readonly Inference[];
};

export type Skip = { readonly paragraphs: readonly number[]; readonly why: string };

export type FoundNote = Found & { readonly kind: 'duplicate' | 'wording'; readonly text: string };

export type Draft = {
  readonly people: readonly FoundPerson[];
  readonly organisations: readonly FoundOrganisation[];
  readonly places: readonly FoundPlace[];
  readonly sides: readonly FoundSide[];
  readonly statements: readonly FoundStatement[];
  readonly figures: readonly FoundFigure[];
  readonly events: readonly FoundEvent[];
  readonly deals: readonly FoundDeal[];
  readonly background: readonly FoundText[];
  readonly keyPoints: readonly FoundText[];
  readonly topics: readonly FoundTopic[];
  readonly positions: readonly FoundPosition[];
  readonly skipped: readonly Skip[];
  readonly notes: readonly FoundNote[];
};
