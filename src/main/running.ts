/** The bot, from its settings to its end. */
import { setImmediate, setTimeout } from 'node:timers/promises';
import { makeReady } from '../ask/ask.ts';
import { createBot } from '../bot.ts';
import { createChooser } from '../choosing/chooser.ts';
import { type Environment, readConfig } from '../config.ts';
import { zoneOf } from '../digest/timetable/zones.ts';
import { createAskedBook } from '../ops/asked-book.ts';
import type { HttpServer, Listened } from '../ops/http.ts';
import { limitedBot } from '../ops/limited-bot.ts';
import { createLimits } from '../ops/limits.ts';
import { drawAhead } from '../pictures/ahead.ts';
import { createPictures } from '../pictures/pictures.ts';
import type { Courier } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import type { PictureTheme } from '../ports/pictures.ts';
import type { Platform, Started } from '../ports/platform.ts';
import { type Messages, messagesFor } from '../show/messages/messages.ts';
import { createStore } from '../store/create.ts';
import { createClock } from './clock.ts';
import { createEngine } from './engine.ts';
import { inform } from './inform.ts';
import { openPorts, type Ports } from './listening.ts';
import { createOperators } from './operators.ts';
import { createPlatforms } from './platforms.ts';
import { listenForReload } from './reloading.ts';
import { openShelf } from './shelf.ts';
import { DEADLINE_MS, logEnd, type Stopping } from './stopping.ts';
import { createWatching } from './watching.ts';

/** 0: it was stopped; 1: something that a person has to mend keeps it from starting; 2: the settings are wrong. */
export async function running(
  environment: Environment,
  say: Messages,
  stopping: Stopping,
  ops: Listened,
): Promise<number> {
  const read = readConfig(environment, say, zoneOf);
  if (read.kind === 'faults') return refuse(2, say.running.mendSettings, ...read.faults);
  const shelf = openShelf(environment, say);
  if (shelf === undefined) return 1;
  const { config } = read;
  const watching = createWatching(config);
  const { log, trace, metrics } = watching;
  logEnd(stopping, log);

  const clock = createClock(config);
  // Nothing is open yet that would have to be closed.
  if (stopping.isAsked()) return (await stopping.asked).code;
  const created = await createStore(config.store, { now: clock.now });
  if (created.kind === 'refused') return refuse(1, created.why, created.mend);
  const { store } = created;
  if (created.kind === 'down')
    log.warn({ why: created.why, mend: created.mend }, 'The store is down; going on without it');

  const couriers: Courier[] = [];
  const limits = createLimits({ shared: store.tallies, now: clock.now });
  const operators =
    config.ops &&
    createOperators({ ...{ channel: config.ops, couriers, log, say }, briefing: shelf.all()[0].id });
  const chooser =
    config.model &&
    createChooser({
      ...{ settings: config.model, counted: metrics.chosen },
      elapsed: () => performance.now(),
    });
  const engine = createEngine({
    config,
    get briefings() {
      return shelf.all();
    },
    broken: shelf.broken,
    behind: () => reloading.behind(),
    store,
    couriers,
    limits,
    log,
    now: clock.now,
    follow: trace.follow,
    metrics: metrics.delivery,
    messagesFor,
    ...(operators && { operators }),
    ...(chooser && { modelRests: chooser.rests }),
  });
  // Now, or at the first question; between two of them a signal is heard.
  for (const briefing of shelf.all()) {
    if (!stopping.isAsked()) makeReady(briefing);
    await setImmediate();
  }
  const { desk } = engine;
  const asked = config.keepAsked ? createAskedBook({ store: store.asked, log }) : undefined;
  const made = createBot({
    get briefings() {
      return shelf.all();
    },
    ...{ desk, log, reference: trace.reference, messagesFor },
    ...(asked && { asked }),
    ...(chooser && { chooser }),
  });
  const bot = watching.observed(limitedBot(made, limits));
  const pictures = createPictures({
    briefing: shelf.find,
    log,
  });
  const advance = (to: number) => clock.advance(to, store, () => delivery.tick());
  const platforms = await createPlatforms({
    ...{ config, bot, store, pictures, log, say, trace, metrics, advance },
    now: clock.now,
  });
  couriers.push(...platforms.map(({ courier }) => courier));
  const delivery = engine.delivery();
  const reloading = listenForReload({
    ...{ environment, shelf, store, log },
    reloaded: () => delivery.tick(),
  });

  const ahead = new AbortController();
  const watch = watching.over({
    ...{ platforms, store, stopping: stopping.isAsked },
    pictures: pictures.waiting,
    underWay: delivery.underWay,
  });
  const opened = await openPorts(
    config.http,
    ops,
    { platforms: platforms.flatMap((platform) => platform.routes), ops: watch.routes },
    say,
  );
  if (opened.kind === 'refused') {
    await store.close();
    return refuse(1, opened.why, opened.mend);
  }
  const { ports } = opened;
  // What the start alone needed goes back before anybody asks: left to itself it stays until memory grows.
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  // Who is asked to stop does not wait until everything has come up.
  const started = await Promise.race([
    Promise.all(platforms.map((platform) => startOne(platform, log))),
    stopping.asked.then(() => undefined),
  ]);
  if (started?.every(({ kind }) => kind === 'refused')) {
    await stopAll(platforms, ports, STOP_WITHIN_MS);
    await store.close();
    return refuse(1, say.running.noPlatform);
  }
  let alarm: { stop(): void } | undefined;
  if (started !== undefined && !stopping.isAsked()) {
    await engine.begin();
    await delivery.start();
    alarm = operators?.watch({
      ...{ signs: watch.signs, seen: store.seen, now: Date.now },
      platforms: platforms.map(({ name }) => name),
    });
    void drawAhead(
      pictures,
      shelf.all().map(({ id }) => id),
      themesOf(platforms),
      { signal: ahead.signal },
    );
    log.info({ url: ports.ops.url }, 'Health and metrics');
    greet(platforms, started, ports.platforms, say);
  }

  const { code } = await stopping.asked;
  ahead.abort();
  // Readiness has turned already: a load balancer sends nothing more once it has noticed.
  const drainMs = code === 0 && config.slack?.mode.kind === 'http' ? config.http.drainMs : 0;
  await setTimeout(drainMs);
  const withinMs = Math.min(STOP_WITHIN_MS, DEADLINE_MS - CLOSE_WITHIN_MS - drainMs);
  await Promise.all([delivery.stop(withinMs), stopAll(platforms, ports, withinMs)]);
  watch.stop();
  reloading.stop();
  alarm?.stop();
  await Promise.all([engine.close(), pictures.close(), asked?.flush()]);
  await store.close();
  log.info({}, 'Stopped');
  return code;
}

/** A wrong token of one platform leaves the others to start. */
async function startOne(platform: Platform, log: Log): Promise<Started> {
  const started = await platform.start();
  if (started.kind === 'started') {
    log.info({ platform: platform.name }, 'Started');
    return started;
  }
  if (started.kind === 'trying') {
    log.warn({ platform: platform.name, why: started.why }, 'Started, and not answering yet');
    return started;
  }
  log.error({ platform: platform.name, why: started.why, mend: started.mend }, 'A platform did not start');
  inform(`${started.why} ${started.mend}`);
  return started;
}

/** Longer than anything that is under way should need; less after a long drain, so that the store is closed in time. */
const STOP_WITHIN_MS = 3_500;
/** What is left of the deadline for closing the store and the rest. */
const CLOSE_WITHIN_MS = 1_000;

async function stopAll(platforms: readonly Platform[], ports: Ports, withinMs: number): Promise<void> {
  await Promise.all([
    ...platforms.map((platform) => platform.stop(withinMs)),
    ports.platforms.stop(withinMs),
  ]);
  await ports.ops.stop(0);
}

/** In which themes pictures are shown: one on each platform, both on the page. */
function themesOf(platforms: readonly Platform[]): PictureTheme[] {
  const has = (name: Platform['name']) => platforms.some((platform) => platform.name === name);
  const page = has('playground');
  return [
    ...(page || has('slack') ? ['light' as const] : []),
    ...(page || has('discord') ? ['dark' as const] : []),
  ];
}

const NAMES: Readonly<Record<Platform['name'], string | undefined>> = {
  slack: 'Slack',
  discord: 'Discord',
  playground: undefined,
};

/** Only of what came up: 'Answering on Discord' while its token was refused, or it is away, would be untrue. */
function greet(
  platforms: readonly Platform[],
  started: readonly Started[],
  server: HttpServer,
  say: Messages,
): void {
  const answering = platforms.filter((_, at) => started[at]?.kind === 'started').map(({ name }) => name);
  const names = answering.flatMap((name) => NAMES[name] ?? []);
  if (names.length > 0) inform(say.running.answeringOn(names));
  for (const [at, { name }] of platforms.entries()) {
    const one = started[at];
    if (one?.kind === 'trying') inform(say.running.notYetOn(NAMES[name] ?? name, one.why));
  }
  if (answering.includes('playground'))
    inform(say.running.playgroundAt(server.url.replace('0.0.0.0', '127.0.0.1')));
}

function refuse(code: number, ...sentences: readonly string[]): number {
  inform(...sentences);
  return code;
}
