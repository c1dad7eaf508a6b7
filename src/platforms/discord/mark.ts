/** Which delivery a message is: written into it where nobody sees it, so that it can be found again. */
import { createHash } from 'node:crypto';
import type { DiscordBody } from './components.ts';

/**
 * Discord hands back no nonce with a channel's history, but a component's own `id`, a 32-bit number that is unique in
 * its message (docs.discord.com/developers/components/reference, 'Anatomy of a Component'). The upper half of the
 * positive ones is ours: Discord numbers from 1 what we leave open.
 */
export function markOf(delivery: string): number {
  return HALF + (createHash('sha256').update(delivery).digest().readUInt32BE(0) % HALF);
}

const HALF = 0x4000_0000;

export function marked(body: DiscordBody, delivery: string): DiscordBody {
  const [first, ...rest] = body.components ?? [];
  if (first === undefined) return body;
  return { ...body, components: [{ ...first, id: markOf(delivery) }, ...rest] } as DiscordBody;
}

export function bears(
  message: { readonly components?: readonly { id?: number }[] | undefined },
  delivery: string,
): boolean {
  return message.components?.some(({ id }) => id === markOf(delivery)) ?? false;
}
