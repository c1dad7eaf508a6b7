import { counted } from './wording.ts';

/** What the tools for a briefing's files tell whoever edits it. */
export const tools = {
  leftOut: (folder: string) => `${folder} is left out:`,
  noSuchBriefing: (id: string, known: string) => `There is no briefing ${id}; there is ${known}.`,
  noneYet: 'none yet: npm run new -- ID',
  noneUnder: (folders: string) => `There is no briefing under ${folders}; npm run new -- ID makes one.`,
  noSourceFile: (file: string) => `SOURCE_FILE names ${file}, which is not there; going on without it.`,
  checkUsage: 'Usage: npm run check [-- [ID] [--source FILE]…]',
  strangeSource:
    'A source file given is none that a briefing was written from: its SHA-256 is in no fingerprint. With npm run check -- ID it is held against that briefing.',
  noBriefingIn: (folders: string) => `There is no briefing in ${folders}.`,
  toLookAt: (name: string, items: number, counts: string) =>
    `${name}: ${counted(items, { one: 'item', other: 'items' })} to look at (${counts}); settle those that are right with npm run seen -- ${name} NAME ITEM…`,
  unworded: (items: number) =>
    `${counted(items, { one: 'item has', other: 'items have' })} no words yet; word each in the desk or in its file before the release.`,
  exactly: 'letter by letter against the source file',
  byFingerprint: "word for word against the source's fingerprint",
  proven: (quotations: number, how: string, claims: number, paragraphs: number) =>
    `${quotations} quotations proven ${how}; the names, numbers and dates of ${claims} items stand in the paragraphs they cite or are marked as inferred; all ${paragraphs} paragraphs are used or skipped with a reason.`,
  noFile: (file: string) => `There is no file ${file}.`,
  newUsage: 'Usage: npm run new -- ID [FILE]',
  noId: (typed: string) => `${typed} is no id: at most 32 small letters, digits and single hyphens.`,
  thereAlready: (id: string) => `There is a briefing '${id}' already.`,
  noText: (file: string) => `The file ${file} holds no text.`,
  made: (folder: string, id: string) =>
    `${folder} is an empty briefing that passes: npm run check -- ${id}. What its files hold: docs/briefing.md.`,
  paragraphsUsage: 'Usage: npm run paragraphs -- FILE',
  seenUsage: 'Usage: npm run seen -- BRIEFING NAME ITEM…',
  notSettled: 'Nothing was settled: mend these first.',
  noMark: (items: string) => `No mark is left on ${items}.`,
  releaseUsage: 'Usage: npm run release -- BRIEFING',
  notReleased: 'Nothing was released: mend these first.',
  notWorded: 'Nothing was released: word these first, in the desk or in their files.',
  nothingChanged: (id: string, revision: number) => `${id}: nothing has changed since revision ${revision}.`,
  exportUsage: (forms: string) => `Usage: npm run -s export -- BRIEFING --as ${forms}`,
  notExported: 'Nothing was exported: mend these first.',
  verifyUsage: 'Usage: npm run verify -- BUNDLE [--source FILE]…',
  noBundle: (file: string, why: string) => `${file} is no bundle of a briefing: ${why}.`,
  notVerified: 'It is not proven: this does not stand in its sources.',
  untrueBundle: (what: string) =>
    `It says of itself what is not so: ${what}. Whoever made it, or handed it on, changed it afterwards.`,
  sourceUsage: 'Usage: npm run source -- add|update BRIEFING SOURCE FILE',
  noSourceId: (typed: string) => `${typed} is no id: small letters, digits and single hyphens.`,
  noFileToRead: (file: string) => `There is no file ${file} to read the source from.`,
  notText: (file: string) => `The file ${file} is no text.`,
  unchanged: (why: string) => `${why} Nothing was changed.`,
  aligned: (id: string, paragraphs: number, found: number, moved: number) =>
    `${id}: ${paragraphs} paragraphs${found === 0 ? '' : `; ${found} found again, ${moved} of them under another number`}.`,
  reworded: (paragraph: number, now: number, resting: string) =>
    `reworded: paragraph ${paragraph}, now ${now}; look at what rests on it: ${resting}`,
  gone: (paragraph: number, resting: string) => `gone: paragraph ${paragraph}; on it rested: ${resting}`,
  added: (paragraph: number) => `new: paragraph ${paragraph}`,
  nothing: 'nothing',
  released: (id: string, revision: number, date: string) => `${id}: revision ${revision} of ${date}.`,
};
