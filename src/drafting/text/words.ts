/** Words with their places, and what part of speech each is. */
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

export type Word = {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'sign' | 'possessive';
  /** As Universal Dependencies name it: NOUN, PROPN, VERB, AUX, ADP … */
  readonly tag: string;
};

/** Cuts a paragraph into words, numbers, signs and the genitive 's, each with its part of speech. */
export function wordsIn(paragraph: string): Word[] {
  const tags = tagsOf(paragraph);
  return [...paragraph.matchAll(PIECE)].map(({ 0: text, index }) => ({
    text,
    lower: text.toLowerCase().replaceAll('’', "'"),
    start: index,
    end: index + text.length,
    kind: kindOf(text),
    tag: tags.get(index) ?? 'X',
  }));
}

/** Whether a word is written as a name is: with a capital. */
export function isCapital({ text }: Pick<Word, 'text'>): boolean {
  return /^\p{Lu}/u.test(text);
}

function kindOf(text: string): Word['kind'] {
  if (/^['’]s?$/.test(text)) return text.length > 1 ? 'possessive' : 'sign';
  if (/^\p{N}/u.test(text)) return 'number';
  return /^\p{L}/u.test(text) ? 'word' : 'sign';
}

/** The tagger's own words are cut otherwise in places: a part of speech is found by where its word begins. */
function tagsOf(paragraph: string): Map<number, string> {
  tagger ??= winkNLP(model, ['pos']);
  const { its } = tagger;
  const tokens = tagger.readDoc(paragraph.replace(/\s/g, ' ')).tokens();
  const texts = tokens.out(its.value) as string[];
  const tags = tokens.out(its.pos) as string[];
  const found = new Map<number, string>();
  let at = 0;
  for (const [index, text] of texts.entries()) {
    const start = paragraph.indexOf(text, at);
    if (start < 0) continue;
    found.set(start, tags[index]!);
    at = start + text.length;
  }
  return found;
}

let tagger: ReturnType<typeof winkNLP> | undefined;

const PIECE =
  /['’]s\b|\p{N}+(?:[.,:]\p{N}+)*(?:st|nd|rd|th)?|(?:\p{Lu}\.){2,}|\p{L}[\p{L}\p{M}\p{N}]*(?:[-'’&](?!s\b)\p{L}[\p{L}\p{M}\p{N}]*)*|\S/gu;
