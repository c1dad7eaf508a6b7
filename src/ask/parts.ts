/** All of a question: several sentences, lines or questions joined by 'and' are several, and each is answered. */
import { detected, language } from '../words/languages.ts';
import { firstIn } from '../words/phrase.ts';
import { tokensOf } from '../words/tokens.ts';
import { type Question, read } from './read.ts';
import type { Ready } from './ready.ts';

export type Part = { readonly typed: string; readonly question: Question };

/** More questions at once are taken as one. */
const MOST_PARTS = 4;
/** Longer texts are read as they stand. */
const LONGEST = 1_000;

/** At least one; a part that only says what else is asked ('and when?') is about what the one before it is about. */
export function partsOf(typed: string, ready: Ready): Part[] {
  const whole = { typed, question: read(typed, ready) };
  if (typed.length > LONGEST || whole.question.asked === 'compare') return [whole];
  const asking = sentencesOf(typed)
    .flatMap((sentence) => joinedIn(sentence, ready))
    .map((part) => ({ typed: part, question: read(part, ready) }))
    .filter(({ question }) => question.terms.length > 0 || question.asked !== 'what');
  const asked = asking.filter(
    ({ typed: part, question }) => question.asked !== 'what' || /[?？]\s*$/.test(part),
  );
  if (asked.length === 1 && asking.length > 1 && asked[0] !== undefined && hasMatter(asked[0].question))
    return asked;
  if (asked.length < 2 || asked.length > MOST_PARTS) return [whole];
  const parts: Part[] = [];
  for (const part of asked) {
    const before = parts.at(-1);
    parts.push(
      before === undefined || hasMatter(part.question)
        ? part
        : { ...part, question: carried(before.question, part.question) },
    );
  }
  return parts.filter(({ question }) => hasMatter(question)).length === parts.length ? parts : [whole];
}

function sentencesOf(typed: string): string[] {
  return typed
    .split(/(?<=[?？。！!])\s*|\n+|(?<=\p{Ll}{2}[.;])\s+(?=\p{Lu})/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** 'Who signed it and how much is it worth': where a question begins behind a joining word. */
function joinedIn(sentence: string, ready: Ready): string[] {
  const spoken = language(detected(sentence, ready.language.code));
  if (spoken.joining.size === 0) return [sentence];
  const begins = spoken.asks.flatMap(([, phrases]) =>
    phrases.filter(({ written }) => written.startsWith('^')),
  );
  const pieces = sentence.split(new RegExp(`,?\\s+(?:${[...spoken.joining].join('|')})\\s+`, 'iu'));
  const parts: string[] = [];
  for (const piece of pieces) {
    const words = tokensOf(piece, spoken)
      .map(({ word }) => word)
      .join(' ');
    const before = parts.at(-1);
    if (before === undefined || firstIn(begins, words) !== undefined) parts.push(piece);
    else parts[parts.length - 1] = `${before} ${joint(sentence, before, piece)} ${piece}`;
  }
  return parts;
}

/** The very words between two pieces. */
function joint(sentence: string, before: string, piece: string): string {
  const from = sentence.indexOf(before) + before.length;
  return sentence.slice(from, sentence.indexOf(piece, from)).trim();
}

function hasMatter({ terms }: Question): boolean {
  return terms.some(({ light }) => !light);
}

function carried(before: Question, question: Question): Question {
  return {
    ...before,
    asked: question.asked,
    typed: question.typed,
    speech: before.speech || question.speech,
  };
}
