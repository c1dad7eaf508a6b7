/** `npm start`: the bot, from its settings to its end. */
import { makeReady } from '../ask/ask.ts';
import { createBot } from '../bot.ts';
import { type Config, readConfig } from '../config.ts';
import { healthRoute } from '../ops/health.ts';
import { type HttpServer, listen } from '../ops/http.ts';
import { createLog } from '../ops/log.ts';
import { createMetrics } from '../ops/metrics.ts';
import type { Courier } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import type { Platform } from '../ports/platform.ts';
import { type Messages, messagesFor } from '../show/messages/messages.ts';
import { createStore } from '../store/create.ts';
import { createClock } from './clock.ts';
import { createEngine } from './engine.ts';
import { inform } from './inform.ts';
import { load } from './load.ts';
import { createPlatforms } from './platforms.ts';
import { reference } from './reading-bot.ts';
import { untilStopped } from './stopping.ts';
import type { Verb } from './verb.ts';

/** 0: it was stopped; 1: something that a person has to mend keeps it from starting; 2: the settings are wrong. */
export const start: Verb = async (_args, environment, say) => {
  const read = readConfig(environment, say);
  if (read.kind === 'faults') return refuse(2, say.running.mendSettings, ...read.faults);
  const briefings = load(environment, say);
  if (briefings === undefined) return 1;
  const { config } = read;
  const log = createLog(config.logLevel);

  const clock = createClock(config);
  const created = await createStore(config.store, { now: clock.now });
  if (created.kind === 'refused') return refuse(1, created.why, created.mend);
  const { store } = created;
  if (created.kind === 'down')
    log.warn({ why: created.why, mend: created.mend }, 'The store is down; going on without it');

  const couriers: Courier[] = [];
  const metrics = createMetrics();
  const engine = createEngine({
    config,
    briefings,
    store,
    couriers,
    log,
    now: clock.now,
    metrics: metrics.delivery,
    messagesFor,
  });
  // Now, or at the first question.
  for (const briefing of briefings) makeReady(briefing);
  const bot = createBot({ briefings, desk: engine.desk, log, reference, messagesFor });
  const advance = (to: number) => clock.advance(to, store, () => delivery.tick());
  const platforms = await createPlatforms({ config, bot, store, log, now: clock.now, advance });
  couriers.push(...platforms.map(({ courier }) => courier));
  const delivery = engine.delivery();

  const routes = platforms.flatMap((platform) => platform.routes);
  const { host, port } = config.http;
  const listened = await listen(
    { host, port },
    [...routes, healthRoute(platforms, Date.now), metrics.route],
    say,
  );
  if (listened.kind === 'refused') {
    await store.close();
    return refuse(1, listened.why, listened.mend);
  }
  const started = await Promise.all(platforms.map((platform) => startOne(platform, log)));
  if (!started.includes(true)) {
    await stopAll(platforms, listened.server);
    await store.close();
    return refuse(1, say.running.noPlatform);
  }
  await engine.begin();
  await delivery.start();
  greet(config, listened.server, say);

  const within = await untilStopped(log);
  await Promise.all([delivery.stop(within), stopAll(platforms, listened.server)]);
  await engine.close();
  await store.close();
  log.info({}, 'Stopped');
  return 0;
};

/** A wrong token of one platform leaves the others to start. */
async function startOne(platform: Platform, log: Log): Promise<boolean> {
  const started = await platform.start();
  if (started.kind === 'started') {
    log.info({ platform: platform.name }, 'Started');
    return true;
  }
  log.error({ platform: platform.name, why: started.why, mend: started.mend }, 'A platform did not start');
  inform(`${started.why} ${started.mend}`);
  return false;
}

/** Longer than any request that is under way should need. */
const STOP_HTTP_MS = 3_000;
const STOP_PLATFORM_MS = 6_000;

async function stopAll(platforms: readonly Platform[], server: HttpServer): Promise<void> {
  await Promise.all([
    ...platforms.map((platform) => platform.stop(STOP_PLATFORM_MS)),
    server.stop(STOP_HTTP_MS),
  ]);
}

function greet(config: Config, server: HttpServer, say: Messages): void {
  const names = [config.slack && 'Slack', config.discord && 'Discord'].filter((name) => name !== undefined);
  if (names.length > 0) inform(say.running.answeringOn(names));
  if (config.playground) inform(say.running.playgroundAt(server.url.replace('0.0.0.0', '127.0.0.1')));
}

function refuse(code: number, ...sentences: readonly string[]): number {
  inform(...sentences);
  return code;
}
