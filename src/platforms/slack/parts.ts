import type { Dispatcher } from 'undici';
import type { SlackSettings } from '../../config.ts';
import type { Bot } from '../../ports/bot.ts';
import type { Shown } from '../../ports/corrections.ts';
import type { Follow, Log } from '../../ports/log.ts';
import type { InstallationStore, SeenKeeper } from '../../ports/store.ts';
import type { Names } from './names.ts';
import type { Render } from './rendered.ts';
import type { Uploads } from './uploads.ts';

/** What the Slack platform is made of. */
export type SlackParts = {
  readonly bot: Bot;
  readonly settings: SlackSettings;
  /** Encrypts by itself or is wrapped so that it does (installations.ts). */
  readonly installations: InstallationStore;
  readonly seen: SeenKeeper;
  readonly log: Log;
  readonly now: () => number;
  /** From 0 to 1, for the spread of reconnections. */
  readonly random: () => number;
  /** Gives what follows from one event its reference. */
  readonly follow?: Follow;
  /** A short mark that a person can read out and the log holds too. */
  readonly reference: () => string;
  /** Where the world reaches this process, with no slash at the end; installing by OAuth then names its redirect. */
  readonly publicUrl?: string;
  /** Told of each answer that others read. */
  readonly shown?: Shown;
  /** Without it pictures are put into words. */
  readonly uploads?: Uploads;
  /** All that is kept about this workspace has to go: the app was removed from it. May be told twice. */
  /** The way out of the socket, where it is not the direct one: a proxy. */
  readonly dispatcher?: Dispatcher | undefined;
  readonly onUninstalled: (workspace: string) => Promise<void>;
  /** A channel goes by another id from now on. */
  readonly onMoved: (workspace: string, from: string, to: string) => Promise<void>;
  /** The app was installed in this workspace, perhaps again. */
  readonly onInstalled?: (workspace: string) => Promise<void>;
  /** How long a socket may leave a ping unanswered; 10 s when left out. */
  readonly pingTimeoutMs?: number;
};

/** What the listeners work with. */
export type Listening = SlackParts & { readonly render: Render; readonly names: Names };
