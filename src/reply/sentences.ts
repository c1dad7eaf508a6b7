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

/** `[¶ 16, 18]` */
export function citation(paragraphs: readonly number[]): string {
  return `[¶ ${paragraphs.join(', ')}]`;
}

/** The same for where lines wrap: the sign stays with its number. */
export function unbrokenCitation(paragraphs: readonly number[]): string {
  return citation(paragraphs).replace(' ', '\u00a0');
}
