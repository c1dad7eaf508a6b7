import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readAny } from '../../src/drafting/reading/any.ts';
import { articleOf } from '../../src/drafting/reading/read.ts';

const FERRY = readFileSync(join(import.meta.dirname, '../fixtures/articles/ferry.txt'), 'utf8');
const PARAGRAPHS = FERRY.split('\n').filter((line) => line.trim() !== '');

/** A saved page in the shape of a large news site. */
const PAGE = `<!doctype html><html><head><title>Ferry halted | Coast News</title>
<meta property="og:title" content="${PARAGRAPHS[0]}"><meta property="og:site_name" content="Coast News">
<meta property="article:published_time" content="2026-03-04T09:00:00Z"><script>document.title = 'run'</script></head>
<body><div id="cookie-notice">We use cookies. Accept all</div><header><nav><a href="/">Home</a></nav></header>
<div class="advert">Advertisement</div><main><article><h1>${PARAGRAPHS[0]}</h1>
<figure><img src="ferry.jpg"><figcaption>The ferry in 2024. Photo: Elm Lines</figcaption></figure>
${PARAGRAPHS.slice(1)
  .map((text) => `<p>${text}</p>`)
  .join('\n')}</article>
<aside class="related"><h3>Related</h3><ul><li>Ten walks by the sea</li></ul></aside>
<section id="comments"><p>Bo: I always said that this ferry would burn one day, and nobody listened to me.</p></section></main>
<footer>Copyright Coast News</footer></body></html>`;

it('takes the article alone out of a saved page, with what the page says of it', async () => {
  const { paragraphs, parts, head } = articleOf(await readAny('page.html', PAGE), {});
  const captions = paragraphs.filter((_, at) => parts[at] === 'caption');
  expect(captions).toEqual(['The ferry in 2024. Photo: Elm Lines']);
  expect(paragraphs.filter((text) => !captions.includes(text))).toEqual(PARAGRAPHS);
  expect(head).toMatchObject({ headline: PARAGRAPHS[0], publisher: 'Coast News', published: '2026-03-04' });
});

/** The same in another shape: no aside, no section that says what it is, promotions between the paragraphs. */
const CROWDED = `<!doctype html><html><head><title>${PARAGRAPHS[0]} - Coast News</title>
<meta property="og:title" content="${PARAGRAPHS[0]}"></head><body><a href="#main">Skip to content</a>
<header><nav><ul><li><a href="/">Home</a></li></ul></nav><div>Breaking: Minister to resign by noon, sources say</div></header>
<div id="main"><article><h1>${PARAGRAPHS[0]}</h1><ul class="share-tools"><li>Share on X</li></ul>
${PARAGRAPHS.slice(1)
  .map(
    (text, at) => `<p>${text}</p>${at === 2 ? '<div class="ad-slot"><span>Advertisement</span></div>' : ''}`,
  )
  .join(
    '\n',
  )}<div class="x1"><h3>Read more</h3><p>Ten walks by the sea that are worth the climb.</p></div></article>
<div class="x2"><h2>More on this story</h2><div><h3>Harbour fees to rise</h3>
<p>The council voted on Monday to raise the fees that boats pay by a tenth, after two years of debate.</p></div></div>
<div class="x3"><h3>24 comments</h3><p>I always said that this ferry would burn one day, and nobody listened to me.</p></div>
<div class="x4"><h3>Most read</h3><ol><li>Storm on the way, forecasters say</li></ol></div></div>
<footer><p>© 2026 Coast News. All rights reserved.</p></footer></body></html>`;

it('takes the article alone out of a page that marks nothing but its article', async () => {
  const { paragraphs } = articleOf(await readAny('page.html', CROWDED), {});
  expect(paragraphs).toEqual(PARAGRAPHS);
});

it('takes the article out of a page that marks nothing at all', async () => {
  const bare = CROWDED.replaceAll('<article>', '<div>').replaceAll('</article>', '</div>');
  const { paragraphs } = articleOf(await readAny('page.html', bare), {});
  expect(paragraphs).toEqual(PARAGRAPHS);
});

/** A page that an application draws: its paragraphs are divisions, and only the other stories have paragraphs. */
const DRAWN = `<!doctype html><html><head><title>${PARAGRAPHS[0]} | Coast News</title>
<meta property="og:title" content="${PARAGRAPHS[0]}"></head><body><div id="root"><div class="top"><a href="/">Coast News</a>
<div class="menu"><span>News</span><span>Sport</span></div></div><div class="grid"><div class="main"><h1>${PARAGRAPHS[0]}</h1>
${PARAGRAPHS.slice(1)
  .map((text) => `<div class="text">${text}</div>`)
  .join(
    '\n',
  )}</div><div class="right"><section><h3>More on this story</h3><article><h4>The night that the sea came</h4>
<p>Dozens of people who live by the harbour say that they had seen it coming for weeks and months.</p></article>
<article><h4>What is a relief valve?</h4><p>It lets out what would else burst, explained in five charts for you.</p></article>
</section></div></div></div></body></html>`;

it('takes the article out of a page whose paragraphs are divisions', async () => {
  const { paragraphs } = articleOf(await readAny('page.html', DRAWN), {});
  expect(paragraphs).toEqual(PARAGRAPHS);
});
