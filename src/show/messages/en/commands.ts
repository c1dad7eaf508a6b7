/** The commands as help, menus and completion show them. What stands in small letters is typed as it is. */
export const commands = {
  ask: { usage: 'ask QUESTION', does: 'Answers a question from the briefing, or says that it does not say.' },
  corrections: { usage: 'corrections', does: 'What was put right: what was said, what is right, and why.' },
  deals: { usage: 'deals', does: 'What was agreed: the parties, the sums and the subjects.' },
  digest: { usage: 'digest [now]', does: 'Shows the next digest of this channel, or posts it now.' },
  doctor: { usage: 'doctor', does: 'Looks for what keeps a digest from this channel, and how to mend it.' },
  figures: { usage: 'figures', does: 'Every number the source gives, and what it counts.' },
  forget: {
    usage: 'forget',
    does: 'Deletes what is kept: here alone, or for admins of all, once confirmed.',
  },
  help: { usage: 'help', does: 'What you can type here.' },
  home: { usage: 'home', does: 'The overview and the people on one page.' },
  map: { usage: 'map', does: 'The places, with the names that each side gives them.' },
  new: { usage: 'new [DATE]', does: 'What came and what changed, the newest first.' },
  overview: { usage: 'overview', does: 'What happened, the key points and who is quoted.' },
  pause: { usage: 'pause', does: 'Stops the digest here for now and keeps its settings.' },
  people: { usage: 'people', does: 'Everybody: who is quoted, who is only reported, who is only mentioned.' },
  person: { usage: 'person NAME', does: 'Who somebody is and everything they said. The name alone will do.' },
  positions: { usage: 'positions [ISSUE]', does: 'Who holds what on each issue, side by side.' },
  quotes: {
    usage: 'quotes [NAME] [about TOPIC]',
    does: 'Direct quotations, word for word: all, of a person, or on a topic.',
  },
  resume: { usage: 'resume', does: 'Starts a paused digest again.' },
  skip: {
    usage: 'skip [DATES | holidays COUNTRY | none]',
    does: 'Leaves days out of the digest here: a holiday, a span of dates.',
  },
  source: {
    usage: 'source [N]',
    does: 'What the source is and how to check it, or what paragraph N supports.',
  },
  status: { usage: 'status', does: 'Says when the next digest comes here, and how the last ones went.' },
  stop: { usage: 'stop', does: 'Says what this channel gets, and how to end it.' },
  subscribe: {
    usage: 'subscribe [TIME] [DAYS] [ZONE]',
    does: 'Posts a digest here every day, or on the days and at the time you name.',
  },
  timeline: { usage: 'timeline', does: 'What happened when, with dates as exact as the source gives them.' },
  topic: { usage: 'topic NAME', does: 'All that the briefing holds on one topic.' },
  topics: { usage: 'topics', does: 'What the briefing is about, topic by topic.' },
  unsubscribe: { usage: 'unsubscribe', does: 'Ends the digest in this channel.' },
};

/** After the usages that are shown beside a command: any question will do. */
export const orAQuestion = 'or a question';
