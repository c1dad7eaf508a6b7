import { fileURLToPath } from 'node:url';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { loadBriefing } from '../../src/briefing/load.ts';

/** The briefing that the questions are asked of. */
export function kuril(): Briefing {
  const loaded = loadBriefing(fileURLToPath(new URL('../../briefings/kuril', import.meta.url)));
  if (loaded.kind !== 'loaded')
    throw new Error(loaded.faults.map((fault) => `${fault.file}: ${fault.found}`).join('\n'));
  return loaded.briefing;
}
