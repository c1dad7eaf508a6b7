/** Writes a briefing's folder, whole or not at all. */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Puts files into a folder, by their paths in it; `undefined` takes one out. It is done in a copy that then takes the
 * folder's place: whoever reads the folder, and whoever is interrupted, has the old one or the new one.
 * @throws where the disk refuses; the folder is then as it was.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, string | undefined>): void {
  const beside = (ending: string) => join(dirname(folder), `.${basename(folder)}.${ending}`);
  const [fresh, old] = [beside('new'), beside('old')];
  rmSync(fresh, { recursive: true, force: true });
  // Interrupted between the two renames below, the folder's last whole state lies aside.
  if (existsSync(old) && !existsSync(folder)) renameSync(old, folder);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(folder)) cpSync(folder, fresh, { recursive: true });
  else mkdirSync(fresh, { recursive: true });
  for (const [file, text] of files) {
    const path = join(fresh, file);
    if (text === undefined) rmSync(path, { force: true });
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(fresh, folder);
  rmSync(old, { recursive: true, force: true });
}
