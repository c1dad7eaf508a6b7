/** The fixed words that stand around a briefing's own sentences wherever one is shown. */

/** Where a side, a speaker or the whole source is silent on what was asked. */
export const NOT_SAID = 'The source does not say.';

/** What marks speech that is not given word for word. */
export const REPORTED = 'Reported';

/** The same after a speaker's name. */
export const REPORTED_AFTER_NAME = 'reported';

export const reportedIn = (via: string | undefined) =>
  via === undefined ? ' in the article' : ` in the article, according to ${via}`;

/** Before what nobody else is said to have said. */
export const OWN_VOICE = 'The article’s own account';

/** Before a note on the source itself. */
export const ABOUT_SOURCE = 'On the source';

export const accordingTo = (name: string) => `, according to ${name}`;

export const INFERRED_DATE = ', date inferred';

/** Before what our words add to the source's, each with its reason. */
export const INFERRED = 'Inferred, not in the source’s own words: ';

/** The same above one line for each reason. */
export const INFERRED_BELOW = 'Inferred, with the reason:';

export const inferredLine = (says: readonly string[], why: string) => `“${says.join('”, “')}”: ${why}`;
