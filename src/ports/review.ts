/** The editor's desk as its page knows it: what is to be looked at, and what became of an edit. No block, no platform. */
import type { Reply } from '../reply/reply.ts';

export const ITEM_KINDS = [
  'head',
  'person',
  'organisation',
  'place',
  'side',
  'statement',
  'event',
  'deal',
  'figure',
  'position',
  'background',
  'key-point',
  'note',
  'topic',
  'issue',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** A paragraph of a source, counted from 1. */
export type Cite = { readonly source: string; readonly paragraph: number };

/** An item as it stands in its file, and what has to be looked at in it. */
export type ReviewItem = {
  /** Unique in the briefing; of the head it is HEAD_ID. */
  readonly id: string;
  readonly kind: ItemKind;
  /** As its file has it. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Changes whenever the item does: an edit names what it was made on. */
  readonly was: string;
  readonly cites: readonly Cite[];
  /** The characters of the paragraph that it rests on. */
  readonly from?: Cite & { readonly start: number; readonly end: number };
  readonly by?: string;
  readonly doubt?: 'likely' | 'guess';
  readonly marks: readonly { readonly mark: string; readonly why: string }[];
  readonly faults: readonly string[];
};

/** What the head of the briefing goes by among the items: no id of an item can be this. */
export const HEAD_ID = '#head';

export type ReviewParagraph = {
  readonly number: number;
  /** Where the source's text is at hand. */
  readonly text?: string;
  readonly state: 'used' | 'skipped' | 'unused';
  /** Why it is skipped. */
  readonly why?: string;
};

export type ReviewSource = {
  readonly id: string;
  readonly name: string;
  readonly rights: string;
  readonly paragraphs: readonly ReviewParagraph[];
};

/** How much is left to do. */
export type Left = {
  /** Items by the rules that nobody has looked at. */
  readonly unseen: number;
  readonly marks: number;
  readonly unworded: number;
  readonly unused: number;
  readonly faults: number;
};

export type Sheet = {
  readonly id: string;
  readonly title: string;
  readonly command: string;
  /** The last release; 0 where there was none. */
  readonly revision: number;
  readonly sources: readonly ReviewSource[];
  readonly items: readonly ReviewItem[];
  /** Of no single item. */
  readonly faults: readonly string[];
  readonly left: Left;
};

/** A tab names itself; `token` takes the edit back. */
export type Saved =
  | { readonly kind: 'saved'; readonly sheet: Sheet; readonly undo: string; readonly at?: string }
  /** Somebody else changed the same item meanwhile: `sheet` is what stands there now. */
  | { readonly kind: 'conflict'; readonly why: string; readonly sheet: Sheet }
  /** The edit itself cannot be: nothing was changed. */
  | { readonly kind: 'refused'; readonly why: string }
  /** The disk refused: nothing was changed, and the same edit can be sent again. */
  | { readonly kind: 'unsaved'; readonly why: string };

/** What the edits would bring, without saving them. */
export type Tried =
  | {
      readonly kind: 'tried';
      readonly item?: ReviewItem;
      readonly faults: readonly string[];
      /** The answer as it would be; undefined while the briefing cannot be loaded. */
      readonly reply?: Reply;
    }
  | { readonly kind: 'refused'; readonly why: string };

export type ReleasedBriefing =
  | {
      readonly kind: 'released';
      readonly revision: number;
      /** What was done besides, and what is left to a person, line by line. */
      readonly told: readonly string[];
      /** Slack's manifest, where the command is new. */
      readonly manifest?: string;
      readonly sheet: Sheet;
    }
  | { readonly kind: 'unchanged'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string; readonly faults: readonly string[] };

export type BriefingOnDesk = { readonly id: string; readonly title: string };

/** What the page asks for. Edits come as JSON that nobody has looked at; what is none is refused with words. */
export interface Review {
  /** Whose name goes under an edit, unless the page gives another. */
  readonly editor: string;
  list(): readonly BriefingOnDesk[];
  sheet(id: string): Sheet | undefined;
  try(id: string, asked: unknown): Promise<Tried>;
  save(id: string, edit: unknown): Saved;
  undo(id: string, token: unknown): Saved;
  release(id: string): Promise<ReleasedBriefing>;
}
