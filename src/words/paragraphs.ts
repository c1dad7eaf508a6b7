/** Paragraphs as people type them or press them: '16', '¶16', '[¶ 16, 18]', 'voa 16', 'paragraph 16', '16-20'. */
import type { Briefing, Source } from '../briefing/briefing.ts';
import type { Ref } from '../briefing/refs.ts';
import { fold } from '../text/fold.ts';

export type Asked =
  | { readonly kind: 'paragraphs'; readonly refs: readonly Ref[] }
  /** Of which of several sources is not said. */
  | { readonly kind: 'unsure'; readonly numbers: readonly number[] }
  /** A control of an earlier version named a paragraph that the source no longer has. */
  | { readonly kind: 'gone'; readonly source: Source }
  | { readonly kind: 'none' };

/** The most paragraphs that one message asks for: a range runs no further. */
const MOST = 100;

/** Pure. What is no list of paragraphs, through and through, is none. */
export function paragraphsIn(typed: string, briefing: Briefing): Asked {
  const { words, tag } = untagged(typed);
  const pieces = piecesOf(words, briefing.sources);
  const numbers = pieces?.flatMap((piece) => ('numbers' in piece ? piece.numbers : [])) ?? [];
  if (pieces === undefined || numbers.length === 0) return { kind: 'none' };

  let [source] = briefing.sources.length === 1 ? briefing.sources : [];
  const refs: Ref[] = [];
  for (const piece of pieces) {
    if ('source' in piece) source = piece.source;
    else if (source === undefined) return { kind: 'unsure', numbers };
    else refs.push(...piece.numbers.map((paragraph) => refTo(source as Source, paragraph, briefing)));
  }
  const [first] = refs;
  if (tag === undefined || first === undefined || source === undefined) return { kind: 'paragraphs', refs };
  return now(first, tag, source, briefing);
}

/** Whether the words say by themselves that they mean paragraphs: by the sign, or by a source's name. */
export function namesParagraphs(typed: string, briefing: Briefing): boolean {
  if (!/\d/u.test(typed)) return false;
  const pieces = piecesOf(typed, briefing.sources);
  if (pieces === undefined || !pieces.some((piece) => 'numbers' in piece)) return false;
  return /¶|§|\bpara(?:graph)?s?\b/iu.test(typed) || pieces.some((piece) => 'source' in piece);
}

/** The same paragraph in the source as it is now, whatever its number was when the control was made. */
function now(ref: Ref, tag: string, source: Source, briefing: Briefing): Asked {
  if (source.tagOf(ref.paragraph) === tag) return { kind: 'paragraphs', refs: [ref] };
  const paragraph = source.paragraphOf(tag);
  if (paragraph === 'gone') return { kind: 'gone', source };
  return { kind: 'paragraphs', refs: [paragraph === undefined ? ref : refTo(source, paragraph, briefing)] };
}

function untagged(typed: string): { readonly words: string; readonly tag?: string } {
  const [, words, tag] = /^(.*?)\s*~([0-9a-f]{8})\s*$/u.exec(typed) ?? [];
  return words === undefined || tag === undefined ? { words: typed } : { words, tag };
}

function refTo({ id, shownAs }: Source, paragraph: number, briefing: Briefing): Ref {
  return { source: id, paragraph, ...(briefing.sources.length > 1 ? { name: shownAs } : {}) };
}

type Piece = { readonly source: Source } | { readonly numbers: readonly number[] };

/** Numbers, ranges and names of sources in their order; `undefined` where anything else stands among them. */
function piecesOf(typed: string, sources: readonly Source[]): Piece[] | undefined {
  const names = sources
    .flatMap((source) =>
      [source.id, source.id.replaceAll('-', ' '), source.shownAs].map((name) => ({
        source,
        name: fold(name),
      })),
    )
    .toSorted((one, other) => other.name.length - one.name.length);
  let rest = fold(typed.replace(/(\d)\s*[-–—]\s*(?=\d)/gu, '$1 to '));
  const pieces: Piece[] = [];
  while (rest !== '') {
    const named = names.find(({ name }) => rest === name || rest.startsWith(`${name} `));
    const range = /^(\d{1,6})(?: (?:to|through|until) (\d{1,6}))?(?=\s|$)/u.exec(rest);
    const filler = /^(?:paragraphs?|paras?|pars?|pp?|source|and|the|of|in|no|number)(?=\s|\d|$)/u.exec(rest);
    if (named !== undefined) pieces.push({ source: named.source });
    else if (range) pieces.push({ numbers: counted(Number(range[1]), Number(range[2] ?? range[1])) });
    else if (!filler) return undefined;
    rest = rest.slice(named?.name.length ?? range?.[0].length ?? filler?.[0].length ?? 0).trim();
  }
  return pieces;
}

function counted(from: number, to: number): number[] {
  const [first, last] = from <= to ? [from, to] : [to, from];
  return Array.from({ length: Math.min(last - first + 1, MOST) }, (_, index) => first + index);
}
