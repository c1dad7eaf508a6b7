import { checkMessageFields, objectOf } from './forms.ts';
import type { Gateway } from './gateway.ts';
import { Intent } from './gateway.ts';
import { emptyMessage } from './refusal.ts';
import { messageEvent } from './views.ts';
import type { File, Json, Message, World } from './world.ts';

export const EPHEMERAL = 1 << 6;
export const LOADING = 1 << 7;
export const COMPONENTS_V2 = 1 << 15;

/** Refuses a body that Discord would refuse for its size or shape; throws a Refusal. */
export type CheckMessage = (body: Json, files: readonly File[]) => void;

/** Makes, changes and announces messages, whoever posts them. */
export class Post {
  readonly #world: World;
  readonly #gateway: Gateway;
  readonly #check: CheckMessage;

  constructor(world: World, gateway: Gateway, check: CheckMessage) {
    this.#world = world;
    this.#gateway = gateway;
    this.#check = check;
  }

  /** A message of the bot's. */
  make(channel: string, given: unknown, files: File[], interaction?: string): Message {
    const body = this.checked(given, files);
    const message: Message = {
      id: this.#world.snowflake(),
      channel,
      author: this.#world.bot.id,
      body,
      flags: Number(body.flags ?? 0),
      files,
      ...(body.nonce === undefined ? {} : { nonce: String(body.nonce) }),
      ...(interaction === undefined ? {} : { interaction }),
      at: Date.now(),
      edits: 0,
    };
    this.keep(message);
    return message;
  }

  /** What a deferred answer leaves in the channel until it is edited. */
  loading(channel: string, flags: number, interaction: string): Message {
    const message: Message = {
      id: this.#world.snowflake(),
      channel,
      author: this.#world.bot.id,
      body: {},
      flags: flags | LOADING,
      files: [],
      interaction,
      at: Date.now(),
      edits: 0,
    };
    this.#world.messages.set(message.id, message);
    return message;
  }

  edit(message: Message, given: unknown, files: File[]): Message {
    const change = objectOf(given);
    const flags = (message.flags & ~LOADING) | (Number(change.flags ?? 0) & COMPONENTS_V2);
    const merged: Json = { ...message.body, ...change, flags };
    const kept = change.attachments === undefined ? message.files : [];
    this.checked(merged, [...kept, ...files]);
    message.body = merged;
    message.files = [...kept, ...files];
    message.flags = flags;
    message.edits += 1;
    this.#world.events.emit('edited', message);
    return message;
  }

  keep(message: Message): void {
    this.#world.messages.set(message.id, message);
    this.announce(message);
  }

  announce(message: Message): void {
    this.#world.events.emit('message', message);
    if ((message.flags & EPHEMERAL) !== 0) return;
    const guild = this.#world.channels.get(message.channel)?.guild;
    this.#gateway.dispatch('MESSAGE_CREATE', messageEvent(this.#world, message), {
      ...(guild === undefined ? {} : { guild }),
      intent: guild === undefined ? Intent.directMessages : Intent.guildMessages,
    });
  }

  /** The body, if Discord takes it. */
  checked(given: unknown, files: readonly File[]): Json {
    const body = objectOf(given);
    checkMessageFields(
      body,
      (sentence) => this.#world.fault(sentence),
      (id) => [...this.#world.guilds.values()].some(({ roles }) => roles.get(id)?.mentionable === true),
    );
    const { content, embeds, components } = body as {
      content?: string;
      embeds?: Json[];
      components?: Json[];
    };
    if (!content && !embeds?.length && !components?.length && files.length === 0) throw emptyMessage();
    this.#check(body, files);
    return body;
  }
}
