/** What the bot says of itself, and about the conversation. */
export const talk = {
  hello: (title: string) => `Hello. I answer questions about this: ${title}. For example:`,
  who: (title: string) =>
    `I am a press attaché, a program. I answer from one briefing, ${title}, and from nothing else.`,
  whoCites:
    'Direct speech is word for word; the rest is marked as reported. Each line names the paragraphs of the source that it rests on.',
  whoDeclines: 'What the briefing does not say, I say that it does not say. I hold no opinion.',
  wordsOnly: 'I read words alone, not pictures, files or stickers. Ask in words, please.',
  ownName:
    'That mentions my role. I can only read messages that mention me by my own name: choose the name that is marked as an app.',
  thanks: 'I am here whenever you ask.',
  /** What leans on an answer, where none is remembered. */
  which:
    'I do not know what that refers to: I remember an answer for a quarter of an hour. Ask it in one sentence, please.',
  /** Above an answer to words that leaned on the conversation. */
  understoodAs: (words: string) => `Understood as: ${words}`,
  understoodAfter: (words: string, before: string) => `${words} · after: ${before}`,
  sharedBy: 'Shared by ',
  feedback:
    'What is wrong, or what is missing? Press ‘Wrong or missing?’ under the answer that it is about, or type ‘feedback:’ and your words.',
  flag: 'Wrong or missing?',
  flagWhich: (question: string) => `What is it about the answer to ‘${question}’?`,
  flaws: { wrong: 'It is wrong', missing: 'Something is missing', off: 'Not what I asked' },
  flagNoted: 'Noted, without your name. Whoever edits this briefing sees it.',
  flagMore: 'To say more, type ‘feedback:’ and your words; these are kept with your name.',
  flagSaid: 'Noted, with your name, for whoever edits this briefing.',
  flagTooLong: (most: number) => `That is too long to be kept: ${most} characters at most.`,
  flagsOff: 'Nothing is noted here: whoever runs this bot has switched that off.',
  feedbackRuns: 'For anything else, write to whoever runs this bot in your workspace or server.',
};
