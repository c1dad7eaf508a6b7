/**
 * Ninety days of 100 channels in 20 zones on both platforms, over both changes of clocks in March, with misfortunes drawn
 * at random: outages in every form of answer, bans, wrong clocks, stores that fail, restarts, kills, copies put back,
 * removals and revoked tokens. The clock is ours; the store, the planning and the delivery are the real ones.
 * YEAR_DAYS=365 YEAR_CHANNELS=200 is the full size, for which CI has no time; YEAR_SEED repeats a run.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DELIVERY_SETTINGS } from '../../src/digest/delivery/deliver-settings.ts';
import { offDay } from '../../src/digest/timetable/days-off.ts';
import { nextSlot, slotsDue } from '../../src/digest/timetable/slots.ts';
import { type DaysOff, LAST, type Rhythm } from '../../src/ports/choices.ts';
import type { Ledger } from '../../src/ports/ledger.ts';
import {
  type DeliveryState,
  isAtOnce,
  StoreDown,
  type Subscription,
  type Timetable,
} from '../../src/ports/store.ts';
import { en } from '../../src/show/messages/en.ts';
import { inFull } from '../../src/show/messages/reasons.ts';
import type { FullStore } from '../../src/store/create.ts';
import { subscription } from '../contracts/store-fixture.ts';
import { openUnsynced, processOf } from './in-time.ts';
import { MOVING, OUTAGES, REMOVED, REVOKED, YearPlatform } from './year-platform.ts';

const DAYS = Number(process.env.YEAR_DAYS ?? 90);
const CHANNELS = Number(process.env.YEAR_CHANNELS ?? 100);
const SEED = Number(process.env.YEAR_SEED ?? Date.now() % 1_000_000);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 1);
const END = START + DAYS * DAY;
const ZONES = [
  ...['Asia/Tokyo', 'Europe/London', 'America/New_York', 'America/Los_Angeles', 'Australia/Lord_Howe'],
  ...['Asia/Kolkata', 'Asia/Kathmandu', 'Africa/Casablanca', 'America/Sao_Paulo', 'America/Nuuk'],
  ...['Pacific/Auckland', 'Pacific/Chatham', 'Africa/Cairo', 'Europe/Moscow', 'America/St_Johns'],
  ...['Asia/Vladivostok', 'Pacific/Apia', 'America/Havana', 'Europe/Dublin', 'Asia/Tehran'],
];
const BLIND = 'T-blind';
/** A kill is an end without a word: whatever was under way stops where it was. */
class Killed extends Error {}

test(`${DAYS} days in which much goes wrong (YEAR_SEED=${SEED}): each slot once, or skipped for a reason`, async () => {
  const year = new Year(SEED);
  await year.run();
  await year.verify();
  year.close();
});

class Year {
  now = START;
  /** How far the bot's clock is from the right one. */
  skew = 0;
  readonly folder = mkdtempSync(join(tmpdir(), 'attache-year-'));
  readonly random: () => number;
  readonly platforms: Record<'slack' | 'discord', YearPlatform>;
  readonly all: Subscription[] = [];
  readonly resumes: { readonly at: number; readonly id: string }[] = [];
  readonly stops: { readonly from: number; readonly until: number }[] = [];
  readonly clocks: { readonly from: number; readonly until: number; readonly skew: number }[] = [];
  readonly storeFails: { readonly from: number; readonly until: number }[] = [];
  readonly kills: number[] = [];
  readonly restores: { readonly copyAt: number; readonly backAt: number }[] = [];
  store!: FullStore;
  #copy: { readonly at: number } | undefined;

  constructor(seed: number) {
    this.random = mulberry(seed);
    const parts = { now: () => this.now, random: this.random, blind: new Set([BLIND]) };
    this.platforms = {
      slack: new YearPlatform({ kind: 'slack', ...parts }),
      discord: new YearPlatform({ kind: 'discord', ...parts }),
    };
  }

  async run(): Promise<void> {
    await this.open();
    await this.subscribeAll();
    this.drawMisfortunes();
    let engine = this.engine();
    for (; this.now < END + 8 * HOUR; this.now = await this.nextMoment()) {
      this.skew = this.clocks.find(({ from, until }) => from <= this.now && this.now < until)?.skew ?? 0;
      await this.restoreOrCopy().then((back) => {
        if (back) engine = this.engine();
      });
      await this.resumeSome();
      if (this.stops.some(({ from, until }) => from <= this.now && this.now < until)) {
        engine = this.engine();
        continue;
      }
      try {
        await engine.tick();
      } catch (error) {
        if (!(error instanceof Killed || error instanceof StoreDown)) throw error;
        if (error instanceof Killed) engine = this.engine();
      }
    }
  }

  /** A process: what it remembers is gone with it. */
  engine() {
    const { slack, discord } = this.platforms;
    return processOf({
      ledger: this.ledger(),
      couriers: [discord.courier, slack.courier],
      elapsed: () => this.now,
      now: () => this.now + this.skew,
      random: this.random,
    });
  }

  /** The real ledger; the store fails at times, and a process may end between the platform's yes and its writing. */
  ledger(): Ledger {
    const failing = () => this.storeFails.some(({ from, until }) => from <= this.now && this.now < until);
    return new Proxy(this.store.ledger, {
      get:
        (target, name: keyof Ledger) =>
        async (...args: unknown[]) => {
          if (failing())
            throw new StoreDown('The disk that holds the database is full.', 'Free some space on it.');
          if (name === 'settle' && this.kills.length > 0 && this.now >= (this.kills[0] ?? 0)) {
            this.kills.shift();
            throw new Killed();
          }
          return (target[name] as (...asked: unknown[]) => unknown)(...args);
        },
    });
  }

  async open(): Promise<void> {
    this.store = await openUnsynced(this.folder, () => this.now + this.skew);
  }

  async subscribeAll(): Promise<void> {
    for (let at = 0; at < CHANNELS; at += 1) {
      const platform = at % 2 === 0 ? 'slack' : 'discord';
      const group = Math.floor(at / 20);
      const workspace =
        platform === 'slack' ? (group === 0 ? BLIND : `T-${group}`) : `G-${Math.floor(at / 10)}`;
      const time = `${String(this.upTo(24)).padStart(2, '0')}:${String(this.upTo(12) * 5).padStart(2, '0')}`;
      const days = this.random() < 0.7 ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5];
      const timetable = {
        time,
        days: days as Subscription['timetable']['days'],
        zone: ZONES[at % 20] ?? 'UTC',
      };
      const one = subscription({ platform, workspace, channel: `C-${at}` });
      const chosen = this.chosen(timetable);
      this.all.push({ ...one, ...chosen, next: nextSlot(chosen.timetable, START) });
    }
    for (const one of this.all) await this.store.subscriptions.put(one);
  }

  /** Every third channel has another rhythm than its days of the week, and every third days off. */
  chosen(weekly: Timetable): Pick<Subscription, 'timetable' | 'off'> {
    const rhythms: readonly Rhythm[] = [
      { kind: 'weeks', every: 2, from: '2026-01-05' },
      { kind: 'dates', dates: [1, 15, LAST] },
      { kind: 'nth', nths: [1, 3] },
    ];
    const rhythm = rhythms[this.upTo(9)];
    const offs: readonly DaysOff[] = [
      { spans: [{ from: '12-24', to: '01-06' }], holidays: [] },
      { spans: [], holidays: ['JP', 'US'] },
      { spans: [{ from: '2026-02-10', to: '2026-02-17' }], holidays: ['DE-BY'] },
    ];
    const off = offs[this.upTo(9)];
    return { timetable: { ...weekly, ...(rhythm && { rhythm }) }, ...(off && { off }) };
  }

  drawMisfortunes(): void {
    const { slack, discord } = this.platforms;
    const months = Math.max(1, DAYS / 30);
    const some = (perMonth: number) => Math.ceil(perMonth * months);
    const moment = () => START + this.random() * (END - START);
    for (const [kind, platform] of Object.entries({ slack, discord }) as [
      'slack' | 'discord',
      YearPlatform,
    ][]) {
      const forms = OUTAGES[kind];
      // Of one minute to five hours; and of a single channel or workspace.
      for (let n = 0; n < some(8); n += 1) {
        const from = moment();
        const until = from + MINUTE * 300 ** this.random();
        const of = this.random() < 0.6 ? {} : { channel: `C-${this.upTo(CHANNELS)}` };
        platform.troubles.push({ from, until, form: forms[this.upTo(forms.length)] ?? REMOVED[kind], ...of });
      }
      for (let n = 0; n < some(3); n += 1) {
        const one = this.all[this.upTo(CHANNELS)];
        if (one?.platform !== kind) continue;
        const from = moment();
        const until = from + (1 + this.random() * 6) * DAY;
        const whole = this.random() < 0.3;
        const { workspace, channel } = one;
        const where = whole ? { workspace } : { channel };
        platform.troubles.push({ from, until, form: (whole ? REVOKED : REMOVED)[kind], ...where });
        for (const other of this.all) {
          if (whole ? other.workspace === workspace : other.id === one.id)
            this.resumes.push({ at: until + this.random() * DAY, id: other.id });
        }
      }
    }
    for (let n = 0; n < some(1); n += 1) {
      const from = moment();
      slack.troubles.push({ from, until: from + 2 * HOUR, form: MOVING, workspace: `T-${1 + this.upTo(4)}` });
    }
    const spans = (perMonth: number, mostMs: number) =>
      Array.from({ length: some(perMonth) }, moment).map((from) => ({
        from,
        until: from + MINUTE + this.random() * mostMs,
      }));
    this.stops.push(...spans(4, 5 * MINUTE), ...spans(1, 10 * HOUR));
    this.storeFails.push(...spans(2, 30 * MINUTE));
    const skews = [-2 * HOUR, -10 * MINUTE, 10 * MINUTE, HOUR, 3 * HOUR, 3 * DAY, 365 * DAY];
    this.clocks.push(
      ...spans(1, 10 * MINUTE).map((span) => ({ ...span, skew: skews[this.upTo(skews.length)] ?? HOUR })),
    );
    this.kills.push(...Array.from({ length: some(15) }, moment).sort((a, b) => a - b));
    for (let copyAt = START + 20 * DAY; copyAt < END - 10 * DAY; copyAt += 60 * DAY)
      this.restores.push({ copyAt, backAt: copyAt + (1 + this.random() * 29) * HOUR });
  }

  /** A copy of the store is made, and put back later: the ledger has forgotten what went out in between. */
  async restoreOrCopy(): Promise<boolean> {
    const [next] = this.restores;
    const file = join(this.folder, 'attache.sqlite');
    const copy = join(this.folder, 'copy.sqlite');
    if (next === undefined) return false;
    if (this.#copy === undefined && this.now >= next.copyAt) {
      copyFileSync(file, copy);
      this.#copy = { at: this.now };
    }
    if (this.#copy === undefined || this.now < next.backAt || !existsSync(copy)) return false;
    await this.store.close();
    copyFileSync(copy, file);
    await this.open();
    this.put.push({ from: this.#copy.at, until: this.now });
    this.#copy = undefined;
    this.restores.shift();
    return true;
  }
  readonly put: { readonly from: number; readonly until: number }[] = [];

  /** Whoever was told that their digest is paused has mended it. */
  async resumeSome(): Promise<void> {
    for (const { id, at } of this.resumes) {
      if (at > this.now || this.now > at + 2 * HOUR) continue;
      const one = this.all.find((other) => other.id === id);
      const kept = one && (await this.store.subscriptions.get(one));
      if (kept?.state.kind !== 'paused') continue;
      this.paused.push({ id, from: kept.state.since, until: this.now });
      const next = nextSlot(kept.timetable, this.now + this.skew);
      await this.store.subscriptions.put({ ...kept, state: { kind: 'active' }, next });
    }
  }
  readonly paused: { readonly id: string; readonly from: number; readonly until: number }[] = [];

  /** A minute later while something is on its way; else at the next slot, on the minute. */
  async nextMoment(): Promise<number> {
    const soon = Math.floor(this.now / MINUTE) * MINUTE + MINUTE;
    if ((await this.store.ledger.nextTurn()) !== undefined) return soon;
    const due = (await this.store.ledger.nextDue()) ?? Number.POSITIVE_INFINITY;
    const quarter = soon + 14 * MINUTE;
    return Math.max(soon, Math.min(quarter, Math.floor(due / MINUTE) * MINUTE));
  }

  /**
   * Whether the history of a channel on Slack could not be read when the grace ended: the scope is
   * lacking, or the token was revoked or the bot put out of the channel. Of a send after which the process
   * was killed then, nobody can tell what became of it.
   */
  isUnreadable({ platform, workspace, channel }: Subscription, slotAt: number): boolean {
    if (platform !== 'slack') return false;
    if (workspace === BLIND) return true;
    return this.platforms.slack.troubles.some(
      ({ form, from, until, ...of }) =>
        (form === REVOKED.slack || form === REMOVED.slack) &&
        (of.workspace === workspace || of.channel === channel) &&
        from <= slotAt + DELIVERY_SETTINGS.graceMs &&
        until >= slotAt + DELIVERY_SETTINGS.graceMs,
    );
  }

  async verify(): Promise<void> {
    const tally: Record<string, number> = {};
    const wrong: string[] = [];
    for (const one of this.all) {
      const kept = (await this.store.subscriptions.get(one))!;
      const rows = await this.store.history.deliveries(one.id, 10_000);
      const bySlot = new Map(rows.map((row) => [row.slot.date, row]));
      for (const slot of slotsDue(one.timetable, START, END)) {
        const row = bySlot.get(slot.date);
        const platform = this.platforms[one.platform as 'slack' | 'discord'];
        const forgotten = this.put.some(({ from, until }) => slot.at >= from - DAY && slot.at <= until);
        const where = one.workspace === BLIND ? 'blind' : one.platform;
        const state = row?.state.kind ?? 'none';
        const free = offDay(one.off, slot.date) !== undefined;
        const kind = free ? `${state} on a day off` : state;
        tally[`${where} ${kind}`] = (tally[`${where} ${kind}`] ?? 0) + 1;
        if (free && state !== 'skipped' && row !== undefined) wrong.push(`${one.id} ${slot.date}: ${state}`);
        const shown = row === undefined ? 0 : platform.shown(row.id);
        const told = `${one.id} ${slot.date} is ${state} and was shown ${shown} times`;
        if (row === undefined) {
          if (!this.wasPaused(one.id, slot.at, kept) && !forgotten) wrong.push(told);
        } else if (state === 'sent') {
          // Beyond what the platform lets the bot read, a copy put back may double.
          if (shown !== 1 && !(shown === 2 && where === 'blind' && forgotten)) wrong.push(told);
        } else if (state === 'unknown') {
          if (!this.isUnreadable(one, slot.at) || shown > 1 || unsaid(row.state)) wrong.push(told);
        } else if (state === 'skipped' || state === 'gone') {
          if ((shown > 0 && !forgotten) || unsaid(row.state))
            wrong.push(`${told}: ${JSON.stringify(row.state)}`);
        } else wrong.push(told);
      }
      for (const row of rows) if (isAtOnce(row.slot)) tally['re-dated'] = (tally['re-dated'] ?? 0) + 1;
    }
    const wasted = this.wasted().sort(
      (one, other) => other.asked - other.minutes - (one.asked - one.minutes),
    );
    console.log({
      seed: SEED,
      days: DAYS,
      channels: CHANNELS,
      tally,
      outages: wasted.length,
      worst: wasted[0],
    });
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(tally['slack sent']).toBeGreaterThan(0);
    expect(wasted.filter(({ minutes, asked }) => asked > minutes + BURST)).toEqual([]);
  }

  /** Requests into outages of a whole platform, of under three hours. */
  wasted() {
    return Object.values(this.platforms).flatMap((platform) =>
      platform.troubles.flatMap(({ from, until, form, workspace, channel }) => {
        if (workspace !== undefined || channel !== undefined || until - from > 3 * HOUR) return [];
        if (form.name === 'a code of next year') return [];
        const asked = platform.asked.filter(({ at }) => at >= from && at < until);
        const by = Object.groupBy(asked, ({ what, id }) => `${what} ${id.slice(0, 6)}`);
        const most = Object.entries(by).map(([what, some]) => `${some?.length} ${what}`);
        const minutes = Math.ceil((until - from) / MINUTE);
        return [{ name: form.name, minutes, asked: asked.length, most: most.join(', ') }];
      }),
    );
  }

  wasPaused(id: string, at: number, kept: Subscription): boolean {
    const still = kept.state.kind === 'paused' && at >= kept.state.since - DAY;
    return still || this.paused.some((one) => one.id === id && at >= one.from - DAY && at <= one.until + DAY);
  }

  upTo(most: number): number {
    return Math.floor(this.random() * most);
  }

  close(): void {
    void this.store.close().then(() => rmSync(this.folder, { recursive: true, force: true }));
  }
}

/** What is under way when an outage begins finds out by itself. */
const BURST = 10;

function unsaid(state: DeliveryState): boolean {
  return 'why' in state && inFull(state.why, en).trim() === '';
}

function mulberry(seed: number): () => number {
  let at = seed >>> 0;
  return () => {
    at = (at + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(at ^ (at >>> 15), at | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
