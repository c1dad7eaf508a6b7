/** The bot with each answer counted, timed and logged: where it was asked and how it ended, never what was typed. */
import type { Ask, Bot } from '../ports/bot.ts';
import type { Follow, Log } from '../ports/log.ts';

type Reply = Awaited<ReturnType<Bot['respond']>>;

export type Asked = {
  readonly platform: Ask['place']['platform'];
  /** `failed`: something went wrong on our side. */
  readonly outcome: Reply['outcome'] | 'failed';
  readonly ms: number;
};

type Parts = {
  readonly follow: Follow;
  readonly asked: (asked: Asked) => void;
  readonly log: Log;
  /** A clock that only goes forward, in ms. */
  readonly elapsed: () => number;
};

export function observedBot(bot: Bot, { follow, asked, log, elapsed }: Parts): Bot {
  const observed = (ask: Ask, answer: () => Promise<Reply>): Promise<Reply> =>
    follow(async () => {
      const began = elapsed();
      const reply = await answer();
      const ms = elapsed() - began;
      const { platform, workspace, channel } = ask.place;
      const outcome = reply.fault === undefined ? reply.outcome : 'failed';
      asked({ platform, outcome, ms });
      const fields = { platform, workspace, channel, briefing: ask.briefing, outcome, ms: Math.round(ms) };
      log.info(fields, 'Answered');
      return reply;
    });
  return {
    get briefings() {
      return bot.briefings;
    },
    messagesFor: bot.messagesFor,
    ignores: (who) => bot.ignores(who),
    completes: (who) => bot.completes(who),
    hasRoom: (ask) => bot.hasRoom(ask),
    complete: (...typed) => bot.complete(...typed),
    respond: (ask) => observed(ask, () => bot.respond(ask)),
    share: (ask, by) => observed(ask, () => bot.share(ask, by)),
  };
}
