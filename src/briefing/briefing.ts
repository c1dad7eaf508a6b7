/** A briefing in memory: its items, and the ways in to them. Built once by `load.ts`, never changed. */
import type { Content } from './content.ts';
import type { Ref } from './refs.ts';
import type * as schema from './schema.ts';

/** Anything that can speak, be a party, or be asked about by name. */
export type Named =
  | { readonly kind: 'person'; readonly item: schema.Person }
  | { readonly kind: 'organisation'; readonly item: schema.Organisation }
  | { readonly kind: 'side'; readonly item: schema.Side }
  | { readonly kind: 'place'; readonly item: schema.Place };

/** Anything that has a name and an answer of its own. */
export type Thing = Named | { readonly kind: 'topic'; readonly item: schema.Topic };

/** A sentence of the briefing that can be shown, each with what it rests on. */
export type Claim =
  | { readonly kind: 'statement'; readonly item: schema.Statement }
  | { readonly kind: 'event'; readonly item: schema.Event }
  | { readonly kind: 'deal'; readonly item: schema.Deal }
  | { readonly kind: 'figure'; readonly item: schema.Figure }
  | { readonly kind: 'position'; readonly item: schema.Position }
  | { readonly kind: 'background'; readonly item: schema.Background }
  | { readonly kind: 'key-point'; readonly item: schema.KeyPoint }
  | { readonly kind: 'note'; readonly item: schema.Note };

/** How somebody appears in the source. */
export type Presence = 'quoted' | 'reported' | 'mentioned';

/** A source, and what is known of its paragraphs. */
export type Source = schema.Source & {
  /** How citations call it where there are several. */
  readonly shownAs: string;
  readonly paragraphCount: number;
  /** The paragraphs' texts where the source's text is at hand and may be shown, paragraph 1 at index 0. */
  readonly text?: readonly string[];
  /** What a paragraph is known by, whatever its number: eight hexadecimal digits. */
  tagOf(paragraph: number): string;
  /** The number that the paragraph with a tag has now; `gone` where it left; `undefined` where it never was there. */
  paragraphOf(tag: string): number | 'gone' | undefined;
};

export type Briefing = schema.Head &
  Omit<Content, 'head' | 'sources'> & {
    /** At least one. */
    readonly sources: readonly Source[];
    /** The newest release; number 0 where there was none yet. */
    readonly revision: { readonly number: number; readonly date: string };

    /** Every claim, in the order of the files. */
    readonly claims: readonly Claim[];
    /** Everybody and everything that has a name: people, organisations, sides, places. */
    readonly everyNamed: readonly Named[];
    /** Every paragraph of every source, in order. */
    readonly refs: readonly Ref[];
    source(id: string): Source | undefined;
    /** Somebody or something by its id. */
    named(id: string): Named | undefined;
    /** The name to show for an id of a person, an organisation, a side or a place. */
    nameOf(id: string): string;
    claim(id: string): Claim | undefined;
    topic(id: string): schema.Topic | undefined;
    issue(id: string): schema.Issue | undefined;
    /**
     * What somebody said, alone or with others, or told of others (`via`): direct speech first, each in the
     * order of the source. A direct quotation is never found by `via` alone.
     */
    saidBy(id: string): readonly schema.Statement[];
    /** The claims of a topic, in the order of the files. */
    onTopic(id: string): readonly Claim[];
    /** The claims that rest on a paragraph. */
    onParagraph(ref: Ref): readonly Claim[];
    presence(personId: string): Presence;
    /** Those of a list that stand as the present: neither superseded nor corrected. */
    present<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[];
    /** The claims that stand as the present: what questions are answered from. */
    readonly presentClaims: readonly Claim[];
    /** The claim that took the place of this one: it is history then. */
    supersededBy(id: string): Claim | undefined;
    /** The claim that puts this one right: it is never shown without it. */
    correctedBy(id: string): Claim | undefined;
  };
