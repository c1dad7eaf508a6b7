import type { Briefing, Claim, Source } from '../src/briefing/briefing.ts';
import { type Ref, shareRef } from '../src/briefing/refs.ts';
import type { Block, Choice, Fact, Reply, Span, Text } from '../src/reply/reply.ts';
import {
  answered,
  heading,
  helped,
  listed,
  menu,
  next,
  notCovered,
  note,
  oneOf,
  text,
  under,
} from '../src/show/blocks.ts';
import { OVERVIEW, PEOPLE, paragraphChoice, QUOTES, SOURCE } from '../src/show/choices.ts';
import { cite, claimBlock, inferredNotes } from '../src/show/claims.ts';
import * as say from '../src/show/messages/en/reading.ts';
import { showDates, showWhen } from '../src/show/when.ts';
import { fold } from '../src/text/fold.ts';
import { paragraphsIn } from '../src/words/paragraphs.ts';
import type { ReadingCommand } from './command.ts';

export const source: ReadingCommand = {
  kind: 'reading',
  name: 'source',
  aliases: ['sources', 'paragraph', 'paragraphs'],
  usage: 'source [N]',
  does: 'What the source is and how to check it, or what paragraph N supports.',
  takes: (rest, briefing) =>
    paragraphsIn(rest, briefing).kind !== 'none' || sourceNamed(rest, briefing) !== undefined,
  complete: (_rest, briefing) =>
    briefing.refs.map((ref) => {
      const { says, types = says } = paragraphChoice(ref, briefing);
      return { says: types, label: types };
    }),
  read: (rest, briefing) => {
    const named = sourceNamed(rest, briefing);
    if (named !== undefined) return account([named], briefing);
    const asked = paragraphsIn(rest, briefing);
    switch (asked.kind) {
      case 'none':
        return account(briefing.sources, briefing);
      case 'gone':
        return notCovered(text(say.GONE), ...ofSource(asked.source, briefing));
      case 'unsure':
        return ofWhich(asked.numbers, briefing);
      case 'paragraphs':
        return asked.refs.every((ref) => isThere(ref, briefing))
          ? paragraphs(asked.refs, briefing)
          : noParagraph(asked.refs.find((ref) => !isThere(ref, briefing))!, briefing);
    }
  },
};

function sourceNamed(rest: string, { sources }: Briefing): Source | undefined {
  const typed = fold(rest);
  return sources.find(
    ({ id, shownAs }) =>
      typed !== '' && [id, id.replaceAll('-', ' '), shownAs].some((name) => fold(name) === typed),
  );
}

function isThere(ref: Ref, briefing: Briefing): boolean {
  return ref.paragraph >= 1 && ref.paragraph <= (briefing.source(ref.source)?.paragraphCount ?? 0);
}

function account(sources: readonly Source[], briefing: Briefing): Reply {
  const { dates, revision } = briefing;
  const ids = new Set(sources.map(({ id }) => id));
  const ours = <Item extends { readonly refs: readonly Ref[] }>(items: readonly Item[]) =>
    items.filter(({ refs }) => refs.some(({ source: id }) => ids.has(id)));
  const notes = ours(briefing.notes);
  const facts: Fact[] = [
    { label: say.EVENTS_ON, value: [showDates(dates)] },
    ...(revision.number === 0
      ? []
      : [{ label: say.REVISION, value: [say.revisionOf(revision.number, showWhen({ on: revision.date }))] }]),
  ];
  return answered(
    ...sources.map((one) => headOf(one, briefing)),
    { kind: 'facts', facts },
    listed(
      say.SOURCE_NOTES,
      notes.map((item) => [item.text, ' ', cite(item)]),
    ),
    listed(
      say.NOT_USED,
      ours(briefing.skipped).map((item) => [item.why, ' ', cite(item)]),
    ),
    under(say.HOW_TO_CHECK, [text(...howToCheck())]),
    ...sources.map((one) => paragraphMenu(one, briefing)),
    inferredNotes(notes),
    next(paragraphChoice(briefing.refs[0]!, briefing), QUOTES, PEOPLE, OVERVIEW),
  );
}

/** A fact that is not known is not shown; one that the editor gives says so. */
function headOf(one: Source, briefing: Briefing): Block[] {
  const cited: Span[] =
    (one.paragraphs ?? []).length === 0 ? [] : [' ', cite({ refs: refsOf(one, briefing) })];
  const fact = (label: string, field: (typeof one.given)[number]): Fact[] => {
    const value = one[field];
    if (value === undefined) return [];
    const byEditor = one.given.includes(field) || field === 'published' || field === 'url';
    return [{ label, value: [value, ...(byEditor ? [say.GIVEN] : cited)] }];
  };
  const facts: Fact[] = [
    ...fact(say.HEADLINE, 'headline'),
    ...fact(say.PUBLISHER, 'publisher'),
    ...fact(say.AUTHOR, 'author'),
    ...fact(say.PUBLISHED, 'published'),
    ...fact(say.DATELINE, 'dateline'),
    ...fact(say.ADDRESS, 'url'),
    { label: say.LENGTH, value: [say.paragraphsOf(one.paragraphCount)] },
    ...(one.licence === undefined
      ? []
      : [{ label: say.RIGHTS, value: [say.creditOf(one.licence, one.credit)] }]),
  ];
  return [
    heading(briefing.sources.length === 1 ? say.SOURCE : say.sourceTitle(one.shownAs)),
    ...(one.what === undefined ? [] : [text(one.what)]),
    { kind: 'facts', facts },
  ];
}

function refsOf({ id, paragraphs: numbers = [] }: Source, { refs }: Briefing): Ref[] {
  return refs.filter(({ source: of, paragraph }) => of === id && numbers.includes(paragraph));
}

function howToCheck(): Text {
  return [
    say.CHECK_FIRST,
    { code: say.CHECK_COMMAND },
    say.CHECK_THEN,
    { code: say.CHECK_WITH_FILE },
    say.CHECK_LAST,
  ];
}

function paragraphs(refs: readonly Ref[], briefing: Briefing): Reply {
  const claims = refs.flatMap((ref) => briefing.onParagraph(ref));
  const [first] = refs as [Ref, ...Ref[]];
  const last = refs.at(-1) ?? first;
  return answered(
    ...refs.map((ref) => aboutParagraph(ref, briefing)),
    inferredNotes([...new Set(claims)].map((claim) => claim.item)),
    next(beside(first, -1, briefing), beside(last, 1, briefing), SOURCE, QUOTES, OVERVIEW),
  );
}

function aboutParagraph(ref: Ref, briefing: Briefing): Block[] {
  const claims = briefing.onParagraph(ref);
  const skipped = briefing.skipped.filter((item) => shareRef(item.refs, [ref]));
  return [
    heading(say.paragraphTitle(labelOf(ref))),
    textOf(ref, briefing),
    ...under(say.RESTS_ON_IT, restingOn(claims, briefing)),
    ...listed(
      say.NOT_USED,
      skipped.map((item) => [item.why, ' ', cite(item)]),
    ),
    ...(claims.length + skipped.length === 0 ? [text(say.NOTHING_RESTS_ON_IT)] : []),
  ];
}

function beside(ref: Ref, step: 1 | -1, briefing: Briefing): Choice | undefined {
  const other = { ...ref, paragraph: ref.paragraph + step };
  return isThere(other, briefing) ? paragraphChoice(other, briefing) : undefined;
}

function labelOf({ name, paragraph }: Ref): string {
  return name === undefined ? `${paragraph}` : `${name} ${paragraph}`;
}

/** Quotations as such, before all else in a list. */
function restingOn(claims: readonly Claim[], briefing: Briefing): Block[] {
  const blocks = claims.map((claim) => claimBlock(claim, briefing));
  const items = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  const quotations = blocks.filter(({ kind }) => kind === 'quotation');
  return [...quotations, ...(items.length === 0 ? [] : [{ kind: 'list', items } as const])];
}

/** Not a quotation block: those are for what somebody said. */
function textOf(ref: Ref, briefing: Briefing): Block {
  const words = briefing.source(ref.source)?.text?.[ref.paragraph - 1];
  if (words === undefined) return note(say.TEXT_NOT_AT_HAND);
  return text(say.SOURCES_OWN_WORDS, { italic: words }, ' ', { cite: [ref] });
}

function noParagraph({ source: id }: Ref, briefing: Briefing): Reply {
  const one = briefing.source(id)!;
  return notCovered(text(say.noParagraph(one.paragraphCount)), ...ofSource(one, briefing));
}

function ofSource(one: Source, briefing: Briefing): Block[] {
  const its = briefing.refs.filter(({ source: id }) => id === one.id);
  const [first, last] = [its[0], its.at(-1)];
  return [
    ...paragraphMenu(one, briefing),
    ...next(first && paragraphChoice(first, briefing), last && paragraphChoice(last, briefing), SOURCE),
  ];
}

function ofWhich(numbers: readonly number[], briefing: Briefing): Reply {
  const choices = numbers
    .flatMap((paragraph) =>
      briefing.sources.map(({ id, shownAs }) => ({ source: id, paragraph, name: shownAs })),
    )
    .filter((ref) => isThere(ref, briefing))
    .map((ref) => paragraphChoice(ref, briefing));
  return helped(text(say.WHICH_SOURCE), oneOf(say.CHOOSE_PARAGRAPH, choices));
}

function paragraphMenu(one: Source, briefing: Briefing): Block[] {
  return menu(
    say.CHOOSE_PARAGRAPH,
    briefing.refs
      .filter(({ source: id }) => id === one.id)
      .map((ref) => ({ ...paragraphChoice(ref, briefing), label: say.paragraphTitle(labelOf(ref)) })),
  );
}
