/** Keeps everybody but this machine's own browser out, and everything remote out of the page. */

import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';

/** Names by which a browser on this machine reaches it: any other Host is a name that somebody made point here. */
const LOOPBACK_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;
const LOOPBACK_ADDRESS = /^(?:127\.|::1$|::ffff:127\.)/;

/** Nothing from outside, no inline script, no frame. Styles may be inline: the message renderers set them on elements. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Refuses (403) whatever does not come from this machine, by its own name, from its own page. */
export const loopbackOnly: MiddlewareHandler = async (context, next) => {
  const why = reasonToRefuse(context);
  if (why !== undefined) return context.text(`${why}\n`, 403);
  await next();
  for (const [name, value] of Object.entries(SAFE_HEADERS)) context.header(name, value);
};

const SAFE_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

function reasonToRefuse(context: Context): string | undefined {
  const host = context.req.header('host') ?? '';
  if (!LOOPBACK_HOST.test(host)) return 'The playground answers to 127.0.0.1 and localhost only.';
  const origin = context.req.header('origin');
  if (origin !== undefined && origin !== `http://${host}`)
    return 'The playground answers to its own page only.';
  if (context.req.header('sec-fetch-site') === 'cross-site' && context.req.method !== 'GET') {
    return 'The playground answers to its own page only.';
  }
  const address = getConnInfo(context).remote.address ?? '';
  if (!LOOPBACK_ADDRESS.test(address)) return 'The playground answers on loopback only.';
  return undefined;
}
