import { z } from 'zod';

/**
 * What Slack refuses, written from its documentation with numbers of its own, so that a wrong limit in a renderer
 * shows. Each check returns the faults it found, one line each, `path: what`; none means that Slack takes it.
 * Characters are UTF-16 units.
 */
export function validateSlackMessage(body: unknown): string[] {
  const faults = faultsOf(message, body);
  if (faults.length > 0) return faults;
  const { blocks, text } = body as z.infer<typeof message>;
  if (blocks === undefined)
    return text === undefined ? ['no_text: neither text nor blocks'] : broadcasts(body);
  return [
    ...(text === undefined ? ['text: every message with blocks needs its words for notifications'] : []),
    ...(JSON.stringify(blocks).length > 12_000 ? ['blocks: msg_blocks_too_long'] : []),
    ...doubles(blocks),
    ...broadcasts(body),
  ];
}

/** A Home tab or a modal, as views.publish, views.open and views.update take it. */
export function validateSlackView(view: unknown): string[] {
  const faults = faultsOf(anyView, view);
  if (faults.length > 0) return faults;
  const { blocks, type } = view as z.infer<typeof anyView>;
  const hasInput = blocks.some((block) => block.type === 'input');
  const needsSubmit = type === 'modal' && hasInput && (view as { submit?: unknown }).submit === undefined;
  return [
    ...(Buffer.byteLength(JSON.stringify(view)) > 250_000 ? ['view: larger than 250 KB'] : []),
    ...(needsSubmit ? ['submit: a modal with inputs needs one'] : []),
    ...doubles(blocks),
    ...broadcasts(view),
  ];
}

function faultsOf(schema: z.ZodType, value: unknown): string[] {
  const parsed = schema.safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
}

function doubles(blocks: readonly { block_id?: string | undefined }[]): string[] {
  const blockIds = blocks.flatMap((block) => (block.block_id === undefined ? [] : [block.block_id]));
  return [...repeated('block_id', blockIds), ...repeated('action_id', actionIds(blocks))];
}

function actionIds(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(actionIds);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'action_id' && typeof inner === 'string' ? [inner] : actionIds(inner),
  );
}

function repeated(name: string, ids: readonly string[]): string[] {
  const again = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [...new Set(again)].map((id) => `${name}: '${id}' stands twice`);
}

/** Slack would take these; no message of ours may call a whole channel. */
function broadcasts(body: unknown): string[] {
  const found = /<!(?:channel|here|everyone|subteam)/u.exec(mrkdwnOf(body).join('\n'));
  return found === null ? [] : [`broadcast: ${found[0]}`];
}

function mrkdwnOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnOf);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text } = value as { type?: unknown; text?: unknown };
  const own = typeof text === 'string' && (type === 'mrkdwn' || type === undefined) ? [text] : [];
  return [...own, ...Object.values(value).flatMap(mrkdwnOf)];
}

const wellFormed = (text: string) => text.isWellFormed();
const notBlank = (text: string) => text.trim() !== '';
const words = (most: number) =>
  z.string().min(1).max(most).refine(notBlank, 'blank').refine(wellFormed, 'half a surrogate pair');
const id = words(255);
const url = words(3000).regex(/^https?:\/\//u);

const plainText = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: words(most), emoji: z.boolean().optional() });
const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: words(most), verbatim: z.boolean().optional() });
const text = (most: number) => z.discriminatedUnion('type', [plainText(most), mrkdwn(most)]);

const confirm = z.strictObject({
  title: plainText(100),
  text: text(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
});
const option = z.strictObject({
  text: plainText(75),
  value: words(75),
  description: plainText(75).optional(),
});
const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: id.optional(),
  url: url.optional(),
  value: words(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirm.optional(),
  accessibility_label: words(75).optional(),
});
const select = z.strictObject({
  type: z.literal('static_select'),
  action_id: id.optional(),
  placeholder: plainText(150).optional(),
  options: z.array(option).min(1).max(100),
  initial_option: option.optional(),
  confirm: confirm.optional(),
  focus_on_load: z.boolean().optional(),
});
const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: id.optional(),
  options: z.array(option).min(1).max(5),
  confirm: confirm.optional(),
});
const pictured = { alt_text: words(2000) };
const slackFile = z.union([z.strictObject({ id: words(255) }), z.strictObject({ url })]);
const image = z.union([
  z.strictObject({ type: z.literal('image'), ...pictured, image_url: url }),
  z.strictObject({ type: z.literal('image'), ...pictured, slack_file: slackFile }),
]);
const textInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: id.optional(),
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.number().int().min(0).max(3000).optional(),
  max_length: z.number().int().min(1).max(3000).optional(),
  placeholder: plainText(150).optional(),
  focus_on_load: z.boolean().optional(),
});

const style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
});
const richElement = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1).max(3000).refine(wellFormed, 'half a surrogate pair'),
    style: style.optional(),
  }),
  z.strictObject({ type: z.literal('link'), url, text: words(3000).optional(), style: style.optional() }),
  z.strictObject({
    type: z.literal('user'),
    user_id: z.string().regex(/^[UW][A-Z0-9]+$/u),
    style: style.optional(),
  }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string().regex(/^S[A-Z0-9]+$/u) }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.number().int(),
    format: words(100).regex(/\{(?:date|time|ago|day)/u),
    url: url.optional(),
    fallback: words(300),
    style: style.optional(),
  }),
]);
const elements = z.array(richElement).min(1);
const richSection = z.strictObject({ type: z.literal('rich_text_section'), elements });
const richPart = z.discriminatedUnion('type', [
  richSection,
  z.strictObject({ type: z.literal('rich_text_quote'), elements, border: z.literal([0, 1]).optional() }),
  z.strictObject({
    type: z.literal('rich_text_preformatted'),
    elements,
    border: z.literal([0, 1]).optional(),
  }),
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    elements: z.array(richSection).min(1),
    indent: z.number().int().min(0).max(8).optional(),
    offset: z.number().int().min(0).optional(),
    border: z.literal([0, 1]).optional(),
  }),
]);

const blockId = { block_id: id.optional() };
const messageBlocks = [
  z.strictObject({ type: z.literal('header'), ...blockId, text: plainText(150) }),
  z.strictObject({ type: z.literal('divider'), ...blockId }),
  z
    .strictObject({
      type: z.literal('section'),
      ...blockId,
      text: text(3000).optional(),
      fields: z.array(text(2000)).min(1).max(10).optional(),
      accessory: z.union([button, select, overflow, image]).optional(),
      expand: z.boolean().optional(),
    })
    .refine((block) => block.text !== undefined || block.fields !== undefined, 'needs text or fields'),
  z.strictObject({
    type: z.literal('context'),
    ...blockId,
    elements: z
      .array(z.union([text(2000), image]))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    type: z.literal('actions'),
    ...blockId,
    elements: z
      .array(z.discriminatedUnion('type', [button, select, overflow]))
      .min(1)
      .max(25),
  }),
  z.strictObject({ type: z.literal('rich_text'), ...blockId, elements: z.array(richPart).min(1) }),
  z
    .strictObject({
      type: z.literal('image'),
      ...blockId,
      ...pictured,
      title: plainText(2000).optional(),
      image_url: url.optional(),
      slack_file: slackFile.optional(),
    })
    .refine((block) => (block.image_url === undefined) !== (block.slack_file === undefined), 'one source'),
  z.strictObject({ type: z.literal('markdown'), ...blockId, text: words(12_000) }),
] as const;
const inputBlock = z.strictObject({
  type: z.literal('input'),
  ...blockId,
  label: plainText(2000),
  element: z.discriminatedUnion('type', [textInput, select]),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});
const viewBlocks = z
  .array(z.discriminatedUnion('type', [...messageBlocks, inputBlock]))
  .min(1)
  .max(100);

/** chat.postMessage, chat.postEphemeral, chat.update and a response URL: what any of them takes. */
const message = z.strictObject({
  token: z.string().optional(),
  channel: words(255).optional(),
  user: words(255).optional(),
  ts: z.string().optional(),
  thread_ts: z.string().optional(),
  reply_broadcast: z.boolean().optional(),
  text: words(4000).optional(),
  blocks: z.array(z.discriminatedUnion('type', messageBlocks)).min(1).max(50).optional(),
  mrkdwn: z.boolean().optional(),
  parse: z.enum(['none']).optional(),
  link_names: z.literal(false).optional(),
  unfurl_links: z.literal(false).optional(),
  unfurl_media: z.literal(false).optional(),
  metadata: z
    .strictObject({ event_type: words(255), event_payload: z.record(z.string(), z.unknown()) })
    .optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
});

const viewParts = {
  blocks: viewBlocks,
  private_metadata: z.string().max(3000).optional(),
  callback_id: words(255).optional(),
  external_id: words(255).optional(),
};
const anyView = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('home'), ...viewParts }),
  z.strictObject({
    type: z.literal('modal'),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    ...viewParts,
  }),
]);
