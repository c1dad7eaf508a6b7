import { clean, oneLine } from './clean.ts';
import { wallTime } from './instant.ts';
import type { Block, BlockOf, Choice, Reply, Span, Text } from './reply.ts';
import * as say from './sentences.ts';

/** What a terminal shows and a screen reader reads: the whole reply, with no markup. */
export function plain(reply: Reply): string {
  const parts = reply.blocks.map(plainBlock).filter((part) => part !== '');
  return parts.length === 0 ? say.EMPTY_REPLY : parts.join('\n\n');
}

/** One block in words; empty when it has none. */
export function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return oneLine(block.text);
    case 'text':
    case 'note':
      return plainText(block.text).trim();
    case 'quotation':
      return plainQuotation(block);
    case 'facts':
      return block.facts.map((fact) => `${oneLine(fact.label)}: ${plainText(fact.value).trim()}`).join('\n');
    case 'list':
      return block.items
        .map((item) => plainText(item).trim())
        .filter((item) => item !== '')
        .map((item) => `• ${item.replaceAll('\n', '\n  ')}`)
        .join('\n');
    case 'picture':
      return say.inWords(clean(block.alt).trim());
    case 'menu':
      return plainChoices(block.choices);
    case 'buttons':
      return plainChoices(block.buttons);
  }
}

/** A text in words. */
export function plainText(text: Text): string {
  return text.map(plainSpan).join('');
}

export function plainSpan(span: Span): string {
  if (typeof span === 'string') return clean(span);
  if ('bold' in span) return clean(span.bold);
  if ('italic' in span) return clean(span.italic);
  if ('code' in span) return clean(span.code);
  if ('cite' in span) return span.cite.length === 0 ? '' : say.citation(span.cite);
  if ('instant' in span) return wallTime(span.instant, span.zone);
  return oneLine(span.user);
}

/** Direct speech as it is shown, without the marks around the whole of it that a file may have; those inside stay. */
export function quotedWords(words: string): string {
  const spoken = clean(words).trim();
  return /^["“]([^"“”]*)["”]$/u.exec(spoken)?.[1]?.trim() ?? spoken;
}

/** What choices stand for, for those who type: the words alone, since that is what they need. */
export function plainChoices(choices: readonly Choice[]): string {
  if (choices.length === 0) return '';
  return `${say.ALSO_TYPE} ${choices.map(({ says, types }) => wordsOf(types ?? says)).join(' · ')}`;
}

/** A choice where it stands by itself: the words, and what else it says. */
export function plainChoice(choice: Choice): string {
  const words = wordsOf(choice.types ?? choice.says);
  const label = oneLine(choice.label);
  const more = [label.toLowerCase() === words.toLowerCase() ? '' : label, oneLine(choice.description ?? '')];
  const about = more.filter((part) => part !== '').join('; ');
  return `${words}${about === '' ? '' : ` (${about})`}`;
}

function wordsOf(says: string): string {
  return oneLine(says) || say.NO_WORDS;
}

function plainQuotation(block: BlockOf<'quotation'>): string {
  const words = quotedWords(block.words);
  const by = plainText(block.by).trim();
  const cite = block.cite.length === 0 ? '' : ` ${say.citation(block.cite)}`;
  return `“${words}”\n— ${by === '' ? '' : `${by}, `}${say.DIRECT_QUOTATION}${cite}`;
}
