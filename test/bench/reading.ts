/** How fast the reading commands answer, rendering for both platforms included, and how fast a briefing loads. */

import { fileURLToPath } from 'node:url';
import { COMMANDS } from '../../commands/list.ts';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { loadBriefing } from '../../src/briefing/load.ts';
import { noDesk } from '../../src/digest/desk/no-desk.ts';
import { renderDiscord } from '../../src/platforms/discord/render.ts';
import { renderSlack } from '../../src/platforms/slack/render.ts';
import { terminalAsk } from '../../src/platforms/terminal/say.ts';
import type { Rendering } from '../../src/reply/rendering.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { en } from '../../src/show/messages/en.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import { complete } from '../../src/typed/complete.ts';
import { respond } from '../../src/typed/respond.ts';
import { percentile, type Row } from './row.ts';

const CALLS = 10_000;
const LOADS = 20;
const MOST_MS = 1;
const MOST_LOADING_MS = 50;
const FOLDER = fileURLToPath(new URL('../../briefings/kuril', import.meta.url));

type Render = (reply: Reply, rendering: Rendering) => unknown;

/** A request comes from one platform, and is drawn for that one. */
const PLATFORMS: readonly (readonly [string, Render])[] = [
  ['Slack', renderSlack],
  ['Discord', renderDiscord],
];

/** What stands behind the command's name, for those that take words. */
const WORDS: Record<string, string> = {
  person: 'newsham',
  topic: 'china',
  quotes: 'newsham about china',
  positions: 'sovereignty',
  source: '16',
};

export async function benchReading(): Promise<readonly Row[]> {
  const loads = times(LOADS, () => loaded());
  const briefing = loaded();
  // Questions have a benchmark and a limit of their own.
  const commands = COMMANDS.filter(({ kind, name }) => kind === 'reading' && name !== 'ask').map(
    ({ name }) => name,
  );
  const lines = commands.map((name) => `${name} ${WORDS[name] ?? ''}`.trim());
  return [
    {
      name: 'loading and indexing the briefing, median',
      value: percentile(loads, 0.5),
      unit: 'ms',
      most: MOST_LOADING_MS,
    },
    { name: 'loading it first, cold', value: loads[0] ?? Number.NaN, unit: 'ms' },
    ...lines.flatMap((line) =>
      PLATFORMS.map(([platform, render]) => ({
        name: `${line}, drawn for ${platform}, p99`,
        value: percentile(
          times(CALLS, () => answered(line, briefing, render)),
          0.99,
        ),
        unit: 'ms',
        most: MOST_MS,
      })),
    ),
    {
      name: 'completion of a letter, p99',
      value: percentile(
        times(CALLS, () => complete(briefing, 'n', 25, en)),
        0.99,
      ),
      unit: 'ms',
      most: MOST_MS,
    },
  ];
}

function answered(line: string, briefing: Briefing, render: Render): void {
  const reply = respond(
    line,
    terminalAsk(briefing.id, line, 0),
    briefing,
    noDesk([briefing], messagesFor),
    en,
  ) as Reply;
  const rendering = { briefing: briefing.id, words: line, audience: 'asker', say: en } as const;
  render(reply, rendering);
}

function loaded(): Briefing {
  const result = loadBriefing(FOLDER);
  if (result.kind === 'faults') throw new Error(result.faults.map(({ found }) => found).join('; '));
  return result.briefing;
}

/** How long each of `count` calls took, in ms. */
function times(count: number, call: () => void): number[] {
  return Array.from({ length: count }, () => {
    const before = performance.now();
    call();
    return performance.now() - before;
  });
}
