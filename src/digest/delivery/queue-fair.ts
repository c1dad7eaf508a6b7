import type { Place } from '../../ports/bot.ts';
import type { Scope, Waiting } from '../../ports/ledger.ts';

type Platform = Place['platform'];

export type FairQueueParts = {
  /** Does one; never throws. */
  readonly work: (waiting: Waiting) => Promise<void>;
  /** Work under way at once: on one platform, and in one workspace. */
  readonly perPlatform: number;
  readonly perWorkspace: number;
};

/** Hints in memory, worked off so that no workspace waits for another. Losing it loses nothing: the ledger has them. */
export type FairQueue = {
  /** What is held already is not taken twice. */
  add(waiting: readonly Waiting[]): void;
  /** Lets go of what has not begun. */
  drop(scope?: Scope): void;
  /** How many of a platform wait or are under way. */
  size(platform: Platform): number;
  /** A platform's workspaces of which at least this many wait. */
  crowded(platform: Platform, most: number): readonly string[];
  /** Settles once fewer than `most` of a platform wait or are under way. */
  below(platform: Platform, most: number): Promise<void>;
};

type Workspace = {
  readonly platform: Platform;
  readonly id: string;
  readonly waiting: Map<string, Waiting>;
  underWay: number;
};

/** The workspace is the unit of fairness; within it, each channel gets one message at a time. */
export function fairQueue({ work, perPlatform, perWorkspace }: FairQueueParts): FairQueue {
  const workspaces = new Map<string, Workspace>();
  /** Workspaces that may begin something, by platform, in the order of their turns. */
  const ready = new Map<Platform, Map<string, Workspace>>();
  const underWay = new Map<Platform, number>();
  const held = new Set<string>();
  const sizes = new Map<Platform, number>();
  const busyChannels = new Set<string>();
  let watchers: { platform: Platform; most: number; tell: () => void }[] = [];

  return {
    add(all) {
      const platforms = new Set<Platform>();
      for (const one of all) {
        if (held.has(one.id)) continue;
        hold(one);
        const key = workspaceKey(one);
        const workspace = workspaces.get(key) ?? open(key, one);
        workspace.waiting.set(one.id, one);
        makeReady(key, workspace);
        platforms.add(one.platform);
      }
      for (const platform of platforms) begin(platform);
    },

    drop(scope) {
      for (const [key, { waiting }] of workspaces) {
        for (const one of waiting.values()) {
          if (scope !== undefined && !covers(scope, one)) continue;
          waiting.delete(one.id);
          letGo(one);
        }
        tidy(key);
      }
      tellWatchers();
    },

    size,

    crowded: (platform, most) =>
      [...workspaces.values()].flatMap((workspace) =>
        workspace.platform === platform && workspace.waiting.size >= most ? [workspace.id] : [],
      ),

    below(platform, most) {
      if (size(platform) < most) return Promise.resolve();
      return new Promise((tell) => watchers.push({ platform, most, tell }));
    },
  };

  function size(platform: Platform): number {
    return sizes.get(platform) ?? 0;
  }

  function hold({ id, platform }: Waiting): void {
    held.add(id);
    sizes.set(platform, size(platform) + 1);
  }

  function letGo({ id, platform }: Waiting): void {
    held.delete(id);
    sizes.set(platform, size(platform) - 1);
  }

  function open(key: string, { platform, workspace: id }: Waiting): Workspace {
    const workspace = { platform, id, waiting: new Map(), underWay: 0 };
    workspaces.set(key, workspace);
    return workspace;
  }

  function makeReady(key: string, workspace: Workspace): void {
    if (workspace.waiting.size === 0 || workspace.underWay >= perWorkspace) return;
    const turns = ready.get(workspace.platform) ?? new Map<string, Workspace>();
    ready.set(workspace.platform, turns);
    turns.set(key, workspace);
  }

  /** Begins what may begin, the workspace whose turn is longest ago first. */
  function begin(platform: Platform): void {
    const turns = ready.get(platform);
    if (turns === undefined) return;
    for (const [key, workspace] of turns) {
      if ((underWay.get(platform) ?? 0) >= perPlatform) return;
      // It goes to the end of the line; what it may not begin now, it is called up for when something ends.
      turns.delete(key);
      const one = firstFree(workspace);
      if (one === undefined) continue;
      workspace.waiting.delete(one.id);
      run(key, workspace, one);
      makeReady(key, workspace);
    }
  }

  function firstFree(workspace: Workspace): Waiting | undefined {
    for (const one of workspace.waiting.values()) if (!busyChannels.has(channelKey(one))) return one;
    return undefined;
  }

  function run(key: string, workspace: Workspace, one: Waiting): void {
    count(workspace, 1);
    busyChannels.add(channelKey(one));
    work(one).finally(() => {
      count(workspace, -1);
      busyChannels.delete(channelKey(one));
      letGo(one);
      makeReady(key, workspace);
      tidy(key);
      tellWatchers();
      begin(workspace.platform);
    });
  }

  function count(workspace: Workspace, by: number): void {
    workspace.underWay += by;
    underWay.set(workspace.platform, (underWay.get(workspace.platform) ?? 0) + by);
  }

  function tidy(key: string): void {
    const workspace = workspaces.get(key);
    if (workspace === undefined || workspace.waiting.size > 0) return;
    ready.get(workspace.platform)?.delete(key);
    if (workspace.underWay === 0) workspaces.delete(key);
  }

  function tellWatchers(): void {
    const told = watchers.filter(({ platform, most }) => size(platform) < most);
    if (told.length === 0) return;
    watchers = watchers.filter((watcher) => !told.includes(watcher));
    for (const { tell } of told) tell();
  }
}

function workspaceKey({ platform, workspace }: Waiting): string {
  return `${platform}/${workspace}`;
}

function channelKey({ platform, workspace, channel }: Waiting): string {
  return `${platform}/${workspace}/${channel}`;
}

function covers(scope: Scope, one: Waiting): boolean {
  if (scope.platform !== one.platform) return false;
  if (scope.workspace !== undefined && scope.workspace !== one.workspace) return false;
  return scope.channel === undefined || scope.channel === one.channel;
}
