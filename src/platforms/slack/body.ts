/** The body of a request of Slack, read before Bolt sees it: Bolt hangs on one that is JSON and no object. */
import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';

/** A message of 40,000 characters, or a pressed message's blocks, as a form: a larger body is not Slack's. */
const MOST_BYTES = 512 * 1024;
/** Slack's requests are refused when they are older; what says so itself is not read. */
const OLDEST_S = 300;
export const FORM = 'application/x-www-form-urlencoded';

export type ReadBody =
  | { readonly kind: 'body'; readonly bytes: Buffer }
  | { readonly kind: 'refused'; readonly status: 400 | 413 };

/**
 * Refuses what cannot be signed rightly before a byte of its body is held: no signature, an old time, too long.
 * @param now epoch milliseconds
 */
export function refusedUnread({ headers }: IncomingMessage, now: number): 401 | 413 | undefined {
  const age = Math.abs(now / 1_000 - Number(headers['x-slack-request-timestamp'] ?? Number.NaN));
  if (!/^v0=[0-9a-f]{64}$/.test(String(headers['x-slack-signature'])) || !(age <= OLDEST_S)) return 401;
  return Number(headers['content-length'] ?? 0) > MOST_BYTES ? 413 : undefined;
}

export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += (chunk as Buffer).length;
      if (size > MOST_BYTES) return { kind: 'refused', status: 413 };
      chunks.push(chunk as Buffer);
    }
  } catch {
    return { kind: 'refused', status: 400 };
  }
  const bytes = Buffer.concat(chunks);
  return holdsObject(bytes.toString(), request.headers['content-type'] === FORM)
    ? { kind: 'body', bytes }
    : { kind: 'refused', status: 400 };
}

function holdsObject(text: string, isForm: boolean): boolean {
  const payload = isForm ? parse(text).payload : text;
  // A slash command is the form's own fields.
  if (typeof payload !== 'string') return true;
  try {
    const read: unknown = JSON.parse(payload);
    return typeof read === 'object' && read !== null && !Array.isArray(read);
  } catch {
    return false;
  }
}
