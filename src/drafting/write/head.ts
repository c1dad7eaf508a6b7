/** The head of a new briefing and the entry of its source. */
import type { Article } from '../article.ts';
import type { Draft } from '../draft.ts';
import { titleOf } from '../facts/titles.ts';
import type { Item } from './items.ts';
import type { Rights } from './rights.ts';

export type SourceFacts = {
  readonly id: string;
  readonly rights: Rights;
  readonly licence?: string;
  readonly credit?: string;
};

/** Pure. `today` stands in where nothing says of which day it is. */
export function headOf(
  id: string,
  draft: Draft,
  article: Article,
  { id: source, rights }: SourceFacts,
  today: string,
): Item {
  const lead = draft.keyPoints[0];
  const { headline, published } = article.head;
  const named = id.replaceAll('-', ' ');
  const title =
    rights === 'restricted'
      ? named.charAt(0).toUpperCase() + named.slice(1)
      : (headline ?? (lead ? titleOf(lead.text) : named));
  const text = rights === 'restricted' || !lead ? 'A report that nobody has put into words yet.' : lead.text;
  return {
    id,
    title,
    command: id.slice(0, 32).replace(/-$/, ''),
    about: shortened(title),
    summary: { text, paragraphs: lead?.paragraphs ?? [1], source },
    dates: {
      from:
        published ??
        draft.events.flatMap(({ when }) => (when && when.on.length === 10 ? [when.on] : [])).sort()[0] ??
        today,
    },
  };
}

/** A line in a menu has at most 100 characters: whole words of it. */
function shortened(title: string): string {
  if (title.length <= 100) return title;
  return title.slice(0, 99).replace(/\s+\S*$/, '…');
}

/** Pure. What the text does not hold of its head is given by whoever drafted it. */
export function sourceEntry(article: Article, { id, rights, licence, credit }: SourceFacts): Item {
  const { headline, author, dateline, publisher, url, published, paragraphs } = article.head;
  const text = article.paragraphs.join('\n');
  const given = Object.entries({ headline, author, publisher, published, url }).flatMap(([field, value]) =>
    value !== undefined && !text.includes(value) ? [field] : [],
  );
  return {
    id,
    ...(headline ? { headline } : {}),
    ...(publisher ? { publisher } : {}),
    ...(author ? { author } : {}),
    ...(published ? { published } : {}),
    ...(url ? { url } : {}),
    ...(dateline ? { dateline } : {}),
    ...(paragraphs.length > 0 ? { paragraphs } : {}),
    ...(given.length > 0 ? { given } : {}),
    rights,
    ...(licence ? { licence } : {}),
    ...(credit ? { credit } : {}),
  };
}
