/**
 * Keeps what was typed from acting in Discord: a backslash before every mark that Discord's markdown could read
 * (docs.discord.com/developers/reference#message-formatting and the client's own rules), and a word joiner inside the
 * two words that would call everybody. The beginning of `text` counts as the beginning of a line.
 */
export function escapeMarkdown(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text
    .replace(/[\\*_~`|<[]|:(?=[^\s:]+:|\/\/)/gu, '\\$&')
    .replace(/@(?=everyone|here)/giu, `@${WORD_JOINER}`)
    .replace(/^([^\S\n]*)([-+#>])/gmu, '$1\\$2')
    .replace(/^([^\S\n]*\d+)([.)])/gmu, '$1\\$2');
}

/** Parts two stretches of markup that would run into one another; takes no room. */
export const WORD_JOINER = '\u2060';

const SUSPECT = /[\\*_~`|<[@:]|^[^\S\n]*(?:[-+#>]|\d+[.)])/mu;
