/** The few block types that are used, as Slack's Block Kit reference describes them. */
export type PlainText = { readonly type: 'plain_text'; readonly text: string; readonly emoji: false };
/** Without `verbatim`: only calm text (escape.ts) gets here, in which Slack finds nothing to link by itself. */
export type Mrkdwn = { readonly type: 'mrkdwn'; readonly text: string };

export type Style = { readonly bold?: true; readonly italic?: true; readonly code?: true };
export type RichElement =
  | { readonly type: 'text'; readonly text: string; readonly style?: Style }
  | { readonly type: 'usergroup'; readonly usergroup_id: string }
  | {
      readonly type: 'date';
      /** Epoch seconds. */
      readonly timestamp: number;
      readonly format: string;
      readonly fallback: string;
    };
export type RichSection = { readonly type: 'rich_text_section'; readonly elements: readonly RichElement[] };
export type RichPart =
  | RichSection
  | { readonly type: 'rich_text_quote'; readonly elements: readonly RichElement[] }
  | {
      readonly type: 'rich_text_list';
      readonly style: 'bullet';
      readonly elements: readonly RichSection[];
    };

export type Option = {
  readonly text: PlainText;
  readonly value: string;
  readonly description?: PlainText;
};
export type Button = {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: PlainText;
  readonly value: string;
  readonly style?: 'primary' | 'danger';
};
export type Select = {
  readonly type: 'static_select';
  readonly action_id: string;
  readonly placeholder: PlainText;
  readonly options: readonly Option[];
};

/** Where Slack finds a picture: on the web, or among the files that were uploaded to it. */
export type PicturePlace = { readonly image_url: string } | { readonly slack_file: { readonly id: string } };

export type SlackBlock =
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'rich_text'; readonly elements: readonly RichPart[] }
  | { readonly type: 'section'; readonly fields: readonly Mrkdwn[] }
  | { readonly type: 'context'; readonly elements: readonly (PlainText | Mrkdwn)[] }
  | { readonly type: 'divider' }
  | ({ readonly type: 'image'; readonly alt_text: string } & PicturePlace)
  | { readonly type: 'actions'; readonly elements: readonly (Button | Select)[] };

/** What is sent: for a message as it is, with a channel or a response URL added by who sends it. */
export type SlackBody = { readonly text: string; readonly blocks: readonly SlackBlock[] };

export function plainTextObject(text: string): PlainText {
  return { type: 'plain_text', text, emoji: false };
}
