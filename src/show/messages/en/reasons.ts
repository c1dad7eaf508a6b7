/** Why a delivery stands as it does, shown by `status` and `doctor`. Whole sentences. */
export const reasons = {
  missed: (graceMs: number) =>
    `The bot was not running when it was due, nor in the ${spell(graceMs)} after it.`,
  overtaken: 'The bot was not running when it was due, and a later edition went out instead.',
  unsubscribed: 'The channel unsubscribed before it went out.',
  paused: 'The digest was paused before it went out.',
  dayOff: (why: string) => `It was a day off here: ${why}.`,
  timetableBroken: 'Its next time cannot be worked out. Subscribe again with a time and a city.',
  editionFailed: 'The edition could not be made.',
  notInTime: (graceMs: number, why: string) =>
    `It could not be sent within ${spell(graceMs)}: ${lowered(why)}`,
  notTriedAgain: (why: string) =>
    `It was asked for at once, and is not tried again by itself: ${lowered(why)}`,
  notKnownYet: 'What became of it is not known yet.',
  stopped: 'The bot stopped while it was being sent.',
  stoppedBefore: 'The bot stopped before it was sent.',
  courierFailed: 'The bot failed while it was sending it.',
  installationUnread: 'The installation could not be read.',
  answerUnreadable: {
    slack: 'Slack took the message and its answer cannot be read.',
    discord: 'Discord took the message and its answer cannot be read.',
  },
  seen: (says: string, what: string) => `${says.replace(/\.$/u, '')} (${what}).`,
  lookWaits: 'Another channel is being looked through.',
  historyShut: 'I may not read this channel’s history.',
  tooMuchSince: 'Too much was written in the channel since.',
  askDoctor: 'Ask doctor what hinders it.',
} as const;

function spell(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes % 60 !== 0) return minutes === 1 ? 'minute' : `${minutes} minutes`;
  return minutes === 60 ? 'hour' : `${minutes / 60} hours`;
}

/** A sentence after a colon, with its full stop. */
function lowered(sentence: string): string {
  const trimmed = sentence.trim().replace(/\.$/, '');
  const starts = /^(The|It|A|An|No|Nothing)\b/.test(trimmed);
  return `${starts ? trimmed[0]!.toLowerCase() + trimmed.slice(1) : trimmed}.`;
}
