/** What whoever set a digest hears of it by direct message, and what whoever runs the bot hears. */
export const notices = {
  heading: 'A digest that you set',
  refused: (where: string, why: string) => `The digest for ${where} was refused today. ${why}`,
  paused: (where: string, why: string) =>
    `The digest for ${where} was refused on three days in a row and is paused now; what it was set to is kept. ${why}`,
  next: {
    refused: 'It is tried again on its next day. You are not told of this again until it has gone out.',
    paused:
      'Once that is mended, type resume in that channel. doctor, typed there, says what still hinders it.',
  },
  lastRefused: (why: string) => ({
    says: `The last edition was refused: ${why}`,
    mend: 'Mend that; digest now shows whether it worked.',
  }),
  lastSkipped: (why: string) => ({
    says: `The last edition did not go out: ${why}`,
    mend: 'The next one comes on its day; digest now posts one at once.',
  }),
  waits: (length: string) => ({
    says: `An edition has been due for ${length} and is not out yet.`,
    mend: 'It is tried again by itself; if it stays, whoever runs this bot looks into its log.',
  }),
  notPlanned: (length: string) => ({
    says: `An edition was due ${length} ago and has not been planned.`,
    mend: 'Whoever runs this bot looks into its log: its store or its clock is in trouble.',
  }),
  nextTooLate: {
    says: 'The next edition is set for later than the timetable says: a clock was wrong.',
    mend: 'It is set right by itself within the hour; pause and resume do it at once.',
  },
  platformAway: (length: string, why: string) => ({
    says: `The platform has not been taking messages for ${length}: ${why}`,
    mend: 'It is asked once a minute whether it is back; nothing is lost meanwhile.',
  }),
  whereItWorks:
    'Nothing was set: a digest comes into a channel that the bot is in, or into your own direct messages with it.',
  howTo: { label: 'How to mend it', says: 'help' },
};
