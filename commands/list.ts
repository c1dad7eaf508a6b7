/** The one list of commands. The menu, help, completion, Discord's registration and Slack's manifest come from it. */
import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { corrections } from './corrections.ts';
import { deals } from './deals.ts';
import { digest } from './digest.ts';
import { doctor } from './doctor.ts';
import { figures } from './figures.ts';
import { forget } from './forget.ts';
import { helpOf } from './help.ts';
import { homeOf } from './home.ts';
import { map } from './map.ts';
import { news } from './new.ts';
import { overviewOf } from './overview.ts';
import { pause } from './pause.ts';
import { people } from './people.ts';
import { person } from './person.ts';
import { positions } from './positions.ts';
import { quotes } from './quotes.ts';
import { resume } from './resume.ts';
import { skip } from './skip.ts';
import { source } from './source.ts';
import { status } from './status.ts';
import { stop } from './stop.ts';
import { subscribe } from './subscribe.ts';
import { timeline } from './timeline.ts';
import { topic } from './topic.ts';
import { topics } from './topics.ts';
import { unsubscribe } from './unsubscribe.ts';

/** In the order in which they are offered. The first answers where nothing is typed. */
export const COMMANDS: readonly Command[] = [
  overviewOf(() => COMMANDS),
  people,
  person,
  quotes,
  positions,
  deals,
  figures,
  timeline,
  map,
  topics,
  topic,
  ask,
  news,
  corrections,
  source,
  helpOf(() => COMMANDS),
  homeOf(() => COMMANDS),
  digest,
  subscribe,
  skip,
  pause,
  resume,
  unsubscribe,
  stop,
  status,
  doctor,
  forget,
];
