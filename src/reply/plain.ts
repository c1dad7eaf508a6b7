import type { Messages } from '../show/messages/messages.ts';
import { citation } from './citation.ts';
import { clean, oneLine } from './clean.ts';
import { wallTime } from './instant.ts';
import type { Block, BlockOf, Choice, Reply, Span, Text } from './reply.ts';

/** What a terminal shows and a screen reader reads: the whole reply, with no markup. */
export function plain(reply: Reply, say: Messages): string {
  const parts = reply.blocks.map((block) => plainBlock(block, say)).filter((part) => part !== '');
  return parts.length === 0 ? say.rendering.emptyReply : parts.join('\n\n');
}

/** One block in words; empty when it has none. */
export function plainBlock(block: Block, say: Messages): string {
  switch (block.kind) {
    case 'heading':
      return oneLine(block.text);
    case 'text':
    case 'verdict':
    case 'note':
      return plainText(block.text, say).trim();
    case 'quotation':
      return plainQuotation(block, say);
    case 'facts':
      return block.facts
        .map((fact) => `${oneLine(fact.label)}: ${plainText(fact.value, say).trim()}`)
        .join('\n');
    case 'list':
      return block.items
        .map((item) => plainText(item, say).trim())
        .filter((item) => item !== '')
        .map((item) => `• ${item.replaceAll('\n', '\n  ')}`)
        .join('\n');
    case 'picture':
      return say.rendering.inWords(clean(block.alt).trim());
    case 'menu':
      return block.types === undefined
        ? plainChoices(block.choices, say)
        : `${say.rendering.alsoType} ${oneLine(block.types)}`;
    case 'buttons':
      return plainChoices(block.buttons, say);
  }
}

/** A text in words. */
export function plainText(text: Text, say: Messages): string {
  return text.map((span) => plainSpan(span, say)).join('');
}

export function plainSpan(span: Span, say: Messages): string {
  if (typeof span === 'string') return clean(span);
  if ('bold' in span) return clean(span.bold);
  if ('italic' in span) return clean(span.italic);
  if ('code' in span) return clean(span.code);
  if ('cite' in span) return span.cite.length === 0 ? '' : citation(span.cite);
  if ('instant' in span) return wallTime(span.instant, span.zone, say);
  if ('group' in span) return say.rendering.group;
  return oneLine(span.user);
}

/** Direct speech as it is shown, without the marks around the whole of it that a file may have; those inside stay. */
export function quotedWords(words: string): string {
  const spoken = clean(words).trim();
  return /^["“]([^"“”]*)["”]$/u.exec(spoken)?.[1]?.trim() ?? spoken;
}

/** What choices stand for, for those who type: the words alone, since that is what they need. */
export function plainChoices(choices: readonly Choice[], say: Messages): string {
  if (choices.length === 0) return '';
  return `${say.rendering.alsoType} ${choices.map(({ says, types }) => wordsOf(types ?? says, say)).join(' · ')}`;
}

/** A choice where it stands by itself: the words, and what else it says. */
export function plainChoice(choice: Choice, say: Messages): string {
  const words = wordsOf(choice.types ?? choice.says, say);
  const label = oneLine(choice.label);
  const more = [label.toLowerCase() === words.toLowerCase() ? '' : label, oneLine(choice.description ?? '')];
  const about = more.filter((part) => part !== '').join('; ');
  return `${words}${about === '' ? '' : ` (${about})`}`;
}

function wordsOf(says: string, say: Messages): string {
  return oneLine(says) || say.rendering.noWords;
}

function plainQuotation(block: BlockOf<'quotation'>, say: Messages): string {
  const words = quotedWords(block.words);
  const by = plainText(block.by, say).trim();
  const cite = block.cite.length === 0 ? '' : ` ${citation(block.cite)}`;
  return `“${words}” — ${by === '' ? '' : `${by}, `}${say.rendering.directQuotation}${cite}`;
}
