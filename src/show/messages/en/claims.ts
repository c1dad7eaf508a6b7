import { list } from './wording.ts';

/** The fixed words that stand around a briefing's own sentences wherever one is shown. */
export const claims = {
  /** Where a side, a speaker or the whole source is silent on what was asked. */
  notSaid: 'The source does not say.',
  /** What marks speech that is not given word for word, after the speaker's name. */
  reportedAfterName: 'reported',
  reportedIn: (via: string | undefined) =>
    via === undefined ? ' in the article' : ` in the article, according to ${via}`,
  /** Before what nobody else is said to have said. */
  ownVoice: 'The article’s own account',
  /** Before a note on the source itself. */
  aboutSource: 'On the source',
  accordingTo: (name: string) => `, according to ${name}`,
  /** Of a quotation into which its publisher put words. */
  insertions: 'the words in brackets are the publisher’s',
  /** What our words add to the source's. */
  inferred: (says: readonly string[]) => `${INFERRED}${list(says.map((one) => `“${one}”`))}.`,
  /** The same, each with its reason. */
  whyInferred: (reasons: readonly (readonly [says: string, why: string])[]) =>
    `${INFERRED}${reasons.map(([says, why]) => `“${says}”: ${why.replace(/\.$/u, '')}`).join('; ')}.`,
  /** The same above one line for each reason. */
  inferredBelow: 'Inferred, with the reason:',
  inferredLine: (says: readonly string[], why: string) => `“${says.join('”, “')}”: ${why}`,
  /** 'Shinzo Abe and Vladimir Putin' */
  joined: (names: readonly string[]) => list(names),
};

const INFERRED = 'Inferred, not in the source’s own words: ';
