/** Builds the page from its sources, in memory, with packages that only a checkout has. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Asset, packed } from './asset.ts';

/** The assets of both pages by path: `/assets/main.js`, `/assets/desk.css`. Throws when a page does not build. */
export async function bundlePage(): Promise<ReadonlyMap<string, Asset>> {
  const result = await build({
    entryPoints: ['main', 'desk'].map((name) =>
      fileURLToPath(new URL(`./page/${name}.tsx`, import.meta.url)),
    ),
    bundle: true,
    minify: true,
    write: false,
    outdir: '/assets',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    charset: 'utf8',
    legalComments: 'none',
    // Fonts stay where they are: hundreds of files, of which a browser asks for a few.
    external: ['*.woff2', '*.woff'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return new Map(
    result.outputFiles.map((file) => [file.path.replaceAll('\\', '/'), packed(file.path, file.contents)]),
  );
}

/** The longest name first: a file's name begins with its package's. */
const FONT_PACKAGES = ['noto-sans-jp', 'noto-sans-kr', 'noto-sans', 'lato'] as const;
const FONT = /^[a-z0-9-]+\.woff2$/;

/** A font's file by its name in the packages' style sheets; undefined where there is none. */
export async function readFont(name: string): Promise<Uint8Array | undefined> {
  const from = FONT_PACKAGES.find((pack) => name.startsWith(`${pack}-`));
  if (from === undefined || !FONT.test(name)) return undefined;
  const file = new URL(import.meta.resolve(`@fontsource/${from}/files/${name}`));
  return readFile(file).catch(() => undefined);
}
