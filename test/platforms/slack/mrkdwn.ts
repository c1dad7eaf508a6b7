/** A small reader of Slack's mrkdwn, after docs.slack.dev/messaging/formatting-message-text; ours alone. */
export type Mark =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'style'; readonly mark: string; readonly words: string }
  | { readonly kind: 'emoji' | 'quote' | 'link' | 'name' | 'raw'; readonly words: string };

/** All that Slack would not show letter by letter. Stricter than Slack: any pair of marks on a line is a style. */
export function marksOf(mrkdwn: string): Mark[] {
  const tokens = [...mrkdwn.matchAll(/<([^<>]*)>/gu)].map(
    (found): Mark => ({ kind: 'token', token: found[1] ?? '' }),
  );
  const bare = mrkdwn.replace(/<[^<>]*>/gu, ' ');
  const find = (pattern: RegExp, kind: 'emoji' | 'quote' | 'link' | 'name' | 'raw') =>
    [...bare.matchAll(pattern)].map((found): Mark => ({ kind, words: found[0] }));
  return [
    ...tokens,
    ...[...bare.matchAll(/([*_~`])([^\n]*?)\1/gu)].map(
      (found): Mark => ({ kind: 'style', mark: found[1] ?? '', words: found[2] ?? '' }),
    ),
    ...find(/:[a-z0-9_+'-]+:/giu, 'emoji'),
    ...find(/^\s*&gt;/gmu, 'quote'),
    ...find(/https?:\/\/\S|www\.\S|[\w.]+@[\w.]+/giu, 'link'),
    ...find(/[@#][\w-]+/gu, 'name'),
    ...find(/[<>]|&(?!amp;|lt;|gt;)/gu, 'raw'),
  ];
}

/** What is read of it: tokens by their words, styles without their marks, entities as the characters they stand for. */
export function readMrkdwn(mrkdwn: string): string {
  return mrkdwn
    .replace(/<!date\^[^|>]*\|[^>]*>/gu, '')
    .replace(/<@([A-Z0-9]+)>/gu, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** The fallback's look-alikes as the marks that they stand for. */
export function undoTwins(text: string): string {
  return readMrkdwn(text).replaceAll('∗', '*').replaceAll('ˍ', '_').replaceAll('∼', '~').replaceAll('ˋ', '`');
}
