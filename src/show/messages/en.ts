/** All that the bot says, in British English: one file for each area. A leaf: it knows nothing of the model. */

import { asked } from './en/asked.ts';
import { asking } from './en/asking.ts';
import { backup } from './en/backup.ts';
import { bot } from './en/bot.ts';
import { choices } from './en/choices.ts';
import { claims } from './en/claims.ts';
import { commands, orAQuestion } from './en/commands.ts';
import { desk, digestAt, doctor, noDesk, preview, status } from './en/desk.ts';
import * as discord from './en/discord.ts';
import { edition } from './en/edition.ts';
import { forget, rights } from './en/forget.ts';
import { keys } from './en/keys.ts';
import { limits } from './en/limits.ts';
import { notices } from './en/notices.ts';
import { off } from './en/off.ts';
import { ops } from './en/ops.ts';
import { pictures } from './en/pictures.ts';
import { reading } from './en/reading.ts';
import { reasons } from './en/reasons.ts';
import { refusals } from './en/refusals.ts';
import { rendering } from './en/rendering.ts';
import { review } from './en/review.ts';
import { running, terminal } from './en/running.ts';
import { settings } from './en/settings.ts';
import * as slack from './en/slack.ts';
import { story } from './en/story.ts';
import { talk } from './en/talk.ts';
import { time } from './en/time.ts';
import { chooser, misread, upcoming } from './en/timetable.ts';
import { tools } from './en/tools.ts';
import { verdict } from './en/verdict.ts';
import { view } from './en/view.ts';
import { views } from './en/views.ts';
import { welcome } from './en/welcome.ts';

export const en = {
  asked,
  /** The locale that these words are of, as BCP 47 writes it. */
  locale: 'en-GB',
  asking,
  backup,
  bot,
  choices,
  chooser,
  claims,
  commands,
  desk,
  digestAt,
  discord,
  doctor,
  edition,
  forget,
  keys,
  limits,
  misread,
  noDesk,
  notices,
  off,
  ops,
  orAQuestion,
  pictures,
  preview,
  reading,
  reasons,
  refusals,
  rendering,
  running,
  settings,
  rights,
  review,
  slack,
  status,
  story,
  talk,
  terminal,
  time,
  tools,
  upcoming,
  verdict,
  view,
  views,
  welcome,
};
