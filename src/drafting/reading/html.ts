/**
 * A saved page into its article's paragraphs. The page is only parsed: no script runs, nothing is fetched, and what
 * surrounds the article is left out.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Told } from '../layout/head.ts';
import type { Part } from '../layout/layout.ts';
import { dayOf } from './day.ts';
import type { Raw } from './read.ts';
import { paragraphsIn } from './text.ts';
import { isWildHtml, textOfWildHtml } from './wild.ts';

/** Pure. */
export function readHtml(html: string): Raw {
  if (isWildHtml(html)) return { paragraphs: paragraphsIn(textOfWildHtml(html)) };
  // A piece of a page, or a text in the name of one, becomes a whole one.
  const { document } = parseHTML(
    /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`,
  );
  const told = toldIn(document);
  for (const stray of document.querySelectorAll(STRAYS)) stray.remove();
  if (!document.documentElement || !document.body)
    return { paragraphs: paragraphsIn(document.textContent ?? '') };
  leaveArticle(document);
  const found = new Readability(document as unknown as Document, {
    charThreshold: 250,
    keepClasses: false,
  }).parse();
  const body = found?.content
    ? parseHTML(`<!doctype html><html><body>${found.content}</body></html>`).document
    : document;
  const headline = told.headline ?? found?.title ?? undefined;
  const parts = new Map<number, Part>();
  const paragraphs: string[] = [];
  const put = (text: string, part?: Part) => {
    for (const line of paragraphsIn(text.replace(/\s+/gu, ' '))) {
      if (paragraphs.at(-1) === line) continue;
      if (part) parts.set(paragraphs.length, part);
      paragraphs.push(line);
    }
  };
  if (headline) put(headline, 'headline');
  for (const { text, part } of blocksOf(body.body)) if (text.trim() !== headline?.trim()) put(text, part);
  return { paragraphs, parts, told: { ...told, ...(headline ? { headline } : {}) } };
}

const STRAYS =
  'script,style,noscript,template,iframe,form,nav,footer,aside,button,svg,[hidden],[aria-hidden="true"],[class*="comment" i],[id*="comment" i],[class*="related" i],[class*="cookie" i],[id*="cookie" i],[class*="newsletter" i],[class*="advert" i],[class*="promo" i],[class*="share" i],[class*="social" i],[class*="more-stories" i],[class*="recommend" i],[class*="most-read" i],[class*="trending" i],[class*="sidebar" i],[class*="signup" i],[class*="ad-slot" i],[role="complementary"],[role="navigation"]';

/** The headings under which a page goes on with other stories, or with what its readers say. */
const ELSEWHERE =
  /^(?:more (?:on|from|in|about|stories|news)\b.*|related\b.*|recommended\b.*|most (?:read|viewed|popular)|trending\b.*|you may (?:also )?like|you might also like|read (?:more|next)|also on .{0,30}|around the web|(?:\d+ )?comments?|latest (?:news|stories))$/i;
/** Least text of an article's paragraphs, and least part of all paragraphs on the page, for it to be the page's. */
const LEAST = { text: 400, part: 0.5 };

const MOST_HEADINGS = 100;

/** Where one element of the page holds most of what is told, the rest goes; and what stands under another's heading. */
function leaveArticle(document: ReturnType<typeof parseHTML>['document']): void {
  // Some pages set their paragraphs in nothing but divisions.
  const told = (element: ParentNode) =>
    [...element.querySelectorAll('p,div')]
      .filter((one) => one.tagName === 'P' || one.querySelector('p,div') === null)
      .reduce((sum, { textContent }) => sum + (textContent?.length ?? 0), 0);
  const articles = [...document.querySelectorAll('article')].map((element) => ({
    element,
    text: told(element),
  }));
  const [main] = articles.sort((a, b) => b.text - a.text);
  if (main && main.text >= LEAST.text && main.text >= told(document) * LEAST.part)
    document.body.replaceChildren(main.element);
  const whole = told(document);
  const headings = [...document.querySelectorAll('h2,h3,h4')].filter(({ textContent }) =>
    ELSEWHERE.test(textContent?.trim() ?? ''),
  );
  for (const heading of headings.slice(0, MOST_HEADINGS)) {
    const section = heading.parentElement;
    const apart = section?.tagName === 'SECTION' || section?.tagName === 'DIV';
    if (apart && section.querySelector('h1') === null && told(section) < whole / 2) section.remove();
    else heading.remove();
  }
}

type Block = { readonly text: string; readonly part?: Part };

/** The text blocks of an element in order, each with what its element says it is. */
function blocksOf(element: Element): Block[] {
  const inner = [...element.children];
  if (!inner.some((child) => isBlock(child))) return [blockOf(element)];
  const blocks: Block[] = [];
  let loose = '';
  for (const child of element.childNodes) {
    if (child.nodeType === 1 && isBlock(child as Element)) {
      if (loose.trim() !== '') blocks.push({ text: loose });
      loose = '';
      blocks.push(...blocksOf(child as Element));
    } else if (child.nodeName === 'BR') {
      if (loose.trim() !== '') blocks.push({ text: loose });
      loose = '';
    } else loose += child.textContent ?? '';
  }
  return loose.trim() === '' ? blocks : [...blocks, { text: loose }];
}

function isBlock(element: Element): boolean {
  return (
    BLOCKS.has(element.tagName) || element.querySelector('p,div,li,figcaption,h2,h3,blockquote,br') !== null
  );
}

const BLOCKS = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER FIGURE FIGCAPTION UL OL LI BLOCKQUOTE H1 H2 H3 H4 H5 H6 TABLE TR TD TH DL DT DD PRE BR HR'.split(
    ' ',
  ),
);

function blockOf(element: Element): Block {
  const text = element.textContent ?? '';
  if (/^H[1-6]$/.test(element.tagName)) return { text, part: 'heading' };
  if (element.tagName === 'FIGCAPTION' || element.closest('figure') !== null)
    return { text, part: 'caption' };
  if (element.tagName === 'LI') return { text, part: 'bullet' };
  return { text };
}

/** What the page's head says of the article. */
function toldIn(document: ReturnType<typeof parseHTML>['document']): Told {
  const meta = (...names: string[]): string | undefined =>
    names
      .map((name) =>
        document
          .querySelector(`meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`)
          ?.getAttribute('content')
          ?.trim(),
      )
      .find((value) => value !== undefined && value !== '');
  const headline = meta('og:title', 'twitter:title', 'headline');
  const publisher = meta('og:site_name', 'application-name');
  const author = meta('author', 'article:author', 'byl');
  const url = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url');
  const moment =
    meta('article:published_time', 'datePublished', 'date', 'pubdate', 'parsely-pub-date') ??
    document.querySelector('time[datetime]')?.getAttribute('datetime') ??
    undefined;
  const published = dayOf(moment);
  return {
    ...(headline ? { headline } : {}),
    ...(publisher ? { publisher } : {}),
    ...(author && !/^https?:/.test(author) ? { author: author.replace(/^by\s+/i, '') } : {}),
    ...(url && /^https?:\/\/\S+$/.test(url) ? { url } : {}),
    ...(published ? { published } : {}),
  };
}
