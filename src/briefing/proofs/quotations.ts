/**
 * Direct speech stands word for word, whole, between quotation marks in its paragraphs; nothing else looks like
 * it; and every quotation of the source is there.
 */

import { quotesIn } from '../../text/marks.ts';
import { type Finding, type Placed, within } from '../draft.ts';
import type { Evidence } from '../evidence.ts';
import { keyOf, sameRef } from '../refs.ts';
import type { Statement } from '../schema.ts';
import { wordsOf } from '../words.ts';
import { citationsIn } from './citations.ts';
import { type Proof, refsFor, type WholeProof, wordRefs } from './proof.ts';

/** Fewer words between quotation marks are a name or a turn of phrase, not somebody's speech. */
export const SPEECH_WORDS = 5;

export const quotations: Proof = ({ lists }, evidence) =>
  lists.statements.flatMap((placed) =>
    placed.item.mode === 'direct' ? strayQuotation(placed, evidence) : looksDirect(placed, evidence),
  );

function strayQuotation({ item, at }: Placed<Statement>, evidence: Evidence): Finding[] {
  const spot = within(at, 'text');
  if (/^["“„«]|["”»]$/u.test(item.text)) {
    const expected = 'leave them off: they are added where it is shown';
    return [{ at: spot, found: 'a quotation with its outer quotation marks', expected }];
  }
  const words = wordsOf(item.text);
  const without = item.refs.filter((ref) => !evidence.hasQuotation(ref, words));
  if (without.length > 0) {
    const with_ = refsFor('any', evidence).filter((ref) => evidence.hasQuotation(ref, words));
    const found = `'${begin(item.text)}' is not, word for word and whole, between quotation marks in ${wordRefs(without)}`;
    if (with_.length > 0) {
      return [{ at: within(at, 'paragraphs'), found, expected: `cite where it stands: ${wordRefs(with_)}` }];
    }
    const expected = "copy the quotation from the source, or make it 'mode: reported' in our own words";
    return [{ at: spot, found, expected }];
  }
  const differs = item.refs.find((ref) => {
    const text = evidence.textOf(ref);
    return text !== undefined && !standsLetterByLetter(item.text, text);
  });
  if (!differs) return [];
  return [
    {
      at: spot,
      found: `'${begin(item.text)}' differs from ${wordRefs([differs])} in a sign that is no letter`,
      expected: 'copy the quotation from the source letter by letter, with its punctuation',
    },
  ];
}

/** The comma or full stop before the closing mark may be left off: where the source puts 'he said', nobody spoke it. */
function standsLetterByLetter(text: string, paragraph: string): boolean {
  return quotesIn([paragraph]).some(
    ({ text: spoken }) => spoken === text || spoken.replace(/[,.]$/, '') === text,
  );
}

/** What a reported text sets between marks stands so between marks in its paragraphs. */
function looksDirect({ item, at }: Placed<Statement>, evidence: Evidence): Finding[] {
  const strays = quotesIn([item.text]).filter(
    ({ text }) => !item.refs.some((ref) => evidence.hasQuotation(ref, wordsOf(text))),
  );
  if (strays.length === 0) return [];
  const expected = "put it in our own words, or make it 'mode: direct' where the source quotes it";
  return [{ at: within(at, 'text'), found: 'quotation marks in a reported text', expected }];
}

export const missingQuotations: WholeProof = ({ lists, lost }, evidence) => {
  if (lost.files.has('statements.yaml')) return [];
  const direct = lists.statements.filter(({ item }) => item.mode === 'direct');
  const told = Map.groupBy(
    direct.flatMap(({ item }) => [...new Set(item.refs.map(keyOf))]),
    (key) => key,
  );
  return evidence.refs.flatMap((ref): Finding[] => {
    const there = evidence.quotationLengths(ref, SPEECH_WORDS);
    const own = told.get(keyOf(ref))?.length ?? 0;
    if (there.length <= own || lost.refs.has(keyOf(ref))) return [];
    const cited = lists.notes
      .filter(({ item }) => item.refs.some((its) => sameRef(its, ref)))
      .flatMap(({ item }) => citationsIn(item.text))
      .filter((citation) => evidence.hasQuotation(ref, wordsOf(citation))).length;
    if (there.length <= own + cited) return [];
    return [
      {
        at: { file: 'statements.yaml', path: [] },
        found: `${wordRefs([ref])} has ${there.length} direct ${there.length > 1 ? 'quotations' : 'quotation'}, and ${own} told here`,
        expected:
          "add each with 'mode: direct', or cite in a note on the paragraph what nobody spoke, such as a title",
      },
    ];
  });
};

function begin(text: string): string {
  const words = text.split(/\s+/);
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : text;
}
