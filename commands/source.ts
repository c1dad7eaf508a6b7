import type { Briefing, Claim } from '../src/briefing/briefing.ts';
import type { Block, Fact, Reply, Text } from '../src/reply/reply.ts';
import { answered, heading, listed, menu, next, notCovered, note, text, under } from '../src/show/blocks.ts';
import { OVERVIEW, PEOPLE, paragraphChoice, QUOTES, SOURCE } from '../src/show/choices.ts';
import { cite, claimBlock, inferredNotes } from '../src/show/claims.ts';
import * as say from '../src/show/messages/en/reading.ts';
import { showWhen } from '../src/show/when.ts';
import type { ReadingCommand } from './command.ts';

export const source: ReadingCommand = {
  kind: 'reading',
  name: 'source',
  aliases: ['sources', 'paragraph'],
  usage: 'source [N]',
  does: 'What the source is and how to check it, or what paragraph N supports.',
  takes: (rest) => paragraphIn(rest) !== undefined,
  complete: (_rest, briefing) =>
    paragraphs(briefing).map((n) => ({ ...paragraphChoice(n), label: `source ${n}` })),
  read: (rest, briefing) => {
    const asked = paragraphIn(rest);
    if (asked === undefined) return account(briefing);
    return asked >= 1 && asked <= briefing.paragraphCount
      ? paragraph(asked, briefing)
      : noParagraph(briefing);
  },
};

/** '16', '¶16', 'paragraph 16', '[¶ 16]' */
function paragraphIn(rest: string): number | undefined {
  const [, digits] = /^(?:paragraph|para|par|p)?\W*(\d{1,9})\W*$/iu.exec(rest) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function account(briefing: Briefing): Reply {
  const { source: about, dates, revision } = briefing;
  const facts: Fact[] = [
    { label: say.DATELINE, value: [about.dateline, ' ', { cite: about.paragraphs }] },
    { label: say.EVENTS_ON, value: [showWhen({ on: dates.from, until: dates.to })] },
    { label: say.LENGTH, value: [say.paragraphsOf(briefing.paragraphCount)] },
    { label: say.REVISION, value: [say.revisionOf(revision.number, showWhen({ on: revision.date }))] },
  ];
  return answered(
    heading(say.SOURCE),
    text(about.what),
    { kind: 'facts', facts },
    listed(
      say.SOURCE_NOTES,
      briefing.notes.map((item) => [item.text, ' ', cite(item)]),
    ),
    listed(
      say.NOT_USED,
      briefing.skipped.map((item) => [item.why, ' ', cite(item)]),
    ),
    under(say.HOW_TO_CHECK, [text(...howToCheck())]),
    paragraphMenus(briefing),
    inferredNotes(briefing.notes),
    next(paragraphChoice(1), QUOTES, PEOPLE, OVERVIEW),
  );
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

function paragraph(n: number, briefing: Briefing): Reply {
  const claims = briefing.onParagraph(n);
  const skipped = briefing.skipped.filter((item) => item.paragraphs.includes(n));
  return answered(
    heading(say.paragraphTitle(n)),
    textOf(n, briefing),
    under(say.RESTS_ON_IT, restingOn(claims, briefing)),
    listed(
      say.NOT_USED,
      skipped.map((item) => [item.why, ' ', cite(item)]),
    ),
    claims.length + skipped.length === 0 ? text(say.NOTHING_RESTS_ON_IT) : [],
    inferredNotes(claims.map((claim) => claim.item)),
    next(
      n > 1 ? paragraphChoice(n - 1) : undefined,
      n < briefing.paragraphCount ? paragraphChoice(n + 1) : undefined,
      SOURCE,
      QUOTES,
      OVERVIEW,
    ),
  );
}

/** Quotations as such, before all else in a list. */
function restingOn(claims: readonly Claim[], briefing: Briefing): Block[] {
  const blocks = claims.map((claim) => claimBlock(claim, briefing));
  const items = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  const quotations = blocks.filter(({ kind }) => kind === 'quotation');
  return [...quotations, ...(items.length === 0 ? [] : [{ kind: 'list', items } as const])];
}

/** Not a quotation block: those are for what somebody said. */
function textOf(n: number, briefing: Briefing): Block {
  const words = briefing.sourceText?.[n];
  if (words === undefined) return note(say.TEXT_NOT_AT_HAND);
  return text(say.SOURCES_OWN_WORDS, { italic: words }, ' ', { cite: [n] });
}

function noParagraph(briefing: Briefing): Reply {
  return notCovered(
    text(say.noParagraph(briefing.paragraphCount)),
    paragraphMenus(briefing),
    next(paragraphChoice(1), paragraphChoice(briefing.paragraphCount), SOURCE),
  );
}

function paragraphMenus(briefing: Briefing): Block[] {
  return menu(
    say.CHOOSE_PARAGRAPH,
    paragraphs(briefing).map((n) => ({ ...paragraphChoice(n), label: say.paragraphTitle(n) })),
  );
}

function paragraphs(briefing: Briefing): number[] {
  return Array.from({ length: briefing.paragraphCount }, (_, at) => at + 1);
}
