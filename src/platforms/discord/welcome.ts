/** The first answer in a server says what this is, and offers the step that is missing. */
import { setTimeout } from 'node:timers/promises';
import type { Log } from '../../ports/log.ts';
import type { SeenKeeper } from '../../ports/store.ts';
import type { Block, Reply } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';

/** A server that asked nothing for so long is welcomed anew. */
const REMEMBERED_MS = 400 * 86_400_000;

/** An answer does not wait longer for its welcome. */
const PATIENCE_MS = 300;

export type Welcome = {
  /** The reply, with the welcome under it where nothing was answered in the server before. Never throws. */
  with(reply: Reply, server: string, title: string, say: Messages): Promise<Reply>;
  /** The bot was added to a server, perhaps again. */
  joined(server: string): Promise<void>;
};

export function welcoming(parts: {
  readonly seen: SeenKeeper;
  readonly log: Log;
  readonly now: () => number;
}): Welcome {
  const { seen, log, now } = parts;
  /** So that the store is asked once for each server, and not at each answer. */
  const known = new Set<string>();
  return {
    async with(reply, server, title, say) {
      if (server === '' || known.has(server) || !isAboutTheBriefing(reply)) return reply;
      try {
        const looked = seen.firstTime(keyOf(server), now(), now() + REMEMBERED_MS);
        const isFirst = await Promise.race([looked, setTimeout(PATIENCE_MS, undefined, { ref: false })]);
        if (isFirst !== undefined) known.add(server);
        return isFirst === true ? { ...reply, blocks: [...reply.blocks, ...blocks(title, say)] } : reply;
      } catch (error) {
        log.warn({ error: String(error) }, 'Could not look up whether a server was welcomed');
        return reply;
      }
    },
    async joined(server) {
      known.delete(server);
      await seen.forget(keyOf(server));
    },
  };
}

/** What changed something, or was refused, is said by itself. */
function isAboutTheBriefing({ outcome }: Reply): boolean {
  return outcome === 'answered' || outcome === 'not_covered' || outcome === 'help';
}

function blocks(title: string, { welcome }: Messages): Block[] {
  return [
    { kind: 'heading', text: title },
    { kind: 'list', items: welcome.lines.map((line) => [line]) },
    { kind: 'buttons', buttons: [welcome.forThisChannel] },
  ];
}

function keyOf(server: string): string {
  return `discord-welcomed:${server}`;
}
