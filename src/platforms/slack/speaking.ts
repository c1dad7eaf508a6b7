/** How an answer gets to people: through a response URL, or as a message. Blocks that Slack refuses become plain text. */
import { setTimeout } from 'node:timers/promises';
import type { RespondArguments, RespondFn } from '@slack/bolt';
import type { Log } from '../../ports/log.ts';
import type { SlackBody } from './blocks.ts';
import type { WebClient } from './clients.ts';
import { codeIn, isAboutBlocks, type Refusal, refusalOf, refusalOfCode } from './refusals.ts';

const TRIES = 3;
const LONGEST_WAIT_MS = 30_000;
const AGAIN_MS = 1000;

export type Response = {
  readonly visible: 'ephemeral' | 'in_channel';
  readonly replaces?: boolean;
  readonly thread?: string;
};

/** Says it through the response URL. True when Slack took it. */
export async function respondWith(
  respond: RespondFn,
  body: SlackBody,
  response: Response,
  log: Log,
): Promise<boolean> {
  return (await responded(respond, body, response, log)) === undefined;
}

/** The same, with what Slack refused it for; undefined when Slack took it. */
export async function responded(
  respond: RespondFn,
  body: SlackBody,
  response: Response,
  log: Log,
): Promise<Refusal | undefined> {
  const how = {
    response_type: response.visible,
    replace_original: response.replaces === true,
    unfurl_links: false,
    unfurl_media: false,
    ...(response.thread !== undefined && { thread_ts: response.thread }),
  };
  const send = (text: boolean) => responding(respond, { ...how, ...(text ? textOf(body) : blocksOf(body)) });
  // A private answer that came twice would be a nuisance, one for everybody is not sent twice on suspicion.
  return await said(send, response.visible === 'ephemeral', log);
}

/** Takes away the message that only the asker sees. */
export async function deleteOriginal(respond: RespondFn, log: Log): Promise<void> {
  const refusal = await responding(respond, { delete_original: true });
  if (refusal !== undefined)
    log.debug({ refusal: codeIn(refusal) }, 'A private answer could not be taken away');
}

/** Says it as a message in a channel or a thread: its time stamp, where Slack took it. */
export async function post(
  client: WebClient,
  body: SlackBody,
  to: Where,
  log: Log,
): Promise<string | undefined> {
  const said = await posted(client, body, to, log);
  return said.kind === 'posted' ? said.message : undefined;
}

export type Where = { readonly channel: string; readonly thread?: string };

/** `message` is its time stamp. */
export type Posted =
  | { readonly kind: 'posted'; readonly message: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The same, with what Slack refused it for. Nothing is logged about the codes in `expected`. */
export async function posted(
  client: WebClient,
  body: SlackBody,
  to: Where,
  log: Log,
  expected: readonly string[] = [],
): Promise<Posted> {
  let message = '';
  const send = async (text: boolean): Promise<Refusal | undefined> => {
    try {
      message = (await client.chat.postMessage(postOf(body, to, text))).ts ?? '';
      return undefined;
    } catch (error) {
      return refusalOf(error);
    }
  };
  const refusal = await said(send, false, log, expected);
  return refusal === undefined ? { kind: 'posted', message } : { kind: 'refused', refusal };
}

/** The arguments of chat.postMessage: nothing unfurled, nobody pinged. */
export function postOf(body: SlackBody, { channel, thread }: Where, asText: boolean) {
  return {
    channel,
    ...(asText ? { ...textOf(body), mrkdwn: false } : blocksOf(body)),
    unfurl_links: false,
    unfurl_media: false,
    ...(thread !== undefined && { thread_ts: thread }),
  };
}

/** Tries again where that is safe: what never left, what waits its turn, and in plain text where blocks were refused. */
async function said(
  send: (asText: boolean) => Promise<Refusal | undefined>,
  again: boolean,
  log: Log,
  expected: readonly string[] = [],
): Promise<Refusal | undefined> {
  let asText = false;
  for (let tried = 1; ; tried += 1) {
    const refusal = await send(asText);
    if (refusal === undefined) return undefined;
    if (refusal.kind === 'error' && expected.includes(refusal.error)) return refusal;
    log.warn({ refusal: codeIn(refusal), tried, asText }, 'Slack did not take an answer');
    if (tried >= TRIES) return refusal;
    if (isAboutBlocks(refusal) && !asText) asText = true;
    else if (refusal.kind === 'rate-limited') await setTimeout(Math.min(refusal.afterMs, LONGEST_WAIT_MS));
    else if (refusal.kind === 'unsent' || (refusal.kind === 'unclear' && again))
      await setTimeout(AGAIN_MS * tried);
    else return refusal;
  }
}

/** Bolt throws on a status that is not 2xx; a 200 may say no in its body all the same. */
async function responding(respond: RespondFn, message: RespondArguments): Promise<Refusal | undefined> {
  try {
    const response: unknown = await respond(message);
    const text = response instanceof globalThis.Response ? await response.text() : '';
    const error = /^\s*\{[\s\S]*"ok"\s*:\s*false[\s\S]*?"error"\s*:\s*"([a-z_]+)"/u.exec(text)?.[1];
    return error === undefined ? undefined : refusalOfCode(error);
  } catch (error) {
    return refusalOf(error);
  }
}

function blocksOf({ text, blocks }: SlackBody) {
  // Slack's types know blocks that may be changed; these are not.
  return { text, blocks: blocks as never };
}

function textOf({ text }: SlackBody) {
  return { text };
}
