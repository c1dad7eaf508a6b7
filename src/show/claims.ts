/**
 * How a claim of the briefing is shown, wherever it is shown: direct speech as a quotation, reported speech marked so
 * and by whom, the article's own voice marked, each with its paragraphs.
 */

import type { Briefing, Claim } from '../briefing/briefing.ts';
import type { Ref } from '../briefing/refs.ts';
import type { Event, Figure, Inferred, Person, Position, Statement } from '../briefing/schema.ts';
import type { Block, BlockOf, Span, Text } from '../reply/reply.ts';
import { inSentence, namesAtStart } from '../words/names.ts';
import { dateMark, marked, markedWords } from './inferred.ts';
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
    item: statement.id,
  };
}

/** Words in square brackets are the publisher's; those in round ones where a note on the editing repeats them. */
function hasInsertions({ text }: Statement, { notes }: Briefing): boolean {
  if (/\[[^[\]]+\]/u.test(text)) return true;
  const rounded = text.match(/\([^()]+\)/gu) ?? [];
  return rounded.some((words) => notes.some((note) => note.kind === 'editing' && note.text.includes(words)));
}

/** The same where the speaker's post stands above it. */
export function quotationByName(
  statement: Statement,
  briefing: Briefing,
  say: Messages,
): BlockOf<'quotation'> {
  const { by, ...rest } = quotation(statement, briefing, say);
  const role = roleOf(statement, briefing);
  return { ...rest, by: by.filter((span) => !role.includes(span)) };
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

/** A claim as it was said at its time: direct speech between quotation marks, and nothing of what has come of it since. */
export function claimAsSaid(claim: Claim, briefing: Briefing, say: Messages): Text {
  if (claim.kind !== 'statement' || claim.item.mode === 'reported') return bareText(claim, briefing, say);
  const speaker = [{ bold: speakersOf(claim.item, briefing, say) }, ...roleOf(claim.item, briefing)];
  return [`“${claim.item.text}” (`, ...speaker, ') ', cite(claim.item)];
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
      return heldBy(holderOf(claim.item, briefing), claim.item, briefing, say);
    case 'figure':
      return figureText(claim.item, say);
    case 'deal':
      return [{ bold: claim.item.title }, ': ', markedOf(claim.item, say), ' ', cite(claim.item)];
    case 'event':
      return eventText(claim.item, say);
    case 'background':
      return [{ italic: say.claims.ownVoice }, ': ', markedOf(claim.item, say), ' ', cite(claim.item)];
    case 'note':
      return [{ italic: say.claims.aboutSource }, ': ', markedOf(claim.item, say), ' ', cite(claim.item)];
    case 'key-point':
      return [markedOf(claim.item, say), ' ', cite(claim.item)];
  }
}

/** Of several observers each speaks for himself. */
function holderOf({ side, according }: Position, briefing: Briefing): string {
  const named = briefing.named(side);
  const isOne = named?.kind === 'side' && named.item.kind === 'observers' && according !== undefined;
  return briefing.nameOf(isOne ? according : side);
}

function heldBy(name: string, position: Position, briefing: Briefing, say: Messages): Text {
  return [{ bold: name }, ': ', ...positionBeside(name, position, briefing, say)];
}

/** What a figure is of, with the figure itself where it stands in that. */
function figureText(figure: Figure, say: Messages): Text {
  const { shown } = figure;
  const words = markedOf(figure, say);
  const at = words.toLowerCase().indexOf(shown.toLowerCase());
  const sentence: Text =
    at < 0
      ? [withoutStop(words), ': ', { bold: shown }]
      : [words.slice(0, at), { bold: words.slice(at, at + shown.length) }, words.slice(at + shown.length)];
  return [...sentence.filter((span) => span !== ''), ...dated(figure, say), ' ', cite(figure)];
}

/** The same, of a draft too. */
function markedOf(
  item: { readonly text: string; readonly inferred: readonly Inferred[] },
  say: Messages,
): string {
  return item.text === '' ? wordsOf(item.text, say) : marked(item);
}

/** What a side holds; through whom, where the source names somebody. */
export function positionText(position: Position, briefing: Briefing, say: Messages): Text {
  const { according } = position;
  const teller = according === undefined ? undefined : briefing.nameOf(according);
  const through =
    teller === undefined || namesAtStart(position.text, teller)
      ? []
      : [say.claims.accordingTo(inSentence(teller))];
  return [withoutStop(markedOf(position, say)), ...through, '. ', cite(position)];
}

/** The same beside the side's name, which is then not said again: 'Japan: has a legal claim'. */
export function positionBeside(name: string, position: Position, briefing: Briefing, say: Messages): Text {
  const [words, ...rest] = positionText(position, briefing, say);
  return typeof words === 'string' && words.startsWith(`${name} `)
    ? [words.slice(name.length + 1), ...rest]
    : [words ?? '', ...rest];
}

/** An event with its date, as exact as it is known. */
export function eventText(event: Event, say: Messages): Text {
  const { when } = event;
  const lead = when === undefined ? event.title : `${say.time.when(when)}${dateMark(event, when, say)}`;
  return [{ bold: lead }, ': ', markedOf(event, say), ' ', cite(event)];
}

export function cite({ refs, id }: { readonly refs: readonly Ref[]; readonly id?: string }): Span {
  return id === undefined ? { cite: refs } : { cite: refs, item: id };
}

/** 'Senior research fellow (Japan Forum for Strategic Studies)'; the organisation only where the role does not name it. */
export function roleAndOrganisation({ role, organisation }: Person, briefing: Briefing): string {
  const name = organisation === undefined ? '' : briefing.nameOf(organisation);
  return name === '' || role.includes(inSentence(name)) ? role : `${role} (${name})`;
}

function speakersOf(statement: Statement, briefing: Briefing, say: Messages): string {
  return say.claims.joined(
    statement.speakers.map((id, at) => (at === 0 ? briefing.nameOf(id) : inSentence(briefing.nameOf(id)))),
  );
}

function reportedWords(statement: Statement, briefing: Briefing, say: Messages): Text {
  const via = statement.via === undefined ? undefined : inSentence(briefing.nameOf(statement.via));
  return [
    `${say.claims.reportedIn(via)}: `,
    markedOf(statement, say),
    ...dated(statement, say),
    ' ',
    cite(statement),
  ];
}

/** The role of a lone speaker; of several, their names must do. */
function roleOf(statement: Statement, briefing: Briefing): Text {
  const [id = '', ...others] = statement.speakers;
  const speaker = briefing.named(id);
  if (others.length > 0 || speaker?.kind !== 'person') return [];
  const role = roleAndOrganisation(speaker.item, briefing);
  return role === '' ? [] : [`, ${markedWords(role, speaker.item.inferred)}`];
}

function dated(item: Statement | Figure, say: Messages): Text {
  if (item.when === undefined) return [];
  return [` (${say.time.whenInSentence(item.when)}${dateMark(item, item.when, say)})`];
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/u, '');
}
