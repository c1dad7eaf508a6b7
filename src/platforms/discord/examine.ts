/** What keeps the bot from writing in a channel, told before it has to. */
import { type APIChannel, type APIGuildMember, ChannelType, PermissionFlagsBits } from 'discord.js';
import type { Hindrance } from '../../ports/courier.ts';
import { MENDS } from './answers.ts';

/** Channels that hold other channels or posts, and take no message of their own. */
const WITHOUT_MESSAGES: readonly ChannelType[] = [
  ChannelType.GuildCategory,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
  ChannelType.GuildDirectory,
];
const VOICE: readonly ChannelType[] = [ChannelType.GuildVoice, ChannelType.GuildStageVoice];

export type Looked = {
  readonly channel: APIChannel;
  /** What the bot may do there, as a bit field. */
  readonly may: bigint;
  readonly member?: Pick<APIGuildMember, 'communication_disabled_until'>;
  /** Whether digests come with pictures. */
  readonly attaches: boolean;
  /** Discord's time, epoch ms. */
  readonly now: number;
};

export function hindrancesIn({ channel, may, member, attaches, now }: Looked): Hindrance[] {
  const lacks = (bit: bigint) => (may & bit) === 0n;
  if (WITHOUT_MESSAGES.includes(channel.type)) return [MENDS.takesNoMessages];
  if (channel.type === ChannelType.GroupDM) return [MENDS.notAMember];
  if (lacks(PermissionFlagsBits.ViewChannel)) return [MENDS.mayNotSee];
  const found: Hindrance[] = [];
  if (Date.parse(member?.communication_disabled_until ?? '') > now) found.push(MENDS.timedOut);
  if (VOICE.includes(channel.type) && lacks(PermissionFlagsBits.Connect)) found.push(MENDS.mayNotConnect);
  const thread = 'thread_metadata' in channel ? channel.thread_metadata : undefined;
  // A thread that is archived and not locked is opened by a message.
  if (thread?.archived && thread.locked && lacks(PermissionFlagsBits.ManageThreads)) found.push(MENDS.locked);
  if (thread !== undefined && lacks(PermissionFlagsBits.SendMessagesInThreads)) {
    found.push(MENDS.mayNotSendInThreads);
  }
  if (thread === undefined && lacks(PermissionFlagsBits.SendMessages)) found.push(MENDS.mayNotSend);
  if (attaches && lacks(PermissionFlagsBits.AttachFiles)) found.push(MENDS.mayNotAttach);
  return found;
}
