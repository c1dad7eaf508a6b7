import { list, plural } from './wording.ts';

/** What a channel chooses to get of the briefing, and where that goes. */
export const choices = {
  gets: 'Gets',
  comes: 'Comes',
  /** 'only quotations and positions, on Security' */
  only(kinds: readonly string[], topics: readonly string[]): string {
    const what = kinds.length === 0 ? 'what there is' : list(kinds.map((kind) => KINDS[kind] ?? kind));
    const on =
      topics.length === 0
        ? ''
        : ` on ${plural(topics.length, { one: 'the topic', other: 'the topics' })} ${list(topics)}`;
    return `only ${what}${on}`;
  },
  itGets: (what: string) => `It gets ${what}; the rest is one button away.`,
  everything: 'everything',
  inThread: 'in a thread of its own',
  published: 'published to the servers that follow this channel',
  mention: 'with a mention of ',
  picture: 'with its picture card',
  asUsual: 'as a message in this channel',
  itComes: 'It comes ',
  nothingOfIt: (what: string) => `The briefing holds nothing of that now (${what}), so nothing was changed.`,
  unknown: (typed: string) => `I know no kind and no topic of the briefing that is called “${typed}”.`,
  noThreads: 'A thread of its own is to be had in a channel, on Slack and on Discord.',
  notHere: 'Publishing and mentions are to be had in a channel on Slack or Discord.',
  notOpened: 'The thread could not be opened, so the digest comes into this channel itself.',
  opening: (title: string) => `The digest of “${title}” comes here.`,
  kinds: 'Kinds: quotes, positions, deals, figures, background. Topics: ',
};

const KINDS: Readonly<Record<string, string>> = { quotes: 'quotations' };
