/** Whose words something is, and whether words in quotation marks are those that were spoken. */
import type { Briefing, Claim } from '../../briefing/briefing.ts';
import type { Claimed } from './claimed.ts';
import type { Match } from './matches.ts';
import { idsMayBeSame, mentionsIn, speaksFor } from './mentions.ts';
import { quotedMatch } from './quoted.ts';
import type { Ruling } from './verdict.ts';

type Speaker = NonNullable<Claimed['speaker']>;

/** Somebody's words have so much of a claim that they are what is meant. */
const THEIRS = 0.75;
/** With less of it, nothing that another said may be meant. */
const NOT_THEIRS = 0.45;
const FEWEST_WORDS = 3;

/** Whether an item is what somebody said, told, or holds; a side speaks through its people too. */
export function speaks(claim: Claim, { mentions }: Speaker, briefing: Briefing): boolean {
  const voices = voicesOf(claim);
  return mentions.every(({ ids }) =>
    [...ids].some((id) => voices.some((voice) => speaksFor(voice, id, briefing))),
  );
}

/** Whether it may be: what a side said may be meant by the name of one of its people, and that is not told. */
function maySpeak(claim: Claim, { mentions }: Speaker, briefing: Briefing): boolean {
  const voices = voicesOf(claim);
  return mentions.some(({ ids }) =>
    [...ids].some((id) => voices.some((voice) => idsMayBeSame(id, voice, briefing))),
  );
}

function voicesOf({ item }: Claim): string[] {
  return [
    ...('speakers' in item ? item.speakers : []),
    ...('via' in item && item.via !== undefined ? [item.via] : []),
    ...('side' in item ? [item.side] : []),
    ...('according' in item && item.according !== undefined ? [item.according] : []),
  ];
}

/** Words in quotation marks: the right ones of the right speaker, others, or another's. */
export function judgedQuotation(claimed: Claimed, briefing: Briefing): Ruling | undefined {
  for (const words of claimed.quoted) {
    const match = quotedMatch(words, briefing);
    if (match === undefined) continue;
    const { item } = match;
    const { speaker } = claimed;
    if (match.kind === 'reported') {
      if (speaker === undefined || !speaks(item, speaker, briefing) || claimed.denied) continue;
      return { verdict: 'partly', short: 'reported', item };
    }
    const { speakers } = match.item.item;
    if (speaker !== undefined && !speaks(item, speaker, briefing)) {
      if (claimed.denied || maySpeak(item, speaker, briefing)) continue;
      // 'The company said that its lawyer said “…”': he is named, or who is meant is not told.
      if (isNobody(speaker) || isNamed(speakers, claimed.body, briefing)) continue;
      return { verdict: 'no', clash: { kind: 'speaker', said: speaker.typed, is: speakers }, item };
    }
    if (match.kind === 'changed') {
      if (claimed.denied) continue;
      return { verdict: 'no', clash: { kind: 'words', difference: match.difference }, item };
    }
    if (claimed.denied) return { verdict: 'no', clash: { kind: 'negation', is: 'so' }, item };
    // Confirmed as somebody's words only where that is all that was asked.
    if (speaker !== undefined && claimed.form === 'asked' && onlyQuotes(claimed, words))
      return { verdict: 'yes', item };
  }
  return undefined;
}

/** Called by what he is, and nobody whom the briefing knows is called so. */
function isNobody({ typed, mentions }: Speaker): boolean {
  return mentions.every(({ ids }) => ids.size === 0) && /^(?:the|an?)\s\P{Lu}*$/iu.test(typed);
}

function isNamed(speakers: readonly string[], body: string, briefing: Briefing): boolean {
  return mentionsIn(body, briefing).some(({ ids }) => speakers.some((id) => ids.has(id)));
}

function onlyQuotes({ body }: Claimed, words: string): boolean {
  const rest = body.replace(words, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return rest.length === 0;
}

/** Somebody else's words: what is claimed is nowhere his, and plainly another's. */
export function judgedSpeaker(
  claimed: Claimed,
  matches: readonly Match[],
  briefing: Briefing,
): Ruling | undefined {
  const { speaker } = claimed;
  if (speaker === undefined || claimed.denied || isNobody(speaker)) return undefined;
  const theirs = (match: Match) =>
    maySpeak(match.claim, speaker, briefing) || tellsOf(match.claim, speaker, briefing);
  if (matches.some((match) => match.share >= NOT_THEIRS && theirs(match))) return undefined;
  const other = matches.find(
    (match) =>
      match.claim.kind === 'statement' &&
      match.share >= THEIRS &&
      match.hits >= FEWEST_WORDS &&
      !theirs(match),
  );
  if (other?.claim.kind !== 'statement') return undefined;
  const { speakers } = other.claim.item;
  return { verdict: 'no', clash: { kind: 'speaker', said: speaker.typed, is: speakers }, item: other.claim };
}

/** An item in the source's own voice that is about the one named may be what he said. */
function tellsOf(claim: Claim, { mentions }: Speaker, briefing: Briefing): boolean {
  if (claim.kind === 'statement' || claim.kind === 'position') return false;
  return mentions.some(({ shown, ids }) => {
    const names = [shown, ...[...ids].map((id) => briefing.nameOf(id))];
    return names.some((name) => claim.item.text.toLowerCase().includes(name.toLowerCase()));
  });
}
