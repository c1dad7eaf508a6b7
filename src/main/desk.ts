/** `npm run desk`: the editor's page, served by the playground on this machine only, until it is stopped. */
import { userInfo } from 'node:os';
import type { Briefing } from '../briefing/briefing.ts';
import { readConfig } from '../config.ts';
import { zoneOf } from '../digest/timetable/zones.ts';
import { listen } from '../ops/http.ts';
import { createLog } from '../ops/log.ts';
import { createPictures } from '../pictures/pictures.ts';
import { createPlayground } from '../platforms/playground/playground.ts';
import { readArguments } from './articles.ts';
import { folderOf } from './folders.ts';
import { guides } from './guides.ts';
import { inform } from './inform.ts';
import { load, sourceTexts } from './load.ts';
import { readingBot } from './reading-bot.ts';
import { createReview } from './review.ts';
import { listenForStop, logEnd } from './stopping.ts';
import type { Verb } from './verb.ts';
import { views } from './views.ts';

const LOOPBACK = '127.0.0.1';
/** Beside the bot's own ports, which may be in use: where it is not free, another is taken. */
const PORTS_ABOVE = 2;
const STOP_MS = 1_000;

export const desk: Verb = async (args, environment, say, stopping = listenForStop()) => {
  const asked = readArguments(args, say.review.usage, say);
  if (typeof asked === 'string') return wrong(asked);
  const config = readConfig(environment, say, zoneOf);
  if (config.kind === 'faults') return wrong(...config.faults);
  const found = asked.id === undefined ? undefined : folderOf(asked.id, environment, say);
  if (found && 'why' in found) return wrong(found.why);
  const briefings = load(environment, say);
  if (briefings === undefined) return 1;
  const log = createLog(config.config.logLevel, (line) => process.stderr.write(line));
  logEnd(stopping, log);

  // As each was last read for an answer on the desk, else as it was when the desk opened.
  const latest = new Map<string, Briefing>(briefings.map((briefing) => [briefing.id, briefing]));
  const pictures = createPictures({ briefing: (id) => latest.get(id), log });
  const review = createReview({
    environment,
    say,
    editor: nameOfUser(),
    articles: [...sourceTexts(environment.SOURCE_FILE, say), ...asked.articles],
    today: () => Temporal.Now.plainDateISO().toString(),
    now: Date.now,
    seen: (briefing) => void latest.set(briefing.id, briefing),
  });
  const playground = createPlayground({
    bot: readingBot(briefings),
    views,
    pictures,
    log,
    now: Date.now,
    advance: async () => false,
    sends: async () => undefined,
    guide: guides,
    review,
  });
  const { port } = config.config.http;
  const wanted = port === 0 ? 0 : port + PORTS_ABOVE;
  const opened = await listen({ host: LOOPBACK, port: wanted }, playground.routes, say);
  const listened =
    opened.kind === 'refused' && environment.PORT === undefined
      ? await listen({ host: LOOPBACK, port: 0 }, playground.routes, say)
      : opened;
  if (listened.kind === 'refused') return wrong(listened.why, listened.mend);
  await playground.start();
  inform(say.review.openAt(`${listened.server.url}/desk${asked.id === undefined ? '' : `/${asked.id}`}`));
  const { code } = await stopping.asked;
  await Promise.all([playground.stop(STOP_MS), listened.server.stop(STOP_MS), pictures.close()]);
  return code;
};

/** Whose name goes under an edit until the page gives another; a container's user may have none. */
function nameOfUser(): string {
  try {
    return userInfo().username || 'editor';
  } catch {
    return 'editor';
  }
}

function wrong(...sentences: readonly string[]): number {
  inform(...sentences);
  return 2;
}
