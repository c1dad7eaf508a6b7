/** The Kuril briefing, without its source's text, as the bot loads it. */
import { fileURLToPath } from 'node:url';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { loadBriefing } from '../../src/briefing/load.ts';

let loaded: Briefing | undefined;

/** The one that all tests of a worker share: nobody writes into a briefing, and making one ready takes a while. */
export function kuril(): Briefing {
  loaded ??= freshKuril();
  return loaded;
}

/** One of which nothing is known yet. */
export function freshKuril(): Briefing {
  const read = loadBriefing(fileURLToPath(new URL('../../briefings/kuril', import.meta.url)));
  if (read.kind === 'faults')
    throw new Error(read.faults.map(({ file, found }) => `${file}: ${found}`).join('\n'));
  return read.briefing;
}
