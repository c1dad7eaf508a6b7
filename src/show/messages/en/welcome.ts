/** The first minute: what this is, and the one step that is missing. */

export const welcome = {
  /** Three lines for somebody who meets the bot for the first time. */
  lines: [
    'I answer questions about this story, each line with the paragraph that it rests on.',
    'Quotations stand word for word; what was reported, and what is inferred, is marked so.',
    'Ask in your own words, choose below, or let a channel have it as a daily digest.',
  ],
  forExample: (question: string) => `For example: ${question}`,
  /** Before a command that makes the digest. */
  invite: 'There is no digest in this workspace yet. Invite me to a channel, and type this there: ',
  subscription: (command: string) => `/${command} subscribe 9:00 weekdays London`,
  forThisChannel: { label: 'A daily digest here', says: 'subscribe' },
};
