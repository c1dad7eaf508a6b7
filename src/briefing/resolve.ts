/** From the paragraphs that an item names in its file to references, each with its source. */
import { load as loadYaml } from 'js-yaml';
import { type Finding, type Spot, within } from './draft.ts';
import type { Texts } from './files.ts';
import { type Ref, sourceName } from './refs.ts';

/** What of a source has to be known to refer to it. */
export type KnownSource = { readonly id: string; readonly name?: string };

/**
 * The sources that the references may mean: those of sources.yaml, or, while that file is broken, those of which
 * there is a fingerprint. Where there are several, each has the name by which citations call it.
 */
export function sourcesOf({ yaml, prints }: Pick<Texts, 'yaml' | 'prints'>): KnownSource[] {
  const listed = listedIn(yaml.get('sources.yaml'));
  const all = listed.length > 0 ? listed : [...prints.keys()].map((id) => ({ id }));
  return all.length === 1
    ? [{ id: all[0]!.id }]
    : all.map((source) => ({ ...source, name: sourceName(source) }));
}

function listedIn(text: string | undefined): KnownSource[] {
  try {
    const list: unknown = text === undefined ? [] : loadYaml(text);
    return (Array.isArray(list) ? list : []).filter((it): it is KnownSource => typeof it?.id === 'string');
  } catch {
    // What is wrong with the file is told where it is read.
    return [];
  }
}

type InFile = { readonly paragraphs?: unknown; readonly source?: unknown };
export type Understood = { readonly item: object; readonly unclear: boolean };

/** Pure. An item as it is in memory; `unclear` where it names paragraphs, and not of which of several sources. */
export function inMemory(item: InFile, sources: readonly KnownSource[]): Understood {
  const { paragraphs, source, ...rest } = item;
  // A source's own head names paragraphs of itself.
  if (paragraphs === undefined || 'rights' in rest) return { item, unclear: false };
  if (!Array.isArray(paragraphs)) {
    const refs = Object.entries(paragraphs as Record<string, readonly number[]>).flatMap(([id, numbers]) =>
      refsTo(id, numbers, sources),
    );
    return { item: { ...rest, refs }, unclear: false };
  }
  const own = typeof source === 'string' ? source : sources[0]?.id;
  return {
    item: { ...rest, refs: refsTo(own ?? '', paragraphs, sources) },
    unclear: source === undefined && sources.length > 1,
  };
}

function refsTo(source: string, numbers: readonly number[], sources: readonly KnownSource[]): Ref[] {
  const name = sources.find(({ id }) => id === source)?.name;
  return numbers.map((paragraph) => ({ source, paragraph, ...(name === undefined ? {} : { name }) }));
}

export function sourceless({ unclear }: Understood, at: Spot): Finding[] {
  if (!unclear) return [];
  return [
    {
      at: within(at, 'paragraphs'),
      found: 'these may be paragraphs of any of several sources',
      expected: 'add source: ID to the item, or name them by source: paragraphs: { ID: [3, 4] }',
    },
  ];
}
