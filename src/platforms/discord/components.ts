/** The components that are used, with the numbers that Discord's component reference gives them. */
export type TextDisplay = { readonly type: 10; readonly content: string };
export type Separator = { readonly type: 14; readonly divider: boolean; readonly spacing: 1 | 2 };
export type MediaGallery = {
  readonly type: 12;
  readonly items: { readonly media: { readonly url: string }; readonly description: string }[];
};
/** 1 primary, 2 secondary, 4 danger. */
export type Button = {
  readonly type: 2;
  readonly style: 1 | 2 | 4;
  readonly label: string;
  readonly custom_id: string;
};
export type Option = { readonly label: string; readonly value: string; readonly description?: string };
export type Select = {
  readonly type: 3;
  readonly custom_id: string;
  readonly placeholder: string;
  readonly options: Option[];
};
export type ActionRow = { readonly type: 1; readonly components: (Button | Select)[] };
export type Inner = TextDisplay | Separator | MediaGallery | ActionRow;
export type Container = { readonly type: 17; readonly accent_color: number; readonly components: Inner[] };

/** A components v2 message as Discord's API takes it. */
export type DiscordBody = {
  readonly flags: number;
  readonly allowed_mentions: { readonly parse: never[]; readonly roles?: readonly string[] };
  readonly components: (Container | ActionRow)[];
};

export const IS_COMPONENTS_V2 = 1 << 15;
export const EPHEMERAL = 1 << 6;

/** The same body, seen by the asker alone. A deferred answer has this fixed when it is deferred. */
export function ephemeral(body: DiscordBody): DiscordBody {
  return { ...body, flags: body.flags | EPHEMERAL };
}

/** How many components a list of them is to Discord, nested ones included. */
export function countComponents(components: readonly (Inner | Container)[]): number {
  return components.reduce((sum, component) => {
    if (component.type === 17) return sum + 1 + countComponents(component.components);
    return sum + 1 + (component.type === 1 ? component.components.length : 0);
  }, 0);
}
