import type { Choice } from '../../../reply/reply.ts';
import { counted, plural } from './wording.ts';

/** What the digest's desk says: plain, short, calm. */

export const desk = {
  storeDown: 'I cannot reach what I remember of this channel’s digest, so nothing was changed.',
  storeDownMidway:
    'What I remember of this channel’s digest could not be reached any more while I did this, so it may be done or not: look at status before you do it again.',
  /** Beside what happened, for whoever can mend nothing about it. */
  operatorsKnow: 'Whoever runs me is told what to mend: try again in some minutes.',
  noPosting: 'No digest can be posted here: this needs a channel on Slack, on Discord or in the playground.',
  none: 'This channel has no digest.',
  nothingToStop:
    'Nothing is sent here by itself: this channel has no digest, and I answer only when I am asked.',
  nextComes: 'The next one comes ',
  isPaused: 'It is paused: nothing goes out.',
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
  notSaid: {
    set: 'It is set, but nothing can be posted in this channel yet:',
    ended: 'The channel was not told of it, since nothing can be posted there:',
  },
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
  later: (why: string, after: string) => `Not posted: ${why} Try again in ${after}.`,
  unknown: (why: string) =>
    `It may have been posted, and is not repeated blindly: ${why} See whether it is there.`,
};

export const status = {
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
  last: (count: number) => plural(count, { one: 'The last edition:', other: `The last ${count} editions:` }),
  atOnce: ', posted at once',
  pending: 'due, on its way.',
  sending: 'being sent.',
  sent: 'sent ',
  retry: (attempts: number, why: string) => `not sent after ${tries(attempts)}: ${why} It is tried again `,
  unknown: (why: string) => `unknown: it may have been sent, and is not repeated blindly. ${why}`,
  gone: (why: string) => `not sent, and not tried again: ${why}`,
  skipped: (why: string) => `skipped: ${why}`,
  corrections: (count: number) =>
    plural(count, {
      one: 'A correction of what was said here may not stand under it; “corrections” tells what is right:',
      other: `${count} corrections of what was said here may not stand under it; “corrections” tells what is right:`,
    }),
  correctionUnknown: (why: string) => `It may have been posted, and is not repeated blindly. ${why}`,
  correctionGone: (why: string) => `It could not be posted: ${why}`,
};

export const doctor = {
  nothing: 'Nothing hinders the digest here.',
  onItsWay: 'An edition is on its way just now; nothing hinders it so far. Type status to see it arrive.',
  another:
    'Another process with the same Discord token waits to take over; until then this one alone answers.',
  modelRests:
    'The language model that may choose answers fails: questions are answered by the rules alone, and it is asked again within a minute.',
  heading: (count: number) =>
    plural(count, {
      one: 'One thing hinders the digest here',
      other: `${count} things hinder the digest here`,
    }),
  /** To people, who can mend nothing about the machine; whoever runs the bot reads the exact mend. */
  storeAway: {
    says: 'What I remember of this channel’s digest cannot be reached just now.',
    mend: 'Whoever runs me is told what to mend. Nothing is lost: what falls due meanwhile follows.',
  },
  brokenAway: (id: string) => ({
    says: `The briefing ${id} is being worked on, and is left out or as it was before.`,
    mend: 'Whoever runs me is told what to mend.',
  }),
  notConnected: {
    says: 'I am not connected to this platform.',
    mend: 'Whoever runs me is told what to mend.',
  },
  brokenBriefing: (id: string, fault: string, count: number) => ({
    says: `The briefing ${id} is broken, and left out or as it was before: ${fault}${count > 1 ? ` (and ${count - 1} more)` : ''}.`,
    mend: `Mend its files (npm run check -- ${id} tells all), then npm run reload.`,
  }),
  behind: (id: string) => ({
    says: `This program’s files of the briefing ${id} are older than what others of this bot answer from.`,
    mend: 'Bring the folder up to date on every machine, then npm run reload.',
  }),
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
    says: `The last edition has not gone out after ${tries(attempts)}: ${why}`,
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

function tries(attempts: number): string {
  return counted(attempts, { one: 'try', other: 'tries' });
}
