/** A briefing in Markdown: what was said by whom, what happened, who holds what; each line with its paragraph. */
import type { Briefing, Claim } from '../briefing.ts';
import { citationOf, speakersOf, toldIn } from './said.ts';

const HEADINGS: readonly (readonly [string, (claim: Claim) => boolean])[] = [
  ['Key points', ({ kind }) => kind === 'key-point'],
  ['Quotations', (claim) => claim.kind === 'statement' && claim.item.mode === 'direct'],
  ['Reported', (claim) => claim.kind === 'statement' && claim.item.mode === 'reported'],
  ['Events', ({ kind }) => kind === 'event'],
  ['Deals', ({ kind }) => kind === 'deal'],
  ['Figures', ({ kind }) => kind === 'figure'],
  ['Positions', ({ kind }) => kind === 'position'],
  ['Background', ({ kind }) => kind === 'background'],
  ['Notes on the source', ({ kind }) => kind === 'note'],
];

/** Pure. */
export function markdown(briefing: Briefing): string {
  const told = toldIn(briefing);
  const parts = HEADINGS.flatMap(([heading, is]) => {
    const own = told.filter(is);
    return own.length === 0
      ? []
      : [`## ${heading}`, own.map((claim) => `- ${bolded(claim, briefing)}`).join('\n')];
  });
  const sources = briefing.sources.map(({ shownAs, headline, publisher, published, url }) => {
    const about = [headline, publisher, published].filter((one) => one !== undefined).map(escaped);
    const words = about.length === 0 ? escaped(shownAs) : about.join(', ');
    return `- ${url === undefined ? words : `[${words}](<${url}>)`}`;
  });
  const { text, refs } = briefing.summary;
  return `${[
    `# ${escaped(briefing.title)}`,
    `${escaped(text)} ${cites(refs)}`,
    ...parts,
    '## Sources',
    sources.join('\n'),
  ].join('\n\n')}\n`;
}

/** Pure. A claim in one line of plain text: who, whether verbatim, what, and where it stands. */
export function lineOf(claim: Claim, briefing: Briefing): string {
  const [who, words] = parts(claim, briefing);
  const where = `[${claim.item.refs.map(citationOf).join(', ')}]`;
  return who === '' ? `${words} ${where}` : `${who}: ${words} ${where}`;
}

function bolded(claim: Claim, briefing: Briefing): string {
  const [who, words] = parts(claim, briefing);
  const where = cites(claim.item.refs);
  return who === '' ? `${escaped(words)} ${where}` : `**${escaped(who)}**: ${escaped(words)} ${where}`;
}

function parts(claim: Claim, briefing: Briefing): [string, string] {
  const who = speakersOf(claim, briefing).join(', ');
  const { item, kind } = claim;
  if (kind === 'statement') {
    const via = item.via === undefined ? '' : `, as ${briefing.nameOf(item.via)} tells`;
    return item.mode === 'direct'
      ? [`${who}${via}`, `“${item.text}”`]
      : [`${who}, reported${via}`, item.text];
  }
  if (kind === 'position') return [`${who} on ${briefing.issue(item.issue)?.name ?? item.issue}`, item.text];
  if (kind === 'deal') return [item.title, item.text];
  return ['', item.text];
}

function cites(refs: Briefing['summary']['refs']): string {
  return `\\[${refs.map((ref) => escaped(citationOf(ref))).join(', ')}\\]`;
}

/** Whatever Markdown or HTML would take for its own. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~!&+-]/g, '\\$&');
}
