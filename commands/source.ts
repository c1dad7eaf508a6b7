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
import { paragraphChoice } from '../src/show/choices.ts';
import { cite, claimBlock } from '../src/show/claims.ts';
import { inferredNotes } from '../src/show/inferred.ts';
import type { Messages } from '../src/show/messages/messages.ts';
import { fold } from '../src/text/fold.ts';
import { paragraphsIn } from '../src/words/paragraphs.ts';
import type { ReadingCommand } from './command.ts';

export const source: ReadingCommand = {
  kind: 'reading',
  name: 'source',
  aliases: ['sources', 'paragraph', 'paragraphs'],
  takes: (rest, briefing) =>
    paragraphsIn(rest, briefing).kind !== 'none' || sourceNamed(rest, briefing) !== undefined,
  complete: (_rest, briefing) =>
    briefing.refs.map((ref) => {
      const { says, types = says } = paragraphChoice(ref, briefing);
      return { says: types, label: types };
    }),
  read: (rest, briefing, say) => {
    const named = sourceNamed(rest, briefing);
    if (named !== undefined) return account([named], briefing, say);
    const asked = paragraphsIn(rest, briefing);
    switch (asked.kind) {
      case 'none':
        return account(briefing.sources, briefing, say);
      case 'gone':
        return notCovered(text(say.reading.gone), ...ofSource(asked.source, briefing, say));
      case 'unsure':
        return ofWhich(asked.numbers, briefing, say);
      case 'paragraphs':
        return asked.refs.every((ref) => isThere(ref, briefing))
          ? paragraphs(asked.refs, briefing, say)
          : noParagraph(asked.refs.find((ref) => !isThere(ref, briefing))!, briefing, say);
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

function account(sources: readonly Source[], briefing: Briefing, say: Messages): Reply {
  const { dates, revision } = briefing;
  const ids = new Set(sources.map(({ id }) => id));
  const ours = <Item extends { readonly refs: readonly Ref[] }>(items: readonly Item[]) =>
    items.filter(({ refs }) => refs.some(({ source: id }) => ids.has(id)));
  const notes = ours(briefing.notes);
  const facts: Fact[] = [
    { label: say.reading.eventsOn, value: [say.time.dates(dates)] },
    ...(revision.number === 0
      ? []
      : [
          {
            label: say.reading.revision,
            value: [say.reading.revisionOf(revision.number, say.time.when({ on: revision.date }))],
          },
        ]),
  ];
  return answered(
    ...sources.map((one) => headOf(one, briefing, say)),
    { kind: 'facts', facts },
    listed(
      say.reading.sourceNotes,
      notes.map((item) => [item.text, ' ', cite(item)]),
    ),
    listed(
      say.reading.notUsed,
      ours(briefing.skipped).map((item) => [item.why, ' ', cite(item)]),
    ),
    under(say.reading.howToCheck, [text(...howToCheck(say))]),
    ...sources.map((one) => paragraphMenu(one, briefing, say)),
    inferredNotes(notes, say),
    next(
      paragraphChoice(briefing.refs[0]!, briefing),
      say.views.quotes,
      say.views.people,
      say.views.overview,
    ),
  );
}

/** A fact that is not known is not shown; one that the editor gives says so. */
function headOf(one: Source, briefing: Briefing, say: Messages): Block[] {
  const cited: Span[] =
    (one.paragraphs ?? []).length === 0 ? [] : [' ', cite({ refs: refsOf(one, briefing) })];
  const fact = (label: string, field: (typeof one.given)[number]): Fact[] => {
    const value = one[field];
    if (value === undefined) return [];
    const byEditor = one.given.includes(field) || field === 'published' || field === 'url';
    return [{ label, value: [value, ...(byEditor ? [say.reading.given] : cited)] }];
  };
  const facts: Fact[] = [
    ...fact(say.reading.headline, 'headline'),
    ...fact(say.reading.publisher, 'publisher'),
    ...fact(say.reading.author, 'author'),
    ...fact(say.reading.published, 'published'),
    ...fact(say.reading.dateline, 'dateline'),
    ...fact(say.reading.address, 'url'),
    { label: say.reading.length, value: [say.reading.paragraphsOf(one.paragraphCount)] },
    ...(one.licence === undefined
      ? []
      : [{ label: say.reading.rights, value: [say.reading.creditOf(one.licence, one.credit)] }]),
  ];
  return [
    heading(briefing.sources.length === 1 ? say.reading.source : say.reading.sourceTitle(one.shownAs)),
    ...(one.what === undefined ? [] : [text(one.what)]),
    { kind: 'facts', facts },
  ];
}

function refsOf({ id, paragraphs: numbers = [] }: Source, { refs }: Briefing): Ref[] {
  return refs.filter(({ source: of, paragraph }) => of === id && numbers.includes(paragraph));
}

function howToCheck(say: Messages): Text {
  return [
    say.reading.checkFirst,
    { code: say.reading.checkCommand },
    say.reading.checkThen,
    { code: say.reading.checkWithFile },
    say.reading.checkLast,
  ];
}

function paragraphs(refs: readonly Ref[], briefing: Briefing, say: Messages): Reply {
  const claims = refs.flatMap((ref) => briefing.onParagraph(ref));
  const [first] = refs as [Ref, ...Ref[]];
  const last = refs.at(-1) ?? first;
  const answer = answered(
    ...refs.map((ref) => aboutParagraph(ref, briefing, say)),
    inferredNotes(
      [...new Set(claims)].map((claim) => claim.item),
      say,
    ),
    next(
      beside(first, -1, briefing),
      beside(last, 1, briefing),
      say.views.source,
      say.views.quotes,
      say.views.overview,
    ),
  );
  return { ...answer, brief: { sources: false } };
}

function aboutParagraph(ref: Ref, briefing: Briefing, say: Messages): Block[] {
  const claims = briefing.onParagraph(ref);
  const skipped = briefing.skipped.filter((item) => shareRef(item.refs, [ref]));
  return [
    heading(say.reading.paragraphTitle(labelOf(ref))),
    textOf(ref, briefing, say),
    ...under(say.reading.restsOnIt, restingOn(claims, briefing, say)),
    ...listed(
      say.reading.notUsed,
      skipped.map((item) => [item.why, ' ', cite(item)]),
    ),
    ...(claims.length + skipped.length === 0 ? [text(say.reading.nothingRestsOnIt)] : []),
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
function restingOn(claims: readonly Claim[], briefing: Briefing, say: Messages): Block[] {
  const blocks = claims.map((claim) => claimBlock(claim, briefing, say));
  const items = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  const quotations = blocks.filter(({ kind }) => kind === 'quotation');
  return [...quotations, ...(items.length === 0 ? [] : [{ kind: 'list', items } as const])];
}

/** Not a quotation block: those are for what somebody said. */
function textOf(ref: Ref, briefing: Briefing, say: Messages): Block {
  const words = briefing.source(ref.source)?.text?.[ref.paragraph - 1];
  if (words === undefined) return note(say.reading.textNotAtHand);
  return text(say.reading.sourcesOwnWords, { italic: words }, ' ', { cite: [ref] });
}

function noParagraph({ source: id }: Ref, briefing: Briefing, say: Messages): Reply {
  const one = briefing.source(id)!;
  return notCovered(text(say.reading.noParagraph(one.paragraphCount)), ...ofSource(one, briefing, say));
}

function ofSource(one: Source, briefing: Briefing, say: Messages): Block[] {
  const its = briefing.refs.filter(({ source: id }) => id === one.id);
  const [first, last] = [its[0], its.at(-1)];
  return [
    ...paragraphMenu(one, briefing, say),
    ...next(
      first && paragraphChoice(first, briefing),
      last && paragraphChoice(last, briefing),
      say.views.source,
    ),
  ];
}

function ofWhich(numbers: readonly number[], briefing: Briefing, say: Messages): Reply {
  const choices = numbers
    .flatMap((paragraph) =>
      briefing.sources.map(({ id, shownAs }) => ({ source: id, paragraph, name: shownAs })),
    )
    .filter((ref) => isThere(ref, briefing))
    .map((ref) => paragraphChoice(ref, briefing));
  return helped(text(say.reading.whichSource), oneOf(say.reading.chooseParagraph, choices));
}

function paragraphMenu(one: Source, briefing: Briefing, say: Messages): Block[] {
  return menu(
    say.reading.chooseParagraph,
    briefing.refs
      .filter(({ source: id }) => id === one.id)
      .map((ref) => ({ ...paragraphChoice(ref, briefing), label: say.reading.paragraphTitle(labelOf(ref)) })),
  );
}
