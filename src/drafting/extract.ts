/** From an article to a draft: the rules in the order in which they build on each other. Pure. */

import { quotesIn } from '../text/marks.ts';
import type { Article } from './article.ts';
import type { Draft, FoundNote, FoundPerson, FoundPlace, FoundStatement, Skip, Span } from './draft.ts';
import { dealsIn } from './facts/deals.ts';
import { eventsIn } from './facts/events.ts';
import { figuresIn } from './facts/figures.ts';
import { backgroundIn, keyPointsIn } from './facts/rest.ts';
import { positionsIn, sidesIn } from './facts/sides.ts';
import { topicsIn } from './facts/topics.ts';
import { datelineOf } from './layout/head.ts';
import type { Part } from './layout/layout.ts';
import { castOf } from './names/cast.ts';
import { type Entity, idOf } from './names/entities.ts';
import { organisationsIn, peopleIn, placesIn } from './names/found.ts';
import { spotsOf } from './names/gazetteer.ts';
import type { Line } from './names/mentions.ts';
import { reportersIn } from './names/reporters.ts';
import { directIn } from './speech/direct.ts';
import { reportedIn } from './speech/reported.ts';
import { type ReadLine, readAll } from './speech/said.ts';
import { Speakers } from './speech/speakers.ts';
import { statementsIn } from './speech/statements.ts';
import { isEnglish } from './text/english.ts';
import { sentencesIn } from './text/sentences.ts';
import { wordsIn } from './text/words.ts';

/** `published` is the article's day, which relative dates are told from. */
export function draftOf(article: Article, published: Temporal.PlainDate | undefined): Draft {
  const lines = linesOf(article);
  const cast = castOf(lines.map(({ line }) => line));
  const speakers = new Speakers(cast);
  const reads = readAll(lines, speakers);
  const { spoken, unspoken } = directIn(reads);
  const reported = reportedIn(reads);
  const ids = new Set([...cast.entities.map(({ id }) => id), ...speakers.strangers.map(({ id }) => id)]);
  const statements = statementsIn(spoken, reported, cast, speakers);

  const told = [...peopleIn(cast, speakers, statements), ...voicesIn(statements, speakers.governments)];
  const people = [...told, ...reportersIn(article, new Set(told.map(({ name }) => name)), ids)];
  const organisations = organisationsIn(cast);
  const places = [...placesIn(cast), ...datelinePlaces(article, cast, ids)];
  const deals = dealsIn(reads, cast);
  const events = eventsIn(reads, cast, published);
  const figures = figuresIn(reads.filter(({ line }) => partOf(article, line) !== 'caption'));
  const used = new Set([...statements, ...deals, ...events, ...figures].map(({ from }) => keyOf(from)));
  const topics = topicsIn(
    lines.map(({ line }) => line),
    ids,
  );
  const sides = sidesIn(statements, people, organisations, speakers.governments, ids);
  return {
    people,
    organisations,
    places,
    sides,
    statements: bySides(statements, sides),
    figures,
    events,
    deals,
    background: backgroundIn(reads, ({ line, sentence }) =>
      used.has(keyOf({ ...sentence, paragraph: line.number })),
    ),
    keyPoints: keyPointsIn(
      reads.filter(({ line }) => partOf(article, line) !== 'caption'),
      (paragraph) => article.parts[paragraph - 1] === 'bullet',
    ),
    topics,
    positions: positionsIn(statements, sides, topics),
    ...leftOver(article, unspoken),
  };
}

/** What is read: the text itself, points and captions; headings say what their text says again. */
function linesOf({ paragraphs, parts }: Article): ReadLine[] {
  const quotes = Map.groupBy(quotesIn(paragraphs), ({ paragraph }) => paragraph);
  return paragraphs.slice(0, unreadFrom(paragraphs)).flatMap((text, at): ReadLine[] => {
    if (!READ.has(parts[at]!)) return [];
    const from = datelineOf(text)?.end ?? 0;
    const own = quotes.get(at + 1) ?? [];
    const foreign = own.filter((quote) => isForeign(quote.text));
    const words = wordsIn(text).filter(
      ({ start }) => start >= from && !foreign.some((quote) => quote.start < start && start < quote.end),
    );
    const line: Line = { number: at + 1, text, words };
    const sentences = sentencesIn(text, at + 1, words, own);
    return [{ line, sentences }];
  });
}

/** The index of the first paragraph that the rules do not read: no report is so long, and reading takes its time. */
function unreadFrom(paragraphs: readonly string[]): number {
  let length = 0;
  const first = paragraphs.findIndex((text) => {
    length += text.length;
    return length > READ_MOST.characters;
  });
  return Math.min(first < 0 ? paragraphs.length : first, READ_MOST.paragraphs);
}

const READ_MOST = { characters: 200_000, paragraphs: 5_000 };

/** What is quoted in another language has capitals of its own. */
function isForeign(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  return words.length > 2 && words.filter((word) => isEnglish(word)).length < words.length / 2;
}

const READ: ReadonlySet<Part> = new Set<Part>(['body', 'bullet', 'caption']);

function partOf({ parts }: Article, { number }: Line): Part {
  return parts[number - 1]!;
}

function keyOf({ paragraph, start, end }: Span): string {
  return `${paragraph}:${start}:${end}`;
}

/** Where the article was filed from, in the letters of a name: 'SEOUL' is Seoul. */
function datelinePlaces(
  { paragraphs, parts }: Article,
  cast: ReturnType<typeof castOf>,
  ids: Set<string>,
): FoundPlace[] {
  return paragraphs.flatMap((text, at): FoundPlace[] => {
    const dateline = READ.has(parts[at]!) ? datelineOf(text) : undefined;
    const written = dateline?.shown.split(',')[0];
    if (!written) return [];
    const name = written.toLowerCase().replace(/(?<=^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
    if (cast.entities.some((entity) => entity.forms.includes(name))) return [];
    const spot = spotsOf(name)[0];
    const inferred = spot?.at
      ? [{ says: spot.at.join(', '), why: 'By GeoNames; the source gives no coordinates.' }]
      : [];
    return [
      {
        id: idOf(name, ids),
        name,
        what: '',
        ...(spot?.at ? { at: spot.at } : {}),
        paragraphs: [at + 1],
        from: { paragraph: at + 1, start: 0, end: written.length },
        trust: 'sure',
        inferred,
      },
    ];
  });
}

/** A country that says something is the side of its government; words of its own are those of somebody there. */
function bySides(statements: readonly FoundStatement[], sides: Draft['sides']): FoundStatement[] {
  const governments = sides.filter(({ kind }) => kind === 'government');
  const sideOf = (id: string) => governments.find(({ members }) => members.includes(id))?.id ?? id;
  return statements.map((statement) => ({
    ...statement,
    speakers: [
      ...new Set(
        statement.speakers.map((id) =>
          statement.mode === 'direct' && sideOf(id) !== id ? voiceOf(id) : sideOf(id),
        ),
      ),
    ],
  }));
}

function voiceOf(place: string): string {
  return `voice-of-${place}`;
}

/** Whoever spoke for a government that is quoted without a name. */
function voicesIn(
  statements: readonly FoundStatement[],
  governments: ReadonlyMap<string, Entity>,
): FoundPerson[] {
  return [...governments.values()].flatMap((place): FoundPerson[] => {
    const own = statements.filter(({ mode, speakers }) => mode === 'direct' && speakers.includes(place.id));
    if (own.length === 0) return [];
    const { from, paragraphs } = own[0]!;
    return [
      {
        id: voiceOf(place.id),
        name: place.name,
        kind: 'group',
        unnamed: true,
        also: [],
        role: '',
        former: [],
        from,
        paragraphs,
        trust: 'guess',
      },
    ];
  });
}

/** Paragraphs that nothing rests on, with the reason, and what a reader should know of the text. */
function leftOver(
  article: Article,
  unspoken: ReturnType<typeof directIn>['unspoken'],
): Pick<Draft, 'skipped' | 'notes'> {
  const skipped: Skip[] = article.parts.flatMap((part, at): Skip[] =>
    part in WHY ? [{ paragraphs: [at + 1], why: WHY[part as keyof typeof WHY] }] : [],
  );
  const unread = article.paragraphs.slice(unreadFrom(article.paragraphs));
  if (unread.length > 0)
    skipped.push({
      paragraphs: unread.map((_, at) => article.paragraphs.length - unread.length + at + 1),
      why: `The rules read an article's first ${READ_MOST.paragraphs} paragraphs and ${READ_MOST.characters} characters.`,
    });
  const notes: FoundNote[] = [
    ...[...article.same].map(
      ([paragraph, other]): FoundNote => ({
        kind: 'duplicate',
        text: 'The one paragraph repeats what the other says.',
        paragraphs: [paragraph, other],
        from: { paragraph, start: 0, end: article.paragraphs[paragraph - 1]!.length },
        trust: 'sure',
      }),
    ),
    ...unspoken
      .filter(({ quote }) => quote.text.split(/\s+/).length >= 5)
      .map(
        ({ quote }): FoundNote => ({
          kind: 'wording',
          text: `The source sets '${quote.text}' between quotation marks, and names nobody who said it.`,
          paragraphs: [quote.paragraph],
          from: { paragraph: quote.paragraph, start: quote.start, end: quote.end },
          trust: 'likely',
        }),
      ),
  ];
  return { skipped, notes };
}

const WHY = {
  headline: 'The headline.',
  standfirst: 'Lines under the headline, which the text tells again.',
  byline: 'The byline.',
  heading: 'A heading.',
  credit: 'A credit.',
  date: 'The date line.',
  furniture: 'No part of the article.',
  duplicate: 'It stands in the article twice.',
} as const;
