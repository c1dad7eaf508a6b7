/** What a platform puts among words and nobody types as one. */

/** Custom emoji, mentions, channels, special links, and emoji by their codes. */
const EMOJI =
  /<a?:\w{1,40}:\d{1,25}>|<:\w{1,40}:\d{1,25}>|(?<![\p{L}\p{N}]):[a-z0-9_+'-]{1,60}:(?![\p{L}\p{N}])/giu;
const PICTURES =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D}|\u{20E3}/gu;

/** Without emoji, as codes or as signs. */
export function withoutMarkup(text: string): string {
  return text.replace(EMOJI, ' ').replace(PICTURES, ' ').replace(/ {2,}/gu, ' ').trim();
}

/** Whether there is nothing but emoji. */
export function isEmojiAlone(text: string): boolean {
  return text.trim() !== '' && !/[\p{L}\p{N}\p{P}\p{S}]/u.test(withoutMarkup(text));
}
