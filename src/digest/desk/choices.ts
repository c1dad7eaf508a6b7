/** What is chosen after `subscribe` besides a timetable: what the channel gets, and where it goes. Pure. */
import type { Briefing, Thing } from '../../briefing/briefing.ts';
import type { Gets, Goes, Kind } from '../../ports/choices.ts';
import { find } from '../../words/find.ts';

/** What was asked for; what was not named stays as it is. */
export type WantedChoices = {
  readonly gets?: Gets | 'everything';
  readonly goes?: WantedGoes;
};

export type WantedGoes = {
  /** A thread, or a post of the forum, or neither. */
  readonly thread?: 'thread' | 'post' | 'none';
  readonly published?: boolean;
  /** A role's id; 'none' mentions nobody. */
  readonly mention?: string;
  readonly picture?: boolean;
};

export type ReadChoices =
  | { readonly kind: 'read'; readonly rest: string; readonly choices: WantedChoices; readonly words: string }
  /** Nothing of the briefing is called so; the nearest topics. */
  | { readonly kind: 'unknown'; readonly typed: string; readonly nearest: readonly Thing[] };

/** `words` are those that were taken out, for the ways on from whatever else is not clear. */
export function readChoices(typed: string, briefing: Briefing): ReadChoices {
  const taken: string[] = [];
  // A comma belongs to no word.
  let rest = typed.replace(/[,;](?=\s|$)/gu, ' ,');
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = pattern.exec(rest);
    if (found === null) return undefined;
    taken.push(found[0].trim());
    rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`.trim();
    return found;
  };
  const goes = readGoes(take);
  const everything = take(EVERYTHING) !== undefined;
  const only = ONLY.exec(rest);
  const named = Object.keys(goes).length === 0 ? {} : { goes };
  if (only === null || everything) {
    const gets = everything ? { gets: 'everything' as const } : {};
    return { kind: 'read', rest, choices: { ...named, ...gets }, words: taken.join(' ') };
  }
  const read = readOnly(rest.slice(only.index + only[0].length), briefing);
  if (read.kind === 'unknown') return read;
  return {
    kind: 'read',
    rest: `${rest.slice(0, only.index)} ${read.rest}`.trim(),
    choices: { ...named, gets: read.gets },
    words: [...taken, read.words].join(' '),
  };
}

const ONLY = /(?:^|\s)(?:with )?(?:only|just)(?=\s|$)/iu;
const EVERYTHING = /(?:^|\s)(?:only )?(?:everything|all of it|the whole briefing)(?=\s|$)/iu;

/** A mark at the end of a line may have been taken for punctuation. */
function readGoes(take: (pattern: RegExp) => RegExpExecArray | undefined): WantedGoes {
  const noThread = take(
    /(?:^|\s)(?:in the channel(?: itself)?|not in a thread|without a thread|no thread)(?=\s|$)/iu,
  );
  const post = take(/(?:^|\s)(?:in|as) a (?:forum )?post(?=\s|$)/iu);
  const thread = take(/(?:^|\s)in (?:a|its own) thread(?: of its own)?(?=\s|$)/iu);
  const unpublished = take(/(?:^|\s)(?:unpublished|not published)(?=\s|$)/iu);
  const published = take(/(?:^|\s)published(?=\s|$)/iu);
  const nobody = take(/(?:^|\s)(?:mention(?:ing)? (?:nobody|no one|none)|without a mention)(?=\s|$)/iu);
  const mention = take(
    /(?:^|\s)(?:mention(?:ing)? )?(?:<@&(\d{5,20})>?|<!subteam\^([A-Z0-9]{2,})(?:\|[^>]*)?>?)(?=\s|$)/iu,
  );
  const noPicture = take(/(?:^|\s)(?:without (?:a |the )?(?:picture|card)|no picture)(?=\s|$)/iu);
  const picture = take(/(?:^|\s)with (?:a |the |its )?(?:picture|card|picture card)(?=\s|$)/iu);
  const role = mention?.[1] ?? mention?.[2];
  return {
    ...(noThread && { thread: 'none' }),
    ...(post && { thread: 'post' }),
    ...(thread && { thread: 'thread' }),
    ...(unpublished && { published: false }),
    ...(published && { published: true }),
    ...(nobody && { mention: 'none' }),
    ...(role !== undefined && { mention: role }),
    ...(noPicture && { picture: false }),
    ...(picture && { picture: true }),
  };
}

/** Words for the kinds, as people say them. */
const WORDS: Readonly<Record<string, Kind>> = {
  ...{ quotes: 'quotes', quote: 'quotes', quotations: 'quotes', quotation: 'quotes' },
  ...{ positions: 'positions', position: 'positions', stances: 'positions' },
  ...{ deals: 'deals', deal: 'deals', agreements: 'deals', agreement: 'deals' },
  ...{ figures: 'figures', figure: 'figures', numbers: 'figures' },
  background: 'background',
};
const BETWEEN = new Set(['and', 'the', '&', 'of', 'or']);
const BEFORE_TOPIC = new Set(['topic', 'topics', 'about', 'on']);
/** The most words of a topic's name. */
const LONGEST_TOPIC = 6;

type ReadOnly =
  | { readonly kind: 'only'; readonly gets: Gets; readonly rest: string; readonly words: string }
  | Extract<ReadChoices, { kind: 'unknown' }>;

/** Kinds and topics in any order; what is neither is a time, a day or a place. */
function readOnly(typed: string, briefing: Briefing): ReadOnly {
  const tokens = typed.split(/[\s,;]+/u).filter((token) => token !== '');
  const kinds: Kind[] = [];
  const topics: string[] = [];
  const rest: string[] = [];
  const used: string[] = ['only'];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const plain = token.toLowerCase();
    if (BETWEEN.has(plain)) continue;
    const kind = Object.hasOwn(WORDS, plain) ? WORDS[plain] : undefined;
    if (kind !== undefined) {
      kinds.push(kind);
      used.push(kind);
      continue;
    }
    const named = BEFORE_TOPIC.has(plain);
    const topic = topicAt(tokens, named ? at + 1 : at, named, briefing);
    if (topic !== undefined) {
      topics.push(topic.id);
      used.push(`topic ${topic.name}`);
      at += topic.length - (named ? 0 : 1);
    } else if (named && !/^\d/u.test(tokens[at + 1] ?? '')) {
      const lost = tokens.slice(at + 1).join(' ');
      const found = find(lost, briefing, ['topic']);
      const nearest = found.kind === 'none' ? found.nearest : found.kind === 'several' ? found.things : [];
      return { kind: 'unknown', typed: lost === '' ? token : lost, nearest };
    } else rest.push(token);
  }
  if (kinds.length + topics.length === 0) return { kind: 'unknown', typed: typed.trim(), nearest: [] };
  const gets = { kinds: [...new Set(kinds)], topics: [...new Set(topics)] };
  return { kind: 'only', gets, rest: rest.join(' '), words: used.join(' ') };
}

/** The longest name of a topic from here on; a name that stands by itself has to be the topic's own. */
function topicAt(tokens: readonly string[], at: number, named: boolean, briefing: Briefing) {
  for (let length = Math.min(LONGEST_TOPIC, tokens.length - at); length > 0; length -= 1) {
    const found = find(tokens.slice(at, at + length).join(' '), briefing, ['topic']);
    if (found.kind !== 'one' || found.thing.kind !== 'topic') continue;
    if (named ? found.closeness.endsWith('mistyped') : found.closeness !== 'whole') continue;
    return { id: found.thing.item.id, name: found.thing.item.name, length };
  }
  return undefined;
}

/** What there was, with what is asked for; undefined where nothing is chosen. */
export function getsFrom(before: Gets | undefined, { gets }: WantedChoices): Gets | undefined {
  if (gets === undefined) return before;
  return gets === 'everything' ? undefined : gets;
}

/** A thread is opened once: where the channel has one, asking for it again changes nothing. */
export function opensThread(
  before: Goes | undefined,
  { goes }: WantedChoices,
): 'thread' | 'post' | undefined {
  const wanted = goes?.thread;
  return wanted === undefined || wanted === 'none' || before?.thread !== undefined ? undefined : wanted;
}

/** The thread stays; opening one is more than a choice. */
export function goesFrom(before: Goes | undefined, { goes = {} }: WantedChoices): Goes | undefined {
  const thread = goes.thread === 'none' ? undefined : before?.thread;
  const published = goes.published ?? before?.published;
  const mention = goes.mention === 'none' ? undefined : (goes.mention ?? before?.mention);
  const picture = goes.picture ?? before?.picture;
  const all: Goes = {
    ...(thread !== undefined && { thread }),
    ...(published === true && { published }),
    ...(mention !== undefined && { mention }),
    ...(picture === true && { picture }),
  };
  return Object.keys(all).length === 0 ? undefined : all;
}
