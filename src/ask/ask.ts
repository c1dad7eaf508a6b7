/** A question in plain words, and what a briefing's items answer it: the only way into this part. */
import type { Briefing, Claim } from '../briefing/briefing.ts';
import { keyOf } from '../briefing/refs.ts';
import { type Chosen, withChosen } from './chosen.ts';
import { type Decided, decide, shownUnsure } from './decide.ts';
import { type Beside, type Decision, entryOf, type Item } from './decision.ts';
import { nearestOf } from './decline.ts';
import { partsOf } from './parts.ts';
import { type Question, read } from './read.ts';
import { type Ready, readyOf } from './ready.ts';
import { insteadIn } from './verdict/instead.ts';
import { verdictOn } from './verdict/judge.ts';
import { officeIn } from './verdict/office.ts';
import { unsaidIn } from './verdict/unsaid.ts';
import type { Ruling } from './verdict/verdict.ts';

/**
 * Decides about any text, of any length, at once and always the same: `chosen` is what a model chose for it before, and
 * an argument like the others. Never throws.
 */
export function ask(question: string, briefing: Briefing, chosen?: Chosen): Decision {
  return decisionOf(explained(question, briefing, chosen));
}

/** What all of a text's questions come to. */
export function decisionOf(parts: readonly Explained[]): Decision {
  const [first] = parts;
  if (first === undefined) return { kind: 'empty' };
  const told = parts.filter((part, at) => !parts.slice(0, at).some((before) => sameAnswer(before, part)));
  if (told.length === 1) return first.decided.decision;
  return {
    kind: 'several',
    parts: told.map(({ typed, decided }) => ({ typed, decision: decided.decision })),
  };
}

const NOTHING: Chosen = () => [];

export type Explained = { readonly typed: string; readonly read: Question; readonly decided: Decided };

/** The same with the way to it, for each question of a text: what was read, what was found, and what decided. */
export function explained(question: string, briefing: Briefing, chosen: Chosen = NOTHING): Explained[] {
  const ready = readyOf(briefing);
  const parts = partsOf(question, ready);
  // One claim stays one, however many it names.
  if (parts.length > 1 && !asksMore(question) && verdictOn(question, briefing) !== undefined) {
    const whole = read(question, ready);
    return [
      { typed: question, read: whole, decided: judged(decide(whole, ready), question, whole, ready, chosen) },
    ];
  }
  const told: Explained[] = [];
  for (const { typed, question: part } of parts) {
    const before = told.at(-1)?.decided.decision;
    const beside =
      before?.kind === 'answer'
        ? before.items[0]
        : before?.kind === 'decline'
          ? before.nearest[0]
          : undefined;
    const asked = beside === undefined ? part : { ...part, beside: refsOf(beside) };
    told.push({ typed, read: asked, decided: judged(decide(asked, ready), typed, asked, ready, chosen) });
  }
  return told;
}

function refsOf(item: Item): string[] {
  return entryOf(item).refs.map(keyOf);
}

/** Another question behind the first one. */
const ASKS_MORE =
  /[?？][^?？]*\p{L}{2}[^?？]*[?？]|[,;]?\s(?:and|or|but)\s+(?:who|what|when|where|why|how|which|whose)\b/iu;

function asksMore(question: string): boolean {
  return ASKS_MORE.test(question) && !RELATIVE.test(question);
}

/** 'Somebody who was there and who asked': the second goes on from the first. */
const RELATIVE = /(?<=\S)\s(who|which)\b[^?]*,?\sand\s\1\b/iu;

/** Makes a briefing ready, so that its first question is as quick as the others; once. */
export function makeReady(briefing: Briefing): void {
  readyOf(briefing);
}

/** With yes or no to what the question claims, where the briefing decides it: that item comes first then. */
function judged(decided: Decided, typed: string, question: Question, ready: Ready, chosen: Chosen): Decided {
  const { decision } = decided;
  if (decision.kind === 'no-side' || decision.kind === 'overview' || decision.kind === 'empty')
    return decided;
  const verdict =
    verdictOn(typed, ready.briefing) ??
    insteadOf(decided, typed, question, ready) ??
    officeOf(decided, typed, ready);
  if (verdict === undefined)
    return withChosen(marked(decided, typed, question, ready), typed, question, ready, chosen(typed));
  const others =
    decision.kind === 'answer' ? decision.items.filter((item) => !isItem(item, verdict.item)) : [];
  const beside: Beside = 'beside' in decision ? decision.beside : { unread: [] };
  return {
    ...decided,
    decision: {
      kind: 'answer',
      items: [verdict.item, ...others.slice(0, BESIDE_A_VERDICT)],
      verdict,
      beside,
    },
    by: `verdict: ${verdict.verdict}`,
  };
}

/** What is longer is a text, and no one claim. */
const LONGEST_CLAIM = 800;

/** A no to what is taken for granted of the very item that answers the rest for certain. */
function insteadOf(decided: Decided, typed: string, question: Question, ready: Ready): Ruling | undefined {
  const { decision, unsure } = decided;
  if (decision.kind !== 'answer' || unsure === 'likely' || decision.items[0].kind === 'card')
    return undefined;
  if (typed.length > LONGEST_CLAIM) return undefined;
  if (question.language.code !== ready.language.code) return undefined;
  return insteadIn(typed, question, decision.items[0], ready);
}

/** A no to an office that is not held by whoever is called by it; what answers the rest is shown beneath. */
function officeOf({ decision }: Decided, typed: string, { briefing }: Ready): Ruling | undefined {
  if (typed.length > LONGEST_CLAIM) return undefined;
  const clash = officeIn(typed, briefing);
  if (clash === undefined) return undefined;
  const [first] = decision.kind === 'answer' ? decision.items : [];
  const [said] = briefing.saidBy(clash.is);
  const item =
    first !== undefined && first.kind !== 'card'
      ? first
      : said && ({ kind: 'statement', item: said } as const);
  return item && { verdict: 'no', clash, item: claimOf(item, briefing) };
}

/** The very claim that the briefing has: what is shown is told apart by it. */
function claimOf(item: Claim, { presentClaims }: Briefing): Claim {
  return presentClaims.find((claim) => claim.item === item.item) ?? item;
}

/** With a mark where the item that is shown does not have all that was asked. */
function marked(decided: Decided, typed: string, question: Question, ready: Ready): Decided {
  const { decision } = decided;
  if (decision.kind !== 'answer') return decided;
  const mark =
    unsaidIn(typed, question, decision.items[0], ready) ??
    (decided.unsure !== undefined ? ({ verdict: 'partly', short: 'unsaid', words: [] } as const) : undefined);
  if (mark === undefined) return decided;
  const { lead, ...rest } = decision;
  const items = shownUnsure(decided, question, ready) as typeof decision.items;
  const shown = { ...rest, items, ...(lead === undefined || lead.kind === 'source-says' ? {} : { lead }) };
  const told: readonly string[] = mark.short === 'unsaid' ? mark.words : [];
  const unread = decision.beside.unread.filter((word) => !told.includes(word));
  const nearest = nearestOf(decided.found, items);
  return {
    ...decided,
    decision: { ...shown, verdict: mark, nearest, beside: { ...decision.beside, unread } },
  };
}

/** How many other items may stand under the one that decides. */
const BESIDE_A_VERDICT = 1;

function isItem(item: Item, claim: Claim): boolean {
  return item.kind !== 'card' && item.item.id === claim.item.id;
}

function sameAnswer(one: Explained, other: Explained): boolean {
  const [first, second] = [one.decided.decision, other.decided.decision];
  return first.kind === 'answer' && second.kind === 'answer' && first.items[0] === second.items[0];
}
