/** A briefing as a JSON Feed: https://www.jsonfeed.org/version/1.1/. The newest release first. */
import type { Briefing, Claim } from '../briefing.ts';
import { keyOf } from '../refs.ts';
import { lineOf } from './markdown.ts';
import { changedOn, releasedOn, speakersOf, toldIn } from './said.ts';

/** Pure. */
export function jsonFeed(briefing: Briefing): object {
  const items = toldIn(briefing).map((claim) => itemOf(claim, briefing));
  const [only] = briefing.sources.length === 1 ? briefing.sources : [];
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: briefing.title,
    description: briefing.summary.text,
    language: 'en',
    ...(only?.url === undefined ? {} : { home_page_url: only.url }),
    items: items.toSorted((one, other) => other.date_modified.localeCompare(one.date_modified)),
  };
}

function itemOf(claim: Claim, briefing: Briefing) {
  const { item, kind } = claim;
  const authors = speakersOf(claim, briefing).map((name) => ({ name }));
  const tags = item.topics.flatMap((id) => briefing.topic(id)?.name ?? []);
  const [first] = item.refs;
  const url = first && briefing.source(first.source)?.url;
  return {
    id: `${briefing.id}/${item.id}`,
    ...('title' in item ? { title: item.title } : {}),
    content_text: lineOf(claim, briefing),
    date_published: moment(releasedOn(item.id, briefing)),
    date_modified: moment(changedOn(item.id, briefing)),
    ...(url === undefined ? {} : { external_url: url }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(tags.length === 0 ? {} : { tags }),
    _attache: {
      about: 'A claim of a briefing and the paragraphs of its source that it rests on',
      kind,
      ...(kind === 'statement' ? { mode: item.mode } : {}),
      text: item.text,
      cites: item.refs.map(keyOf),
    },
  };
}

/** RFC 3339, as the format asks; a release has a day and no hour. */
function moment(day: string): string {
  return `${day}T00:00:00Z`;
}
