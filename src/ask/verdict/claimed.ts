/** What a question claims: who is said to have said it, the words in quotation marks, and the sentence itself. */
import type { Briefing } from '../../briefing/briefing.ts';
import { isMistyped } from '../../text/edits.ts';
import { keptPer } from '../../text/kept.ts';
import { language } from '../../words/languages.ts';
import { type Mention, mentionsIn } from './mentions.ts';

const TITLES = language('en').titles;

export type Claimed = {
  /** Asked for yes or no, or taken for granted by another question. */
  readonly form: 'asked' | 'presumed';
  /** A thing is put to be so: by a verb before its subject, or by words that ask whether. */
  readonly claims: boolean;
  /** What is claimed, without the question around it. */
  readonly body: string;
  /** Who is said to have said it. */
  readonly speaker?: { readonly typed: string; readonly mentions: readonly Mention[] };
  /** That they did not say it, or that it is not so, is what is claimed. */
  readonly denied: boolean;
  /** Words in quotation marks, without them. */
  readonly quoted: readonly string[];
};

const TAG =
  /(?:[,;–—-]\s*|\s+)(?:right|correct|true|yes|no|isn['’]?t (?:it|that so|that right|that true)|is (?:that|it|this) (?:right|true|correct|so)|am i right|(?:is|was) (?:that|this|it) the (?:exact|right|correct) (?:quote|quotation|wording)|(?:are|were) (?:those|these|they) the (?:exact|right|correct) words|(?:did|does|do|was|were|is|are|has|have|will|would)n['’]?t (?:he|she|they|it|we|you)|true or false|or not|eh|huh)\s*[?.!\s]*$/iu;
const GREETING = /^(?:so|and|but|ok|okay|well|hi|hello|hey|please|um|also|then)[,\s]+/iu;
const DENIED_LEAD =
  /^(?:is it|it is|it['’]s|it was) (?:not|n['’]t) (?:true|correct|right|the case) that\s+/iu;
/** 'Was it Putin who said': 'Putin said'. */
const CLEFT =
  /^(?:is|was) it (?:really |actually )?(.{2,60}?) (?:who|that) (said|says|told|wrote|claimed|argued|warned)\s+/iu;
const LEADS: readonly RegExp[] = [
  /^(?:is|was|isn['’]?t) (?:it|this) (?:really |actually |also )?(?:true|correct|right|the case|a fact|so|accurate)(?: that|,|:)?\s+/iu,
  /^(?:it is|it['’]s) (?:true|correct|right|the case) that\s+/iu,
  /^true or false\s*[:,-]?\s*/iu,
  /^(?:can|could|would) you (?:please )?(?:confirm|verify|check|tell me)(?: that| whether| if)?\s+/iu,
  /^(?:please )?(?:confirm|verify|check|tell me)(?: that| whether| if)\s+/iu,
  /^(?:i|we)(?: have| ['’]ve)? (?:heard|read|think|thought|believe|understand|saw|was told|were told|am told|assume)(?: somewhere)?(?: that)?\s+/iu,
  /^(?:does|did) the (?:article|source|briefing|report|text|story) (?:say|report|state|mention|claim)(?: that)?\s+/iu,
];
const INVERTED =
  /^(did|does|do|has|have|had|is|are|was|were|will|would|can|could|should|may|might|must)(n['’]?t)?\s+(.+)$/isu;
const WH =
  /^(?:(?:on|in|at|by|to|from|with|for|since|until) )?(?:who|whom|whose|what|which|when|where|why|how)\b(?:\s+(?:many|much|long|old|far|often|come|exactly))?\s+(?:(?:did|does|do|is|are|was|were|has|have|had|will|would)\s+)?/iu;

/** Verbs of saying that need nothing behind them; the others say a thing only with 'that' or a colon. */
const SAY = '(?:say|says|said|saying|tell|tells|told|think|thinks|thought|believe|believes|believed)';
const SAY_THAT =
  '(?:state|states|stated|argue|argues|argued|claim|claims|claimed|explain|explains|explained|write|wrote|writes|warn|warns|warned|insist|insists|insisted|report|reports|reported|suggest|suggests|suggested|add|adds|added|remark|remarked|remarks|stress|stressed|stresses|predict|predicts|predicted|announce|announces|announced|admit|admits|admitted|confirm|confirms|confirmed)';
const TO =
  '(?:\\s+(?:to\\s+)?(?:the\\s+)?(?:reporters|journalists|us|me|everybody|everyone|parliament|the press|the court))?';
const SAID = new RegExp(
  `^(.{1,80}?)\\s+((?:(?:did|does|do|has|have|had|was|were|is)(?:n['’]?t|\\s+not)?\\s+|never\\s+|also\\s+|really\\s+|actually\\s+|ever\\s+)*)(?:${SAY}${TO}(?:\\s*[,:]\\s*|\\s+that\\s+|\\s+)|${SAY_THAT}${TO}(?:\\s*[,:]\\s*|\\s+that\\s+))(.+)$`,
  'isu',
);
const ACCORDING_FIRST =
  /^according to (.{1,80}?)(?:,\s*|\s+(?=is\b|are\b|was\b|were\b|did\b|does\b))(.+)$/isu;
const ACCORDING_LAST = /^(.+?),?\s+according to (.{1,80})$/isu;
const SAID_LAST = new RegExp(
  `^(.+?["”»’'])[,.]?\\s*(?:(.{2,60}?)\\s+${SAY}|${SAY}\\s+(.{2,60}))[?.!]*$`,
  'isu',
);
const QUOTED =
  /[“„«「『]([^“”„«»「」『』]{3,})[”»」』“]|"([^"]{3,})"|(?<![\p{L}\p{N}])[‘']([^‘’']{3,}(?:['’](?=\p{L})[^‘’']*)*)[’'](?![\p{L}\p{N}])/gu;

/** The most that is read of a question for what it claims. */
const READ_AT_MOST = 800;

/** A question without what only asks whether it is so: ', right?', ', didn't they?'. */
export function untagged(question: string): string {
  return question.replace(TAG, '');
}

/** How many questions are kept read: one rule reads what another has read. */
const KEPT = 8;

/** What stands in quotation marks, without them. */
export function quotedIn(text: string): string[] {
  return [...text.matchAll(QUOTED)].map((match) => (match[1] ?? match[2] ?? match[3] ?? '').trim());
}

/** Never throws; where nothing can be made out, the whole is the body. */
export const claimedBy: (question: string, briefing: Briefing) => Claimed = keptPer(KEPT, readClaim);

function readClaim(question: string, briefing: Briefing): Claimed {
  const read = question.slice(0, READ_AT_MOST);
  const quoted = quotedIn(read);
  let rest = read
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[?!.\s]+$/u, '');
  const so = /^so[,\s]/iu.test(rest) && !ASKS_FOR.test(rest);
  let tagged = false;
  for (let again = 0; again < 3; again += 1) {
    rest = rest.replace(GREETING, '');
    const untagged = rest.replace(TAG, '');
    tagged ||= untagged !== rest;
    rest = untagged.replace(/[?!.\s]+$/u, '');
  }
  rest = rest.replace(CLEFT, '$1 $2 ');
  let denied = DENIED_LEAD.test(rest);
  rest = rest.replace(DENIED_LEAD, '');
  let led = denied || tagged;
  for (const lead of LEADS) {
    if (lead.test(rest)) led = true;
    rest = rest.replace(lead, '');
  }
  const wh = !led && WH.test(rest);
  if (wh) rest = rest.replace(WH, '');
  const inverted = wh ? null : INVERTED.exec(rest);
  if (inverted !== null)
    rest = /^(?:will|would|can|could|should|may|might|must)$/i.test(inverted[1]!) ? rest : inverted[3]!;
  const spoken = spokenIn(rest, briefing, inverted !== null);
  if (spoken?.denied === true) denied = !denied;
  return {
    form: wh || (inverted === null && !led && ASKS_FOR.test(rest.slice(0, 24))) ? 'presumed' : 'asked',
    claims: !wh && (led || inverted !== null || so || (spoken !== undefined && !ASKS_FOR.test(rest))),
    body: spoken?.body ?? rest,
    ...(spoken === undefined ? {} : { speaker: { typed: spoken.typed, mentions: spoken.mentions } }),
    denied,
    quoted,
  };
}

type Spoken = {
  readonly typed: string;
  readonly mentions: readonly Mention[];
  readonly body: string;
  readonly denied: boolean;
};

function spokenIn(text: string, briefing: Briefing, asks: boolean): Spoken | undefined {
  const said = SAID.exec(text);
  if (said !== null) {
    const spoken = speaking(said[1]!, said[3]!, briefing);
    // 'Didn’t Abe say' asks whether he did; 'Abe did not say' claims that he did not.
    const denied = !asks && /n['’]?t|not|never/i.test(said[2] ?? '');
    if (spoken !== undefined) return { ...spoken, denied };
  }
  const first = ACCORDING_FIRST.exec(text);
  if (first !== null) return withSpeaker(first[1]!, first[2]!, briefing);
  const last = ACCORDING_LAST.exec(text);
  if (last !== null) return withSpeaker(last[2]!, last[1]!, briefing);
  const after = SAID_LAST.exec(text);
  if (after !== null) return withSpeaker(after[2] ?? after[3] ?? '', after[1]!, briefing);
  return undefined;
}

function withSpeaker(typed: string, body: string, briefing: Briefing): Spoken | undefined {
  const spoken = speaking(typed, body, briefing);
  return spoken === undefined ? undefined : { ...spoken, denied: false };
}

/** A question word anywhere asks for more than yes or no. */
const ASKS_FOR = /(?<!\p{L})(?:who|whom|whose|which|what|why|how|when|where)(?!\p{L})/iu;

/** A name with its titles, a role with its article; several of them. */
const SUBJECT =
  /^(?:(?:the|a|an|both)\s+)?[\p{L}\p{M}.’'-]+(?:\s+(?:(?:and|of|at|for|in|from|the|an?)\s+)*[\p{L}\p{M}.,’'-]+){0,6}$/iu;
/** What reports, and is nobody's words. */
const NO_NAME =
  /(?<!\p{L})(?:has|have|had|is|are|was|were|be|been|not|never|reportedly|that|if|because|did|does|do)(?!\p{L})/iu;
const ITSELF =
  /^(?:the |this )?(?:article|source|briefing|report|text|story|news|it|they|he|she|we|you|i|people|someone|somebody|anyone|anybody)$/iu;

/** Who speaks must be all that stands before the verb: a name, several, or somebody called by a role. */
function speaking(typed: string, body: string, briefing: Briefing) {
  const subject = typed.trim().replace(/\s+(?:also|really|actually|ever|once|not|never)$/iu, '');
  if (
    !SUBJECT.test(subject) ||
    TITLES.has(subject.toLowerCase()) ||
    ASKS_FOR.test(subject) ||
    NO_NAME.test(subject) ||
    ITSELF.test(subject)
  )
    return undefined;
  const mentions = mentionsIn(capitalised(subject), briefing, true);
  if (mentions.length === 0) return undefined;
  // Somebody unknown is a speaker only where he is written as a name or called by an article.
  const known = mentions.some(({ ids }) => ids.size > 0);
  if (!known && !/^(?:the|an?)\s/iu.test(subject) && !/\p{Lu}/u.test(subject)) return undefined;
  const meant = withoutPosts(withoutSlips(mentions, briefing), subject, briefing);
  return { typed: subject, mentions: meant, body: body.trim() };
}

/** 'Premier Castellane', 'an EPA spokesman, Luis Arrieta': what somebody is names nobody beside him. */
function withoutPosts(mentions: readonly Mention[], subject: string, briefing: Briefing): readonly Mention[] {
  const persons = mentions.filter(({ ids }) => [...ids].some((id) => briefing.named(id)?.kind === 'person'));
  if (persons.length === 0 || /\sand\s/iu.test(subject)) return mentions;
  const posts = new Set(
    persons.flatMap(({ ids }) =>
      [...ids].flatMap((id) => {
        const named = briefing.named(id);
        return named?.kind === 'person' ? wordsOf(named.item.role) : [];
      }),
    ),
  );
  return mentions.filter(
    (one) =>
      persons.includes(one) ||
      !wordsOf(one.shown).every((word) => posts.has(word) || TITLES.has(word) || isWritten(word, subject)),
  );
}

/** In small letters, as no name is. */
function isWritten(word: string, subject: string): boolean {
  return /\p{Lu}/u.test(subject) && new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(subject);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** 'Joan Basset' for Joan Bassett: a part of a name that is only mistyped names nobody else. */
function withoutSlips(mentions: readonly Mention[], briefing: Briefing): readonly Mention[] {
  const meant = mentions.flatMap(({ ids }) =>
    [...ids].flatMap((id) => briefing.nameOf(id).toLowerCase().split(' ')),
  );
  return mentions.filter(
    ({ ids, shown }) => ids.size > 0 || !meant.some((word) => isMistyped(shown.toLowerCase(), word)),
  );
}

/** 'newsham' is asked for as 'Newsham' is, where a speaker is looked for. */
function capitalised(subject: string): string {
  return subject.replace(/(?<=^|\s)\p{Ll}(?=\p{L})/gu, (letter) => letter.toUpperCase());
}
