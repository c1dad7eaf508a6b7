/** A text cut into words, numbers and runs of unspaced script, with its sentences; no word of any language. */

export type Piece = {
  /** As it stands in the text, after NFKC. */
  readonly raw: string;
  readonly kind: 'word' | 'number' | 'unspaced';
  readonly capital: boolean;
  /** First in its sentence, where a capital letter says nothing. */
  readonly opens: boolean;
  readonly sentence: number;
};

/** What a platform puts among words and nobody types as one: links, mentions, emoji codes, custom emoji. */
const MARKUP =
  /<a?:\w{1,40}:\d+>|<[@#!][^<>\s]{1,100}>|:[a-z0-9_+-]{1,40}:(?!\d)|https?:\/\/\S+|\[¶[^\]]*\]/giu;

const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〇`;
const PIECES = new RegExp(
  String.raw`(?:\p{L}\.){2,}|[${UNSPACED}]+|[$€£¥₩₽]?\d+(?:[.,:\u00a0\u202f]\d+)*\p{L}{0,2}(?!\p{L})|(?:(?![${UNSPACED}])\p{L})(?:(?![${UNSPACED}])[\p{L}\p{M}\d])*(?:['’](?:(?![${UNSPACED}])\p{L})+)*|[.?!;\n。？！；…]+|[-‐‑–]`,
  'gu',
);
const HYPHENS = '-‐‑–';
/** No unspaced script stands before this sign. */
const FIRST_UNSPACED = 0x2e80;
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');
const ENDS = /^[.?!;\n。？！；…]+$/u;

/** `abbreviations`, in small letters: a full stop behind one of them, or behind a single letter, ends nothing. */
export function piecesOf(text: string, abbreviations: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let opens = true;
  let sentence = 0;
  for (const [raw] of text.normalize('NFKC').replace(MARKUP, ' ').matchAll(PIECES)) {
    if (raw.length === 1 && HYPHENS.includes(raw)) continue;
    if (ENDS.test(raw)) {
      const last = pieces.at(-1)?.raw.toLowerCase() ?? '';
      const goesOn = raw === '.' && (abbreviations.has(last) || /^\p{L}$/u.test(last));
      if (!opens && !goesOn) sentence += 1;
      opens ||= !goesOn;
      continue;
    }
    const kind = kindOf(raw);
    pieces.push({ raw, kind, capital: /^\p{Lu}/u.test(raw), opens, sentence });
    opens = false;
  }
  return pieces;
}

function kindOf(raw: string): Piece['kind'] {
  if (/^[$€£¥₩₽]?\d/u.test(raw)) return 'number';
  return raw.charCodeAt(0) >= FIRST_UNSPACED && IS_UNSPACED.test(raw) ? 'unspaced' : 'word';
}
