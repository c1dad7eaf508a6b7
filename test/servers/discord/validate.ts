import { z } from 'zod';

/**
 * What Discord refuses, written from its documentation with numbers of its own, so that a wrong limit in a renderer
 * shows. Each check returns the faults it found, one line each, `path: what`; none means that Discord takes it.
 * Characters are UTF-16 units.
 */
export function validateDiscordMessage(body: unknown): string[] {
  const flags = typeof body === 'object' && body !== null && 'flags' in body ? Number(body.flags) : 0;
  return (flags & IS_COMPONENTS_V2) !== 0 ? v2Faults(body) : legacyFaults(body);
}

/** The `data` of an autocomplete answer: `{ choices: [...] }`. */
export function validateDiscordAutocomplete(data: unknown): string[] {
  const choices = z.array(z.strictObject({ name: words(100), value: words(100) })).max(25);
  return faultsOf(z.strictObject({ choices }), data);
}

/** The commands of one scope, as one bulk PUT takes them. */
export function validateDiscordCommands(commands: unknown): string[] {
  const faults = faultsOf(z.array(command).max(100), commands);
  if (faults.length > 0) return faults;
  const known = commands as z.infer<typeof command>[];
  return [
    ...repeated(
      'name',
      known.map((each) => `${each.type ?? 1} ${each.name}`),
    ),
    ...known.flatMap((each) => [
      ...((each.type ?? 1) === 1 && (each.description ?? '') === '' ? [`${each.name}: no description`] : []),
      ...(commandChars(each) > 8000 ? [`${each.name}: more than 8,000 characters`] : []),
      ...repeated(
        `${each.name}: option`,
        (each.options ?? []).map((one) => one.name),
      ),
      ...requiredAfterOptional(each.options ?? []),
    ]),
  ];
}

const IS_COMPONENTS_V2 = 1 << 15;

function v2Faults(body: unknown): string[] {
  const faults = faultsOf(v2Message, body);
  if (faults.length > 0) return faults;
  const { components } = body as z.infer<typeof v2Message>;
  const all = flatten(components);
  const chars = all.reduce((sum, each) => sum + (each.type === 10 ? String(each.content).length : 0), 0);
  const bytes = Buffer.byteLength(JSON.stringify(body));
  return [
    ...(all.length > 40 ? [`components: ${all.length} of at most 40`] : []),
    ...(chars > 4000 ? [`components: ${chars} characters of at most 4,000`] : []),
    ...(bytes > 10_000 ? [`body: ${bytes} bytes of at most 10,000`] : []),
    ...repeated('custom_id', customIds(all)),
  ];
}

function legacyFaults(body: unknown): string[] {
  const faults = faultsOf(legacyMessage, body);
  if (faults.length > 0) return faults;
  const { content, embeds = [], components = [], attachments = [] } = body as z.infer<typeof legacyMessage>;
  const chars = embeds.reduce((sum, each) => sum + embedChars(each), 0);
  const empty = (content ?? '').trim() === '' && embeds.length + components.length + attachments.length === 0;
  return [
    ...(empty ? ['50006: an empty message'] : []),
    ...(chars > 6000 ? [`embeds: ${chars} characters of at most 6,000`] : []),
    ...repeated('custom_id', customIds(flatten(components))),
  ];
}

type Node = { readonly type: number; readonly [key: string]: unknown };

function flatten(components: readonly unknown[]): Node[] {
  return components.flatMap((component) => {
    const node = component as Node & { components?: unknown[]; accessory?: unknown };
    return [node, ...flatten(node.components ?? []), ...flatten(node.accessory ? [node.accessory] : [])];
  });
}

function customIds(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => (typeof node.custom_id === 'string' ? [node.custom_id] : []));
}

function faultsOf(schema: z.ZodType, value: unknown): string[] {
  const parsed = schema.safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
}

function repeated(name: string, ids: readonly string[]): string[] {
  const again = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [...new Set(again)].map((id) => `${name}: '${id}' stands twice`);
}

const wellFormed = (text: string) => text.isWellFormed();
const notBlank = (text: string) => text.trim() !== '';
const words = (most: number) =>
  z.string().min(1).max(most).refine(notBlank, 'blank').refine(wellFormed, 'half a surrogate pair');
const snowflake = z.string().regex(/^[0-9]{17,20}$/u);
const numbered = { id: z.number().int().min(0).optional() };
const emoji = z.strictObject({ id: snowflake.optional(), name: words(32), animated: z.boolean().optional() });

const actionButton = z.strictObject({
  type: z.literal(2),
  ...numbered,
  style: z.literal([1, 2, 3, 4]),
  label: words(80).optional(),
  emoji: emoji.optional(),
  custom_id: words(100),
  disabled: z.boolean().optional(),
});
const linkButton = z.strictObject({
  type: z.literal(2),
  ...numbered,
  style: z.literal(5),
  label: words(80).optional(),
  emoji: emoji.optional(),
  url: words(512),
  disabled: z.boolean().optional(),
});
const button = z
  .union([actionButton, linkButton])
  .refine(
    (each) => each.label !== undefined || each.emoji !== undefined,
    'a button needs a label or an emoji',
  );
const select = z
  .strictObject({
    type: z.literal(3),
    ...numbered,
    custom_id: words(100),
    placeholder: words(150).optional(),
    min_values: z.number().int().min(0).max(25).optional(),
    max_values: z.number().int().min(1).max(25).optional(),
    disabled: z.boolean().optional(),
    options: z
      .array(
        z.strictObject({
          label: words(100),
          value: words(100),
          description: words(100).optional(),
          emoji: emoji.optional(),
          default: z.boolean().optional(),
        }),
      )
      .min(1)
      .max(25),
  })
  .refine((each) => new Set(each.options.map(({ value }) => value)).size === each.options.length, {
    message: 'an option value stands twice',
  });
const actionRow = z.strictObject({
  type: z.literal(1),
  ...numbered,
  components: z.union([z.array(button).min(1).max(5), z.array(select).length(1)]),
});
const textDisplay = z.strictObject({ type: z.literal(10), ...numbered, content: words(4000) });
const media = z.strictObject({ url: words(2048).regex(/^(?:https?|attachment):\/\/\S+$/u) });
const described = { description: words(1024).optional(), spoiler: z.boolean().optional() };
const thumbnail = z.strictObject({ type: z.literal(11), ...numbered, media, ...described });
const inner = [
  actionRow,
  textDisplay,
  z.strictObject({
    type: z.literal(9),
    ...numbered,
    components: z.array(textDisplay).min(1).max(3),
    accessory: z.union([thumbnail, actionButton, linkButton]),
  }),
  z.strictObject({
    type: z.literal(12),
    ...numbered,
    items: z
      .array(z.strictObject({ media, ...described }))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    type: z.literal(13),
    ...numbered,
    file: z.strictObject({ url: words(2048).startsWith('attachment://') }),
    spoiler: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal(14),
    ...numbered,
    divider: z.boolean().optional(),
    spacing: z.literal([1, 2]).optional(),
  }),
] as const;
const container = z.strictObject({
  type: z.literal(17),
  ...numbered,
  accent_color: z.number().int().min(0).max(0xffffff).nullable().optional(),
  spoiler: z.boolean().optional(),
  components: z.array(z.discriminatedUnion('type', inner)).min(1),
});

/** Nobody is ever pinged. */
const allowedMentions = z.strictObject({
  parse: z.array(z.string()).max(0),
  roles: z.array(words(20)).max(1).optional(),
  replied_user: z.literal(false).optional(),
});
const common = {
  allowed_mentions: allowedMentions,
  nonce: z.union([words(25), z.number().int()]).optional(),
  enforce_nonce: z.boolean().optional(),
  tts: z.literal(false).optional(),
  message_reference: z
    .strictObject({
      type: z.literal(0).optional(),
      message_id: snowflake,
      channel_id: snowflake.optional(),
      guild_id: snowflake.optional(),
      fail_if_not_exists: z.boolean().optional(),
    })
    .optional(),
  attachments: z
    .array(
      z.strictObject({
        id: z.union([z.string(), z.number()]),
        filename: words(1024).optional(),
        description: words(1024).optional(),
      }),
    )
    .max(10)
    .optional(),
};
const FLAGS = IS_COMPONENTS_V2 | (1 << 6) | (1 << 2) | (1 << 12);
const flags = z
  .number()
  .int()
  .refine((value) => (value & ~FLAGS) === 0, 'a flag that no message of ours has');

const v2Message = z.strictObject({
  ...common,
  flags,
  components: z
    .array(z.discriminatedUnion('type', [...inner, container]))
    .min(1)
    .max(40),
});

const embed = z.strictObject({
  title: words(256).optional(),
  description: words(4096).optional(),
  url: words(2048).optional(),
  color: z.number().int().optional(),
  timestamp: z.string().optional(),
  footer: z.strictObject({ text: words(2048) }).optional(),
  author: z.strictObject({ name: words(256) }).optional(),
  fields: z
    .array(z.strictObject({ name: words(256), value: words(1024), inline: z.boolean().optional() }))
    .max(25)
    .optional(),
});
const legacyMessage = z.strictObject({
  ...common,
  flags: flags.optional(),
  content: z.string().max(2000).refine(wellFormed, 'half a surrogate pair').optional(),
  embeds: z.array(embed).max(10).optional(),
  components: z.array(actionRow).max(5).optional(),
});

function embedChars(each: z.infer<typeof embed>): number {
  const fields = (each.fields ?? []).flatMap((field) => [field.name, field.value]);
  const parts = [each.title, each.description, each.footer?.text, each.author?.name, ...fields];
  return parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
}

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const name = z
  .string()
  .regex(NAME)
  .refine((each) => each === each.toLowerCase(), 'not in lower case');
const localized = (of: z.ZodType<string>) => z.record(z.string(), of).nullable().optional();
const choice = z.strictObject({
  name: words(100),
  name_localizations: localized(words(100)),
  value: words(100),
});
const stringOption = z
  .strictObject({
    type: z.literal(3),
    name,
    name_localizations: localized(name),
    description: words(100),
    description_localizations: localized(words(100)),
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    choices: z.array(choice).max(25).optional(),
    min_length: z.number().int().min(0).max(6000).optional(),
    max_length: z.number().int().min(1).max(6000).optional(),
  })
  .refine((each) => !(each.autocomplete === true && each.choices !== undefined), 'autocomplete with choices');
const command = z.strictObject({
  type: z.literal([1, 2, 3]).optional(),
  name,
  name_localizations: localized(name),
  description: z.string().max(100).optional(),
  description_localizations: localized(words(100)),
  options: z.array(stringOption).max(25).optional(),
  default_member_permissions: z.string().regex(/^\d+$/u).nullable().optional(),
  dm_permission: z.boolean().optional(),
  contexts: z
    .array(z.literal([0, 1, 2]))
    .min(1)
    .nullable()
    .optional(),
  integration_types: z
    .array(z.literal([0, 1]))
    .min(1)
    .optional(),
  nsfw: z.boolean().optional(),
});

function commandChars(each: z.infer<typeof command>): number {
  const options = (each.options ?? []).flatMap((one) => [
    one.name,
    one.description,
    ...(one.choices ?? []).flatMap((known) => [known.name, known.value]),
  ]);
  return [each.name, each.description ?? '', ...options].join('').length;
}

function requiredAfterOptional(
  options: readonly { name: string; required?: boolean | undefined }[],
): string[] {
  const firstOptional = options.findIndex((one) => one.required !== true);
  if (firstOptional < 0) return [];
  const late = options.slice(firstOptional).filter((one) => one.required === true);
  return late.map((one) => `${one.name}: required after an optional one`);
}
