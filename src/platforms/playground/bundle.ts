/** The page's files, built in memory at the start: a fraction of a second, and no build step to forget. */
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

export type Asset = { readonly type: string; readonly body: Uint8Array; readonly brotli: Uint8Array };

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};
/** Between speed at the start and size; the page loads from this machine. */
const BROTLI_QUALITY = 5;

/** The assets by path: `/assets/main.js` and `/assets/main.css`. Throws when the page does not build. */
export async function bundlePage(): Promise<ReadonlyMap<string, Asset>> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('./page/main.tsx', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    outdir: '/assets',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    charset: 'utf8',
    legalComments: 'none',
    // Fonts stay where they are: fonts.ts reads the few that a browser asks for.
    external: ['*.woff2', '*.woff'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return new Map(
    result.outputFiles.map((file) => [file.path.replaceAll('\\', '/'), asset(file.path, file.contents)]),
  );
}

function asset(path: string, body: Uint8Array): Asset {
  const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
  return { type, body, brotli };
}
