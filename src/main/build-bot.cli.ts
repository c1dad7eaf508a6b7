/**
 * `npm run build:bot`: bundles the bot into build/bot, which is what `npm start` and the image run: with no types left
 * to strip it starts in half the time and waits in two thirds of the memory. `npm start` comes by first, with `--stale`:
 * then nothing is done where nothing has changed.
 */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');
const TO = path.join(ROOT, 'build/bot');
const MAIN = path.join(TO, 'main.js');
/** The second is the drawing thread's. */
const ENTRIES = ['src/main.ts', 'src/pictures/worker.ts'];
const SOURCES = ['src', 'commands', 'package-lock.json'];

/** Pure JavaScript whose unused half need not be carried about; every other package is run as it is installed. */
const BUNDLED = new Set(
  '@orama/stemmers @vvo/tzdb dotenv hono js-yaml kysely lru-cache rate-limiter-flexible yaml zod'.split(' '),
);

if (!process.argv.includes('--stale') || (await isStale())) await build();

async function isStale(): Promise<boolean> {
  const built = await stat(MAIN).catch(() => undefined);
  if (built === undefined) return true;
  const changed = await Promise.all(SOURCES.map((one) => lastChange(path.join(ROOT, one))));
  return Math.max(...changed) >= built.mtimeMs;
}

/** Of a file, or of anything in a folder; a folder changes where a file is taken away. */
async function lastChange(file: string): Promise<number> {
  const { mtimeMs, isDirectory } = await stat(file).then((it) => ({
    mtimeMs: it.mtimeMs,
    isDirectory: it.isDirectory(),
  }));
  if (!isDirectory) return mtimeMs;
  const inside = await Promise.all((await readdir(file)).map((name) => lastChange(path.join(file, name))));
  return Math.max(mtimeMs, ...inside);
}

async function build(): Promise<void> {
  const beside = `${TO}.${process.pid}`;
  await mkdir(beside, { recursive: true });
  const esbuild = await import('esbuild').catch(() => undefined);
  if (esbuild === undefined) {
    // Nothing to bundle with: an installation for production alone runs the sources.
    await writeFile(path.join(beside, 'main.js'), "import '../../src/main.ts';\n");
  } else {
    await esbuild.build({
      absWorkingDir: ROOT,
      entryPoints: ENTRIES,
      entryNames: '[name]',
      chunkNames: '[name]-[hash]',
      outdir: beside,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node26',
      keepNames: true,
      minifySyntax: true,
      minifyWhitespace: true,
      legalComments: 'none',
      // A bundled package may ask for one that is not.
      banner: {
        js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
      },
      plugins: [
        {
          name: 'attache',
          setup(build) {
            build.onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
              kind === 'entry-point' || BUNDLED.has(packageOf(name))
                ? undefined
                : { path: name, external: true },
            );
            // Zod's faults in fifty languages: only the English ones are ever asked for, by their own path.
            build.onResolve({ filter: /\/locales\/index\.js$/ }, ({ path: name }) => ({
              path: name,
              namespace: 'none',
            }));
            build.onLoad({ filter: /./, namespace: 'none' }, () => ({ contents: 'export {};' }));
            build.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => ({
              contents: placed(await readFile(file, 'utf8'), file),
              loader: 'ts',
            }));
          },
        },
      ],
      logLevel: 'warning',
    });
  }
  await rm(TO, { recursive: true, force: true });
  // Whoever started at the same moment has made the same.
  await rename(beside, TO).catch(() => rm(beside, { recursive: true, force: true }));
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Data lies beside the sources: each file goes on knowing where it stood. Another entry stands beside the bundle. */
function placed(text: string, file: string): string {
  const from = path.relative(TO, file).split(path.sep).join('/');
  const at = (place: string) => `new URL(${JSON.stringify(place)}, import.meta.url)`;
  return text.replaceAll(
    /new URL\('\.\/(?<entry>\w+)\.ts', import\.meta\.url\)|import\.meta\.(?<what>url|dirname)\b/gu,
    (...match) => {
      const { entry, what } = match.at(-1) as { entry?: string; what?: string };
      if (entry !== undefined) return at(`./${entry}.js`);
      if (what === 'url') return `${at(from)}.href`;
      return `process.getBuiltinModule('node:url').fileURLToPath(${at(path.posix.dirname(from))})`;
    },
  );
}
