import { createBot } from '../bot.ts';
import { readConfig } from '../config.ts';
import { noDesk } from '../digest/no-desk.ts';
import type { Verb } from '../main.ts';
import { healthRoute } from '../ops/health.ts';
import { listen } from '../ops/http.ts';
import { createLog } from '../ops/log.ts';
import { createPlayClock } from '../platforms/playground/clock.ts';
import { createPlayground } from '../platforms/playground/playground.ts';
import { guides } from './guides.ts';
import { inform } from './inform.ts';
import { load } from './load.ts';
import { reference } from './reading-bot.ts';
import { views } from './views.ts';

export const start: Verb = async (_args, environment) => {
  const read = readConfig(environment);
  if (read.kind === 'faults') {
    inform(...read.faults);
    return 2;
  }
  const briefings = load(environment);
  if (briefings === undefined) return 1;
  const { config } = read;
  const log = createLog(config.logLevel);
  const clock = createPlayClock(Date.now);
  const bot = createBot({ briefings, desk: noDesk(briefings), log, reference });
  const playground = createPlayground({
    bot,
    views,
    log,
    now: clock.now,
    advance: async (to) => clock.set(to),
    guide: guides,
  });
  await playground.start();
  const listened = await listen(config.http.host, config.http.port, [
    ...playground.routes,
    healthRoute([playground], clock.now),
  ]);
  if (listened.kind === 'refused') {
    inform(listened.why, listened.mend);
    return 1;
  }
  inform(`The playground is at ${listened.server.url}`);
  await new Promise(() => {});
  return 0;
};
