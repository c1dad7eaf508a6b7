/** What no other list holds: the facts that the writer tells, and the sentences that matter most. */
import type { FoundText } from '../draft.ts';
import { wordsIn } from '../speech/direct.ts';
import type { Read } from '../speech/said.ts';
import { narrated } from '../text/sentences.ts';
import { titleOf } from './titles.ts';

/** Pure. Every sentence that nothing else rests on, so that nothing of the article is lost to questions. */
export function backgroundIn(reads: readonly Read[], used: (read: Read) => boolean): FoundText[] {
  return reads.filter((read) => !used(read) && saysMore(read)).map(foundText);
}

/** A sentence that is nothing but somebody's words and whose they are says nothing more. */
function saysMore({ sentence, sayings }: Read): boolean {
  const own = narrated(sentence).filter(({ kind }) => kind === 'word' || kind === 'number');
  const quoted = sentence.pieces.some((piece) => piece.kind === 'quote' && wordsIn(piece.quote.text) > 2);
  if (quoted && sayings.length > 0) return false;
  return own.length >= 3;
}

/** Pure. The points at the head of a report where it has any, else the first sentences of its first paragraphs. */
export function keyPointsIn(reads: readonly Read[], isBullet: (paragraph: number) => boolean): FoundText[] {
  const points = reads.filter(({ line }) => isBullet(line.number));
  const leads = reads.filter(
    (read, at) =>
      !isBullet(read.line.number) &&
      reads[at - 1]?.line !== read.line &&
      saysMore(read) &&
      !startsWithPronoun(read),
  );
  return [...leads.slice(0, 1), ...points, ...leads.slice(1)]
    .slice(0, Math.max(MOST, points.length + 1))
    .map(foundText);
}

const MOST = 4;

function startsWithPronoun({ sentence }: Read): boolean {
  return /^(?:he|she|it|they|this|that|these|those|but|and)\b/i.test(sentence.text);
}

function foundText({ sentence, line }: Read): FoundText {
  const text = sentence.text.replace(/^[*•‣▪·]\s+/u, '');
  return {
    from: { paragraph: line.number, start: sentence.end - text.length, end: sentence.end },
    paragraphs: [line.number],
    trust: 'sure',
    title: titleOf(text),
    text,
  };
}
