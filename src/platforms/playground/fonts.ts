/** The page's fonts, read from their packages when the browser asks: hundreds of files, of which it needs a few. */
import { readFile } from 'node:fs/promises';

/** The longest name first: a file's name begins with its package's. */
const PACKAGES = ['noto-sans-jp', 'noto-sans-kr', 'noto-sans', 'lato'] as const;
const FILE = /^[a-z0-9-]+\.woff2$/;

/** A font's file by its name in the packages' style sheets; undefined where there is none. */
export async function readFont(name: string): Promise<Uint8Array | undefined> {
  const from = PACKAGES.find((pack) => name.startsWith(`${pack}-`));
  if (from === undefined || !FILE.test(name)) return undefined;
  const file = new URL(import.meta.resolve(`@fontsource/${from}/files/${name}`));
  return readFile(file).catch(() => undefined);
}
