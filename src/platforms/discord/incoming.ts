import { type ButtonInteraction, type Interaction, InteractionContextType, MessageFlags } from 'discord.js';
import type { Person, Place } from '../../ports/bot.ts';
import { type Control, readControl } from '../../reply/control.ts';
import { DEFAULT_LOCALE } from '../../show/messages/messages.ts';
import { type Permissions, whoActs } from './standing.ts';

/** An interaction, read once: what somebody did, where, and how it is answered. */
export type Incoming =
  | { readonly kind: 'command'; readonly command: string; readonly words: string; readonly origin: Origin }
  | {
      readonly kind: 'control';
      readonly control: Control;
      readonly origin: Origin;
      readonly on: Pressed;
      /** The id of the message that it stands on. */
      readonly message: string;
    }
  /** A control that is not of this version. */
  | { readonly kind: 'outdated'; readonly origin: Origin }
  | { readonly kind: 'completion'; readonly command: string; readonly typed: string; readonly origin: Origin }
  /** Nothing that is ours to answer. */
  | { readonly kind: 'nothing' };

/** What answering an interaction takes. */
export type Ticket = {
  readonly id: string;
  readonly token: string;
  readonly application: string;
  /** Whose it is. */
  readonly person: string;
  /** The language of whoever did it, as Discord's client is set. */
  readonly locale: string;
  /** Nothing is done for it until Discord has taken the acknowledgement: another process may be answering it. */
  readonly acknowledgeFirst?: true;
};

export type Origin = {
  readonly ticket: Ticket;
  readonly place: Place;
  readonly person: Person;
  /** 'shared': others read along, so answers are for the asker alone. 'direct': nobody else is there. */
  readonly room: 'shared' | 'direct';
};

/** The message that a control stands on: paging may change it only where one person reads it. */
export type Pressed = 'message-of-one' | 'message-of-many';

/** Reads what discord.js made of a packet; it checks little, so every part may be of a wrong type or missing. */
export function readInteraction(interaction: Interaction, permissions: Permissions): Incoming {
  const { id, token, applicationId: application, user } = interaction;
  if (![id, application, user?.id].every(isSnowflake) || !TOKEN.test(text(token))) return { kind: 'nothing' };
  const ticket = { id, token, application, person: user.id, locale: localeOf(interaction) };
  const origin = originOf(interaction, ticket, permissions);
  if (interaction.isAutocomplete()) {
    const typed = interaction.options?.data?.find((option) => option.focused === true)?.value;
    return { kind: 'completion', command: String(interaction.commandName), typed: text(typed), origin };
  }
  if (interaction.isChatInputCommand()) {
    const about = interaction.options?.data?.find((option) => option.name === 'about')?.value;
    return { kind: 'command', command: String(interaction.commandName), words: text(about), origin };
  }
  if (interaction.isButton()) return readPressed(interaction.customId, interaction, origin);
  if (interaction.isStringSelectMenu()) return readPressed(interaction.values?.[0], interaction, origin);
  return { kind: 'nothing' };
}

function readPressed(
  carried: unknown,
  { message }: Pick<ButtonInteraction, 'message'>,
  origin: Origin,
): Incoming {
  const read = readControl(text(carried));
  if (read.kind === 'unknown') return { kind: 'outdated', origin };
  const ephemeral = message?.flags?.has(MessageFlags.Ephemeral) ?? false;
  const on = ephemeral || origin.room === 'direct' ? 'message-of-one' : 'message-of-many';
  return { kind: 'control', control: read.control, origin, on, message: text(message?.id) };
}

function originOf(interaction: Interaction, ticket: Ticket, permissions: Permissions): Origin {
  const guild = text(interaction.guildId);
  const place: Place = {
    platform: 'discord',
    workspace: guild,
    channel: text(interaction.channelId),
    kind: guild === '' ? 'direct' : 'channel',
  };
  return {
    ticket,
    place,
    person: whoActs(interaction, place, permissions),
    room: interaction.context === InteractionContextType.BotDM ? 'direct' : 'shared',
  };
}

/** Discord's own tags (reference, 'Locales'); it is kept with a subscription, so nothing else may pass for one. */
function localeOf({ locale }: { readonly locale?: unknown }): string {
  return /^[a-z]{2,3}(-[A-Z0-9]{2,3})?$/u.test(text(locale)) ? text(locale) : DEFAULT_LOCALE;
}

/** Discord's ids (reference, 'Snowflakes'). They become part of an address, so nothing else may pass for one. */
export function isSnowflake(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9]{1,20}$/u.test(value);
}

/** What may stand in an address as it is. */
const TOKEN = /^[\w.~=+-]{8,512}$/u;

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
