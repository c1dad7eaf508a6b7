import type { SocketModeReceiver } from '@slack/bolt';

type Fields = Readonly<Record<string, unknown>>;
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
  const frame = parse(text);
  switch (frame.type) {
    case 'hello':
    case 'disconnect':
      return true;
    case 'slash_commands':
    case 'interactive':
      return isEnvelope(frame);
    case 'events_api':
      return isEnvelope(frame) && isEvent(frame.payload.event);
    default:
      return false;
  }
}

function isEnvelope(frame: Fields): frame is { envelope_id: string; payload: Fields } {
  return typeof frame.envelope_id === 'string' && isFields(frame.payload);
}

function isEvent(event: unknown): boolean {
  return isFields(event) && typeof event.type === 'string' && !RESERVED.includes(event.type);
}

function parse(text: string): Fields {
  try {
    const read: unknown = JSON.parse(text);
    return isFields(read) ? read : {};
  } catch {
    return {};
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
