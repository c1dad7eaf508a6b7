/** Pictures, from asking to the bytes: cold, with the thread started, and kept; what they weigh and what they hold up. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { loadBriefing } from '../../src/briefing/load.ts';
import { drawAhead } from '../../src/pictures/ahead.ts';
import { createPictures } from '../../src/pictures/pictures.ts';
import { silent } from '../kit/log.ts';
import type { Row } from './row.ts';

const FOLDERS = [
  '../../briefings/kuril',
  ...['court', 'storm', 'ferry'].map((one) => `../fixtures/pictures/${one}`),
];
const WANTED = ['map', 'timeline', 'positions', 'digest'];
export async function benchPictures(): Promise<readonly Row[]> {
  const [first, ...others] = FOLDERS.map(loaded);
  if (first === undefined) return [];
  const known = new Map([first, ...others].map((briefing) => [briefing.id, briefing]));
  const pictures = createPictures({ briefing: (id) => known.get(id), log: silent });
  let largest = 0;
  const timed = async (briefing: string, picture: string, theme: 'light' | 'dark' = 'light') => {
    const from = performance.now();
    const drawn = await pictures.draw({ briefing, picture, theme });
    const ms = performance.now() - from;
    const parts = drawn.kind === 'none' ? [] : drawn.pictures;
    largest = Math.max(largest, ...parts.map(({ data }) => data.byteLength));
    return ms;
  };
  const before = process.memoryUsage().rss;
  let peak = before;
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 5);
  const worked = mostWorked();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const cold = await timed(first.id, 'map');
  const spentBefore = spentMs();
  const warm = await timed(first.id, 'map', 'dark');
  const warmSpent = spentMs() - spentBefore;
  await timed(first.id, 'timeline');
  const spentBetween = spentMs();
  const timeline = await timed(first.id, 'timeline', 'dark');
  const timelineSpent = spentMs() - spentBetween;
  const repeated = await timed(first.id, 'map');
  for (const { id } of known.values()) for (const picture of WANTED) await timed(id, picture);
  await timed('court', 'quote:judgment');
  delay.disable();
  clearInterval(sampling);
  const held = worked.most();
  await pictures.close();
  const ahead = await firstAfterAhead(first);
  return [
    { name: 'the first map that somebody asks for, drawn ahead', value: ahead, unit: 'ms', most: 500 },
    { name: 'a map that nobody drew ahead, with the thread’s start', value: cold, unit: 'ms' },
    { name: 'a map that is new, the thread running', value: warm, unit: 'ms', most: 500 },
    { name: 'that, in processor’s time of all threads', value: warmSpent, unit: 'ms' },
    { name: 'a timeline of eleven events', value: timeline, unit: 'ms', most: 60 },
    { name: 'that, in processor’s time of all threads', value: timelineSpent, unit: 'ms' },
    { name: 'a picture that is kept', value: repeated, unit: 'ms', most: 1 },
    { name: 'the largest picture', value: largest / 1_000, unit: 'KB', most: 250 },
    { name: 'memory more, at the peak', value: (peak - before) / 1e6, unit: 'MB', most: 150 },
    { name: 'the longest that the bot’s thread worked at a stretch', value: held, unit: 'ms', most: 20 },
    { name: 'its longest delay, that by other processes too', value: delay.max / 1e6, unit: 'ms' },
  ];
}

/** What all threads have taken of the processor: a machine that is busy elsewhere adds little to it. */
function spentMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** The processor's time that this thread takes between two looks: a machine that is busy elsewhere adds nothing to it. */
function mostWorked() {
  let [last, most] = [process.threadCpuUsage(), 0];
  const looking = setInterval(() => {
    const spent = process.threadCpuUsage(last);
    most = Math.max(most, (spent.user + spent.system) / 1_000);
    last = process.threadCpuUsage();
  }, 1);
  return {
    most() {
      clearInterval(looking);
      return most;
    },
  };
}

/** As at a start: everything is drawn before the first question. */
async function firstAfterAhead(briefing: Briefing): Promise<number> {
  const pictures = createPictures({ briefing: () => briefing, log: silent });
  await drawAhead(pictures, [briefing.id], ['light'], { signal: new AbortController().signal, afterMs: 0 });
  const from = performance.now();
  await pictures.draw({ briefing: briefing.id, picture: 'map', theme: 'light' });
  const ms = performance.now() - from;
  await pictures.close();
  return ms;
}

function loaded(folder: string): Briefing {
  const read = loadBriefing(fileURLToPath(new URL(folder, import.meta.url)));
  if (read.kind === 'faults') throw new Error(`${folder} has faults: run the check`);
  return read.briefing;
}
