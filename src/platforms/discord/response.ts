import { type APIApplicationCommandOptionChoice, MessageFlags, type REST, Routes } from 'discord.js';
import type { Turns } from '../../ports/turns.ts';
import type { Request } from './body.ts';
import type { Gate } from './gate.ts';
import type { Ticket } from './incoming.ts';

/** Discord's kinds of callback (interactions/receiving-and-responding, 'Interaction Callback Type'). */
const Callback = { message: 4, deferredMessage: 5, deferredUpdate: 6, updateMessage: 7, choices: 8 } as const;

/** How an answer appears: a new message for the asker or for all, or in place of the message with the control. */
export type Manner = 'private' | 'public' | 'in-place';

/** The way to Discord that all answers share. */
export type Line = { readonly rest: REST; readonly gate: Gate; readonly turns: Turns };

/** Answers one interaction; each method throws what discord.js's REST throws. */
export class Response {
  readonly #rest: REST;
  readonly #gate: Gate;
  readonly #ticket: Ticket;
  readonly #manner: Manner;

  constructor({ rest, gate }: Line, ticket: Ticket, manner: Manner) {
    this.#rest = rest;
    this.#gate = gate;
    this.#ticket = ticket;
    this.#manner = manner;
  }

  /** Acknowledges and answers in one request. */
  async answer(request: Request): Promise<void> {
    const type = this.#manner === 'in-place' ? Callback.updateMessage : Callback.message;
    const body = this.#manner === 'in-place' ? replacing(request) : this.#flagged(request.body);
    await this.#callback(type, body, request.files);
  }

  /** Acknowledges only; `complete` follows within fifteen minutes. Who sees the answer is settled here. */
  async acknowledge(): Promise<void> {
    if (this.#manner === 'in-place') await this.#callback(Callback.deferredUpdate);
    else await this.#callback(Callback.deferredMessage, this.#flagged({}));
  }

  /** The answer itself, after `acknowledge`. */
  async complete(request: Request): Promise<void> {
    const { application, token } = this.#ticket;
    const body = replacing(request);
    await this.#gate.pass('patient', () =>
      this.#rest.patch(Routes.webhookMessage(application, token), {
        auth: false,
        body,
        files: request.files,
      }),
    );
  }

  /** Takes away the message that the pressed control stands on, after `acknowledge`. */
  async remove(): Promise<void> {
    const { application, token } = this.#ticket;
    await this.#gate.pass('patient', () =>
      this.#rest.delete(Routes.webhookMessage(application, token), { auth: false }),
    );
  }

  /** One message more, after the answer: its id, where Discord tells. */
  async followUp({ body, files }: Request): Promise<string | undefined> {
    const { application, token } = this.#ticket;
    const flagged = this.#flagged(body);
    const message = await this.#gate.pass('patient', () =>
      this.#rest.post(Routes.webhook(application, token), { auth: false, body: flagged, files }),
    );
    const { id } = (message ?? {}) as { id?: unknown };
    return typeof id === 'string' ? id : undefined;
  }

  /** The choices of an autocomplete. */
  async offer(choices: readonly APIApplicationCommandOptionChoice<string>[]): Promise<void> {
    await this.#callback(Callback.choices, { choices });
  }

  #flagged<B extends { flags?: number }>(body: B): B {
    if (this.#manner !== 'private') return body;
    return { ...body, flags: (body.flags ?? 0) | MessageFlags.Ephemeral };
  }

  async #callback(type: number, data?: object, files: Request['files'] = []): Promise<void> {
    const { id, token } = this.#ticket;
    const body = data === undefined ? { type } : { type, data };
    await this.#gate.pass('urgent', () =>
      this.#rest.post(Routes.interactionCallback(id, token), { auth: false, body, files }),
    );
  }
}

/** Files of the page before go: those that stay are named. */
function replacing({ body, files }: Request): object {
  return { ...body, attachments: files.map(({ name }, id) => ({ id: String(id), filename: name })) };
}
