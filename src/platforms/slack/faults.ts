/** The one place where what goes wrong in a listener ends: a reference for the person, and the log. */
import type { AllMiddlewareArgs, App, RespondFn } from '@slack/bolt';
import { DEFAULT_LOCALE } from '../../show/messages/messages.ts';
import { note } from './asking.ts';
import { type ClientOptions, webClient } from './clients.ts';
import { readWritten } from './incoming.ts';
import { NotInstalled } from './installations.ts';
import type { SlackParts } from './parts.ts';
import { post, respondWith } from './speaking.ts';

/** With `extendedErrorHandler` Bolt hands over more than the error; it does not export the type. */
type ExtendedErrorHandlerArgs = Pick<AllMiddlewareArgs, 'context'> & {
  readonly error: Error;
  readonly body: object;
};

export function catchFaults(app: App, parts: SlackParts, options: () => ClientOptions): void {
  app.error(async ({ error, body, context }: ExtendedErrorHandlerArgs) => {
    const gone = causes(error).some((cause) => cause instanceof NotInstalled);
    const reference = parts.reference();
    if (gone) parts.log.info({}, 'Something arrived from a workspace where the app is not installed');
    else
      parts.log.error(
        { ref: reference, error: causes(error).map(brief) },
        'Something went wrong with a request of Slack',
      );
    const say = parts.bot.messagesFor(DEFAULT_LOCALE).slack;
    const sentence = note(gone ? say.NOT_INSTALLED : say.ourFault(reference));
    try {
      const url = (body as { response_url?: unknown }).response_url;
      if (typeof url === 'string' && url !== '') {
        await respondWith(responder(url, options()), sentence, { visible: 'ephemeral' }, parts.log);
        return;
      }
      const { type, channel_type } = (body as { event?: Record<string, unknown> }).event ?? {};
      const written = readWritten((body as { event?: unknown }).event);
      const due = type === 'app_mention' || (type === 'message' && channel_type === 'im');
      if (gone || !due || written === undefined || context.botToken === undefined) return;
      const { channel, ts, thread = ts } = written;
      await post(webClient(context.botToken, options()), sentence, { channel, thread }, parts.log);
    } catch (again) {
      parts.log.error(
        { ref: reference, error: brief(again) },
        'A person could not be told that something went wrong',
      );
    }
  });
}

/** Bolt hands its error handler no `respond`. */
function responder(url: string, { fetch: fetching = fetch }: ClientOptions): RespondFn {
  return async (message) => {
    const body = JSON.stringify(typeof message === 'string' ? { text: message } : message);
    return await fetching(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  };
}

/** An error and what it wraps: Bolt's errors keep it in `original` or `originals`. */
function causes(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [error];
  const { original, originals } = error as { original?: unknown; originals?: unknown[] };
  const inner = [original, error.cause, ...(originals ?? [])].filter(
    (one) => one !== undefined && one !== error,
  );
  return [error, ...inner.flatMap(causes)];
}

/** No fields: they hold requests, with tokens and with what people wrote. */
function brief(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  return { name: error.name, message: error.message, stack: error.stack };
}
