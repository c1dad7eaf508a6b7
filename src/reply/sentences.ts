import type { Cite } from './reply.ts';

/** What a rendering says of its own accord, the same on every platform. */
export const EMPTY_REPLY = 'There is nothing to show here.';
export const SHARE = 'Share with the channel';
export const SHARE_BY_MENTION =
  'To show this to everybody, ask the same by mentioning the bot in the channel.';
export const NEXT_PAGE = 'Next page';
export const PREVIOUS_PAGE = 'Previous page';
export const ALSO_TYPE = 'You can also type:';
export const IN_FULL = 'In full:';
export const DIRECT_QUOTATION = 'direct quotation';
export const NO_WORDS = '(the command alone)';
export const MORE_THAN_FITS = 'There is more than fits here: ask by the command.';
export const CHOOSE = 'Choose';
export const SHOW = 'Show';
export const PICTURE_BELOW = 'The picture is put into words below it.';

export function pageOf(page: number, pages: number): string {
  return `Page ${page} of ${pages}`;
}

export function inWords(alt: string): string {
  return `Picture in words: ${alt}`;
}

/** `[¶ 16, 18]`, or with several sources `[VOA ¶ 16, 18; Kremlin ¶ 3]`. */
export function citation(cites: readonly Cite[]): string {
  const bySource = Map.groupBy(cites, ({ name }) => name ?? '');
  const each = [...bySource].map(([name, its]) => {
    const numbers = its.map(({ paragraph }) => paragraph).join(', ');
    return name === '' ? `¶ ${numbers}` : `${name} ¶ ${numbers}`;
  });
  return `[${each.join('; ')}]`;
}

/** The same for where lines wrap: the sign stays with its number. */
export function unbrokenCitation(cites: readonly Cite[]): string {
  return citation(cites).replaceAll('¶ ', '¶\u00a0').replaceAll(' ¶', '\u00a0¶');
}
