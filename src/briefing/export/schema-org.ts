/**
 * What was said by whom as schema.org has it: https://schema.org/Quotation for direct speech, https://schema.org/Claim
 * for what is reported. Each rests on its paragraphs. Nobody is rated: there is no ClaimReview and no Rating.
 */
import type { Briefing, Named, Source } from '../briefing.ts';
import { keyOf, type Ref } from '../refs.ts';
import type { Position, Statement } from '../schema.ts';
import { citationOf, toldIn } from './said.ts';

type Thing = Readonly<Record<string, unknown>>;

/** Pure. A document of JSON-LD. */
export function schemaOrg(briefing: Briefing): Thing {
  const told = toldIn(briefing);
  const statements = told.flatMap((claim) => (claim.kind === 'statement' ? [claim.item] : []));
  const positions = told.flatMap((claim) => (claim.kind === 'position' ? [claim.item] : []));
  const refs = new Map(
    [...statements, ...positions].flatMap((item) => item.refs.map((ref) => [keyOf(ref), ref])),
  );
  const ids = new Set([
    ...statements.flatMap(({ speakers, via }) => [...speakers, ...(via === undefined ? [] : [via])]),
    ...positions.flatMap(({ side, according }) => [side, ...(according === undefined ? [] : [according])]),
  ]);
  const speakers = [...ids].flatMap((id) => briefing.named(id) ?? []);
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'CreativeWork',
        '@id': '#briefing',
        name: briefing.title,
        description: briefing.summary.text,
        version: briefing.revision.number,
        dateModified: briefing.revision.date,
        hasPart: [...statements, ...positions].map(({ id }) => to(id)),
        isBasedOn: briefing.sources.map(({ id }) => to(`source-${id}`)),
      },
      ...briefing.sources.map(article),
      ...[...refs.values()].map((ref) => paragraph(ref, briefing)),
      ...speakers.map(speaker),
      ...statements.map((item) => statement(item, briefing)),
      ...positions.map((item) => position(item, briefing)),
    ],
  };
}

function to(id: string): Thing {
  return { '@id': `#${id}` };
}

/** Fields that have a value. */
function given(fields: Thing): Thing {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function article(source: Source): Thing {
  return given({
    '@type': 'NewsArticle',
    '@id': `#source-${source.id}`,
    name: source.shownAs,
    headline: source.headline,
    publisher: source.publisher && { '@type': 'Organization', name: source.publisher },
    author: source.author && { '@type': 'Person', name: source.author },
    datePublished: source.published,
    url: source.url,
    inLanguage: source.language,
    license: source.licence,
    creditText: source.credit,
  });
}

/** Its text where the source's rights allow. */
function paragraph(ref: Ref, { source }: Briefing): Thing {
  const of = source(ref.source);
  return given({
    '@type': 'CreativeWork',
    '@id': paragraphId(ref),
    name: citationOf(ref),
    position: ref.paragraph,
    isPartOf: to(`source-${ref.source}`),
    text: of?.rights === 'restricted' ? undefined : of?.text?.[ref.paragraph - 1],
  });
}

function paragraphId({ source, paragraph: number }: Ref): string {
  return `#source-${source}-paragraph-${number}`;
}

/** Somebody who speaks alone and has a name is a Person; whoever speaks together is an Organization. */
function speaker({ kind, item }: Named): Thing {
  const isPerson = kind === 'person' && item.kind !== 'group';
  return given({
    '@type': isPerson ? 'Person' : 'Organization',
    '@id': `#${item.id}`,
    name: item.name,
    alternateName: item.names.also.length > 0 ? item.names.also : undefined,
    jobTitle: kind === 'person' && item.role !== '' && isPerson ? item.role : undefined,
    affiliation: kind === 'person' && item.organisation !== undefined ? to(item.organisation) : undefined,
  });
}

function statement(item: Statement, briefing: Briefing): Thing {
  const by = item.speakers.map(to);
  return given({
    '@type': item.mode === 'direct' ? 'Quotation' : 'Claim',
    '@id': `#${item.id}`,
    text: item.text,
    ...(item.mode === 'direct' ? { spokenByCharacter: by } : { author: by }),
    about: item.about,
    temporal: item.when && (item.when.until ? `${item.when.on}/${item.when.until}` : item.when.on),
    // Who tells that they said it, where it is not the reporter.
    creditText: item.via && briefing.nameOf(item.via),
    ...restsOn(item.refs, item.mode === 'reported'),
  });
}

function position(item: Position, briefing: Briefing): Thing {
  return given({
    '@type': 'Claim',
    '@id': `#${item.id}`,
    text: item.text,
    author: [to(item.side)],
    about: briefing.issue(item.issue)?.name,
    creditText: item.according && briefing.nameOf(item.according),
    ...restsOn(item.refs, true),
  });
}

/** `appearance` is of claims alone. */
function restsOn(refs: readonly Ref[], isClaim: boolean): Thing {
  const sources = [...new Set(refs.map(({ source }) => source))].map((id) => to(`source-${id}`));
  return {
    isBasedOn: refs.map((ref) => ({ '@id': paragraphId(ref) })),
    citation: refs.map(citationOf),
    ...(isClaim ? { appearance: sources } : {}),
  };
}
