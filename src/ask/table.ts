/**
 * Every weight and threshold by which a question is decided, in one place. Fitted on general material (questions on
 * encyclopedic texts and on briefings that none of the code was made from), never on single questions.
 */
export const TABLE = {
  /** What a notion counts, by its rarity: at least, at most, and where it only helps to ask. */
  leastWeight: 0.4,
  mostWeight: 3.5,
  lightWeight: 0.5,
  /** What the finders' scores count beside each other. */
  finders: { matter: 1, phrasings: 4 },
  /** For an item that holds such a value as is asked for, and for one of the kind that usually does. */
  slot: 1.6,
  kinds: 1,
  /** A key point says again what another item says in full. */
  keyPoint: -0.8,
  note: -1,
  card: -3,
  /** What speaks for the best item being the answer: a logistic sum over what is told of it. */
  answer: {
    bias: -3.08,
    covered: 0.14,
    likeness: 1.34,
    missingName: -0.16,
    missingStranger: -1.43,
    missingNumber: -0.27,
    missingKnown: -0.2,
    missingEveryday: -1.27,
    missingRare: 0.41,
    missingWanted: -0.32,
    ownWords: 1.77,
    together: 0.4,
    slotFilled: -0.11,
    slotEmpty: -2.15,
    margin: 2.47,
    matched: 0.53,
    noReason: -0.94,
    whether: -1.06,
    notTheirWords: -0.9,
    passing: -1.64,
  },
  /** From which chance on it is shown as the answer. */
  answerFrom: 0.5,
  /** An item with less than this share of the best one's score does not belong to the answer. */
  belongs: 0.72,
} as const;
