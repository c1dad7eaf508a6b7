/** Response URLs of a local Slack: five uses within thirty minutes, each a message that Slack would take. */
import { messageErrors } from './check.ts';
import type { Traffic } from './traffic.ts';

const MOST_USES = 5;
const LIFETIME_MS = 30 * 60_000;
const FIELDS = [
  'text',
  'blocks',
  'response_type',
  'replace_original',
  'delete_original',
  'thread_ts',
  'unfurl_links',
  'unfurl_media',
  'mrkdwn',
  'link_names',
  'parse',
];

/** One message that came through a response URL. */
export type Response = {
  readonly at: number;
  readonly text: string;
  readonly blocks?: readonly unknown[];
  /** What Slack assumes when nothing is said is `ephemeral`. */
  readonly visible: 'ephemeral' | 'in_channel';
  readonly replacesOriginal: boolean;
  readonly deletesOriginal: boolean;
  readonly body: Readonly<Record<string, unknown>>;
};

export type ResponseUrl = {
  readonly path: string;
  readonly responses: Response[];
  /** Every use, refused ones too. */
  uses: number;
  /** When the first use arrived, by `performance.now()`, before it was looked at. */
  firstAt?: number;
  /** Called after the first use, for who does not want to look again and again. */
  used?: () => void;
  madeAt: number;
};

export type ResponseUrls = {
  make(kind: 'commands' | 'actions', team: string): ResponseUrl;
  /** HTTP status and body for a POST to `path`. */
  use(
    path: string,
    body: Record<string, unknown> | undefined,
    arrived?: number,
  ): { status: number; body: unknown };
};

export function newResponseUrls(traffic: Traffic): ResponseUrls {
  const urls = new Map<string, ResponseUrl>();
  let made = 0;
  return {
    make(kind, team) {
      made += 1;
      const path = `/${kind}/${team}/${made}/${crypto.randomUUID().replaceAll('-', '')}`;
      const url: ResponseUrl = { path, responses: [], uses: 0, madeAt: Date.now() };
      urls.set(path, url);
      return url;
    },
    use(path, body, arrived = performance.now()) {
      const url = urls.get(path);
      if (url === undefined) {
        traffic.fault('a response URL that Slack never gave', path);
        return { status: 404, body: { ok: false, error: 'expired_url' } };
      }
      url.firstAt ??= arrived;
      url.uses += 1;
      if (url.uses > MOST_USES) {
        traffic.fault(`a response URL used more than ${MOST_USES} times`);
        return { status: 404, body: { ok: false, error: 'used_url' } };
      }
      if (Date.now() - url.madeAt > LIFETIME_MS) {
        traffic.fault('a response URL used after 30 minutes');
        return { status: 404, body: { ok: false, error: 'expired_url' } };
      }
      if (body === undefined) return { status: 400, body: { ok: false, error: 'invalid_payload' } };
      const unknown = Object.keys(body).find((name) => !FIELDS.includes(name));
      if (unknown !== undefined) {
        traffic.fault(`response URL: unknown field ${unknown}`);
        return { status: 400, body: { ok: false, error: 'invalid_payload' } };
      }
      const wrong = body.delete_original === true ? [] : messageErrors(body);
      if (wrong[0] !== undefined) {
        traffic.fault('a response that Slack refuses', wrong);
        return { status: 200, body: { ok: false, error: wrong[0].split(':')[0] } };
      }
      url.responses.push(read(body));
      url.used?.();
      return { status: 200, body: 'ok' };
    },
  };
}

function read(body: Record<string, unknown>): Response {
  return {
    at: Date.now(),
    text: String(body.text ?? ''),
    ...(Array.isArray(body.blocks) && { blocks: body.blocks }),
    visible: body.response_type === 'in_channel' ? 'in_channel' : 'ephemeral',
    replacesOriginal: body.replace_original === true,
    deletesOriginal: body.delete_original === true,
    body,
  };
}
