/** Delivery on a clock of the test's: the real store, planning and delivery, against the platforms of the simulated year. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockCheck } from '../../src/digest/delivery/clock-check.ts';
import { deliverOne, type Looks } from '../../src/digest/delivery/deliver-one.ts';
import { DELIVERY_SETTINGS } from '../../src/digest/delivery/deliver-settings.ts';
import { planDue } from '../../src/digest/delivery/planner.ts';
import { createWatch } from '../../src/digest/delivery/watch.ts';
import { nextSlot, slotsDue } from '../../src/digest/timetable/slots.ts';
import type { Courier } from '../../src/ports/courier.ts';
import type { Ledger } from '../../src/ports/ledger.ts';
import type { Subscription } from '../../src/ports/store.ts';
import { type FullStore, storeOver } from '../../src/store/create.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { deliveryParts } from '../digest/engine.ts';
import { YearPlatform } from './year-platform.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const CALENDAR = { nextSlot, slotsDue };

export type ProcessParts = {
  readonly ledger: Ledger;
  readonly couriers: readonly Courier[];
  /** The clock as it is, and as the process believes it to be. */
  readonly elapsed: () => number;
  readonly now: () => number;
  readonly random: () => number;
};

/** A store in a file that waits for no disk: only processes that are played end here, and the machine does not. */
export async function openUnsynced(dataDir: string, now: () => number): Promise<FullStore> {
  const opened = await openSqlite({
    dataDir,
    now,
    afterOpening: ['pragma synchronous = off', 'pragma journal_mode = delete'],
  });
  if (opened.kind !== 'open') throw new Error(opened.kind);
  return storeOver(opened.database);
}

/** A process: what it remembers is gone with it. A tick does all that can be done at its moment. */
export function processOf({ ledger, couriers, elapsed, now, random }: ProcessParts) {
  const settings = DELIVERY_SETTINGS;
  const common = { ledger, couriers, calendar: CALENDAR, settings, elapsed, now, random };
  const parts = deliveryParts({ ...common, sleep: async () => undefined });
  const looks: Looks = new Map();
  const clock = clockCheck(parts);
  const ending = new AbortController().signal;
  const watches = couriers.map((courier) => ({
    courier,
    watch: createWatch({ courier, ledger, log: parts.log, awayMs: settings.awayMs, elapsed }),
  }));
  return {
    async tick() {
      if (await clock.mayPlan())
        await planDue({ ledger, calendar: CALENDAR, patience: settings }, () => undefined);
      for (const { courier, watch } of watches) {
        for (let rounds = 0; rounds < 200; rounds += 1) {
          const state = await watch.look();
          if (state === 'away') break;
          const most = state === 'trying' ? 1 : 12;
          const { platform } = courier;
          const some = await ledger.seize({ platform, most, mostOfWorkspace: 2, forMs: settings.leaseMs });
          if (some.length === 0) {
            if (state === 'trying') await watch.nothingToTry();
            break;
          }
          for (const one of some) await deliverOne({ ...parts, ending, watch, looks }, one);
        }
      }
    },
  };
}

/** Days of a store in a file of its own, with a process that ticks once a minute. */
export class Days {
  now: number;
  /** How far the bot's clock is from the right one. */
  skew = 0;
  readonly folder = mkdtempSync(join(tmpdir(), 'attache-days-'));
  readonly platforms: Readonly<Record<'slack' | 'discord', YearPlatform>>;
  store!: FullStore;
  #process!: ReturnType<typeof processOf>;

  constructor(start: number) {
    this.now = start;
    const parts = { now: () => this.now, random: () => 0.2, blind: new Set<string>() };
    this.platforms = {
      slack: new YearPlatform({ kind: 'slack', ...parts }),
      discord: new YearPlatform({ kind: 'discord', ...parts }),
    };
  }

  /** Begins, or begins anew: what is in the file by now is what it knows. */
  async open(): Promise<this> {
    this.store = await openUnsynced(this.folder, () => this.now + this.skew);
    const { slack, discord } = this.platforms;
    this.#process = processOf({
      ledger: this.store.ledger,
      couriers: [discord.courier, slack.courier],
      elapsed: () => this.now,
      now: () => this.now + this.skew,
      random: () => 0.5,
    });
    return this;
  }

  async pass(ms: number): Promise<void> {
    for (const until = this.now + ms; this.now < until; this.now += MINUTE) await this.#process.tick();
  }

  /** What became of each slot, the oldest first, and how often the channel saw it. */
  async became(one: Subscription): Promise<readonly string[]> {
    const rows = await this.store.history.deliveries(one.id, 100);
    const { [one.platform as 'slack' | 'discord']: platform } = this.platforms;
    return rows.toReversed().map(({ id, slot, state }) => `${slot.date} ${state.kind} ${platform.shown(id)}`);
  }

  async close(): Promise<void> {
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
