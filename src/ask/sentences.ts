/** Every sentence of an answer that is no item of a briefing. */

export const SENTENCES = {
  /** Before the answer to a question of yes or no: the source speaks, not the bot. */
  says: 'What the source says:',
  also: 'Also:',
  related: 'Related, but not an answer:',
  sideSilent: 'The source does not say.',
  empty: 'Ask in plain words, such as one of these.',
} as const;

/** Why there is no answer. `{}` stands for a name of the briefing, or for a word as it was typed. */
export const DECLINES = {
  unknownName: ['The briefing does not speak of ', '{}', '.'],
  notByThem: ['The briefing has nothing that ', '{}', ' says about that.'],
  silentSpeaker: ['The briefing has no words of ', '{}', '.'],
  unsaid: ['The briefing does not say ', '{}', '.'],
  notThere: ['The briefing does not say that.'],
  notOf: ['The briefing does not say that: it has nothing on ', '{}', '.'],
  notSo: ['The question takes something for granted that the briefing does not say.'],
  elsewhere: ['That is not part of this briefing.'],
  spokeAbout: ['What the briefing has from ', '{}', ':'],
} as const;
