import type { Briefing } from '../../src/briefing/briefing.ts';
import type { Block, Reply, Span, Text } from '../../src/reply/reply.ts';
import { claimBlock } from '../../src/show/claims.ts';
import { inferredNotes } from '../../src/show/inferred.ts';
import { headlineOf } from '../../src/show/items.ts';
import { en } from '../../src/show/messages/en.ts';

/** Tells the texts of a reply that are neither an item of the briefing, nor fixed wording, nor a word of the asker. */
export function madeUp(reply: Reply, briefing: Briefing, question: string): string[] {
  const blocks = reply.blocks.filter(({ kind }) => kind !== 'verdict');
  const texts = blocks.flatMap(textsOf).map((text) => text.trim());
  const known = wordings.get(briefing) ?? wordingOf(briefing);
  wordings.set(briefing, known);
  const asked = letters(question);
  const verdicts = reply.blocks.flatMap((block) => (block.kind === 'verdict' ? block.text.map(wordsOf) : []));
  return [
    ...texts.filter((text) => !isTold(text)),
    ...verdicts.filter((text) => !isTold(text.trim()) && !isVerdict(text)),
  ];

  /** A fixed word of a verdict, the asker's own letters, a stretch of an item, or names of the briefing. */
  function isVerdict(text: string): boolean {
    return (
      VERDICT.has(text.trim()) ||
      asked.includes(letters(text)) ||
      briefing.claims.some(({ item }) => letters(item.text).includes(letters(text))) ||
      text
        .split(/, | and /)
        .every((name) => known.has(name) || known.has(name.replace(/^an? /, (a) => a.toUpperCase())))
    );
  }

  function isTold(text: string): boolean {
    if (known.has(text) || PUNCTUATION.test(text) || isInferred(text, briefing)) return true;
    if (/^‘.*’$/u.test(text))
      return [...text.matchAll(/‘(.*?)…?’/gu)].every(([, echo = '']) => asked.includes(letters(echo)));
    // A stretch of an item: a number alone, and what stands around it.
    return briefing.claims.some(({ item }) => item.text.includes(text) || item.text.startsWith(text));
  }
}

/** A note on what is inferred: its heading, then a line for each reason, of which every part is the briefing's. */
function isInferred(text: string, { claims }: Briefing): boolean {
  const [heading, ...lines] = text.split('\n');
  const all = claims.flatMap(({ item }) => item.inferred);
  return (
    heading === en.claims.inferredBelow &&
    lines.every((line) =>
      all.some(
        ({ why }) =>
          line.endsWith(`: ${why}`) &&
          line
            .slice(1, -`”: ${why}`.length)
            .split('”, “')
            .every((says) => all.some((one) => one.says === says && one.why === why)),
      ),
    )
  );
}

const wordings = new WeakMap<Briefing, Set<string>>();
const PUNCTUATION = /^[\s—:,.()]*$/u;

/** In capitals: in small letters a sigma is another at the end of a word. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .toUpperCase();
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'text':
    case 'verdict':
    case 'note':
      return block.text.map(wordsOf);
    case 'quotation':
      return [block.words, ...block.by.map(wordsOf)];
    case 'facts':
      return block.facts.flatMap((fact) => [fact.label, ...fact.value.map(wordsOf)]);
    case 'list':
      return block.items.flatMap((item) => item.map(wordsOf));
    case 'buttons':
      return [];
    default:
      return [JSON.stringify(block)];
  }
}

function wordsOf(span: Span): string {
  if (typeof span === 'string') return span.replaceAll('†', '');
  if ('bold' in span) return span.bold.replaceAll('†', '');
  if ('italic' in span) return span.italic;
  return 'cite' in span ? '' : JSON.stringify(span);
}

const WORD = '\u{1f5d1}';

/** Each fixed sentence, and the parts of those that are built around a word. */
const FIXED = Object.values(en.asking).flatMap((one): readonly string[] => {
  if (typeof one === 'string') return [one];
  if (typeof one === 'object') return Object.values(one);
  const built = (one as (word: unknown) => string | readonly string[])(
    one === en.asking.notUnderstood ? [WORD] : WORD,
  );
  return typeof built === 'string' ? [built] : built.filter((part) => !part.includes(WORD));
});

/** Every fixed part of a verdict. */
const VERDICT = new Set(
  Object.values(en.verdict).flatMap((one): string[] => {
    const built = typeof one === 'string' ? [one] : (one as (...words: unknown[]) => Text)(WORD, [WORD]);
    return [...built, ...(typeof one === 'string' ? [] : (one as (...words: unknown[]) => Text)([]))]
      .filter((part): part is string => typeof part === 'string' && part !== WORD)
      .map((part) => part.trim());
  }),
);

function wordingOf(briefing: Briefing): Set<string> {
  const { claims, people, organisations, sides, places, issues, topics } = briefing;
  const items = claims.map((claim) => claim.item);
  return new Set(
    [
      en.claims.notSaid,
      ...FIXED,
      // How an item is shown wherever it stands is proven elsewhere.
      ...claims.flatMap((claim) =>
        [claimBlock(claim, briefing, en), ...inferredNotes([claim.item], en)].flatMap(textsOf),
      ),
      briefing.summary.text,
      ...claims.map((claim) => headlineOf(claim, briefing)),
      ...items.flatMap((item) => [
        item.text,
        'about' in item ? (item.about ?? '') : '',
        'setting' in item ? (item.setting ?? '') : '',
        'shown' in item ? item.shown : '',
        'sum' in item ? (item.sum ?? '') : '',
        'when' in item && item.when !== undefined ? en.time.when(item.when) : '',
      ]),
      ...people.flatMap(({ id, name, role }) => [name, role, briefing.nameOf(id)]),
      ...items.flatMap((item) =>
        'speakers' in item ? [item.speakers.map((id) => briefing.nameOf(id)).join(', ')] : [],
      ),
      ...organisations.flatMap(({ name, what }) => [name, what]),
      ...places.flatMap(({ name, what }) => [name, what]),
      ...[...sides, ...issues, ...topics].map(({ name }) => name),
    ].map((text) => text.trim()),
  );
}
