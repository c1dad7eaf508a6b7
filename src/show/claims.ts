/**
 * How a claim of the briefing is shown, wherever it is shown: direct speech as a quotation, reported speech marked so
 * and by whom, the article's own voice marked, each with its paragraphs.
 */

import type { Briefing, Claim } from '../briefing/briefing.ts';
import type { Ref } from '../briefing/refs.ts';
import type { Event, Figure, Inferred, Person, Position, Statement, When } from '../briefing/schema.ts';
import type { Block, BlockOf, Span, Text } from '../reply/reply.ts';
import type { Messages } from './messages/messages.ts';

/** Direct speech, verbatim, with who said it, in what role, where and when. */
export function quotation(statement: Statement, briefing: Briefing, say: Messages): BlockOf<'quotation'> {
  const { setting, when } = statement;
  return {
    kind: 'quotation',
    words: statement.text,
    by: [
      { bold: speakersOf(statement, briefing, say) },
      ...roleOf(statement, briefing),
      ...(setting === undefined ? [] : [`, ${setting}`]),
      ...(when === undefined ? [] : [`, ${say.time.when(when)}${dateMark(statement, when, say)}`]),
      ...since(statement, briefing, say),
      ...(hasInsertions(statement, briefing) ? [`, ${say.claims.insertions}`] : []),
    ],
    cite: statement.refs,
  };
}

/** Words in square brackets are the publisher's; those in round ones where a note on the editing repeats them. */
function hasInsertions({ text }: Statement, { notes }: Briefing): boolean {
  if (/\[[^[\]]+\]/u.test(text)) return true;
  const rounded = text.match(/\([^()]+\)/gu) ?? [];
  return rounded.some((words) => notes.some((note) => note.kind === 'editing' && note.text.includes(words)));
}

/** Reported speech in a line: who, that it is reported and through whom, what, and its paragraphs. */
export function reported(statement: Statement, briefing: Briefing, say: Messages): Text {
  const mark: Text = [
    { bold: speakersOf(statement, briefing, say) },
    ', ',
    { italic: say.claims.reportedAfterName },
  ];
  return [...mark, ...reportedWords(statement, briefing, say)];
}

/** The same where its speaker is plain from what stands above it. */
export function reportedOfOne(statement: Statement, briefing: Briefing, say: Messages): Text {
  return [{ italic: say.claims.reported }, ...reportedWords(statement, briefing, say)];
}

/** Any claim in a line, with what kind of claim it is where its words do not tell; direct speech as a quotation. */
export function claimBlock(claim: Claim, briefing: Briefing, say: Messages): Block {
  if (claim.kind === 'statement' && claim.item.mode === 'direct') return quotation(claim.item, briefing, say);
  return { kind: 'text', text: claimText(claim, briefing, say) };
}

/** Any claim in a line of a list, direct speech between quotation marks. */
export function claimLine(claim: Claim, briefing: Briefing, say: Messages): Text {
  if (claim.kind !== 'statement' || claim.item.mode === 'reported') return claimText(claim, briefing, say);
  const { words, by, cite } = quotation(claim.item, briefing, say);
  return [`“${words}” (`, ...by, ') ', { cite }];
}

/** A claim that is not direct speech, in a line. */
export function claimText(claim: Claim, briefing: Briefing, say: Messages): Text {
  return [...bareText(claim, briefing, say), ...since(claim.item, briefing, say)];
}

/** What has come of an item since: what put it right, what took its place; or that it puts something right itself. */
export function since(item: Claim['item'], briefing: Briefing, say: Messages): Text {
  const right = briefing.correctedBy(item.id);
  if (right !== undefined) {
    const why = right.item.corrects?.why ?? '';
    return [
      ' ',
      { bold: say.story.corrected },
      ': ',
      right.item.text,
      say.story.corrects(why),
      ' ',
      cite(right.item),
    ];
  }
  const now = standsNow(item.id, briefing);
  if (now !== undefined)
    return [' ', { bold: say.story.replaced }, ': ', wordsOf(now.item.text, say), ' ', cite(now.item)];
  return item.corrects === undefined ? [] : [say.story.corrects(item.corrects.why)];
}

/** What stands in an item's place at last, however often it was replaced. */
function standsNow(id: string, briefing: Briefing): Claim | undefined {
  const next = briefing.supersededBy(id) ?? undefined;
  if (next === undefined) return undefined;
  return standsNow(next.item.id, briefing) ?? briefing.correctedBy(next.item.id) ?? next;
}

/** A draft's text may have no words yet. */
function wordsOf(text: string, say: Messages): string {
  return text === '' ? say.story.notWorded : text;
}

function bareText(claim: Claim, briefing: Briefing, say: Messages): Text {
  switch (claim.kind) {
    case 'statement':
      return reported(claim.item, briefing, say);
    case 'position':
      return [{ bold: holderOf(claim.item, briefing) }, ': ', ...positionText(claim.item, briefing, say)];
    case 'figure':
      return [
        { bold: claim.item.shown },
        ': ',
        wordsOf(claim.item.text, say),
        ...dated(claim.item, say),
        ' ',
        cite(claim.item),
      ];
    case 'deal':
      return [{ bold: claim.item.title }, ': ', wordsOf(claim.item.text, say), ' ', cite(claim.item)];
    case 'event':
      return eventText(claim.item, say);
    case 'background':
      return [{ italic: say.claims.ownVoice }, ': ', wordsOf(claim.item.text, say), ' ', cite(claim.item)];
    case 'note':
      return [{ italic: say.claims.aboutSource }, ': ', wordsOf(claim.item.text, say), ' ', cite(claim.item)];
    case 'key-point':
      return [wordsOf(claim.item.text, say), ' ', cite(claim.item)];
  }
}

/** Of several observers each speaks for himself. */
function holderOf({ side, according }: Position, briefing: Briefing): string {
  const named = briefing.named(side);
  const isOne = named?.kind === 'side' && named.item.kind === 'observers' && according !== undefined;
  return briefing.nameOf(isOne ? according : side);
}

/** What a side holds; through whom, where the source names somebody. */
export function positionText(position: Position, briefing: Briefing, say: Messages): Text {
  const { according } = position;
  const teller = according === undefined ? undefined : briefing.nameOf(according);
  const through =
    teller === undefined || names(position.text, teller) ? [] : [say.claims.accordingTo(inSentence(teller))];
  return [withoutStop(wordsOf(position.text, say)), ...through, '. ', cite(position)];
}

/** An event with its date, as exact as it is known. */
export function eventText(event: Event, say: Messages): Text {
  const { when } = event;
  const lead = when === undefined ? event.title : `${say.time.when(when)}${dateMark(event, when, say)}`;
  return [{ bold: lead }, ': ', wordsOf(event.text, say), ' ', cite(event)];
}

type Inferring = {
  readonly inferred: readonly Inferred[];
  readonly about?: string | undefined;
  readonly text?: string;
};

/** What our words add to the source's, each with its reason, in one note; none where nothing is added. */
export function inferredNotes(items: readonly Inferring[], say: Messages): Block[] {
  const byReason = new Map<string, Set<string>>();
  for (const { says, why } of items.flatMap(inferredInWhatIsShown)) {
    byReason.set(why, (byReason.get(why) ?? new Set()).add(says));
  }
  const lines = [...byReason].map(([why, says]) => say.claims.inferredLine([...says], why));
  return lines.length === 0
    ? []
    : [{ kind: 'note', text: [[say.claims.inferredBelow, ...lines].join('\n')] }];
}

/** A statement's own summary of what it is about is never shown, nor is what is inferred in it. */
function inferredInWhatIsShown(item: Inferring): readonly Inferred[] {
  const { about, text } = item;
  if (about === undefined || text === undefined) return item.inferred;
  return item.inferred.filter(({ says }) => !about.includes(says) || text.includes(says));
}

export function cite(item: { readonly refs: readonly Ref[] }): Span {
  return { cite: item.refs };
}

/** 'Senior research fellow (Japan Forum for Strategic Studies)'; the organisation only where the role does not name it. */
export function roleAndOrganisation({ role, organisation }: Person, briefing: Briefing): string {
  const name = organisation === undefined ? '' : briefing.nameOf(organisation);
  return name === '' || role.includes(inSentence(name)) ? role : `${role} (${name})`;
}

/** A name as it stands inside a sentence: 'a Kremlin economic aide', 'the islanders'. */
export function inSentence(name: string): string {
  return name.replace(/^(?:A|An|The) /u, (article) => article.toLowerCase());
}

function speakersOf(statement: Statement, briefing: Briefing, say: Messages): string {
  return say.claims.joined(
    statement.speakers.map((id, at) => (at === 0 ? briefing.nameOf(id) : inSentence(briefing.nameOf(id)))),
  );
}

function reportedWords(statement: Statement, briefing: Briefing, say: Messages): Text {
  const via = statement.via === undefined ? undefined : inSentence(briefing.nameOf(statement.via));
  return [`${say.claims.reportedIn(via)}: `, statement.text, ...dated(statement, say), ' ', cite(statement)];
}

/** The role of a lone speaker; of several, their names must do. */
function roleOf(statement: Statement, briefing: Briefing): Text {
  const [id = '', ...others] = statement.speakers;
  const speaker = briefing.named(id);
  if (others.length > 0 || speaker?.kind !== 'person') return [];
  return [`, ${roleAndOrganisation(speaker.item, briefing)}`];
}

function dated(item: Statement | Figure, say: Messages): Text {
  if (item.when === undefined) return [];
  return [` (${say.time.whenInSentence(item.when)}${dateMark(item, item.when, say)})`];
}

/** Marks a date of which some part does not stand in the source. */
function dateMark(item: { readonly inferred: readonly Inferred[] }, when: When, say: Messages): string {
  const parts = [say.time.when(when), when.on.slice(0, 4)];
  const isInferred = item.inferred.some(({ says }) => parts.some((part) => says.includes(part)));
  return isInferred ? say.claims.inferredDate : '';
}

/** Whether a sentence names somebody by a part of their name: 'Newsham thinks' needs no 'according to'. */
function names(sentence: string, name: string): boolean {
  return name.split(' ').some((part) => /^\p{Lu}\p{L}{2,}/u.test(part) && sentence.startsWith(`${part} `));
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/u, '');
}
