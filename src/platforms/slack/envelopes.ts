import type { SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';

type Client = SocketModeReceiver['client'];

/** Names that the client gives to its own events: an event of Slack with such a type would be taken for one of them. */
const RESERVED = [
  'connecting',
  'connected',
  'reconnecting',
  'disconnecting',
  'disconnected',
  'authenticated',
  'close',
  'error',
  'ws_message',
  'slack_event',
];
const eventType = z.string().refine((type) => !RESERVED.includes(type));
const frame = z.union([
  z.object({ type: z.enum(['hello', 'disconnect']) }),
  z.object({
    type: z.enum(['slash_commands', 'interactive']),
    envelope_id: z.string(),
    payload: z.looseObject({}),
  }),
  z.object({
    type: z.literal('events_api'),
    envelope_id: z.string(),
    payload: z.looseObject({ event: z.looseObject({ type: eventType }) }),
  }),
]);

/**
 * Lets through only what has the form of Slack's frames. The client reads whatever comes in an async listener, so that
 * a frame of another form would end in an unhandled rejection. `seen` is told of every frame.
 */
export function onlyEnvelopes(client: Client, seen: () => void): void {
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    seen();
    if (isBinary || typeof data !== 'string' || !isFrame(data)) return;
    for (const listener of listeners) listener(data, isBinary);
  });
}

function isFrame(text: string): boolean {
  try {
    return frame.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
