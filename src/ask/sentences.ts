/** Every sentence of an answer that is no item of a briefing. */

export const SENTENCES = {
  /** Before the answer to a question of yes or no: the source speaks, not the bot. */
  says: 'What the source says:',
  /** Before the answer where nothing shorter leads. */
  reported: 'Reported, not quoted:',
  background: "In the report's own voice.",
  also: 'Also:',
  related: 'Related, but not an answer:',
  sideSilent: 'The source does not say.',
  identity: 'Who or what it is:',
  empty: 'Ask in plain words, such as one of these.',
  tried: 'What can be asked:',
  shared: 'Together with others.',
} as const;

export const LABELS = {
  saidBy: 'said by',
  toldBy: 'as told by',
  according: 'according to',
  when: 'when',
  note: 'A note on the source.',
  position: 'position of',
} as const;

/** Why there is no answer. `{}` stands for a name of the briefing, or for a word as it was typed. */
export const DECLINES = {
  unknownName: ['The briefing does not speak of ', '{}', '.'],
  notByThem: ['The briefing has nothing that ', '{}', ' says about that.'],
  silentSpeaker: ['The briefing has no words of ', '{}', '.'],
  notThere: ['The briefing does not say that.'],
  notOf: ['The briefing does not say that: it has nothing on ', '{}', '.'],
  notSo: ['The briefing does not say that it is so.'],
  elsewhere: ['That is not part of this briefing.'],
  spokeAbout: ['What the briefing has from ', '{}', ':'],
} as const;
