/** People by their names: an id tells nobody anything, and Slack's own mention of somebody pings them. */
import { LRUCache } from 'lru-cache';
import type { Log } from '../../ports/log.ts';
import type { Block, Reply, Span, Text } from '../../reply/reply.ts';
import type { Messages } from '../../show/messages/messages.ts';
import type { WebClient } from './clients.ts';
import { codeIn, refusalOf } from './refusals.ts';

const KEPT = 5_000;
const KEPT_MS = 3_600_000;
/** What is not told is asked again soon: the scope may have been added. */
const UNKNOWN_MS = 60_000;

export type Names = {
  /** What somebody is called in a workspace; undefined where Slack does not say. Never throws. */
  of(user: string, workspace: string, client: WebClient): Promise<string | undefined>;
  /** The reply with names for its people. Never throws. */
  in(reply: Reply, workspace: string, client: WebClient, say: Messages): Promise<Reply>;
};

export function createNames(log: Log): Names {
  const kept = new LRUCache<string, { readonly name?: string }>({ max: KEPT, ttl: KEPT_MS });
  const names: Names = {
    async of(user, workspace, client) {
      const key = `${workspace} ${user}`;
      const known = kept.get(key);
      if (known !== undefined) return known.name;
      try {
        const { user: found } = await client.users.info({ user });
        const { profile, real_name, name } = found ?? {};
        const shown = [profile?.display_name, profile?.real_name, real_name, name].find(Boolean);
        kept.set(key, shown === undefined ? {} : { name: shown });
        return shown;
      } catch (error) {
        log.debug({ workspace, why: codeIn(refusalOf(error)) }, 'Slack did not say what somebody is called');
        kept.set(key, {}, { ttl: UNKNOWN_MS });
        return undefined;
      }
    },
    async in(reply, workspace, client, say) {
      const users = [...new Set(usersIn(reply))];
      if (users.length === 0) return reply;
      const found = await Promise.all(
        users.map(
          async (user) =>
            [user, (await names.of(user, workspace, client)) ?? say.rendering.somebody] as const,
        ),
      );
      const called = new Map(found);
      return { ...reply, blocks: reply.blocks.map((block) => withNames(block, called)) };
    },
  };
  return names;
}

function usersIn({ blocks }: Reply): string[] {
  return blocks.flatMap(textsIn).flatMap((text) => text.flatMap((span) => (isUser(span) ? [span.user] : [])));
}

function isUser(span: Span): span is { readonly user: string } {
  return typeof span === 'object' && 'user' in span;
}

function textsIn(block: Block): readonly Text[] {
  switch (block.kind) {
    case 'text':
    case 'note':
    case 'verdict':
      return [block.text];
    case 'quotation':
      return [block.by];
    case 'facts':
      return block.facts.map(({ value }) => value);
    case 'list':
      return block.items;
    default:
      return [];
  }
}

function withNames(block: Block, called: ReadonlyMap<string, string>): Block {
  const named = (text: Text): Text =>
    text.map((span) => (isUser(span) ? (called.get(span.user) ?? span) : span));
  switch (block.kind) {
    case 'text':
    case 'note':
    case 'verdict':
      return { ...block, text: named(block.text) };
    case 'quotation':
      return { ...block, by: named(block.by) };
    case 'facts':
      return { ...block, facts: block.facts.map((fact) => ({ ...fact, value: named(fact.value) })) };
    case 'list':
      return { ...block, items: block.items.map(named) };
    default:
      return block;
  }
}
