/** What the bot says when it cannot answer for a reason of its own. */
export const bot = {
  unknownBriefing: 'This briefing is no longer here. Type the command again to see what is.',
  tooLong: (most: number) =>
    `That is more than I can read at once: ask in up to ${most} characters, one question at a time.`,
  failed: (reference: string) =>
    `Something went wrong on our side, so I cannot say whether anything was changed. If it happens again, tell whoever runs the bot this reference: ${reference}.`,
};
