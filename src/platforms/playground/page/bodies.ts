/** The parts of the platforms' bodies that the page itself looks at; all else is the renderers' business. */
type Words = { readonly text: string };

export type SlackActions = {
  readonly type: 'actions';
  readonly elements: readonly (
    | {
        readonly type: 'button';
        readonly action_id: string;
        readonly text: Words;
        readonly value: string;
        readonly style?: 'primary' | 'danger';
      }
    | {
        readonly type: 'static_select';
        readonly action_id: string;
        readonly placeholder: Words;
        readonly options: readonly {
          readonly text: Words;
          readonly value: string;
          readonly description?: Words;
        }[];
      }
  )[];
};

export type SlackMessage = { readonly text: string; readonly blocks: readonly SlackPart[] };

export type SlackImage = { readonly type: 'image'; readonly image_url?: string; readonly alt_text: string };

export type SlackPart = SlackActions | SlackImage | { readonly type: Exclude<string, 'actions' | 'image'> };

export function isImage(part: SlackPart): part is SlackImage {
  return part.type === 'image';
}

export function isActions(part: SlackPart): part is SlackActions {
  return part.type === 'actions';
}

/** Discord's component types by the numbers of its reference. */
export type DiscordComponent =
  | { readonly type: 1; readonly components: readonly (DiscordButton | DiscordSelect)[] }
  | { readonly type: 10; readonly content: string }
  | {
      readonly type: 12;
      readonly items: readonly { readonly media: { readonly url: string }; readonly description?: string }[];
    }
  | { readonly type: 14; readonly divider?: boolean; readonly spacing?: 1 | 2 }
  | { readonly type: 17; readonly accent_color?: number; readonly components: readonly DiscordComponent[] };

export type DiscordButton = {
  readonly type: 2;
  readonly style: 1 | 2 | 3 | 4;
  readonly label: string;
  readonly custom_id: string;
};
export type DiscordSelect = {
  readonly type: 3;
  readonly custom_id: string;
  readonly placeholder: string;
  readonly options: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
  }[];
};

export type DiscordMessage = { readonly components: readonly DiscordComponent[] };
