/** What an edition and the digest's desk say, in one place: plain, short, calm. */

import type { Place } from '../ports/bot.ts';
import type { Timetable } from '../ports/store.ts';
import type { Choice, Text } from '../reply/reply.ts';
import { INFERRED } from '../show/messages/en/claims.ts';
import { showWhen } from '../show/when.ts';
import { dayInWords } from './timetable/dates.ts';
import { daysInWords } from './timetable/words-days.ts';
import { zoneLabel } from './timetable/zones.ts';

const list = new Intl.ListFormat('en-GB');

export const edition = {
  dated: (date: string) => `${dayInWords(date)}.`,
  keyPoints: 'Key points',
  person: (name: string) => `Quoted: ${name}`,
  quotation: (speaker: string) => `In the words of ${speaker}`,
  on: (about: string) => `On ${about}:`,
  deal: (title: string) => `A deal: ${title}`,
  figure: (shown: string) => `A figure: ${shown}`,
  positions: (issue: string) => `Where they stand: ${issue}`,
  background: (title: string) => `Background: ${title}`,
  silent: (sides: string) => `${sides}: the source does not say.`,
  parties: 'Parties',
  subject: 'Subject',
  sum: 'Sum',
  date: 'Date',

  place: (place: number, total: number): Text => [`${place} of ${total}: each edition shows another.`],
  lastThenOver: (total: number): Text => [
    `With this one all ${total} have been shown. The next edition starts over; `,
    { code: 'subscribe then stop' },
    ' ends the digest here.',
  ],
  lastThenQuiet: (total: number): Text => [
    `All ${total} have been shown. No further edition comes until the briefing changes; `,
    { code: 'subscribe start over' },
    ' begins again.',
  ],
  over: (total: number): Text => [`All ${total} have been shown; this is the first of them again.`],
  quiet: (total: number) =>
    `All ${total} have been shown, the briefing has not changed, and this channel asked for quiet then.`,

  changedHeading: 'Changed since your last edition',
  changed: (revision: number, date: string, count: number) =>
    `${revised(revision, date)} ${count === 1 ? 'One item' : `${count} items`} changed:`,
  changedNothing: (revision: number, date: string) => `${revised(revision, date)} No item's words changed.`,
  changedUnknown: (revision: number, date: string) =>
    `${revised(revision, date)} What it said before is not at hand, so the changes cannot be listed.`,
  marks: { added: 'Added', changed: 'Changed', removed: 'Removed' },
  before: 'Before',
  inferred: (says: readonly string[]) => `${INFERRED}${list.format(says.map((one) => `“${one}”`))}.`,
  whyInferred: (reasons: readonly (readonly [says: string, why: string])[]) =>
    `${INFERRED}${reasons.map(([says, why]) => `“${says}”: ${why.replace(/\.$/u, '')}`).join('; ')}.`,

  moreOf: (name: string) => `All from ${name}`,
  allDeals: 'All deals',
  allFigures: 'All figures',
  thisIssue: 'On this issue',
  source: (paragraph: number) => `Paragraph ${paragraph}`,
  people: 'People',
  allPositions: 'Positions',
  pause: 'Pause',
};

function revised(revision: number, date: string): string {
  return `The briefing is now at revision ${revision} of ${showWhen({ on: date })}.`;
}

/** What a platform or the ledger gives as a reason, closed like a sentence. */
export function sentence(why: string): string {
  return /[.!?]$/u.test(why) ? why : `${why}.`;
}

/** 'every day at 09:00 (Tokyo, Japan)' */
export function timetableInWords({ time, days, zone }: Timetable): string {
  return `${daysInWords(days)} at ${time} (${zoneLabel(zone)})`;
}

export const upcoming = {
  heading: (count: number) => `The next ${count} editions:`,
  moved: (time: string, day: string, to: string) =>
    `The clocks go forward over ${time} on ${day}: it goes out at ${to}, the first moment after`,
  twice: (time: string) => `The clocks go back and ${time} comes twice: it goes out the first time`,
  changed: (which: 'forward' | 'back', time: string) =>
    `The clocks have gone ${which}: ${time} here is another time in UTC from now on`,
  fixed: (zone: string) =>
    `${zone} is a fixed offset: it follows no place’s clock changes. Name a city if the digest should.`,
  ahead: (day: string, time: string) =>
    `The clocks here next change on ${day}; the digest stays at ${time} by the clock.`,
};

export const card = {
  heading: 'A digest for this channel',
  nothingSet: 'This channel has no digest yet.',
  setNow: (timetable: string) => `Set now: ${timetable}.`,
  chosen: (timetable: string): Text => [
    'Chosen: ',
    { bold: timetable },
    '. Nothing changes until you confirm.',
  ],
  whichZone: ['Which time zone? Choose one below, or type a city.'] satisfies Text as Text,
  time: (time: string) => `Time: ${time}`,
  days: (days: string) => `Days: ${days}`,
  zone: (zone: string) => `Time zone: ${zone}`,
  zoneOpen: 'Time zone',
  confirm: 'Confirm',
  thenStop: 'Stop once all is shown',
  thenOver: 'Start over once all is shown',
  orType: (command: string): Text => [
    'Or type it, in any order: ',
    { code: `/${command} subscribe 9:30 weekdays Tokyo` },
  ],
};

export const misread = {
  several: {
    time: (typed: string) => `“${typed}” may be more than one time of day. Which one?`,
    zone: (typed: string) => `“${typed}” may be more than one time zone. Which one?`,
  },
  choose: 'Choose one',
  unknown: (typed: string) => `I do not understand “${typed}” as a time, a day or a place.`,
  didYouMean: 'Did you mean one of these?',
  tooLong: (most: number) => `That is longer than the ${most} characters that a time, days and a place need.`,
  example: (command: string): Text => [
    'For example: ',
    { code: `/${command} subscribe 9:00 weekdays Tokyo` },
  ],
};

export const desk = {
  storeDown: 'I cannot reach what I remember of this channel’s digest, so nothing was changed.',
  noPosting: 'No digest can be posted here: this needs a channel on Slack, on Discord or in the playground.',
  mayNot: (who: string) => `This is not yours to change: ${who}`,
  whoMay: {
    slack: 'on Slack, the members of a channel set its digest.',
    admins: 'here only workspace admins set a channel’s digest.',
    discord: 'on Discord, those who may manage a channel set its digest.',
    playground: 'here only the channel’s members set its digest.',
    terminal: 'here only the channel’s members set its digest.',
  } satisfies Record<Place['platform'] | 'admins', string>,
  none: 'This channel has no digest.',
  subscribed: 'Subscribed',
  subscribedTo: (timetable: string) => `This channel gets a digest ${timetable}.`,
  afterAll: {
    'start-over': 'Once all has been shown, it starts over.',
    'go-quiet': 'Once all has been shown, it goes quiet until the briefing changes.',
  },
  announceSet: (timetable: string) => ` set this channel’s digest: ${timetable}. The next one comes `,
  paused: 'Paused. Nothing goes out until somebody resumes it; what it was set to is kept.',
  alreadyPaused: 'It is paused already.',
  pausedByPerson: 'Somebody here paused it.',
  announcePaused: ' paused this channel’s digest.',
  notPaused: 'It is not paused.',
  resumed: (timetable: string) => `Resumed: ${timetable}.`,
  announceResumed: (timetable: string) => ` resumed this channel’s digest: ${timetable}.`,
  ended: 'Ended. This channel gets no digest any more.',
  announceEnded: ' ended this channel’s digest.',
  notSaid: 'It is set, but nothing can be posted in this channel yet:',
  notSaidNow: 'The channel could not be told of it just now.',
  buttons: {
    subscribe: { label: 'Subscribe', says: 'subscribe', style: 'primary' },
    change: { label: 'Change', says: 'subscribe' },
    preview: { label: 'Preview', says: 'digest' },
    postNow: { label: 'Post it now', says: 'digest now' },
    pause: { label: 'Pause', says: 'pause' },
    resume: { label: 'Resume', says: 'resume' },
    status: { label: 'Status', says: 'status' },
    doctor: { label: 'What hinders it?', says: 'doctor' },
    unsubscribe: { label: 'Unsubscribe', says: 'unsubscribe', style: 'danger' },
  } satisfies Record<string, Choice> as Record<ButtonName, Choice>,
};

type ButtonName =
  | 'subscribe'
  | 'change'
  | 'preview'
  | 'postNow'
  | 'pause'
  | 'resume'
  | 'status'
  | 'doctor'
  | 'unsubscribe';

export const preview = {
  goesOut: 'A preview. This edition goes out ',
  waiting: 'A preview. This edition is due and on its way.',
  paused: 'A preview. The digest is paused, so this edition waits until somebody resumes it.',
  unsubscribed: 'A preview. This channel has no digest yet; this would be its next edition.',
  withoutHistory:
    'A preview from the briefing alone: what this channel has had is not at hand just now, so its next edition may differ.',
  quiet: 'The next edition stays away.',
  pausedNow: 'The digest is paused, so nothing is posted: resume it first.',
  onItsWay: 'An edition is due and on its way already; its state says when it is tried.',
  posted: 'Posted. The day’s own edition still comes, with the next item.',
  postedOnce: 'Posted, this once: the channel has no digest, so nothing remembers what it has had.',
  later: (why: string, after: string) => `Not posted: ${sentence(why)} Try again in ${after}.`,
  unknown: (why: string) =>
    `It may have been posted, and is not repeated blindly: ${sentence(why)} See whether it is there.`,
};

export const status = {
  /** Stands where a person's id would, for a channel that the settings subscribed. */
  settings: 'settings',
  theSettings: 'the bot’s settings',
  heading: 'This channel’s digest',
  digest: 'Digest',
  state: 'State',
  active: 'Active',
  pausedSince: 'Paused since ',
  pausedByRefusals: 'Paused after repeated refusals, since ',
  next: 'Next',
  shown: 'Shown so far',
  shownOf: (shown: number, total: number) => `${shown} of ${total}.`,
  setBy: 'Set by',
  nothingYet: 'No edition has gone out yet.',
  last: (count: number) => (count === 1 ? 'The last edition:' : `The last ${count} editions:`),
  atOnce: ', posted at once',
  pending: 'due, on its way.',
  sending: 'being sent.',
  sent: 'sent ',
  retry: (attempts: number, why: string) =>
    `not sent after ${attempts} ${attempts === 1 ? 'try' : 'tries'}: ${why} It is tried again `,
  unknown: (why: string) => `unknown: it may have been sent, and is not repeated blindly. ${why}`,
  gone: (why: string) => `not sent, and not tried again: ${why}`,
  skipped: (why: string) => `skipped: ${why}`,
};

export const doctor = {
  nothing: 'Nothing hinders the digest here.',
  heading: (count: number) =>
    count === 1 ? 'One thing hinders the digest here' : `${count} things hinder the digest here`,
  noPosting: {
    says: 'The bot is not connected to this platform.',
    mend: 'Set its tokens in the environment and start the bot again.',
  },
  noDigest: { says: 'This channel has no digest.', mend: 'Type subscribe, with a time and a city.' },
  paused: { says: 'The digest is paused.', mend: 'Type resume.' },
  pausedByRefusals: (why: string) => ({
    says: `The digest was paused after the channel refused it repeatedly: ${why}`,
    mend: 'Mend that, then type resume.',
  }),
  retrying: (attempts: number, why: string) => ({
    says: `The last edition has not gone out after ${attempts} ${attempts === 1 ? 'try' : 'tries'}: ${why}`,
    mend: 'It is tried again by itself; type status to see when.',
  }),
  unknown: (why: string) => ({
    says: `Whether the last edition went out is not known: ${why}`,
    mend: 'Look whether it is in the channel; if it is not, type digest now.',
  }),
  clock: (off: string, which: 'ahead of' | 'behind') => ({
    says: `The clock of the bot’s machine is ${off} ${which} the platform’s.`,
    mend: 'Set it right, for example by switching time synchronisation (NTP) on.',
  }),
};

export const forget = {
  where: {
    slack: 'this workspace',
    discord: 'this server',
    playground: 'this playground',
    terminal: 'this terminal',
    direct: 'this conversation',
  } satisfies Record<Place['platform'] | 'direct', string>,
  asks: (where: string, channels: number) =>
    `This deletes all that is kept about ${where}, for good: ${channels === 1 ? 'the digest of one channel' : `the digests of ${channels} channels`}, and what each of them has had.`,
  slackToo: ' An installation by OAuth goes too: the bot then has to be installed again.',
  confirm: 'Delete it all',
  done: (where: string, rows: Readonly<Record<string, number>>) => {
    const counts = Object.entries(rows).map(([kind, count]) => `${kind}: ${count}`);
    return `All that was kept about ${where} is deleted${counts.length === 0 ? '' : ` (${counts.join(', ')})`}.`;
  },
  announce: (where: string) => ` deleted all that was kept about ${where}; no digest comes any more.`,
};

export const noDesk = {
  needsBot: (what: string) =>
    `“${what}” needs the running bot and its store: start it with npm start, and type it in a channel.`,
  preview: 'A preview: the first edition that a channel would get today.',
};

export const digestAt = {
  wrongAt: (at: string) =>
    `“${at}” is no moment with a time zone: write it as --at '2016-12-17T09:00[Asia/Tokyo]'.`,
  wrongSince: (since: string) => `“${since}” is no date: write it as --since 2016-12-17.`,
  tooEarly: (date: string, since: string) =>
    `${date} is before ${since}, from which day on the channel gets its editions: choose a later --at, or an earlier --since.`,
};
