/** Hostile people who type and press everything that there is, all at once, as fast as a client lets them. */

import { LIMITS, SILENT_LIMITS } from '../../src/ports/limits.ts';
import { controlId } from '../../src/reply/control.ts';
import { Permission } from '../servers/discord/permissions.ts';
import type { LocalDiscord } from '../servers/discord/server.ts';
import type { LocalSlack } from '../servers/slack/server.ts';
import { addUser } from '../servers/slack/world.ts';

export const HOSTILE = 50;

/** Every command; those that change something or show it to everybody, more often. */
const TYPED = [
  '',
  'people',
  'person newsham',
  'quotes abe',
  'positions',
  'deals',
  'figures',
  'timeline',
  'map',
  'topics',
  'topic islands',
  'what did Newsham say about China?',
  'new',
  'corrections',
  'source 16',
  'help',
  'home',
  'digest',
  'digest now',
  'subscribe 9:00 daily Tokyo',
  'subscribe 10:00 daily Tokyo',
  'digest now',
  'pause',
  'resume',
  'status',
  'doctor',
  'unsubscribe',
  'subscribe 11:00 weekdays Moscow',
  'digest now',
  'forget',
  'x'.repeat(90),
] as const;

const control = (words: string, kind: 'say' | 'share') =>
  controlId({ briefing: 'kuril', words, action: { kind } });

/**
 * As much as one channel may be made to see in so long, by the limits and by nothing else. A span begins with the first
 * that counts in it, so in so long there begin as many as fit into it, and one more.
 */
export function mostSeenIn(ms: number): number {
  return [LIMITS.show, LIMITS.change, LIMITS['digest now'], SILENT_LIMITS.notice]
    .flat()
    .filter(({ whose }) => whose === 'channel')
    .reduce((sum, { most, inMs }) => sum + most * (Math.floor(ms / inMs) + 1), 0);
}

export type Spam = { readonly sent: number };

/** `pauseMs` lies between two things that one of them does. */
export async function spamSlack(slack: LocalSlack, rounds: number, pauseMs: number): Promise<Spam> {
  let sent = 0;
  const people = Array.from({ length: HOSTILE }, (_, at) => addUser(slack.home, `U0000SPAM${at}`).id);
  const general = `C${slack.home.id.slice(1)}GENERAL`;
  for (const user of people) slack.home.channels.get(general)?.members.add(user);
  const button = (words: string, kind: 'say' | 'share') =>
    ({ kind: 'button', action_id: 'c-1', value: control(words, kind) }) as const;
  await Promise.all(
    people.map(async (user) => {
      for (let round = 0; round < rounds; round += 1) {
        for (const words of TYPED) {
          slack.people.types('/kuril', words, { user });
          slack.people.presses(button(words, 'say'), { user, on: 'ephemeral' });
          slack.people.presses(button(words, 'share'), { user, on: 'ephemeral' });
          slack.people.presses(button(words, 'say'), { user, on: 'home' });
          slack.people.mentions(words || 'people', { user });
          slack.people.writes(words || 'people', { user, channel: `D${user.slice(1)}` });
          slack.people.opensHome({ user });
          sent += 7;
          await pause(pauseMs);
        }
      }
    }),
  );
  return { sent };
}

export async function spamDiscord(server: LocalDiscord, rounds: number, pauseMs: number): Promise<Spam> {
  let sent = 0;
  const { world, channel, guild } = server;
  const people = Array.from({ length: HOSTILE }, (_, at) => {
    const { id } = world.addUser(`spam${at}`);
    guild.members.set(id, { user: id, roles: [] });
    // Each may change the channel's digest.
    channel.overwrites.set(id, { type: 1, allow: Permission.manageChannels, deny: 0n });
    return id;
  });
  const shown = await server.ask('kuril', 'people');
  await Promise.all(
    people.map(async (user) => {
      const where = { channel: channel.id, user };
      const direct = { channel: world.directChannel(user).id, user };
      const press = (words: string, kind: 'say' | 'share') =>
        server.people.pressAnything(
          { custom_id: control(words, kind), component_type: 2, id: 1 },
          where,
          shown,
        );
      for (let round = 0; round < rounds; round += 1) {
        for (const words of TYPED) {
          server.people.slash('kuril', words, where);
          server.people.typing('kuril', words, where);
          press(words, 'say');
          press(words, 'share');
          server.people.say(`<@${world.bot.id}> ${words || 'people'}`, where);
          server.people.say(words || 'people', direct);
          sent += 6;
          await pause(pauseMs);
        }
      }
    }),
  );
  return { sent };
}

/** What the bot has put before everybody in the channel where the hostile people are. */
export function seenOnSlack(slack: LocalSlack): number {
  const general = `C${slack.home.id.slice(1)}GENERAL`;
  const posted = slack.posts.filter(({ channel }) => channel === general).length;
  const answered = slack.deliveries.all
    .filter(({ envelope }) => JSON.stringify(envelope.payload).includes(general))
    .flatMap(({ url }) => url?.responses ?? [])
    .filter(({ visible }) => visible === 'in_channel');
  return posted + answered.length;
}

export function seenOnDiscord({ world, channel }: LocalDiscord): number {
  return [...world.messages.values()].filter(
    (message) =>
      message.channel === channel.id && message.author === world.bot.id && (message.flags & EPHEMERAL) === 0,
  ).length;
}

const EPHEMERAL = 1 << 6;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
