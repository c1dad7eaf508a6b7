/** What the desk's edits changed, kept on the disk so that they can be taken back after the desk was closed. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../config.ts';

/** What an edit changed, file by file; undefined where a file is not there. */
export type Undo = {
  readonly folder: string;
  readonly files: ReadonlyMap<
    string,
    { readonly before: string | undefined; readonly after: string | undefined }
  >;
};

export type Undos = {
  /** Answers the token by which it is found. */
  put(undo: Undo): string;
  get(token: string): Undo | undefined;
};

/** How many edits can be taken back; older ones go. */
const MOST = 500;
const TOKEN = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function createUndos({ DATA_DIR }: Environment): Undos {
  const root = join(DATA_DIR?.trim() || 'data', 'desk-undo');
  // Where the disk refuses, an edit can be taken back as long as the desk runs.
  const unkept = new Map<string, Undo>();
  return {
    put(undo) {
      const token = randomUUID();
      try {
        mkdirSync(root, { recursive: true, mode: 0o700 });
        const part = join(root, `.${token}`);
        writeFileSync(part, JSON.stringify({ folder: undo.folder, files: [...undo.files] }), { mode: 0o600 });
        renameSync(part, fileOf(root, token));
        leaveNewest(root);
      } catch {
        unkept.set(token, undo);
      }
      return token;
    },
    get(token) {
      if (!TOKEN.test(token)) return undefined;
      return unkept.get(token) ?? read(fileOf(root, token));
    },
  };
}

function fileOf(root: string, token: string): string {
  return join(root, `${token}.json`);
}

function read(file: string): Undo | undefined {
  try {
    const { folder, files } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly folder: string;
      readonly files: readonly [string, { readonly before?: string; readonly after?: string }][];
    };
    return {
      folder,
      files: new Map(files.map(([name, { before, after }]) => [name, { before, after }])),
    };
  } catch {
    return undefined;
  }
}

function leaveNewest(root: string): void {
  const names = readdirSync(root);
  if (names.length <= MOST) return;
  const aged = names.map((name) => ({ name, at: statSync(join(root, name)).mtimeMs }));
  for (const { name } of aged.sort((a, b) => b.at - a.at).slice(MOST))
    rmSync(join(root, name), { force: true });
}
