import type { DiscordSettings } from '../../../src/config.ts';
import { createDiscord, type DiscordParts } from '../../../src/platforms/discord/platform.ts';
import { commandsFor } from '../../../src/platforms/discord/register.ts';
import type { Ask, Bot } from '../../../src/ports/bot.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { Platform } from '../../../src/ports/platform.ts';
import type { Reply, Span } from '../../../src/reply/reply.ts';
import { en } from '../../../src/show/messages/en.ts';
import { messagesFor } from '../../../src/show/messages/messages.ts';
import { shared } from '../../../src/typed/shared.ts';
import { LONGEST_MS } from '../../kit/until.ts';
import { checkCommands } from '../../servers/discord/forms.ts';
import {
  type LocalDiscord,
  type DiscordSettings as ServerSettings,
  startDiscord,
} from '../../servers/discord/server.ts';
import type { Command, Json } from '../../servers/discord/world.ts';

/** A bot that says what it was asked, with one of every control: enough to watch a platform at work. */
export class EchoBot implements Bot {
  readonly briefings = [
    {
      id: 'kuril',
      command: 'kuril',
      title: 'The summit',
      about: 'The summit of December 2016: who said what',
      examples: ['people'],
    },
  ];
  readonly asks: Ask[] = [];
  readonly messagesFor = messagesFor;
  /** How long an answer takes. */
  delayMs = 0;
  /** The ranks of those who asked whether they may. */
  ranks: unknown[] = [];

  async respond(ask: Ask): Promise<Reply> {
    this.asks.push(ask);
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    if (ask.words === 'break') throw new Error('the bot broke');
    if (ask.words === 'may i') this.ranks.push(await rankOf(ask));
    const long = ask.words.startsWith('long');
    return {
      outcome: 'answered',
      shareable: true,
      blocks: [
        { kind: 'heading', text: `You asked: ${ask.words || 'nothing'}`.slice(0, 200) },
        ...(long ? Array.from({ length: 12 }, (_, at) => paragraph(at)) : []),
        {
          kind: 'menu',
          placeholder: 'Choose somebody',
          choices: [
            { label: 'Shinzo Abe', says: 'person shinzo abe' },
            { label: 'Vladimir Putin', says: 'person vladimir putin' },
          ],
        },
        { kind: 'buttons', buttons: [{ label: 'People', says: 'people' }] },
      ],
    };
  }

  async share(ask: Ask, by: Span): Promise<Reply> {
    return shared(await this.respond(ask), ask.words, by, en);
  }

  ignores() {
    return false;
  }

  completes() {
    return true;
  }

  async hasRoom() {
    return true;
  }

  complete(_briefing: string, typed: string, max: number) {
    return Array.from({ length: 40 }, (_, at) => ({
      label: `${typed} ${at} ${'𝒳'.repeat(at * 3)}`,
      says: `${typed.slice(0, 90)} ${at}`,
    })).slice(0, max);
  }
}

async function rankOf({ person }: Ask): Promise<unknown> {
  const learned = await person.exactRank();
  return learned.kind === 'known' ? learned.value : learned.says;
}

function paragraph(at: number): Reply['blocks'][number] {
  return { kind: 'text', text: [`${at}: ${'word '.repeat(180)}`] };
}

/** What was logged, for tests to look into. */
export class LogBook implements Log {
  readonly lines: { level: string; fields: Record<string, unknown>; sentence: string }[] = [];
  debug = this.#writer('debug');
  info = this.#writer('info');
  warn = this.#writer('warn');
  error = this.#writer('error');

  #writer(level: string) {
    return (fields: Readonly<Record<string, unknown>>, sentence: string) => {
      this.lines.push({ level, fields: { ...fields }, sentence });
    };
  }

  at(level: string): string[] {
    return this.lines.filter((line) => line.level === level).map(({ sentence }) => sentence);
  }
}

export type Running = {
  readonly server: LocalDiscord;
  readonly bot: EchoBot;
  readonly log: LogBook;
  readonly platform: Platform;
  readonly removed: string[];
  close(): Promise<void>;
};

/** The real platform, signed in to a local Discord with its commands registered. */
export async function running(
  given: { server?: ServerSettings; parts?: Partial<DiscordParts>; config?: Partial<DiscordSettings> } = {},
): Promise<Running> {
  // How soon it acknowledges hangs on the machine, and is measured by the benchmarks.
  const server = await startDiscord({ ackWithinMs: LONGEST_MS, ...given.server });
  const bot = new EchoBot();
  registerAll(server, bot);
  const log = new LogBook();
  const removed: string[] = [];
  const seen = new Set<string>();
  const platform = createDiscord({
    bot,
    config: { token: server.token, shards: { kind: 'auto' }, apiUrl: server.api, ...given.config },
    seen: {
      async firstTime(id) {
        if (seen.has(id)) return false;
        seen.add(id);
        return true;
      },
      async forget(id) {
        seen.delete(id);
      },
    },
    log,
    now: Date.now,
    onRemoved: (guild) => void removed.push(guild),
    ...given.parts,
  });
  const started = await platform.start();
  if (started.kind === 'refused') throw new Error(started.why);
  return {
    server,
    bot: (given.parts?.bot as EchoBot | undefined) ?? bot,
    log,
    platform,
    removed,
    async close() {
      await platform.stop(1_000);
      await server.close();
    },
  };
}

/** Puts the bot's commands into the local Discord, without a request. */
export function registerAll(server: LocalDiscord, bot: Bot): void {
  const commands = checkCommands(JSON.parse(JSON.stringify(commandsFor(bot.briefings))));
  server.world.commands.set(
    '',
    commands.map(
      (command): Command => ({ ...command, id: server.world.snowflake(), name: String(command.name) }),
    ),
  );
}

/** All the words in a message. */
export function wordsOf(body: Json): string {
  const inside = (components: Json[]): string[] =>
    components.flatMap((one) => [
      ...(typeof one.content === 'string' ? [one.content] : []),
      ...inside((one.components ?? []) as Json[]),
    ]);
  return inside((body.components ?? []) as Json[]).join('\n');
}
