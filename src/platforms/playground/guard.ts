/** Keeps everybody but this machine's own browser out, and everything remote out of the page. */
import type { ServerResponse } from 'node:http';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import * as say from '../../show/messages/en/playground.ts';

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

const SAFE_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Sets what every response carries, also those that are written before any of our own code is asked. */
export function setSafeHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
}

/** Refuses (403) whatever does not come from this machine, by its own name, from its own page. */
export const loopbackOnly: MiddlewareHandler = async (context, next) => {
  const why = reasonToRefuse(context);
  if (why !== undefined) return context.text(`${why}\n`, 403);
  await next();
};

/** Refuses (415) a body that is not said to be JSON: a form elsewhere can post one, but not say so. */
export const jsonOnly: MiddlewareHandler = async (context, next) => {
  const type = context.req.header('content-type') ?? '';
  if (!JSON_TYPE.test(type)) return context.text(`${say.JSON_ONLY}\n`, 415);
  await next();
};

const JSON_TYPE = /^application\/json\s*(?:;|$)/i;

function reasonToRefuse(context: Context): string | undefined {
  const host = context.req.header('host') ?? '';
  if (!LOOPBACK_HOST.test(host)) return say.FOREIGN_HOST;
  const origin = context.req.header('origin');
  if (origin !== undefined && origin !== `http://${host}`) return say.FOREIGN_PAGE;
  const { method, path } = context.req;
  // A link from anywhere may open the page; nothing else is anybody else's business.
  const opensThePage = method === 'GET' && (path === '/' || DESK.test(path));
  if (!opensThePage && FOREIGN_SITE.test(context.req.header('sec-fetch-site') ?? '')) return say.FOREIGN_PAGE;
  // The address is then the proxy's, and whoever stands behind it may be anybody.
  if (FORWARDED.some((name) => context.req.header(name) !== undefined)) return say.PROXIED;
  const address = getConnInfo(context).remote.address ?? '';
  return LOOPBACK_ADDRESS.test(address) ? undefined : say.NOT_LOOPBACK;
}

/** The desk's page, of all briefings or of one. */
const DESK = /^\/desk(?:\/[a-z0-9-]+)?$/;

/** What a proxy adds (RFC 7239, and the names from before it). */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Another port of this machine counts as the same site, and is not this page. */
const FOREIGN_SITE = /^(?:cross-site|same-site)$/;
