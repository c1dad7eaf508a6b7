/** What people ask, by how it ended and how long it took; what goes wrong; pictures on their way. */
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Log } from '../../ports/log.ts';
import type { Platform } from '../../ports/platform.ts';
import type { Asked } from '../observed-bot.ts';

/** In seconds; both platforms wait three for a sign of life. */
const TAKES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const OUTCOMES: readonly Asked['outcome'][] = [
  'answered',
  'not_covered',
  'help',
  'refused',
  'done',
  'failed',
];

const CHOICES = ['chosen', 'none', 'late', 'failed', 'wrong', 'resting', 'busy'];

export function askingMetrics(registers: Registry[], platforms: readonly Platform['name'][]) {
  const commands = new Histogram({
    name: 'attache_command_duration_seconds',
    help: 'What people typed or pressed, by how it ended and how long the answer took to make',
    labelNames: ['platform', 'outcome'],
    buckets: TAKES,
    registers,
  });
  for (const platform of platforms) for (const outcome of OUTCOMES) commands.zero({ platform, outcome });

  const logged = new Counter({
    name: 'attache_log_lines_total',
    help: 'Lines of the log that somebody should look at, by level',
    labelNames: ['level'],
    registers,
  });
  for (const level of ['warn', 'error']) logged.inc({ level }, 0);

  const uploads = new Gauge({
    name: 'attache_uploads_under_way',
    help: 'Pictures on their way to Slack',
    registers,
  });
  uploads.set(0);

  const choices = new Counter({
    name: 'attache_model_choices_total',
    help: 'Questions put to the operator’s own model, by what came of it',
    labelNames: ['outcome'],
    registers,
  });
  for (const outcome of CHOICES) choices.inc({ outcome }, 0);

  return {
    chosen(outcome: string): void {
      choices.inc({ outcome });
    },
    asked({ platform, outcome, ms }: Asked): void {
      commands.observe({ platform, outcome }, ms / 1_000);
    },
    /** The same log, with its warnings and errors counted. */
    counted(log: Log): Log {
      return {
        debug: (fields, sentence) => log.debug(fields, sentence),
        info: (fields, sentence) => log.info(fields, sentence),
        warn(fields, sentence) {
          logged.inc({ level: 'warn' });
          log.warn(fields, sentence);
        },
        error(fields, sentence) {
          logged.inc({ level: 'error' });
          log.error(fields, sentence);
        },
      };
    },
    /** A picture that is uploaded, from its beginning to its end. */
    async uploading<Result>(upload: () => Promise<Result>): Promise<Result> {
      uploads.inc();
      try {
        return await upload();
      } finally {
        uploads.dec();
      }
    },
  };
}
