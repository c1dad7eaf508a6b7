/** An answer shown to the channel, once, with who shared it and what they asked; and taken back by them. */
import type { Bot } from '../../ports/bot.ts';
import type { Shown } from '../../ports/corrections.ts';
import { firstPress, forgetPress } from '../../ports/first-press.ts';
import type { Log } from '../../ports/log.ts';
import type { SeenKeeper } from '../../ports/store.ts';
import type { Control } from '../../reply/control.ts';
import { itemsIn } from '../../reply/items.ts';
import type { Rendering } from '../../reply/rendering.ts';
import type { Reply } from '../../reply/reply.ts';
import { type Render, sentence } from './body.ts';
import type { InTime } from './in-time.ts';
import type { Origin } from './incoming.ts';
import { loggable } from './refusals.ts';
import { type Line, Response } from './response.ts';

export type SharingParts = {
  readonly bot: Bot;
  readonly line: Line;
  readonly inTime: InTime;
  readonly render: Render;
  readonly seen: SeenKeeper;
  readonly log: Log;
  readonly now: () => number;
  /** Told of each answer that others read. */
  readonly shown?: Shown;
};

/** What is pressed: the control, and the message that it stands on. */
export type PressedOn = { readonly control: Control; readonly origin: Origin; readonly message: string };

export function sharing(parts: SharingParts) {
  const { bot, line, inTime, render, log, now, shown } = parts;
  return { share, takeBack };

  /** The answer for all to see, in place of the private one. A second press of the same button finds it done. */
  async function share({ control, origin, message }: PressedOn): Promise<void> {
    const { ticket, place, person } = origin;
    const { briefing, words } = control;
    const say = bot.messagesFor(ticket.locale);
    const response = new Response(line, ticket, 'in-place');
    const press = `discord-share:${message}`;
    const turn = line.turns.of(ticket.person);
    await inTime.attempt(ticket, async () => {
      await turn.urgently();
      await response.acknowledge();
      await turn.patiently();
      // What looks it up in the store counts too.
      if (!(await firstPress(parts, press)))
        return void (await bot.hasRoom({ place: origin.place, person: origin.person, readBy: 'asker' }));
      try {
        const asked = {
          briefing,
          words,
          place,
          person,
          readBy: 'everybody',
          locale: ticket.locale,
          at: now(),
        } as const;
        const reply = await bot.share(asked, { user: person.id });
        if (!reply.shareable)
          return await refuse(origin, press, { briefing, words, audience: 'asker', say }, reply);
        const rendering = {
          briefing,
          words: reply.words ?? words,
          audience: 'channel',
          sharedBy: person.id,
          say,
        } as const;
        const { pages, paging } = await render(reply, rendering);
        let first: string | undefined;
        for (const page of paging === 'all-at-once' ? pages : [pages[0]]) {
          const said = await response.followUp(page);
          first ??= said;
        }
        await response.complete(sentence(say.rendering.shared, say));
        const { platform, workspace, channel } = place;
        const { locale } = ticket;
        if (first !== undefined)
          await shown?.(
            { platform, workspace, channel, message: first, briefing, locale },
            itemsIn(reply.blocks),
          );
      } catch (error) {
        log.warn({ interaction: ticket.id, err: loggable(error) }, 'An answer could not be shared');
        await forgetPress(parts, press);
        await new Response(line, ticket, 'private').followUp(sentence(say.rendering.notShared, say));
      }
    });
  }

  /** Says why to whoever pressed, beside the answer: it may be shared later. */
  async function refuse(origin: Origin, press: string, rendering: Rendering, reply: Reply): Promise<void> {
    await forgetPress(parts, press);
    const { pages } = await render(reply, rendering);
    await new Response(line, origin.ticket, 'private').followUp(pages[0]);
  }

  /** Takes a shared answer away, for whoever shared it. */
  async function takeBack({ control, origin: { ticket, place, person } }: PressedOn): Promise<void> {
    if (!(await bot.hasRoom({ place, person, readBy: 'asker' }))) return;
    const say = bot.messagesFor(ticket.locale);
    if (person.id !== control.words)
      return inTime.say(ticket, 'private', async () => [sentence(say.rendering.onlyTheSharer, say)]);
    const response = new Response(line, ticket, 'in-place');
    await inTime.attempt(ticket, async () => {
      await response.acknowledge();
      await response.remove();
    });
  }
}
