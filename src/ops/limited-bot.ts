/** The bot within its limits: what platforms talk to. */
import type { Ask, Bot } from '../ports/bot.ts';
import type { Limited, Limits } from '../ports/limits.ts';

type Reply = Awaited<ReturnType<Bot['respond']>>;

/**
 * Each ask counts, and once more where a whole channel reads the answer. Whoever is over a limit is told so in one
 * sentence, before anything else is done for them.
 */
export function limitedBot(bot: Bot, limits: Limits): Bot {
  return {
    get briefings() {
      return bot.briefings;
    },
    messagesFor: bot.messagesFor,
    complete: (...typed) => bot.complete(...typed),
    ignores: (ask) => limits.ignores(ask),
    async respond(ask) {
      return (await refusal(ask)) ?? bot.respond(ask);
    },
    async share(ask, by) {
      return (await refusal({ ...ask, readBy: 'everybody' })) ?? bot.share(ask, by);
    },
  };

  /** Undefined where there is room: it counts then. */
  async function refusal(ask: Ask): Promise<Reply | undefined> {
    if (ask.unasked === true) return undefined;
    for (const what of countedAs(ask)) {
      const taken = await limits.take(what, ask);
      if (taken.kind === 'within') continue;
      const { limit, leftMs, again } = taken;
      const sentence = bot.messagesFor(ask.locale).limits.reached(what, { ...limit, leftMs });
      return {
        outcome: 'refused',
        blocks: [{ kind: 'text', text: [sentence] }],
        shareable: false,
        overLimit: true,
        ...(again && { again }),
      };
    }
    return undefined;
  }
}

function countedAs({ readBy }: Ask): readonly Limited[] {
  return readBy === 'everybody' ? ['ask', 'show'] : ['ask'];
}
