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
