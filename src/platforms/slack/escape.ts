/**
 * Keeps what was typed from acting in Slack. Most of it goes into `rich_text` and `plain_text`, where Slack reads no
 * markup at all; `mrkdwn` gets only text that is calm, and the fallback text is disarmed.
 */

/** The three characters that Slack asks to be escaped (docs.slack.dev/messaging/formatting-message-text). */
export function escapeControls(text: string): string {
  return /[&<>]/u.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text;
}

/** Whether `mrkdwn` shows the text letter by letter: nothing in it could be markup, a mention, an emoji or a link. */
export function isCalm(text: string): boolean {
  return !/[*_~`<>@#|]|:[^\s:]+:|:\/\/|www\.|[\p{L}\p{N}]\.\p{L}{2}/iu.test(text);
}

/**
 * The text as `text` carries it beside blocks, for notifications and where blocks cannot be shown. Slack reads markup
 * there, and has no escape for it: the four marks get a twin that looks the same and means nothing, and a word joiner
 * parts what would make a quote, a mention or an emoji.
 */
export function disarm(text: string): string {
  if (!/[&<>*_~`:@#]|www\./iu.test(text)) return text;
  return escapeControls(
    text
      .replace(/[*_~`]/gu, (mark) => TWINS[mark] ?? mark)
      .replace(/^([ \t]*)>/gmu, `$1${WORD_JOINER}>`)
      .replace(/[@#](?=\S)/gu, `$&${WORD_JOINER}`)
      .replace(/www(?=\.)/giu, `$&${WORD_JOINER}`)
      .replace(/:(?=[^\s:]+:|\/\/)/gu, `$&${WORD_JOINER}`),
  );
}

export const WORD_JOINER = '\u2060';
/** Asterisk operator, low line modifier, tilde operator, grave accent modifier. */
const TWINS: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };
