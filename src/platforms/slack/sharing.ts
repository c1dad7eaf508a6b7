/** An answer shown to the channel, once, with who shared it and what they asked; and taken back by them. */
import type { RespondFn } from '@slack/bolt';
import { firstPress, forgetPress } from '../../ports/first-press.ts';
import type { Control } from '../../reply/control.ts';
import { DEFAULT_LOCALE } from '../../show/messages/messages.ts';
import { answered, askOf, hasRoom, note, opening } from './asking.ts';
import type { SlackBody } from './blocks.ts';
import type { Pressed } from './incoming.ts';
import type { Listening } from './parts.ts';
import type { Refusal } from './refusals.ts';
import { deleteOriginal, posted, responded, respondWith } from './speaking.ts';
import { type Asker, isDirect, NOT_THERE } from './standing.ts';

type Where = Extract<Pressed['where'], { kind: 'message' }>;

/** The answer for all to see, in place of the private one. A second press of the same button finds it done. */
export async function share(
  parts: Listening,
  asker: Asker,
  respond: RespondFn,
  where: Where,
  { briefing, words }: Control,
): Promise<void> {
  const { bot, log } = parts;
  const say = bot.messagesFor(DEFAULT_LOCALE);
  const thread = where.thread === undefined ? {} : { thread: where.thread };
  const press = `slack-share:${asker.workspace}:${where.channel}:${asker.user}:${where.message ?? words}`;
  // What looks it up in the store counts too.
  if (!(await firstPress(parts, press))) return void (await hasRoom(parts, asker));
  const by = (await parts.names.of(asker.user, asker.workspace, asker.client)) ?? say.rendering.somebody;
  const asked = { briefing, words, audience: 'channel', sharedBy: asker.user } as const;
  const reply = await bot.share(askOf(parts, asker, asked), by);
  const { pages, shareable, items } = await answered(parts, asker, reply, asked);
  const [first] = opening(pages, parts);
  if (first === undefined) return;
  const refusal = shareable
    ? await toTheChannel(parts, asker, respond, first, { briefing, items, ...thread })
    : await responded(respond, first, { visible: 'ephemeral', ...thread }, log);
  if (refusal === undefined && shareable && where.ephemeral) await deleteOriginal(respond, log);
  const unsure = refusal?.kind === 'unclear';
  // What was not shown may be shown later.
  if (!unsure && (refusal !== undefined || !shareable)) await forgetPress(parts, press);
  if (refusal === undefined) return;
  const why = unsure ? say.rendering.perhapsShared : say.rendering.notShared;
  await respondWith(respond, note(why), { visible: 'ephemeral', ...thread }, log);
}

/**
 * As a message of ours, whose time stamp is known: a correction can follow it. Where the bot is not in the conversation
 * the response URL reaches it all the same; but what it posts has no name, and no correction could be posted there.
 */
async function toTheChannel(
  { log, shown }: Listening,
  { workspace, channel, client }: Asker,
  respond: RespondFn,
  body: SlackBody,
  what: { readonly briefing: string; readonly items: readonly string[]; readonly thread?: string },
): Promise<Refusal | undefined> {
  const { briefing, items, thread } = what;
  const inThread = thread === undefined ? {} : { thread };
  const said = await posted(client, body, { channel, ...inThread }, log, NOT_THERE);
  if (said.kind === 'refused')
    return said.refusal.kind === 'error'
      ? await responded(respond, body, { visible: 'in_channel', ...inThread }, log)
      : said.refusal;
  const { message } = said;
  if (message !== '' && !isDirect(channel))
    await shown?.(
      { platform: 'slack', workspace, channel, message, briefing, locale: DEFAULT_LOCALE, ...inThread },
      items,
    );
  return undefined;
}

/** Takes a shared answer away, for whoever shared it. */
export async function takeBack(
  parts: Listening,
  asker: Asker,
  respond: RespondFn,
  where: Where,
  { words: sharer }: Control,
): Promise<void> {
  const { bot, log } = parts;
  if (!(await hasRoom(parts, asker))) return;
  if (asker.user === sharer) return await deleteOriginal(respond, log);
  const thread = where.thread === undefined ? {} : { thread: where.thread };
  const refusal = note(bot.messagesFor(DEFAULT_LOCALE).rendering.onlyTheSharer);
  await respondWith(respond, refusal, { visible: 'ephemeral', ...thread }, log);
}
