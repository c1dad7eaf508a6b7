/** What `npm run draft` says while it works and when it is done. */

export const draftingUsage =
  'Usage: npm run draft -- FILE [--id ID] [--into ID] [--source-rights own|licensed|restricted] [--licence NAME] [--credit TEXT] [--url URL] [--publisher NAME] [--published YYYY-MM-DD]';

const numbers = new Intl.NumberFormat('en');
const plurals = new Intl.PluralRules('en');

function count(number: number, one: string, many: string): string {
  return `${numbers.format(number)} ${plurals.select(number) === 'one' ? one : many}`;
}

export const drafting = {
  usage: draftingUsage,
  noFile: (file: string) => `There is no file ${JSON.stringify(file)} to read.`,
  tooMany: (file: string, count: number, most: number) =>
    `${JSON.stringify(file)} has ${numbers.format(count)} paragraphs; at most ${numbers.format(most)} can be drafted. Cut it into articles.`,
  tooLarge: (file: string, most: number) =>
    `${JSON.stringify(file)} is larger than ${numbers.format(most)} characters. Save the article alone, and try again.`,
  noText: (file: string) => `There is no text in ${JSON.stringify(file)} that a draft could be made of.`,
  wrongId: (id: string) =>
    `${JSON.stringify(id)} is no id: at most 32 small letters, digits and single hyphens.`,
  wrongRights: (rights: string) =>
    `${JSON.stringify(rights)} are no rights: own, licensed or restricted. Where nobody knows, it is restricted.`,
  wrongDay: (day: string) => `${JSON.stringify(day)} is no day: YYYY-MM-DD.`,
  wrongUrl: (url: string) => `${JSON.stringify(url)} is no address: https://…`,
  noLicence:
    "A licensed source needs the licence's name: --licence 'CC BY 4.0', and --credit where it asks for one.",
  exists: (id: string) =>
    `There is a briefing ${JSON.stringify(id)} already, of another text. Give the draft another id with --id, or join it to the story with --into ${id}.`,
  noBriefing: (id: string, root: string) =>
    `There is no briefing ${JSON.stringify(id)} in ${root} to draft into.`,
  reading: (paragraphs: number) =>
    `Read ${count(paragraphs, 'paragraph', 'paragraphs')}. Looking for people, speech, figures and dates.`,
  written: (folder: string) => `Written to ${folder}.`,
  found: (list: string, number: number, unsure: number) =>
    `  ${list.padEnd(14)}${String(number).padStart(5)}${unsure > 0 ? `   ${numbers.format(unsure)} to look at` : ''}`,
  lists: {
    people: 'People',
    organisations: 'Organisations',
    places: 'Places',
    quotations: 'Quotations',
    reported: 'Reported',
    figures: 'Figures',
    events: 'Events',
    deals: 'Deals',
    background: 'Background',
    keyPoints: 'Key points',
    topics: 'Topics',
    sides: 'Sides',
    positions: 'Positions',
    skipped: 'Skipped',
  },
  undated:
    'No day of publication is known: weekdays and “last year” stay without a date. Give it with --published.',
  datedBy: (day: string) =>
    `The day of publication is taken to be ${day}, the newest that the text writes out. Give another with --published.`,
  restricted: (items: number) =>
    `${count(items, 'item has', 'items have')} no words yet: the rights are restricted, so that the bot names the paragraph and shows no sentence of the source until somebody words it.`,
  answers: (command: string) => `Ask it at once: npm run -s say -- --briefing ${command} 'Who is quoted?'`,
  otherText: (source: string, id: string) =>
    `The briefing ${JSON.stringify(id)} has a source ${JSON.stringify(source)} with another text. Give this one an id of its own with --source-id, or its new version with npm run source -- update ${id} ${source} FILE.`,
  merged: (added: number, joined: number, differing: number) =>
    `${count(added, 'item', 'items')} added, ${count(joined, 'item', 'items')} joined to what was there${differing > 0 ? `; ${count(differing, 'item differs', 'items differ')} from it, and ${differing === 1 ? 'stands' : 'stand'} beside it for you to settle` : ''}. What an editor did is kept.`,
} as const;
