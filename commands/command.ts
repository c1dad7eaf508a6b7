import type { Briefing } from '../src/briefing/briefing.ts';
import type { Ask, Completion } from '../src/ports/bot.ts';
import type { Desk } from '../src/ports/desk.ts';
import type { Reply } from '../src/reply/reply.ts';

type Entry = {
  /** The first word that a person types. */
  readonly name: string;
  /** Other first words that mean the same. */
  readonly aliases?: readonly string[];
  /** As help shows it: `person NAME`. */
  readonly usage: string;
  /** One short sentence for help, the menu and completion; at most 75 characters. */
  readonly does: string;
  /** For platforms, not for people: left out of help, menus and completion. */
  readonly quiet?: true;
  /**
   * Whether `rest`, never empty, is meant for this command. Where it is not, the whole is a question: 'people' is a
   * command, 'people living on the islands' is not. `first` is the word that named the command. Left out where the
   * command takes no words.
   */
  takes?(rest: string, briefing: Briefing, first?: string): boolean;
  /** Completes `rest`; left out where the command takes no words. */
  complete?(rest: string, briefing: Briefing): readonly Completion[];
};

/** A command that answers from the briefing alone: pure, immediate, the same everywhere. */
export type ReadingCommand = Entry & {
  readonly kind: 'reading';
  /** `rest` is what was typed after the name, trimmed; `ask` says where and when. */
  read(rest: string, briefing: Briefing, ask: Ask): Reply;
};

/** A command about the channel's digest, answered at the digest's desk. */
export type ChannelCommand = Entry & {
  readonly kind: 'channel';
  act(rest: string, ask: Ask, desk: Desk): Promise<Reply>;
};

export type Command = ReadingCommand | ChannelCommand;
