import type { Interaction, REST } from 'discord.js';
import type { Bot } from '../../ports/bot.ts';
import type { Shown } from '../../ports/corrections.ts';
import type { Log } from '../../ports/log.ts';
import type { SeenKeeper } from '../../ports/store.ts';
import type { Turns } from '../../ports/turns.ts';
import { pageAt } from '../../reply/pages.ts';
import { type Render, sentence } from './body.ts';
import type { Claim } from './claim.ts';
import { choicesFor } from './completion.ts';
import { Gate } from './gate.ts';
import { InTime, type Said } from './in-time.ts';
import { type Incoming, type Origin, readInteraction } from './incoming.ts';
import { Response } from './response.ts';
import { sharing } from './sharing.ts';
import type { Permissions } from './standing.ts';
import type { Welcome } from './welcome.ts';

/** Requests at once: at Discord's usual 150 ms each, a thousand acknowledgements take a second and a half. */
const AT_ONCE = 100;

type Parts = {
  readonly bot: Bot;
  readonly rest: REST;
  readonly render: Render;
  readonly permissions: Permissions;
  readonly seen: SeenKeeper;
  readonly log: Log;
  readonly now: () => number;
  readonly turns: Turns;
  readonly welcome: Welcome;
  /** Told of each answer that others read. */
  readonly shown?: Shown;
  /** Left out where nobody else hears the same interactions. */
  readonly claim?: (id: string) => Promise<Claim>;
};

/** Answers commands, controls and completions. What it returns rejects only on a bug. */
export function interactionAnswerer(parts: Parts) {
  const { bot, rest, render, permissions, seen, log, now, turns, welcome, shown, claim } = parts;
  const line = { rest, gate: new Gate(AT_ONCE), turns };
  const inTime = new InTime(line, log, bot.messagesFor);
  const { share, takeBack } = sharing({ bot, line, inTime, render, seen, log, now, ...(shown && { shown }) });

  return async (interaction: Interaction): Promise<void> => {
    const incoming = readInteraction(interaction, permissions);
    if (incoming.kind === 'nothing') return;
    // Words to complete change nothing, and are offered by whoever comes first; each letter is one.
    if (incoming.kind === 'completion') return bot.completes(incoming.origin) ? offer(incoming) : undefined;
    if (bot.ignores(incoming.origin)) return;
    if (claim === undefined) return answer(incoming);
    const { origin } = incoming;
    const claimed = await claim(origin.ticket.id);
    if (claimed === 'ours') return answer(incoming);
    if (claimed === 'theirs')
      return log.debug({ interaction: origin.ticket.id }, 'Another process answers it');
    const ticket = { ...origin.ticket, acknowledgeFirst: true as const };
    return answer({ ...incoming, origin: { ...origin, ticket } });
  };

  async function answer(incoming: Exclude<Incoming, { kind: 'nothing' | 'completion' }>): Promise<void> {
    switch (incoming.kind) {
      case 'command':
        return obey(incoming);
      case 'control':
        return press(incoming);
      case 'outdated':
        return outdated(incoming.origin);
    }
  }

  async function offer({ command, typed, origin }: Extract<Incoming, { kind: 'completion' }>): Promise<void> {
    const { ticket } = origin;
    const briefing = bot.briefings.find((one) => one.command === command);
    if (briefing === undefined) return;
    // Letters are no questions: they stand in a queue of their own.
    await turns.of(`typing ${ticket.person}`).patiently();
    const choices = choicesFor(bot, briefing, typed, ticket.locale);
    await inTime.attempt(ticket, () => new Response(line, ticket, 'private').offer(choices));
  }

  async function obey({ command, words, origin }: Extract<Incoming, { kind: 'command' }>): Promise<void> {
    const briefing = bot.briefings.find((one) => one.command === command);
    if (briefing !== undefined) await say(origin, briefing.id, words, ownManner(origin));
  }

  async function press({
    control,
    origin,
    on,
    message,
  }: Extract<Incoming, { kind: 'control' }>): Promise<void> {
    const { action, briefing, words } = control;
    if (!bot.briefings.some(({ id }) => id === briefing)) return outdated(origin);
    if (action.kind === 'share') return share({ control, origin, message });
    if (action.kind === 'take-back') return takeBack({ control, origin, message });
    if (action.kind === 'say') return say(origin, briefing, words, ownManner(origin));
    // A page of what everybody reads is turned for the one who asked, not under the others' eyes.
    const manner = on === 'message-of-one' ? 'in-place' : 'private';
    return inTime.say(origin.ticket, manner, async () => {
      const pages = await pagesFor(origin, briefing, words, ownManner(origin));
      return [pageAt(pages, action.page)];
    });
  }

  function say(origin: Origin, briefing: string, words: string, manner: 'private' | 'public'): Promise<void> {
    return inTime.say(origin.ticket, manner, async (): Promise<Said> => {
      const { pages, paging } = await pagesFor(origin, briefing, words, manner);
      return paging === 'all-at-once' ? pages : [pages[0]];
    });
  }

  async function pagesFor(origin: Origin, briefing: string, words: string, manner: 'private' | 'public') {
    const { place, person, room, ticket } = origin;
    const { locale } = ticket;
    const readBy = manner === 'private' || room === 'direct' ? 'asker' : 'everybody';
    const made = await bot.respond({ briefing, words, place, person, readBy, locale, at: now() });
    const title = bot.briefings.find(({ id }) => id === briefing)?.title ?? '';
    const reply = await welcome.with(made, place.workspace, title, bot.messagesFor(locale));
    const audience = manner === 'public' ? 'channel' : 'asker';
    return render(reply, { briefing, words: reply.words ?? words, audience, say: bot.messagesFor(locale) });
  }

  async function outdated({ ticket, place, person }: Origin): Promise<void> {
    if (!(await bot.hasRoom({ place, person, readBy: 'asker' }))) return;
    const command = bot.briefings[0]?.command ?? '';
    const say = bot.messagesFor(ticket.locale);
    return inTime.say(ticket, 'private', async () => [sentence(say.discord.outdatedControl(command), say)]);
  }
}

/** In direct messages nobody else reads along, and an answer that stays can be read again. */
function ownManner({ room }: Origin): 'private' | 'public' {
  return room === 'direct' ? 'public' : 'private';
}
