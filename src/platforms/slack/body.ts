/** The body of a request of Slack, read before Bolt sees it: Bolt hangs on one that is JSON and no object. */
import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';

/** Slack's own payloads stay far below; a larger body is not Slack's. */
const MOST_BYTES = 1024 * 1024;
export const FORM = 'application/x-www-form-urlencoded';

export type ReadBody =
  | { readonly kind: 'body'; readonly bytes: Buffer }
  | { readonly kind: 'refused'; readonly status: 400 | 413 };

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
