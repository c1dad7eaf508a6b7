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
    bias: -2.6,
    covered: 0.0,
    likeness: 1.36,
    missingName: -0.43,
    missingStranger: -1.27,
    missingNumber: -0.58,
    missingKnown: -0.49,
    missingEveryday: -1.17,
    missingRare: -0.33,
    missingWanted: -0.16,
    ownWords: 1.7,
    together: 0.81,
    slotFilled: 0.0,
    slotEmpty: -1.91,
    margin: 1.9,
    matched: 0.75,
    noReason: -0.81,
    whether: -0.92,
    notTheirWords: -0.33,
    passing: -1.42,
  },
  /** Kinds of question that no item answers that holds no such value, whatever else speaks for it. */
  needsValue: ['count', 'sum', 'share', 'age', 'duration'],
  /** From which chance on it is shown as the answer. */
  answerFrom: 0.5,
  /** The same among the words of the one who is asked for: whose they are is certain then. */
  speechFrom: 0.4,
  /** An item with less than this share of the best one's score does not belong to the answer. */
  belongs: 0.72,
} as const;
