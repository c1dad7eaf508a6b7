import fc from 'fast-check';
import type { Exchange } from '../../servers/discord/exchange.ts';
import { messageEvent, messageView } from '../../servers/discord/views.ts';
import type { Json } from '../../servers/discord/world.ts';
import { running, wordsOf } from './fixture.ts';
import { asSent, HOSTILE_FRAMES, hostilePackets, type Packet } from './hostile.ts';

export type Aftermath = {
  readonly unhandled: string[];
  /** Messages that nobody asked for: in a channel, or to an interaction that was never made. */
  readonly answers: string[];
  readonly faults: string[];
  readonly stillAnswers: boolean;
  /** How many packets discord.js threw on, each caught. */
  readonly caught: number;
};

/** Sends hostile packets through the real gateway to the real client, and tells what came of it. */
export async function sendHostilePackets(count: number, seed = 16_122_016): Promise<Aftermath> {
  const unhandled: string[] = [];
  const note = (error: unknown) => void unhandled.push(String(error instanceof Error ? error.stack : error));
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
  const it = await running({ server: { limits: { perSecond: 100_000, channelMessages: 100_000 } } });
  try {
    const { server } = it;
    const first = await server.ask('kuril');
    const honest = honestPackets(server, messageView(server.world, first));
    const before = new Set(server.world.messages.keys());
    const packets = fc.sample(hostilePackets(honest), { numRuns: count, seed });
    for (const [at, { event, data }] of packets.entries()) {
      server.gateway.push(event, asSent(data));
      if (at % 50 === 0) server.gateway.raw(HOSTILE_FRAMES[(at / 50) % HOSTILE_FRAMES.length] ?? '{}');
      if (at % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await settled(() => server.rest.seen.length + it.log.lines.length);
    const after = await server.ask('kuril', 'still there');
    await new Promise((resolve) => setTimeout(resolve, 200));
    const due = new Set([after.id]);
    const answers = [...server.world.messages.values()].filter(({ id }) => !before.has(id) && !due.has(id));
    return {
      unhandled,
      answers: answers.map(({ channel, body }) => `${channel}: ${wordsOf(body)}`),
      faults: server.world.faults,
      caught: it.log.at('error').filter((line) => line.includes('could not digest')).length,
      stillAnswers: wordsOf(after.body).includes('still there'),
    };
  } finally {
    process.off('unhandledRejection', note);
    process.off('uncaughtException', note);
    await it.close();
  }
}

/** Waits until the count stands still: what was sent is dealt with. */
async function settled(count: () => number): Promise<void> {
  for (let before = -1; before !== count(); ) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** What is spoilt: every kind of packet that we read. Their tokens are unknown to the server, their asker a bot. */
function honestPackets(server: Awaited<ReturnType<typeof running>>['server'], message: Json): Packet[] {
  const { world, gateway, people } = server;
  const caught: Packet[] = [];
  const dispatch = gateway.dispatch;
  gateway.dispatch = (event, data) => void caught.push({ event, data });
  const here = { channel: server.channel.id, user: server.user.id };
  const answered = [...world.messages.values()].at(-1);
  people.slash('kuril', 'people', here);
  people.typing('kuril', 'peo', here);
  if (answered !== undefined) {
    people.pressAnything({ custom_id: '1|kuril|s|people', component_type: 2, id: 1 }, here, answered);
    people.pressAnything(
      { custom_id: 'menu-1', component_type: 3, values: ['1|kuril|s|people'], id: 1 },
      here,
      answered,
    );
  }
  gateway.dispatch = dispatch;
  const robot = world.addUser('robot', true);
  const said = { ...answered, author: robot.id, body: { content: `<@${world.bot.id}> people` } };
  caught.push({ event: 'MESSAGE_CREATE', data: messageEvent(world, said as never) });
  caught.push({ event: 'MESSAGE_CREATE', data: { ...message, guild_id: server.guild.id } });
  // What these exchanges were is forgotten: an answer to one of them is an answer that is not due.
  for (const id of [...server.exchanges.keys()].slice(-4))
    server.exchanges.delete(id satisfies Exchange['id']);
  return caught;
}
