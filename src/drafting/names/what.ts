/** What an organisation or a place is: the noun beside its name. */
import { listOf } from '../data/lists.ts';
import { isCapital } from '../text/words.ts';
import type { Mention } from './mentions.ts';

/** Pure. '' where nothing beside the name says it. */
export function whatOf(mentions: readonly Mention[]): string {
  for (const mention of mentions) {
    const what = after(mention) || before(mention);
    if (what) return what;
  }
  return '';
}

/** Ride Yorkshire, a passenger group, … */
function after({ line: { text, words }, to }: Mention): string {
  const [comma, article] = [words[to], words[to + 1]];
  if (comma?.text !== ',' || !article || !/^(?:an?|the|one|its|his|her|their)$/.test(article.lower))
    return '';
  const end = words.findIndex(
    ({ text: sign, lower }, at) =>
      at > to + 1 && (/^[,.;:—–()"“”]$/.test(sign) || /^(?:which|that|who|where|with|and)$/.test(lower)),
  );
  const own = words.slice(to + 2, end < 0 ? words.length : end);
  const first = own[0];
  const isWhat = own.some(
    ({ lower }) => listOf('organisation-nouns').has(lower) || listOf('place-nouns').has(lower),
  );
  if (!first || !isWhat || own.length > 12) return '';
  return text.slice(first.start, own.at(-1)!.end);
}

/** Finnish packaging maker Norlund Packaging;  the Danish transport company Brennholm */
function before({ line: { text, words }, from, lead }: Mention): string {
  const end = from - lead.length;
  const head = words[end - 1];
  if (
    !head ||
    isCapital(head) ||
    !(listOf('organisation-nouns').has(head.lower) || listOf('place-nouns').has(head.lower))
  )
    return '';
  let start = end - 1;
  while (
    start > 0 &&
    end - start < 5 &&
    /^(?:NOUN|ADJ|PROPN|NUM)$/.test(words[start - 1]!.tag) &&
    words[start - 1]!.kind === 'word'
  )
    start--;
  return text.slice(words[start]!.start, head.end);
}
