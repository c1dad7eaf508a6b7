/** How things stand when somebody looks: connections, the store, what is due, what waits. */
import { Gauge, type Registry } from 'prom-client';
import type { Census } from '../../ports/census.ts';
import type { Platform } from '../../ports/platform.ts';
import type { CensusWatch } from '../census-watch.ts';
import type { Vitals } from '../health.ts';

/** Where the figures come from, once it is there. */
export type Sources = {
  readonly vitals: Pick<Vitals, 'parts' | 'store' | 'now'>;
  readonly census: Pick<CensusWatch, 'latest'>;
  /** Pictures that are asked for and not drawn yet. */
  readonly pictures: () => number;
  /** Deliveries in this process's hands. */
  readonly underWay: () => number;
};

const SUBSCRIBED = ['active', 'paused_by_person', 'paused_by_refusals'] as const;
const DUE = ['pending', 'sending', 'retry', 'unknown'] as const;
const SCOPES = ['platform', 'workspace'] as const;

export function stateMetrics(registers: Registry[], platforms: readonly Platform['name'][]) {
  let sources: Sources | undefined;
  let unreadable = 0;

  /** One figure; looked up when somebody asks. */
  const single = (name: string, help: string, value: (from: Sources) => number) => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(sources === undefined ? 0 : value(sources));
      },
    });
  };
  /** A figure for each platform and kind. */
  const each = <Kind extends string>(
    { name, help, label, kinds }: { name: string; help: string; label: string; kinds: readonly Kind[] },
    value: (from: Sources, platform: Platform['name'], kind: Kind) => number,
  ) => {
    new Gauge({
      name,
      help,
      labelNames: ['platform', label],
      registers,
      collect() {
        for (const platform of platforms)
          for (const kind of kinds)
            this.set({ platform, [label]: kind }, sources === undefined ? 0 : value(sources, platform, kind));
      },
    });
  };
  const ofPlatform = (name: string, help: string, value: (from: Sources, platform: string) => number) => {
    new Gauge({
      name,
      help,
      labelNames: ['platform'],
      registers,
      collect() {
        for (const platform of platforms)
          this.set({ platform }, sources === undefined ? 0 : value(sources, platform));
      },
    });
  };

  ofPlatform('attache_platform_connected', 'Whether a platform can be reached: 1 or 0', (from, platform) => {
    const part = from.vitals.parts.find(({ name }) => name === platform);
    return part?.health(from.vitals.now()).kind === 'well' ? 1 : 0;
  });
  single('attache_store_reachable', 'Whether the store can be written: 1 or 0', ({ vitals }) =>
    vitals.store.health(vitals.now()).kind === 'well' ? 1 : 0,
  );
  each(
    {
      name: 'attache_subscriptions',
      help: 'Channels with a digest, by whether it is paused and who paused it',
      label: 'state',
      kinds: SUBSCRIBED,
    },
    ({ census }, platform, state) =>
      count(census.latest()?.census.subscriptions, (one) => one.platform === platform && one.state === state),
  );
  each(
    {
      name: 'attache_deliveries_due',
      help: 'Deliveries whose time has come and that are not settled, by their state',
      label: 'state',
      kinds: DUE,
    },
    ({ census }, platform, state) =>
      count(census.latest()?.census.due, (one) => one.platform === platform && one.state === state),
  );
  ofPlatform(
    'attache_delivery_oldest_due_seconds',
    'How long the oldest delivery that is not settled has been due',
    ({ census, vitals }, platform) => oldest(census.latest(), platform, vitals.now()),
  );
  single(
    'attache_planning_behind_seconds',
    'How long the first next slot has been past without being planned',
    ({ census, vitals }) => behind(census.latest(), vitals.now()),
  );
  single(
    'attache_subscriptions_next_too_late',
    'Channels, of those whose next digest lies furthest ahead, where it lies later than their timetable has it',
    ({ census }) => census.latest()?.census.nextTooLate ?? 0,
  );
  each(
    {
      name: 'attache_pauses',
      help: 'Pauses that a platform asked for or that wait until it is back, by how far they reach',
      label: 'scope',
      kinds: SCOPES,
    },
    ({ census }, platform, scope) =>
      count(census.latest()?.census.pauses, (one) => one.platform === platform && one.scope === scope),
  );
  single('attache_deliveries_under_way', 'Deliveries in this process’s hands', ({ underWay }) => underWay());
  single('attache_pictures_waiting', 'Pictures that are asked for and not drawn yet', ({ pictures }) =>
    pictures(),
  );
  single(
    'attache_installations_unreadable',
    'Slack installations that none of the keys in TOKEN_ENCRYPTION_KEY opens, as found at the start',
    () => unreadable,
  );

  return {
    watch(from: Sources): void {
      sources = from;
    },
    unreadableInstallations(found: number): void {
      unreadable = found;
    },
  };
}

type Counted = { readonly count: number };

function count<One extends Counted>(all: readonly One[] | undefined, fits: (one: One) => boolean): number {
  return (all ?? []).filter(fits).reduce((sum, one) => sum + one.count, 0);
}

type Latest = ReturnType<CensusWatch['latest']>;

/** What is unknown waits for a look, and is no delivery that is late. */
function oldest(latest: Latest, platform: string, now: number): number {
  if (latest === undefined) return 0;
  const slots = latest.census.due
    .filter((one) => one.platform === platform && one.state !== 'unknown')
    .map((one) => one.oldest);
  return since(latest, slots, now);
}

function behind(latest: Latest, now: number): number {
  if (latest?.census.nextSlot === undefined) return 0;
  return since(latest, [latest.census.nextSlot], now);
}

/** By the store's clock, and by ours only since it was looked at: it grows on while the store is away. */
function since(
  { census, takenAt }: NonNullable<Latest>,
  slots: readonly Census['at'][],
  now: number,
): number {
  if (slots.length === 0) return 0;
  return Math.max(0, census.at - Math.min(...slots) + Math.max(0, now - takenAt)) / 1_000;
}
