/**
 * What the bot answers, with no word of Slack or Discord in it.
 * Every text that leaves the bot is a `Reply`; a platform's renderer turns it into bodies within that platform's limits.
 */

/** A run of text. A plain string is shown letter by letter: a renderer escapes it, it is never markup. */
export type Span =
  | string
  | { readonly bold: string }
  | { readonly italic: string }
  | { readonly code: string }
  /**
   * The paragraphs that the words before it rest on, shown as [¶ 16, 18] or [VOA ¶ 16; Kremlin ¶ 3]; and the id of the
   * item that those words are.
   */
  | { readonly cite: readonly Cite[]; readonly item?: string }
  /** A moment, shown in `zone`, or by the platform's own date token where it has one. `at` is epoch milliseconds. */
  | { readonly instant: number; readonly zone: string }
  /** Somebody on the platform, by the platform's own id; shown as a name, never as a ping. */
  | { readonly user: string }
  /** A group of people on the platform that the channel chose to be called, by the platform's own id. */
  | { readonly group: string };

export type Text = readonly Span[];

/** A paragraph of a source. */
export type Cite = {
  /** The source's id. */
  readonly source: string;
  /** Counted from 1. */
  readonly paragraph: number;
  /** How the source is called; left out where the briefing has only one. */
  readonly name?: string;
};

/** Something to press: pressing it is typing `says`. */
export type Choice = {
  /** What is shown on the control. */
  readonly label: string;
  /** The words that it stands for, as a person would type them after the command. */
  readonly says: string;
  /** The briefing that it is put to, by its id, where that is not the one that the reply is about. */
  readonly briefing?: string;
  /** The words for those who type, where the control's carry more than a person would; else they are the same. */
  readonly types?: string;
  /** One line more, where the platform can show it (menus). */
  readonly description?: string;
  readonly style?: 'primary' | 'danger';
};

export type Fact = { readonly label: string; readonly value: Text };

/** Which picture, in the words of the pictures' port: `map`, `timeline`, `quote:ITEM`. */
export type PictureName = string;

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: Text }
  /** Yes or no to what was claimed, in fixed words, before what the source says. */
  | { readonly kind: 'verdict'; readonly verdict: VerdictKind; readonly text: Text }
  /** Direct speech, verbatim. `by` says who, in what role and where; never an opinion about the words. */
  | {
      readonly kind: 'quotation';
      readonly words: string;
      readonly by: Text;
      readonly cite: readonly Cite[];
      /** The item's id. */
      readonly item?: string;
    }
  /** With `sideBySide` they are held against each other, and stand beside each other where a platform has columns. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[]; readonly sideBySide?: true }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | {
      readonly kind: 'picture';
      readonly picture: PictureName;
      readonly briefing: string;
      readonly alt: string;
    }
  | {
      readonly kind: 'menu';
      readonly placeholder: string;
      readonly choices: readonly Choice[];
      /** What leads to all of them at once, for those who type. */
      readonly types?: string;
    }
  | { readonly kind: 'buttons'; readonly buttons: readonly Choice[] }
  /** Small print. With `reasons`, why words that are marked above are inferred: a view may leave it for a control. */
  | { readonly kind: 'note'; readonly text: Text; readonly reasons?: readonly Reason[] };

/** Why words that the source does not have are there; `marks` are the words as they are shown, with their mark. */
export type Reason = { readonly says: string; readonly why: string; readonly marks: readonly string[] };

export type VerdictKind = 'no' | 'yes' | 'partly';

/** An item that stands near a question without answering it. */
export type Near = { readonly id: string; readonly cites: readonly Cite[] };

/** How the answer relates to what was asked; the contract's five words. */
export type Outcome = 'answered' | 'not_covered' | 'help' | 'refused' | 'done';

export type Reply = {
  readonly outcome: Outcome;
  readonly blocks: readonly Block[];
  /** Whether the asker is offered a button that shows this answer to the whole channel. */
  readonly shareable: boolean;
  /** A quiet control under it, by which a reader says that something is wrong with it or missing. */
  readonly flag?: Choice;
  /** The words that lead to it by themselves, where those that were typed lean on the conversation before them. */
  readonly words?: string;
  /** Its first view, where that is not simply how it begins. */
  readonly brief?: Brief;
  /** Where the question claimed something and the source decides it. */
  readonly verdict?: VerdictKind;
  /** Where there is no answer, or only one that is marked: the nearest items besides, the nearest first. */
  readonly nearest?: readonly Near[];
  /** Something went wrong on our side: the reference under which the log has it. */
  readonly fault?: string;
  /** It was said a moment ago: a message, which needs no answer, gets none; a command or a control is answered. */
  readonly again?: true;
};

/** What of an answer is shown first. What is left out is as in the whole answer. */
export type Brief = {
  readonly blocks?: readonly Block[];
  /** What stands on the control that leads to the rest. */
  readonly more?: string;
  /** False where the answer is about paragraphs itself, and needs no way to them. */
  readonly sources?: false;
};

/** A block of the kind, by name: `BlockOf<'menu'>`. */
export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;
