/** The fixed words that stand around what answers a question. */

/** Before the answer to a question of yes or no: the source speaks, not the bot. */
export const SAYS = 'What the source says:';
export const ALSO = 'Also:';
/** Before what stands near a question without answering it. */
export const NEAREST = 'Nearest in the briefing, but not an answer:';
export const NEAR_TOO = 'Near it too:';
export const EMPTY = 'Ask in plain words, such as one of these.';

export const NOT_THERE = 'The briefing does not say that.';
export const NOT_SO = 'The question takes something for granted that the briefing does not say.';
export const ELSEWHERE = 'That is not part of this briefing.';

export const unknownName = (typed: string) => ['The briefing does not speak of ', typed, '.'];
export const notByThem = (name: string) => ['The briefing has nothing that ', name, ' says about that.'];
export const noWordsOf = (name: string) => ['The briefing has no words of ', name, '.'];
export const unsaid = (what: string) => ['The briefing does not say ', what, '.'];
export const notOf = (typed: string) => ['The briefing does not say that: it has nothing on ', typed, '.'];
export const spokeAbout = (name: string) => ['What the briefing has from ', name, ':'];
export const notUnderstood = (words: readonly string[]) => [
  'I did not understand ',
  new Intl.ListFormat('en').format(words),
  '.',
];

/** A word as it was typed, marked as somebody else's. */
export const echoed = (word: string) => `‘${word}’`;
