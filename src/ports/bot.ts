import type { Reply, Span } from '../reply/reply.ts';
import type { MessagesFor } from '../show/messages/messages.ts';
import { known, type Learned, type Rank, type Room, type Standing } from './rights.ts';

/** Where something was asked. */
export type Place = {
  readonly platform: 'slack' | 'discord' | 'playground' | 'terminal';
  /** Slack's team, Discord's guild; empty in a direct message on Discord, and in the terminal. */
  readonly workspace: string;
  readonly channel: string;
  readonly kind: 'channel' | 'direct';
};

/** Who asked, and what the platform says of them; what they may do is in rights.ts alone. */
export type Person = {
  /** The platform's own id. */
  readonly id: string;
  /** What this person is here at least, known without asking. */
  readonly rank: Rank;
  /** What this person is here; asked of the platform only where it matters. */
  readonly exactRank: () => Promise<Learned<Rank>>;
  /** The kind of room that this is; asked of the platform only where it matters. */
  readonly room: () => Promise<Learned<Room>>;
};

/** Somebody of whom nothing has to be asked. */
export function knownPerson(id: string, { rank, room }: Standing): Person {
  return { id, rank, exactRank: async () => known(rank), room: async () => known(room) };
}

/** Who did something, and where: all that counting it takes. */
export type Who = { readonly place: Place; readonly person: Pick<Person, 'id'> };

/** One thing that a person typed or pressed. */
export type Ask = {
  /** The briefing's id. */
  readonly briefing: string;
  /** What was typed after the command, untouched: it is hostile until shown otherwise. */
  readonly words: string;
  readonly place: Place;
  readonly person: Person;
  /** The language to answer in, as BCP 47 writes it: what the platform says of whoever asks. */
  readonly locale: string;
  /** Who reads the answer: only the asker, or whoever is in the room. */
  readonly readBy: 'asker' | 'everybody';
  /** When it was asked, in epoch milliseconds. */
  readonly at: number;
  /** A view shows it by itself, beside what somebody typed or pressed: it counts for nobody. */
  readonly unasked?: true;
};

/** A briefing as a platform needs it: to register a command, to name itself, to offer what to try. */
export type BriefingCard = {
  readonly id: string;
  /** The slash command, without the slash. */
  readonly command: string;
  readonly title: string;
  /** One line, at most 100 characters: Discord's and Slack's description of the command. */
  readonly about: string;
  /** Questions to try first. */
  readonly examples: readonly string[];
  /** Each source by its id: headline, publisher and day in one line. */
  readonly sources?: Readonly<Record<string, string>>;
  /** Which of the words that a question is about it speaks of. */
  readonly knows?: (words: string) => ReadonlySet<string>;
  /** What a platform shows beside the command as it is typed: '[people | quotes | … | or a question]'. */
  readonly usageHint?: string;
};

/** A word or words to complete what was typed. `says` is what is typed when it is chosen. */
export type Completion = { readonly label: string; readonly says: string };

/** The bot as the platforms see it: they know no briefing and no command. */
export interface Bot {
  /** In the order in which they are offered; the first is the one meant where none is named. */
  readonly briefings: readonly BriefingCard[];
  /** Answers; never throws. What went wrong on our side is a reply with a reference that the log has too. */
  respond(ask: Ask): Promise<Reply>;
  /**
   * The answer as the whole channel is shown it, with who shared it and what was asked above it. A reply that is not
   * `shareable` is for the asker alone. Never throws.
   */
  share(ask: Ask, by: Span): Promise<Reply>;
  /**
   * Whether nothing is done any more for whoever does so much, for a while. Asked once for each thing that somebody
   * did, before anything else: it counts.
   */
  ignores(who: Who): boolean;
  /** Whether words are completed for somebody, who may type so fast and no faster; each time counts. */
  completes(who: Who): boolean;
  /** Whether a platform may say something by itself, to what somebody did that is no question; it counts as one. */
  hasRoom(who: Who & Pick<Ask, 'readBy'>): Promise<boolean>;
  /** Answers from memory, for completion as a person types; at most `max`, the best first. */
  complete(briefing: string, typed: string, max: number, locale: string): readonly Completion[];
  /** What it says of its own accord, for what a platform has to say by itself. */
  readonly messagesFor: MessagesFor;
}
