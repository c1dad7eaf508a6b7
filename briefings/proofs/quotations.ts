/** Direct speech stands word for word, whole, between quotation marks in its paragraph; nothing else looks like it. */
import { type Finding, within } from '../draft.ts';
import { wordsOf } from '../words.ts';
import { type Proof, paragraphsFor, wordParagraphs } from './proof.ts';

export const quotations: Proof = (draft, evidence) =>
  draft.lists.statements.flatMap(({ item, at }): Finding[] => {
    const spot = within(at, 'text');
    if (item.mode === 'reported') return marksIn(item.text) ? [looksDirect(spot)] : [];
    if (/^["“„«]|["”»]$/u.test(item.text)) {
      return [
        {
          at: spot,
          found: 'a quotation with its outer quotation marks',
          expected: 'leave them off: they are added where it is shown',
        },
      ];
    }
    const there = wordParagraphs(item.paragraphs);
    const words = wordsOf(item.text);
    if (!item.paragraphs.some((paragraph) => evidence.hasQuotation(paragraph, words))) {
      const elsewhere = paragraphsFor('any', evidence).filter((paragraph) =>
        evidence.hasQuotation(paragraph, words),
      );
      const hint = elsewhere.length > 0 ? `; it stands in ${wordParagraphs(elsewhere)}` : '';
      return [
        {
          at: spot,
          found: `'${begin(item.text)}' is not, word for word and whole, between quotation marks in ${there}${hint}`,
          expected:
            elsewhere.length > 0
              ? "mend 'paragraphs'"
              : "copy the quotation from the source, or make it 'mode: reported' in our own words",
        },
      ];
    }
    const texts = evidence.texts;
    if (
      texts &&
      !item.paragraphs.some((paragraph) => standsLetterByLetter(item.text, texts[paragraph] ?? ''))
    ) {
      return [
        {
          at: spot,
          found: `'${begin(item.text)}' differs from ${there} in a sign that is no letter`,
          expected: 'copy the quotation from the source letter by letter, with its punctuation',
        },
      ];
    }
    return [];
  });

/** The comma or full stop before the closing mark may be left off: where the source puts 'he said', nobody spoke it. */
function standsLetterByLetter(text: string, paragraph: string): boolean {
  const pieces = paragraph.split(/["“”„«»「」『』]/u).filter((_, index) => index % 2 === 1);
  return pieces.some((piece) => piece === text || piece.replace(/[,.]$/, '') === text);
}

function looksDirect(at: Finding['at']): Finding {
  return {
    at,
    found: 'quotation marks in a reported text',
    expected: "put it in our own words, or make it 'mode: direct' where the source quotes it",
  };
}

/** Double marks of any shape, or single ones around words: not the apostrophe of a genitive. */
function marksIn(text: string): boolean {
  return /["“”„‟«»「」『』]/u.test(text) || /(^|[\s(])['‘][^'’]+['’]($|[\s.,;:!?)])/u.test(text);
}

function begin(text: string): string {
  const words = text.split(/\s+/);
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : text;
}
