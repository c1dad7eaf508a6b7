/**
 * The local Discord as a process of its own: prints one line of JSON with its address, and takes orders over HTTP.
 *
 *     node test/servers/discord/main.ts '{"token":"…","port":0,"channels":3}'
 *
 * Orders go to POST {control}/ORDER with a JSON body; GET {control}/messages, /count, /faults, /requests, /limits tell.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Trick } from './mischief.ts';
import { startDiscord } from './server.ts';

const { channels = 0, ...settings } = JSON.parse(process.argv[2] ?? '{}') as Parameters<
  typeof startDiscord
>[0] & {
  channels?: number;
};
const discord = await startDiscord(settings);
const more = Array.from(
  { length: channels },
  (_, at) => discord.world.addChannel(discord.guild.id, `more-${at}`).id,
);

const orders: Record<string, (body: Record<string, unknown>) => unknown> = {
  messages: () =>
    [...discord.world.messages.values()].map(({ files, ...message }) => ({
      ...message,
      files: files.length,
    })),
  /** How many messages there are, when the first and the last came, and what this process has spent of a processor. */
  count: () => {
    const times = [...discord.world.messages.values()].map(({ at }) => at);
    const { user, system } = process.cpuUsage();
    return { messages: times.length, first: times[0], last: times.at(-1), cpuMs: (user + system) / 1_000 };
  },
  faults: () => discord.world.faults,
  requests: () => discord.rest.seen,
  limits: () => discord.limits.limited,
  channel: ({ name }) => discord.world.addChannel(discord.guild.id, String(name)).id,
  'delete-channel': ({ id }) => discord.world.channels.delete(String(id)),
  deny: ({ id, permissions }) => {
    const deny = BigInt(String(permissions));
    discord.world.channels.get(String(id))?.overwrites.set(discord.guild.id, { type: 0, allow: 0n, deny });
  },
  trick: ({ trick, on, times }) =>
    discord.mischief.order({
      trick: trick as Trick,
      ...(on === undefined ? {} : { on: new RegExp(String(on)) }),
      ...(times === undefined ? {} : { times: Number(times) }),
    }),
  behave: () => discord.mischief.clear(),
  vanish: () => discord.vanish(),
  appear: () => discord.appear(),
  cut: () => discord.gateway.cut(),
};

const control = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const order = orders[(request.url ?? '/').slice(1)];
  const body =
    chunks.length === 0 ? {} : (JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>);
  const result = await order?.(body);
  response.writeHead(order === undefined ? 404 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(result ?? null));
});
control.listen(0, '127.0.0.1', () => {
  const { port } = control.address() as AddressInfo;
  const { api, token, guild, channel, user } = discord;
  const told = { api, token, guild: guild.id, channel: channel.id, channels: more, user: user.id };
  console.log(JSON.stringify({ ...told, control: `http://127.0.0.1:${port}` }));
});
