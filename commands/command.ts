import type { Briefing } from '../src/briefing/briefing.ts';
import type { Ask, Completion } from '../src/ports/bot.ts';
import type { Desk } from '../src/ports/desk.ts';
import type { Reply } from '../src/reply/reply.ts';
import type { Messages } from '../src/show/messages/messages.ts';

type Entry = {
  /** The first word that a person types. */
  readonly name: keyof Messages['commands'];
  /** Other first words that mean the same. */
  readonly aliases?: readonly string[];
  /** Its name alone asks for nothing: menus and completion leave it out. */
  readonly needsWords?: true;
  /** For platforms, not for people: left out of help, menus and completion. */
  readonly quiet?: true;
  /**
   * Whether `rest`, never empty, is meant for this command. Where it is not, the whole is a question: 'people' is a
   * command, 'people living on the islands' is not. `first` is the word that named the command. Left out where the
   * command takes no words.
   */
  takes?(rest: string, briefing: Briefing, first?: string): boolean;
  /** Completes `rest`; left out where the command takes no words. */
  complete?(rest: string, briefing: Briefing, say: Messages): readonly Completion[];
};

/** A command that answers from the briefing alone: pure, immediate, the same everywhere. */
export type ReadingCommand = Entry & {
  readonly kind: 'reading';
  /** `rest` is what was typed after the name, trimmed. It cannot see who asks: its answers are kept for everybody. */
  read(rest: string, briefing: Briefing, say: Messages): Reply;
  /**
   * What its bare name means in the channel where it was asked, as the words to read it with; undefined where that is
   * nothing of its own. It is asked only where the name came alone;
   * what it leads to is kept for nobody.
   */
  here?(ask: Ask, desk: Desk): Promise<string | undefined> | undefined;
};

/** A command about the channel's digest, answered at the digest's desk. */
export type ChannelCommand = Entry & {
  readonly kind: 'channel';
  act(rest: string, ask: Ask, desk: Desk): Promise<Reply>;
};

export type Command = ReadingCommand | ChannelCommand;
