/** Writes a briefing's folder, whole or not at all. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What is to take its place lies here from the moment it counts; before, in a folder that begins with PART. */
const SAVING = '.saving';
const PART = '.part-';
/** The paths that are taken out, as JSON. */
const REMOVED = 'removed.json';

/**
 * Puts files into a folder, by their paths in it; `undefined` takes one out. All of them are written beside first and
 * begin to count at once, with one rename. Whoever is interrupted after it has the new state: the next who reads or
 * writes the folder puts the rest in place.
 * @throws where the disk refuses; the folder then says what it said.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, string | undefined>): void {
  if (existsSync(folder)) writeInto(folder, files);
  else makeFolder(folder, files);
}

function writeInto(folder: string, files: ReadonlyMap<string, string | undefined>): void {
  finishWriting(folder);
  for (const left of readdirSync(folder).filter((name) => name.startsWith(PART)))
    rmSync(join(folder, left), { recursive: true, force: true });
  const part = join(folder, `${PART}${randomBytes(6).toString('hex')}`);
  try {
    const written = [...files].filter((entry): entry is [string, string] => entry[1] !== undefined);
    const removed = [...files.keys()].filter((file) => files.get(file) === undefined);
    putAll(
      part,
      new Map([
        ...written.map(([file, text]) => [join('files', file), text] as const),
        [REMOVED, JSON.stringify(removed)],
      ]),
    );
    renameSync(part, join(folder, SAVING));
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error;
  }
  sync(folder);
  finishWriting(folder);
}

/** Puts in place what was interrupted after it began to count. Several may do so at once. */
export function finishWriting(folder: string): void {
  const saving = join(folder, SAVING);
  if (!existsSync(saving)) return;
  const removed: readonly string[] =
    orGone(() => JSON.parse(readFileSync(join(saving, REMOVED), 'utf8'))) ?? [];
  for (const file of removed) rmSync(join(folder, file), { force: true });
  const fresh = join(saving, 'files');
  const names = orGone(() => readdirSync(fresh, { recursive: true, withFileTypes: true })) ?? [];
  for (const entry of names.filter((one) => one.isFile())) {
    const from = join(entry.parentPath, entry.name);
    const to = join(folder, from.slice(fresh.length));
    mkdirSync(dirname(to), { recursive: true });
    orGone(() => renameSync(from, to));
  }
  sync(folder);
  rmSync(saving, { recursive: true, force: true });
}

/** A folder that is not there yet is made beside, and takes its place with one rename. */
function makeFolder(folder: string, files: ReadonlyMap<string, string | undefined>): void {
  const fresh = join(dirname(folder), `.${basename(folder)}.new`);
  rmSync(fresh, { recursive: true, force: true });
  putAll(fresh, files);
  renameSync(fresh, folder);
  sync(dirname(folder));
}

function putAll(folder: string, files: ReadonlyMap<string, string | undefined>): void {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of files) {
    if (text === undefined) continue;
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flush: true });
  }
}

function sync(folder: string): void {
  const opened = openSync(folder, 'r');
  fsyncSync(opened);
  closeSync(opened);
}

/** `undefined` where somebody else has put it in place meanwhile. */
function orGone<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
