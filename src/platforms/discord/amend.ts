/** A line at the head of a message that stands, as Discord hands the message back. */
import type { APIMessage } from 'discord.js';
import type { Text } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { countComponents, type DiscordBody, IS_COMPONENTS_V2 } from './components.ts';
import { BODY_BYTES, COMPONENTS_PER_MESSAGE, ENVELOPE_BYTES, TEXT_CHARS } from './limits.ts';
import { bears, markOf } from './mark.ts';
import { markdown } from './spans.ts';

type Headed =
  | { readonly kind: 'headed'; readonly body: object }
  | { readonly kind: 'there' }
  | { readonly kind: 'full' };

/** Pure. `id` tells this line from others at the head of the same message. */
export function withHead(
  message: Partial<Pick<APIMessage, 'components' | 'attachments'>>,
  line: Text,
  id: string,
  say: Messages,
): Headed {
  const mark = `head of ${id}`;
  if (bears(message, mark)) return { kind: 'there' };
  const head = { type: 10, id: markOf(mark), content: markdown(line, say) } as const;
  const components = [head, ...(asSent(message) as DiscordBody['components'])];
  const body = { flags: IS_COMPONENTS_V2, allowed_mentions: { parse: [] }, components };
  const fits =
    components.length > 1 &&
    countComponents(components) <= COMPONENTS_PER_MESSAGE &&
    charsIn(components) <= TEXT_CHARS &&
    JSON.stringify(body).length <= BODY_BYTES - ENVELOPE_BYTES;
  return fits ? { kind: 'headed', body } : { kind: 'full' };
}

/** What is attached is named as it was when it was sent; Discord hands back the address where it lies now. */
function asSent({
  components = [],
  attachments,
}: Partial<Pick<APIMessage, 'components' | 'attachments'>>): unknown {
  return JSON.parse(JSON.stringify(components), (key, value: unknown) => {
    if (key !== 'media' || typeof value !== 'object' || value === null || !('url' in value)) return value;
    const file = attachments?.find(({ url }) => pathOf(url) === pathOf(String(value.url)));
    return { url: file === undefined ? value.url : `attachment://${file.filename}` };
  });
}

/** The address without its signature, which changes. */
function pathOf(url: string): string {
  return url.replace(/[?#].*$/u, '');
}

function charsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = 'content' in value && typeof value.content === 'string' ? value.content.length : 0;
  return Object.values(value).reduce<number>((sum, part) => sum + charsIn(part), own);
}
