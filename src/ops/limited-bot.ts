/** The bot within its limits: what platforms talk to. */
import type { Ask, Bot, Who } from '../ports/bot.ts';
import type { Limited, Limits } from '../ports/limits.ts';

type Reply = Awaited<ReturnType<Bot['respond']>>;

/**
 * Each ask counts, and once more where a whole channel reads the answer. Whoever is over a limit is told so in one
 * sentence, before anything else is done for them; a whole channel is told no oftener than the limits say.
 */
export function limitedBot(bot: Bot, limits: Limits): Bot {
  return {
    get briefings() {
      return bot.briefings;
    },
    messagesFor: bot.messagesFor,
    complete: (...typed) => bot.complete(...typed),
    completes: (who) => limits.completes(who),
    ignores: (who) => limits.ignores(who),
    hasRoom: async (who) => (await reached(who)) === undefined,
    async respond(ask) {
      if (ask.unasked === true) return bot.respond(ask);
      const over = await reached(ask);
      if (over === undefined) return bot.respond(ask);
      // A message in a channel has no private answer: fifty people over their limits would fill the channel with it.
      const again = ask.readBy === 'everybody' ? !(await limits.tells(ask)) : over.again;
      return refusal(ask, over, again);
    },
    async share(ask, by) {
      const over = await reached({ ...ask, readBy: 'everybody' });
      return over === undefined ? bot.share(ask, by) : refusal(ask, over, false);
    },
  };

  /** Undefined where there is room: it counts then. */
  async function reached(who: Who & Pick<Ask, 'readBy'>): Promise<Reached | undefined> {
    for (const what of countedAs(who)) {
      const taken = await limits.take(what, who);
      if (taken.kind === 'reached') return { what, ...taken };
    }
    return undefined;
  }

  function refusal(ask: Ask, { what, limit, leftMs }: Reached, again: boolean): Reply {
    const sentence = bot.messagesFor(ask.locale).limits.reached(what, { ...limit, leftMs });
    return {
      outcome: 'refused',
      blocks: [{ kind: 'text', text: [sentence] }],
      shareable: false,
      ...(again && { again }),
    };
  }
}

type Reached = Extract<Awaited<ReturnType<Limits['take']>>, { kind: 'reached' }> & { readonly what: Limited };

function countedAs({ readBy }: Pick<Ask, 'readBy'>): readonly Limited[] {
  return readBy === 'everybody' ? ['ask', 'show'] : ['ask'];
}
