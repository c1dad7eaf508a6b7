/**
 * The page's files. A checkout builds them from the sources in memory; an installation without the packages that
 * build (`npm ci --omit=dev`) serves what `npm run build:page` wrote beforehand, fonts included.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Asset, packed } from './asset.ts';

export type PageFiles = {
  /** `/assets/main.js`, `/assets/main.css`, and the desk's. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** A font's file by the name that the style sheet gives it; undefined where there is none. */
  font(name: string): Promise<Uint8Array | undefined>;
};

/** Where the files that were built ahead lie: beside the sources, never in the repository. */
const BUILT = path.join(import.meta.dirname, '../../../build/page');
const FONT = /^[a-z0-9-]+\.woff2$/;

/** @throws where the page does not build, or was not built and cannot be. */
export async function pageFiles(): Promise<PageFiles> {
  const builder = await import('./bundle.ts').catch(whereNotInstalled);
  return builder === undefined ? built() : { assets: await builder.bundlePage(), font: builder.readFont };
}

/** Writes the page and the fonts that its style sheet names to `build/page/`; the old ones stand until then. */
export async function buildPage(): Promise<{ readonly files: number; readonly bytes: number }> {
  const { bundlePage, readFont } = await import('./bundle.ts');
  const beside = `${BUILT}.new`;
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside, { recursive: true });
  const assets = await bundlePage();
  const files = new Map([...assets].map(([name, { body }]) => [path.basename(name), body]));
  const styles = [...assets].filter(([name]) => name.endsWith('.css'));
  for (const name of fontsIn(styles.map(([, { body }]) => new TextDecoder().decode(body)).join('\n'))) {
    const font = await readFont(name);
    if (font === undefined)
      throw new Error(`The page's style sheet names a font that no package has: ${name}`);
    files.set(name, font);
  }
  for (const [name, body] of files) await writeFile(path.join(beside, name), body);
  await rm(BUILT, { recursive: true, force: true });
  await rename(beside, BUILT);
  return { files: files.size, bytes: [...files.values()].reduce((sum, { length }) => sum + length, 0) };
}

function fontsIn(css: string): Set<string> {
  return new Set([...css.matchAll(/url\(["']?[^"')]*?([a-z0-9-]+\.woff2)["']?\)/g)].map(([, name]) => name!));
}

async function built(): Promise<PageFiles> {
  const names = await readdir(BUILT).catch((): string[] => []);
  if (!names.includes('main.js')) {
    throw new Error('The page was not built. Run npm run build:page with all packages installed.');
  }
  const assets = new Map<string, Asset>();
  for (const name of names.filter((one) => !FONT.test(one)))
    assets.set(`/assets/${name}`, packed(name, await readFile(path.join(BUILT, name))));
  const fonts = new Set(names.filter((name) => FONT.test(name)));
  return {
    assets,
    font: async (name) => (fonts.has(name) ? readFile(path.join(BUILT, name)) : undefined),
  };
}

function whereNotInstalled(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
  throw error;
}
