/** How people may ask for an item, made from its own fields: what they type is likened to this. */
import type { Briefing, Claim, Named } from '../briefing/briefing.ts';
import { withWays } from '../words/offices.ts';

/** A stretch of an item's matter, and how firmly the item is about it: 1 is its own text. */
export type Matter = { readonly text: string; readonly firmness: number };

const TEXT = 1;
/** What an item calls itself. */
const HEADLINE = 1.15;
const ASIDE = 0.9;
const TOPIC = 0.55;
/** What the speaker is: 'the goalkeeper' may ask for him. */
const POST = 0.8;

/** `meant`: whom the pronoun means that the text begins with. */
export function matterOf(claim: Claim, briefing: Briefing, meant?: string): Matter[] {
  const { item } = claim;
  const issue = claim.kind === 'position' ? briefing.issue(claim.item.issue) : undefined;
  return [
    { text: item.text, firmness: TEXT },
    ...headlinesOf(claim).map((text) => ({ text, firmness: HEADLINE })),
    ...voicesOf(claim).map((id) => ({ text: briefing.nameOf(id), firmness: TEXT })),
    ...voicesOf(claim).map((id) => ({ text: postOf(id, briefing), firmness: POST })),
    ...(meant === undefined ? [] : [{ text: briefing.nameOf(meant), firmness: ASIDE }]),
    ...[...item.words, ...asidesOf(claim, briefing)].map((text) => ({ text, firmness: ASIDE })),
    ...datesOf(claim).map((text) => ({ text, firmness: ASIDE })),
    ...item.topics.map((id) => ({ text: briefing.topic(id)?.name ?? '', firmness: TOPIC })),
    ...(issue === undefined ? [] : [{ text: issue.name, firmness: ASIDE }, ...each(issue.words, TOPIC)]),
  ];
}

/** What people call somebody whom a source does not name. */
const UNNAMED = 'unnamed anonymous unidentified insider source';

function postOf(id: string, briefing: Briefing): string {
  const named = briefing.named(id);
  if (named?.kind !== 'person') return '';
  const { role, organisation, unnamed } = named.item;
  const post = unnamed ? `${role} ${UNNAMED}` : withWays(role).join(' ');
  return `${post} ${organisation === undefined ? '' : briefing.nameOf(organisation)}`.trim();
}

export function matterOfNamed({ kind, item }: Named, briefing: Briefing): Matter[] {
  const what = kind === 'person' ? item.role : kind === 'side' ? '' : item.what;
  const body = kind === 'person' && item.organisation !== undefined ? briefing.nameOf(item.organisation) : '';
  return each([item.name, what, body].filter(Boolean), TEXT);
}

function each(texts: readonly string[], firmness: number): Matter[] {
  return texts.map((text) => ({ text, firmness }));
}

/** Whose words, deal or position it is. */
export function voicesOf(claim: Claim): string[] {
  switch (claim.kind) {
    case 'statement':
      return [...claim.item.speakers, ...(claim.item.via === undefined ? [] : [claim.item.via])];
    case 'deal':
      return [...claim.item.parties];
    case 'position':
      return [claim.item.side, ...(claim.item.according === undefined ? [] : [claim.item.according])];
    default:
      return [];
  }
}

/** How an item sums itself up, in a few words. */
export function headlinesOf(claim: Claim): string[] {
  switch (claim.kind) {
    case 'statement':
      return claim.item.about === undefined ? [] : [claim.item.about];
    case 'figure':
      return [claim.item.of, claim.item.unit];
    case 'event':
    case 'deal':
    case 'background':
      return [claim.item.title];
    default:
      return [];
  }
}

function asidesOf(claim: Claim, briefing: Briefing): string[] {
  switch (claim.kind) {
    case 'statement':
      return claim.item.setting === undefined ? [] : [claim.item.setting];
    case 'event':
      return claim.item.place === undefined ? [] : [briefing.nameOf(claim.item.place)];
    case 'deal':
      return [claim.item.subject, claim.item.sum].filter((told) => told !== undefined);
    case 'figure':
      return [claim.item.shown];
    default:
      return [];
  }
}

/** A date as people may call it, with its weekday, in the words of a language. */
function datesOf(claim: Claim): string[] {
  const when = 'when' in claim.item ? claim.item.when : undefined;
  if (when === undefined) return [];
  return [when.on, ...(when.until === undefined ? [] : [when.until])].map((date) =>
    date.length === 10 ? LONG_DATE.format(new Date(`${date}T12:00:00Z`)) : date,
  );
}

const LONG_DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });

/** Questions that an item answers, in the briefing's own words; the first is the plainest. */
export function questionsFor(claim: Claim, briefing: Briefing): string[] {
  const name = (id: string) =>
    briefing.nameOf(id).replace(/^(?:A|An|The) /u, (article) => article.toLowerCase());
  switch (claim.kind) {
    case 'statement': {
      const who = claim.item.speakers.map(name).join(' and ');
      return [`What did ${who} say about ${claim.item.about}?`, `Who spoke about ${claim.item.about}?`];
    }
    case 'position':
      return [`What does ${name(claim.item.side)} want on ${briefing.issue(claim.item.issue)?.name ?? ''}?`];
    case 'event':
      return [`When: ${claim.item.title}?`, `Where: ${claim.item.title}?`];
    case 'deal':
      return [`Who signed: ${claim.item.title}?`, `What is agreed: ${claim.item.subject}?`];
    case 'figure':
      return [`How many ${claim.item.of}?`, `How much: ${claim.item.of}?`];
    case 'background':
      return [`What about ${claim.item.title}?`];
    default:
      return [];
  }
}
