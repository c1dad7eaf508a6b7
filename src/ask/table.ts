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
  finders: { matter: 1, phrasings: 5, around: 0.6 },
  /** For an item of what is to come, where it is asked how a thing stands. */
  state: 2.5,
  /** For an item on the paragraph that answers the question before it. */
  beside: 1.5,
  /** For an item that has nothing of a person who is asked for, neither itself nor around it. */
  nameless: -1,
  /** For an item that holds such a value as is asked for, and for one of the kind that usually does. */
  slot: 1.6,
  kinds: 1,
  /** A key point says again what another item says in full. */
  keyPoint: -0.8,
  note: -1,
  card: -3,
  /** What speaks for the best item being the answer: a logistic sum over what is told of it. */
  answer: {
    bias: -3.34,
    covered: 0.87,
    likeness: 1.16,
    missingName: -0.79,
    missingStranger: -1.32,
    missingNumber: -0.56,
    missingKnown: -0.0,
    missingEveryday: -0.34,
    missingRare: 0.3,
    missingWanted: -0.13,
    beside: 0.96,
    terms: 0.67,
    bare: -0.73,
    ownWords: 1.34,
    together: 0.36,
    slotFilled: 0.2,
    slotEmpty: -1.74,
    margin: 2.13,
    matched: 0.67,
    noReason: -0.06,
    whether: -0.73,
    notTheirWords: 0.14,
    passing: -0.14,
  },
  /** Kinds of question that no item answers that holds no such value, whatever else speaks for it. */
  needsValue: ['count', 'sum', 'share', 'age', 'duration', 'distance'],
  /** From which chance on it is shown as the answer. */
  answerFrom: 0.5,
  /** And from which on with a mark that not all of the question is in it. */
  markedFrom: 0.2,
  /** And where the item, with what stands around it, has at least this share of the question's own words, or two of them together. */
  markedWords: 0.36,
  /** The same among the words of the one who is asked for: whose they are is certain then. */
  speechFrom: 0.4,
  /** An item with less than this share of the best one's score does not belong to the answer. */
  belongs: 0.72,
  /** And where none is certain. */
  belongsUnsure: 0.5,
} as const;

export const NEEDS_VALUE: ReadonlySet<string> = new Set(TABLE.needsValue);
