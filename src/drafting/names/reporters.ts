/** Who wrote it: the people of its bylines and credits. */
import type { Article } from '../article.ts';
import type { FoundPerson } from '../draft.ts';
import { idOf } from './entities.ts';

/** Pure. Whoever is in the text itself too is no reporter of it; `ids` are taken, and those of the reporters are added. */
export function reportersIn(
  { paragraphs, parts }: Article,
  known: ReadonlySet<string>,
  ids: Set<string>,
): FoundPerson[] {
  const found = new Map<string, FoundPerson>();
  for (const [at, text] of paragraphs.entries()) {
    if (parts[at] !== 'byline' && parts[at] !== 'credit') continue;
    for (const match of text.matchAll(NAME)) {
      const [whole, name = ''] = match;
      const start = match.index + whole.length - name.length;
      if (known.has(name) || found.has(name) || POST.test(name)) continue;
      found.set(name, {
        id: idOf(name, ids),
        name,
        kind: 'reporter',
        unnamed: false,
        also: [name.split(' ').at(-1)!],
        role: '',
        former: [],
        from: { paragraph: at + 1, start, end: start + name.length },
        paragraphs: [at + 1],
        trust: 'likely',
      });
    }
  }
  return [...found.values()];
}

/** Two or three words with capitals, where a name may begin: not after 'in', and no word of a post. */
const NAME =
  /(?:\bby\s|\bBy\s|\bBY\s|^(?!By\s|BY\s)|\band\s|[,;(]\s?)(\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}\.)?(?:\s\p{Lu}[\p{L}'’-]+){1,2})(?=\s*(?:$|[,;).]|and\s|in\s|at\s|contributed\b))/gu;
const POST =
  /\b(?:Correspondent|Editor|Reporter|Writer|Staff|News|Press|Service|Agency|By|Reporting|Writing|Editing)\b/;
