/** What somebody means by what they typed: a command, a name, a question, or a mistyped command. */

import type { Command } from '../../commands/command.ts';
import { COMMANDS } from '../../commands/list.ts';
import type { Briefing } from '../briefing/briefing.ts';
import type { Talk } from '../show/talk.ts';
import { isMistyped } from '../text/edits.ts';
import { fold, nameWords, plainLine } from '../text/fold.ts';
import { isEmojiAlone, withoutMarkup } from '../text/markup.ts';
import { type Apart, apart } from '../words/apart.ts';
import { type Found, findAnything } from '../words/find.ts';
import { leaningOf } from '../words/leaning.ts';
import { indexOf } from '../words/names.ts';
import { datesWritten, isDate } from '../words/numeric-dates.ts';
import { namesParagraphs } from '../words/paragraphs.ts';
import { isSentence } from '../words/sentence-like.ts';
import { type Errand, errandOf } from '../words/to-the-bot.ts';
import { topicWords } from '../words/topic-words.ts';

export type Parsed =
  | { readonly kind: 'command'; readonly command: Command; readonly rest: string }
  /** A bare name: of one, or of several among whom to choose. */
  | { readonly kind: 'person'; readonly typed: string; readonly found: Found }
  /** One word that is no command and no name, with the commands it may be meant for. */
  | { readonly kind: 'mistyped'; readonly typed: string; readonly near: readonly Near[] }
  | { readonly kind: 'question'; readonly question: string }
  /** Words that lean on what was asked before. */
  | ({ readonly kind: 'after' } & Apart)
  /** Words to the bot itself that no command answers. */
  | { readonly kind: 'errand'; readonly errand: Talk };

/** No command and no name is longer: what is longer is read as a question, and only as that. */
const LONGEST_COMMAND = 300;

/** What was nearly typed is offered as a control, which carries no more. */
const LONGEST_MISTYPED = 60;

type Name = Extract<Parsed, { kind: 'person' }>;

/** A command that was nearly typed, with the words that went with it. */
export type Near = { readonly command: Command; readonly rest: string };

/** Reads what was typed after `/kuril`, in a mention or in a direct message. Whatever it is, it is read as something. */
export function parse(typed: string, briefing: Briefing, commands: readonly Command[] = COMMANDS): Parsed {
  const words = withoutAddress(withoutMarkup(plainLine(typed)), briefing);
  const leaning = apart(words);
  if (leaning !== undefined) return { kind: 'after', ...leaning };
  if (words.length > LONGEST_COMMAND) return { kind: 'question', question: words };
  const bare = trimmed(words);
  if (bare === '') {
    if (isEmojiAlone(typed)) return { kind: 'errand', errand: 'thanks' };
    return questionMark(words, commands);
  }
  const errand = asErrand(bare, briefing, commands);
  if (errand !== undefined) return errand;
  if (leaningOf(bare) !== undefined) return { kind: 'errand', errand: 'which' };
  const command =
    asCommand(bare, words, briefing, commands) ??
    asParagraphs(bare, briefing, commands) ??
    asNews(bare, commands) ??
    aboutQuotations(bare, briefing, commands);
  if (command !== undefined) return command;
  const bySelf = asCalled(bare, briefing, commands);
  if (bySelf !== undefined) return bySelf;
  const name = asName(bare, briefing);
  if (name !== undefined && !isMisspelt(name.found)) return name;
  return asMistyped(bare, briefing, commands) ?? name ?? { kind: 'question', question: spoken(words) };
}

/** The commands that answer what is wanted of the bot itself. */
const DONE_BY = {
  help: 'help',
  stop: 'stop',
  pause: 'pause',
  resume: 'resume',
  unsubscribe: 'unsubscribe',
  settings: 'status',
  next: 'status',
  summary: 'overview',
  new: 'new',
} as const satisfies Partial<Record<Errand, Command['name']>>;

/** Words to the bot itself come before all else; but whoever bears such a word as a name is asked for by it. */
function asErrand(bare: string, briefing: Briefing, commands: readonly Command[]): Parsed | undefined {
  const errand = errandOf(bare);
  if (errand === undefined) return undefined;
  if (!isDoneBy(errand)) return isOtherName(bare, briefing) ? undefined : { kind: 'errand', errand };
  const command = commands.find(({ name }) => name === DONE_BY[errand]);
  return command && { kind: 'command', command, rest: '' };
}

function isDoneBy(errand: Errand): errand is keyof typeof DONE_BY {
  return Object.hasOwn(DONE_BY, errand);
}

/** 'kuril newsham': the command without its stroke, where what follows is a command or a name. */
function asCalled(bare: string, briefing: Briefing, commands: readonly Command[]): Parsed | undefined {
  const { first, rest } = split(bare);
  if (first !== briefing.command || rest === '' || findAnything(bare, briefing).kind !== 'none')
    return undefined;
  const parsed = parse(rest, briefing, commands);
  return parsed.kind === 'command' || parsed.kind === 'person' ? parsed : undefined;
}

/** 'Hey so I wanted to know what did Abe say': dictated words say that they ask before they do. */
function spoken(typed: string): string {
  const words = datesWritten(typed);
  if (isDate(words)) return `what happened on ${words}`;
  return words
    .replace(ANNOUNCING, '')
    .replace(/\s+if (?:he|she|they|it|anybody|anyone) (?:said|says) anything[\s.?!]*$/iu, '');
}

const ANNOUNCING =
  /^[^?!.]*\b(?:(?:want(?:ed)?|like|love|need) to (?:know|ask)|wondering|curious|tell me|my question is)[\s,]+(?:(?:like|um|uh|about|if you could tell me)[\s,]+)*(?=(?:what|who|whom|whose|when|where|why|how|which|did|does|is|are|was|were|will|has|have)\b)/iu;

/** Nothing asks for the overview, a bare question mark for help. */
function questionMark(words: string, commands: readonly Command[]): Parsed {
  const name = words.includes('?') ? 'help' : 'overview';
  const command = commands.find((one) => one.name === name) ?? commands[0];
  if (command === undefined) throw new Error('A bot has at least one command');
  return { kind: 'command', command, rest: '' };
}

/** The bot's own name, as it stands before the words in a mention or in a pasted command. */
function withoutAddress(words: string, briefing: Briefing): string {
  const address = new RegExp(
    `^(?:<[@#!][^<>]{1,100}>|@[^\\s@]{1,40}|/${briefing.command}(?![\\p{L}\\p{N}-])|/(?=\\p{L}))[\\s,:]*`,
    'iu',
  );
  let rest = words;
  for (let times = 0; times < MOST_ADDRESSES && address.test(rest); times++) rest = rest.replace(address, '');
  return rest;
}

const MOST_ADDRESSES = 3;

/** Without what stands around words without changing them: quotation marks, final stops, politeness. */
function trimmed(words: string): string {
  return words
    .replace(/^[^\p{L}\p{N}¶]+/u, '')
    .replace(/[\s?!.,;:…。！？、，*_~`"'“”‘’«»)\]}>]+$/u, '')
    .replace(/^(?:please|pls)[\s,]+/iu, '')
    .replace(/[\s,]+(?:please|pls|thanks|thank you)$/iu, '')
    .trim();
}

function asCommand(
  bare: string,
  words: string,
  briefing: Briefing,
  commands: readonly Command[],
): Parsed | undefined {
  for (const line of [bare, bare.replace(FILLERS, '')]) {
    const { first, rest } = split(line);
    const command = commands.find((one) => answersTo(one, first));
    if (command === undefined) continue;
    if (command.name === 'ask')
      return { kind: 'command', command, rest: split(words.replace(/^\W+/u, '')).rest };
    if (rest === '' || command.takes?.(rest, briefing, first)) return { kind: 'command', command, rest };
    if (command.kind === 'channel' && IDLE.test(rest)) return { kind: 'command', command, rest: '' };
  }
  return asCommandAtEnd(bare, briefing, commands);
}

/** 'What's new', 'anything new since 2026-03-12?' */
function asNews(bare: string, commands: readonly Command[]): Parsed | undefined {
  const said = NEWS.exec(bare);
  const command = commands.find(({ name }) => name === 'new');
  return said && command ? { kind: 'command', command, rest: said[1] ?? '' } : undefined;
}

const NEWS =
  /^(?:what(?:['’]?s| is| has)|anything|is there anything) (?:new|changed)(?:\s+(since\s+\d{4}-\d{2}-\d{2}))?$/iu;

/** '¶16', 'voa 16': a citation as it is shown, typed back. */
function asParagraphs(bare: string, briefing: Briefing, commands: readonly Command[]): Parsed | undefined {
  const command = commands.find(({ name }) => name === 'source');
  if (command === undefined || !namesParagraphs(bare, briefing)) return undefined;
  return { kind: 'command', command, rest: bare };
}

/** 'Names of the people quoted', 'is there a direct quote from Putin': what the lists answer by themselves. */
function aboutQuotations(bare: string, briefing: Briefing, commands: readonly Command[]): Parsed | undefined {
  const named = (name: string) => commands.find((one) => one.name === name);
  const folded = fold(bare);
  const [, of = ''] = OF_WHOM.exec(folded) ?? [];
  const quotes = named('quotes');
  if (quotes !== undefined && of !== '' && !isSentence(of) && quotes.takes?.(of, briefing))
    return { kind: 'command', command: quotes, rest: of };
  const people = named('people');
  return people !== undefined && WHO_IS_QUOTED.test(folded)
    ? { kind: 'command', command: people, rest: '' }
    : undefined;
}

const OF_WHOM =
  /^(?:is|are|was|were|does|do|has|have|any|list|give me|show me|find)\b.*\b(?:direct )?(?:quotes?|quotations?|direct speech) (?:from|by|of) (?:the )?(.+)$/u;
const WHO_IS_QUOTED =
  /^(?:names? of |list |list of |who (?:all )?(?:is|are|was|were|gets?|got) |which |what |how many )?(?:the |all )*(?:people|persons|sources|speakers|experts|everyone|everybody|who)?(?: who)?(?: is| are| was| were)? ?(?:directly )?quoted(?: in (?:the |this )?(?:article|piece|report|story|text|briefing|source))?$/u;

/** What people add to a command about the digest without meaning more by it. */
const IDLE = /^(?:me|us|it|here|now|(?:in |for )?this channel|(?:the |this )?digest)$/iu;

/** 'Putin quotes', 'Japan positions', 'islands map' */
function asCommandAtEnd(bare: string, briefing: Briefing, commands: readonly Command[]): Parsed | undefined {
  const [, rest = '', last = ''] = /^([^\n]+)\s(\S+)$/u.exec(bare) ?? [];
  if (rest === '' || isSentence(rest)) return undefined;
  const command = commands.find((one) => one.kind === 'reading' && answersTo(one, fold(last)));
  return command?.takes?.(rest, briefing) && command.name !== 'ask' && command.name !== 'person'
    ? { kind: 'command', command, rest }
    : undefined;
}

/** What people say before the name of what they want to see. */
const FILLERS =
  /^(?:(?:show|give|list|see|view|open|get|tell|read)\s+)?(?:me\s+)?(?:all\s+)?(?:of\s+)?(?:the\s+)?/iu;

function split(line: string): { readonly first: string; readonly rest: string } {
  const [, first = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/u.exec(line) ?? [];
  return { first: fold(first), rest: rest.trim() };
}

function answersTo(command: Command, word: string): boolean {
  return command.name === word || (command.aliases?.includes(word) ?? false);
}

/**
 * A whole name comes first, then a topic's, then other names. A mere word of a name ('economic') is not a name where
 * people use that word of a topic; nor is what reads like a sentence and is only nearly a name.
 */
function asName(bare: string, briefing: Briefing): Name | undefined {
  const found = findAnything(bare, briefing);
  const isWhole = found.kind !== 'none' && found.closeness === 'whole';
  const isName = isWhole || isOtherName(bare, briefing) || !(isSentence(bare) || isOfTopic(bare, briefing));
  return isName && found.kind !== 'none' ? { kind: 'person', typed: bare, found } : undefined;
}

function isMisspelt(found: Found): boolean {
  return found.kind !== 'none' && found.closeness.endsWith('mistyped');
}

function isOtherName(bare: string, briefing: Briefing): boolean {
  const name = nameWords(bare).join(' ');
  return indexOf(briefing).some(({ thing, otherNames }) => thing.kind !== 'topic' && otherNames.has(name));
}

function isOfTopic(bare: string, briefing: Briefing): boolean {
  return topicWords(briefing).has(fold(bare));
}

/** A word, or a command's word with what it takes after it, that is a letter or two away from a command. */
function asMistyped(bare: string, briefing: Briefing, commands: readonly Command[]): Parsed | undefined {
  if (bare.length > LONGEST_MISTYPED) return undefined;
  const { first, rest } = split(bare);
  const near = commands
    .filter(
      (command) =>
        !command.quiet && [command.name, ...(command.aliases ?? [])].some((name) => isMistyped(first, name)),
    )
    .filter((command) => rest === '' || (command.kind === 'reading' && command.takes?.(rest, briefing)))
    .map((command) => ({ command, rest }));
  return near.length === 0 ? undefined : { kind: 'mistyped', typed: bare, near };
}
