/** The Slack platform on a stage: the real Bolt against the strict local Slack, in either mode. */

import type { SlackSettings } from '../../../src/config.ts';
import { listen } from '../../../src/ops/http.ts';
import type { SlackParts } from '../../../src/platforms/slack/parts.ts';
import { createSlack } from '../../../src/platforms/slack/platform.ts';
import type { Ask, Bot } from '../../../src/ports/bot.ts';
import type { Fields, Log } from '../../../src/ports/log.ts';
import type { Platform, Started } from '../../../src/ports/platform.ts';
import type { InstallationStore, SeenKeeper } from '../../../src/ports/store.ts';
import type { Reply, Span } from '../../../src/reply/reply.ts';
import { en } from '../../../src/show/messages/en.ts';
import { messagesFor } from '../../../src/show/messages/messages.ts';
import { shared } from '../../../src/typed/shared.ts';
import { LONGEST_MS } from '../../kit/until.ts';
import type { Pressed } from '../../servers/slack/people.ts';
import { type LocalSlack, type LocalSlackOptions, startSlack } from '../../servers/slack/server.ts';

export type ModeName = 'socket' | 'http';
export const MODES: readonly ModeName[] = ['socket', 'http'];

export type Stage = {
  readonly slack: LocalSlack;
  readonly platform: Platform;
  readonly bot: Bot;
  readonly log: RecordedLog;
  readonly installations: InstallationStore;
  readonly uninstalled: string[];
  readonly started: Started;
  /** Where the app's own pages and Slack's requests are answered. */
  readonly url: string;
  close(): Promise<void>;
};

export type StageOptions = Partial<Omit<SlackParts, 'settings'>> & {
  readonly mode?: ModeName;
  readonly oauth?: true;
  readonly server?: LocalSlackOptions;
  /** Changes the settings that fit the local Slack. */
  readonly settings?: (fitting: SlackSettings) => SlackSettings;
  /** Leaves the start to the test. */
  readonly unstarted?: true;
};

export async function stage(options: StageOptions = {}): Promise<Stage> {
  const {
    mode = 'socket',
    oauth,
    server,
    settings: change = (fitting) => fitting,
    unstarted,
    ...given
  } = options;
  let url = '';
  const slack = await startSlack({
    // How soon it acknowledges hangs on the machine, and is measured by the benchmarks.
    ackWithinMs: LONGEST_MS,
    ...server,
    mode:
      mode === 'socket'
        ? { kind: 'socket' }
        : {
            kind: 'http',
            url: () => `${url}/slack/events`,
            signingSecret: 'signing-secret-of-the-local-slack',
          },
  });
  const { app } = slack.world;
  const settings: SlackSettings = change({
    mode:
      mode === 'socket'
        ? { kind: 'socket', appToken: app.appToken }
        : { kind: 'http', signingSecret: app.signingSecret },
    tokens: oauth
      ? {
          kind: 'oauth',
          clientId: app.clientId,
          clientSecret: app.clientSecret,
          stateSecret: 'a long random text for the state',
        }
      : { kind: 'one', botToken: slack.home.install?.botToken ?? '' },
    apiUrl: slack.apiUrl,
    adminsOnly: false,
  });
  const log = recordedLog();
  const uninstalled: string[] = [];
  const parts: SlackParts = {
    bot: new EchoBot(),
    installations: memoryInstallations(),
    seen: memorySeen(),
    log,
    now: Date.now,
    random: Math.random,
    reference: () => 'ref-1234',
    onUninstalled: async (workspace) => void uninstalled.push(workspace),
    onMoved: async () => {},
    ...given,
    settings,
  };
  const platform = createSlack(parts);
  const listened = await listen({ host: '127.0.0.1', port: 0 }, platform.routes, en);
  if (listened.kind === 'refused') throw new Error(listened.why);
  url = listened.server.url;
  const started: Started = unstarted ? { kind: 'started' } : await platform.start();
  if (mode === 'socket' && !unstarted && started.kind === 'started') await slack.connected();
  return {
    slack,
    platform,
    bot: parts.bot,
    log,
    installations: parts.installations,
    uninstalled,
    started,
    get url() {
      return url;
    },
    async close() {
      await platform.stop(100);
      await listened.server.stop(100);
      await slack.close();
    },
  };
}

/** Says back what it was asked, with one of every control. 'long' gives pages, 'break' throws, 'may I' asks leave. */
export class EchoBot implements Bot {
  readonly briefings = [
    { id: 'kuril', command: 'kuril', title: 'The summit', about: 'The summit', examples: ['people'] },
  ];
  readonly asks: Ask[] = [];
  readonly messagesFor = messagesFor;

  async respond(ask: Ask): Promise<Reply> {
    this.asks.push(ask);
    if (ask.words === 'break') throw new Error('the bot broke');
    const may = ask.words === 'may I' ? `: ${await standingOf(ask)}` : '';
    const long = ask.words.startsWith('long');
    return {
      outcome: 'answered',
      shareable: !ask.words.startsWith('private'),
      blocks: [
        { kind: 'heading', text: 'You asked' },
        { kind: 'text', text: [`${ask.words || 'nothing'}${may}`] },
        ...(long ? Array.from({ length: 12 }, (_, at) => paragraph(at)) : []),
        {
          kind: 'menu',
          placeholder: 'Choose',
          choices: [{ label: 'Shinzo Abe', says: 'person shinzo abe' }],
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

  complete() {
    return [];
  }
}

/** The room and the rank as the platform has them, or why it does not. */
async function standingOf({ person }: Ask): Promise<string> {
  const learned = await Promise.all([person.room(), person.exactRank()]);
  return learned.map((one) => (one.kind === 'known' ? one.value : one.says)).join(', ');
}

function paragraph(at: number) {
  return { kind: 'text', text: [`${at}: ${'a long paragraph of words '.repeat(90)}`] } as const;
}

export type Logged = { readonly level: keyof Log; readonly fields: Fields; readonly sentence: string };
export type RecordedLog = Log & { readonly lines: Logged[] };

export function recordedLog(): RecordedLog {
  const lines: Logged[] = [];
  const at = (level: keyof Log) => (fields: Fields, sentence: string) =>
    void lines.push({ level, fields, sentence });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

export function memoryInstallations(): InstallationStore & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    put: async (key, installation) => void kept.set(key, installation),
    get: async (key) => kept.get(key),
    remove: async (key) => void kept.delete(key),
  };
}

export function memorySeen(): SeenKeeper {
  const seen = new Set<string>();
  return {
    async firstTime(id) {
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    },
    async forget(id) {
      seen.delete(id);
    },
  };
}

type Element = {
  readonly type: string;
  readonly action_id: string;
  readonly value?: string;
  readonly text?: { readonly text: string };
  readonly options?: readonly { readonly text: { readonly text: string }; readonly value: string }[];
};

/** A control as it would be pressed, with what stands on it. */
export type Shown = Pressed & { readonly label: string };

/** All controls of a message. */
export function controlsIn(blocks: readonly unknown[] | undefined): Shown[] {
  const rows = (blocks ?? []) as { type: string; elements?: Element[] }[];
  return rows
    .filter(({ type }) => type === 'actions')
    .flatMap(({ elements = [] }) => elements)
    .flatMap(({ type, action_id, value, text, options }): Shown[] =>
      type === 'button'
        ? [{ kind: 'button' as const, action_id, value: value ?? '', label: text?.text ?? '' }]
        : (options ?? []).map((option) => ({
            kind: 'option' as const,
            action_id,
            value: option.value,
            label: option.text.text,
          })),
    );
}

/** A person installs the app: from the app's page to Slack's and back, with the browser's cookie. */
export async function installInto(
  on: Pick<Stage, 'url' | 'slack'>,
  team: string,
  spoil: (url: URL, headers: Record<string, string>) => void = () => {},
) {
  const start = await fetch(`${on.url}/slack/install`, { redirect: 'manual' });
  const authorize = start.headers.get('location') ?? '';
  const cookie = start.headers.get('set-cookie')?.split(';')[0] ?? '';
  const code = on.slack.oauth.allow(authorize, team);
  const back = new URL(`${on.url}/slack/oauth_redirect`);
  back.searchParams.set('code', code);
  back.searchParams.set('state', new URL(authorize).searchParams.get('state') ?? '');
  const headers: Record<string, string> = { cookie };
  spoil(back, headers);
  return { authorize: new URL(authorize), page: await fetch(back, { headers }) };
}
