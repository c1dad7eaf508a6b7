/** Every fixed sentence of the reading commands. What stands between them is the briefing's own. */

export const KEY_POINTS = 'Key points';
export const WHO_IS_QUOTED = 'Who is quoted';
export const ASK_ME =
  'Ask in your own words, or choose below. Each line names the paragraphs of the source it rests on.';

export const QUOTED = 'Quoted directly';
export const ONLY_REPORTED = 'Only reported, in other words';
export const ONLY_MENTIONED = 'Only mentioned';
export const WHO_WROTE = 'Who wrote the article';
export const NOT_NAMED = 'not named in the source';

export const REPORTED_SPEECH = 'Reported, in other words';
export const REPORTED_BY = 'Reported through them';
export const NEVER_SPEAKS = 'The source gives no words of theirs.';
export const ALSO_NAMED = 'The source also mentions them here';
export const HOLDS = 'What they hold';
export const SPEAKS_FOR = 'Who speaks on this side';
export const THEIR_DEALS = 'Deals they are party to';
export const WHAT_IS_SAID_OF_IT = 'What the source says of it';
export const ONLY_THE_NAME = 'The source says no more of it.';
export const OTHER_SCRIPTS = 'In other scripts';
export const CALLED = 'Called';

export const QUOTES = 'Direct quotations';
export const QUOTES_VERBATIM =
  'Word for word as the source prints them, its insertions in brackets included.';
export const REPORTED_INSTEAD = 'Reported instead, in other words';

export const POSITIONS = 'Who holds what';
export const DEALS = 'What was agreed';
export const PARTIES = 'Parties';
export const SUBJECT = 'Subject';
export const SUM = 'Sum';
export const DATE = 'Date';
export const FIGURES = 'Figures';
export const TIMELINE = 'Timeline';
export const BEFORE = 'Before';
export const DURING = 'The event';
export const AFTER = 'Since';
export const UNDATED = 'Without a date';
export const MAP = 'Map';
export const MAP_FAIR = 'Disputed places carry the names of each side. Nothing here says whose they are.';
export const DISPUTED_PLACES = 'Disputed';
export const OTHER_PLACES = 'Other places';
export const DISPUTED = 'disputed';
export const COORDINATES =
  'The source gives no coordinates: where a place is drawn is inferred from general knowledge.';

export const TOPICS = 'Topics';
export const CHOOSE_TOPIC = 'Choose a topic';
export const CHOOSE_PERSON = 'Choose a person';
export const CHOOSE_ISSUE = 'Choose an issue';
export const CHOOSE_VIEW = 'More to see';
export const CHOOSE_PLACE = 'Choose a place';
export const CHOOSE_ONE = 'Choose one';
export const CHOOSE_PARAGRAPH = 'Choose a paragraph';

export const SOURCE = 'The source';
export const DATELINE = 'Dateline';
export const EVENTS_ON = 'Days';
export const LENGTH = 'Length';
export const REVISION = 'This briefing';
export const SOURCE_NOTES = 'What to know about it';
export const NOT_USED = 'Not used';
export const HOW_TO_CHECK = 'How to check';
export const CHECK_FIRST = 'Every line names its paragraphs: the source’s non-blank lines, counted from 1. ';
export const CHECK_THEN = ' proves every quotation, number and name against the source’s fingerprint; with ';
export const CHECK_LAST = ' it compares letter by letter.';
export const CHECK_COMMAND = 'npm run check';
export const CHECK_WITH_FILE = 'npm run check -- --source FILE';
export const SOURCES_OWN_WORDS = 'In the source’s own words: ';
export const RESTS_ON_IT = 'What rests on it';
export const NOTHING_RESTS_ON_IT = 'Nothing in the briefing rests on this paragraph.';
export const TEXT_NOT_AT_HAND = 'The article’s text is not kept here; with the file at hand it is shown.';

export const WHAT_TO_ASK = 'What you can ask';
export const IN_THE_CHANNEL = 'The channel’s digest';
export const TRY_ASKING = 'Or ask in your own words:';
('Questions in free words are not answered here yet. The briefing itself is all here:');
export const ASK_WHAT = 'Type your question after ‘ask’, or just type it.';

export const paragraphTitle = (paragraph: string) => `Paragraph ${paragraph}`;
export const paragraphsOf = (count: number) => `${count} paragraphs`;
export const revisionOf = (number: number, date: string) => `Revision ${number}, ${date}`;
export const daysOf = (from: string, to: string) => `${from} to ${to}`;
export const noParagraph = (count: number) =>
  `The source has ${count} paragraphs, numbered from 1. Which one do you mean?`;
export const sourceTitle = (name: string) => `The source ${name}`;
export const GONE = 'That paragraph is no longer in the source: it came in a new version without it.';
export const WHICH_SOURCE = 'There are several sources. Of which one?';
export const HEADLINE = 'Headline';
export const PUBLISHER = 'Publisher';
export const AUTHOR = 'Author';
export const PUBLISHED = 'Published';
export const ADDRESS = 'Address';
export const RIGHTS = 'Rights';
export const GIVEN = ' (given by the editor)';
export const creditOf = (licence: string, credit: string | undefined) =>
  credit === undefined ? licence : `${licence}. ${credit}`;

export const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
export const quotations = (count: number) => counted(count, 'quotation', 'quotations');
export const reports = (count: number) => counted(count, 'reported statement', 'reported statements');
export const items = (count: number) => counted(count, 'item', 'items');

export const quotesAbout = (topic: string) => `About: ${topic}`;
export const noQuotesAbout = (topic: string) => `The source has no direct quotation about this: ${topic}.`;
export const noQuotesOf = (name: string) => `The source does not quote ${name} directly.`;
export const noQuotesOfAbout = (name: string, topic: string) =>
  `The source does not quote ${name} directly about this: ${topic}.`;
export const calledBy = (side: string, name: string) => `${name} by ${side}`;
export const calledByEach = (callings: readonly string[]) => ` Called ${callings.join(', ')}.`;

export const whichOf = (typed: string) => `${quoted(typed)} could be several. Which one do you mean?`;
export const nobodyOf = (typed: string, near: boolean) =>
  `The briefing knows no name like ${quoted(typed)}.${near ? ' These are the nearest:' : ' These are its people:'}`;
export const noTopicOf = (typed: string) =>
  `The briefing has no topic called ${quoted(typed)}. These are its topics:`;
export const noIssueOf = (typed: string) =>
  `The briefing compares no positions on ${quoted(typed)}. These are the issues it compares:`;
export const noCommandOf = (typed: string) =>
  `There is no command ${quoted(typed)}. Did you mean one of these?`;

/** The longest that is repeated of what somebody typed; more is only called 'that'. */
const LONGEST_ECHO = 60;

function quoted(typed: string): string {
  return typed === '' || typed.length > LONGEST_ECHO ? 'that' : `“${typed}”`;
}
