/** Reads the texts of a briefing's folder. The only place of the model that touches the disk, with the command lines. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A briefing's files as they lie on the disk, not yet understood. */
export type Texts = {
  readonly folder: string;
  /** By file name, those that end in .yaml. */
  readonly yaml: ReadonlyMap<string, string>;
  /** The text of fingerprint.json, where there is one. */
  readonly fingerprint?: string;
};

/** @throws where the folder cannot be read. */
export function readTexts(folder: string): Texts {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') || name.endsWith('.yml'))
    .sort();
  const yaml = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const path = join(folder, 'fingerprint.json');
  return existsSync(path) ? { folder, yaml, fingerprint: readFileSync(path, 'utf8') } : { folder, yaml };
}

/** The folders below `root` that hold a briefing: those with a YAML file, in the order of their names. */
export function briefingFolders(root: string): string[] {
  return readdirSync(root)
    .sort()
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isDirectory())
    .filter((path) => readdirSync(path).some((name) => name.endsWith('.yaml')));
}
