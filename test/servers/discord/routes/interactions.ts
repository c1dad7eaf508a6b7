import { CALLBACKS, type Exchange } from '../exchange.ts';
import { checkChoices, objectOf, onlyFields } from '../forms.ts';
import { COMPONENTS_V2, EPHEMERAL, LOADING, type Post } from '../post.ts';
import {
  alreadyAcknowledged,
  formRefusal,
  invalidToken,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from '../refusal.ts';
import type { Call, Route } from '../rest.ts';
import { messageView } from '../views.ts';
import type { Json, Message, World } from '../world.ts';

export type InteractionSettings = { readonly tokenMs: number; readonly ackWithinMs: number };

/** Acknowledgements, and the webhook that each interaction is for fifteen minutes. */
export function interactionRoutes(
  world: World,
  post: Post,
  exchanges: Map<string, Exchange>,
  { tokenMs, ackWithinMs }: InteractionSettings,
): Route[] {
  return [
    { method: 'POST', path: '/interactions/:id/:any/callback', interaction: true, handle: callback },
    {
      method: 'GET',
      path: '/webhooks/:id/:any/messages/:any',
      interaction: true,
      handle: ({ ids }) => messageView(world, named(ids).message),
    },
    {
      method: 'PATCH',
      path: '/webhooks/:id/:any/messages/:any',
      interaction: true,
      handle: ({ ids, body, files }) => {
        const { exchange, message } = named(ids);
        const first = (message.flags & LOADING) !== 0;
        post.edit(message, body, files);
        if (first) post.announce(message);
        world.events.emit('answered', exchange);
        return messageView(world, message);
      },
    },
    {
      method: 'DELETE',
      path: '/webhooks/:id/:any/messages/:any',
      interaction: true,
      handle: ({ ids }) => void world.messages.delete(named(ids).message.id),
    },
    {
      method: 'POST',
      path: '/webhooks/:id/:any',
      interaction: true,
      handle: ({ ids, body, files }) => {
        const exchange = live(ids);
        if (exchange.ack === undefined) throw unknownWebhook();
        const message = post.make(exchange.channel, body, files, exchange.id);
        exchange.followUps.push(message);
        world.events.emit('answered', exchange);
        return messageView(world, message);
      },
    },
  ];

  function callback({ ids: [id = '', token = ''], body, files, query }: Call): unknown {
    const exchange = exchanges.get(id);
    if (exchange === undefined || exchange.token !== token) throw unknownInteraction();
    const afterMs = Date.now() - exchange.sentAt;
    if (afterMs > ackWithinMs) {
      world.fault(`an interaction was acknowledged after ${afterMs} ms`);
      throw unknownInteraction();
    }
    if (exchange.ack !== undefined) {
      world.fault('an interaction was acknowledged twice');
      throw alreadyAcknowledged();
    }
    const { type, data = {} } = objectOf(body) as { type: number; data?: Json };
    onlyFields(objectOf(body), ['type', 'data']);
    if (!CALLBACKS[exchange.type].includes(type)) {
      throw formRefusal('type', 'INTERACTION_INVALID_CALLBACK', 'Invalid callback type for this interaction');
    }
    const message = outcome(exchange, type, data, files);
    exchange.ack = { type, afterMs, data };
    if (message !== undefined) exchange.original = message;
    world.events.emit('acknowledged', exchange);
    if (type === 4 || type === 7 || type === 8) world.events.emit('answered', exchange);
    if (query.get('with_response') !== 'true') return undefined;
    return {
      interaction: { id, type: exchange.type, ...(message ? { response_message_id: message.id } : {}) },
      resource: { type, ...(message ? { message: messageView(world, message) } : {}) },
    };
  }

  function outcome(exchange: Exchange, type: number, data: Json, files: Call['files']): Message | undefined {
    if (type === 8) return void checkChoices(data);
    if (type === 4) return post.make(exchange.channel, data, files, exchange.id);
    if (type === 5) {
      const flags = Number(data.flags ?? 0);
      if ((flags & ~(EPHEMERAL | COMPONENTS_V2)) !== 0)
        throw formRefusal('data.flags', 'FLAGS', 'Not with a deferral');
      return post.loading(exchange.channel, flags, exchange.id);
    }
    const pressed = world.messages.get(exchange.on ?? '');
    if (pressed === undefined) throw unknownMessage();
    return type === 7 ? post.edit(pressed, data, files) : pressed;
  }

  function live([application, token = '']: readonly string[]): Exchange {
    const exchange = exchanges.get(token.split('.')[0] ?? '');
    if (exchange?.token !== token || application !== world.bot.id) throw unknownWebhook();
    if (Date.now() - exchange.sentAt > tokenMs) throw invalidToken();
    return exchange;
  }

  function named(ids: readonly string[]): { exchange: Exchange; message: Message } {
    const exchange = live(ids);
    const message = ids[2] === '@original' ? exchange.original : world.messages.get(ids[2] ?? '');
    if (message === undefined) throw unknownMessage();
    return { exchange, message };
  }
}
