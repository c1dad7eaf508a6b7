/** Pictures, from asking to the bytes: the first map with the thread's start, a timeline, one that is kept. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { loadBriefing } from '../../src/briefing/load.ts';
import { createPictures } from '../../src/pictures/pictures.ts';
import type { Row } from './row.ts';

const BRIEFING = fileURLToPath(new URL('../../briefings/kuril', import.meta.url));
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

export async function benchPictures(): Promise<readonly Row[]> {
  const loaded = loadBriefing(BRIEFING);
  if (loaded.kind === 'faults') throw new Error('the briefing has faults: run the check');
  const { briefing } = loaded;
  const pictures = createPictures({ briefing: () => briefing, log: quiet });
  let largest = 0;
  const timed = async (picture: string) => {
    const from = performance.now();
    const drawn = await pictures.draw({ briefing: briefing.id, picture, theme: 'light' });
    const ms = performance.now() - from;
    if (drawn.kind === 'none') throw new Error(`${picture} was not drawn: ${drawn.why}`);
    largest = Math.max(largest, ...drawn.pictures.map(({ data }) => data.byteLength));
    return ms;
  };
  const before = process.memoryUsage().rss;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const first = await timed('map');
  const timeline = await timed('timeline');
  const repeated = await timed('map');
  await timed('positions');
  delay.disable();
  const more = (process.memoryUsage().rss - before) / 1e6;
  await pictures.close();
  return [
    { name: 'the first map, with the thread’s start', value: first, unit: 'ms', most: 500 },
    { name: 'a timeline', value: timeline, unit: 'ms', most: 60 },
    { name: 'a picture that is kept', value: repeated, unit: 'ms', most: 1 },
    { name: 'the largest picture', value: largest / 1_000, unit: 'KB', most: 250 },
    { name: 'memory more, after all were drawn', value: more, unit: 'MB', most: 150 },
    { name: 'the longest that the event loop was held', value: delay.max / 1e6, unit: 'ms', most: 20 },
  ];
}
