/** Reads the texts of a briefing's folder. The only place of the model that touches the disk, with the command lines. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { finishWriting } from './write.ts';

/** A briefing's files as they lie on the disk, not yet understood. */
export type Texts = {
  readonly folder: string;
  /** By file name, those that end in .yaml. */
  readonly yaml: ReadonlyMap<string, string>;
  /** The texts of the sources' fingerprints, sources/ID.json, by the source's id. */
  readonly prints: ReadonlyMap<string, string>;
  /** The sources' own texts, sources/ID.txt, by the source's id: only where the rights allow. */
  readonly articles: ReadonlyMap<string, string>;
  /** The text of released.json: what each item said at the last release. */
  readonly released?: string;
};

/** Where a source's fingerprint lies in a briefing's folder. */
export function printFile(source: string): string {
  return `sources/${source}.json`;
}

/** Where a source's text lies in a briefing's folder, if its rights allow. */
export function articleFile(source: string): string {
  return `sources/${source}.txt`;
}

/** @throws where the folder cannot be read. */
export function readTexts(folder: string): Texts {
  finishWriting(folder);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') || name.endsWith('.yml'))
    .sort();
  const yaml = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const released = join(folder, 'released.json');
  return {
    folder,
    yaml,
    prints: textsIn(join(folder, 'sources'), '.json'),
    articles: textsIn(join(folder, 'sources'), '.txt'),
    ...(existsSync(released) ? { released: readFileSync(released, 'utf8') } : {}),
  };
}

function textsIn(folder: string, ending: string): Map<string, string> {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return new Map(
    names
      .filter((name) => name.endsWith(ending))
      .map((name) => [name.slice(0, -ending.length), readFileSync(join(folder, name), 'utf8')]),
  );
}

/** The folders below `root` that hold a briefing, in the order of their names: every one that is not hidden. */
export function briefingFolders(root: string): string[] {
  return readdirSync(root)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isDirectory());
}
