/** What a rendering says of its own accord, the same on every platform. */
export const rendering = {
  emptyReply: 'There is nothing to show here.',
  share: 'Share with the channel',
  shared: 'Shared with the channel.',
  takeBack: 'Take back',
  takenBack: 'Taken back.',
  onlyTheSharer: 'Only the one who shared this can take it back.',
  notShared:
    'This could not be shown in the channel. To show it to everybody, ask the same by mentioning the bot there.',
  perhapsShared:
    'This may have been shown in the channel: the platform did not say. Look there first; a mention shows it too.',
  /** Somebody whose name the platform does not tell. */
  group: '@group',
  somebody: 'a member',
  shareByMention: 'To show this to everybody, ask the same by mentioning the bot in the channel.',
  nextPage: 'Next page',
  previousPage: 'Previous page',
  alsoType: 'You can also type:',
  inFull: 'In full:',
  directQuotation: 'direct quotation',
  noWords: '(the command alone)',
  moreThanFits: 'There is more than fits here: ask by the command.',
  choose: 'Choose',
  show: 'Show',
  pictureBelow: 'The picture is put into words below it.',
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  inWords: (alt: string) => `Picture in words: ${alt}`,
};
