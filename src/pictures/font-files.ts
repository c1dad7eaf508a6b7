/**
 * Where the font files of pictures lie. A checkout has them in packages, nine tenths of which no picture needs; an
 * installation without those (`npm ci --omit=dev`) has what `npm run build:fonts` copied beforehand.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Beside the sources, never in the repository: packages as they lie beneath `node_modules`, with what is used alone. */
export const BUILT_FONTS = path.join(import.meta.dirname, '../../build/fonts');

const require = createRequire(import.meta.url);

/**
 * The place of a file that is named by its package: `@fontsource/inter/unicode.json`.
 *
 * @throws where it is neither installed nor built.
 */
export function fontFile(file: string): string {
  const built = path.join(BUILT_FONTS, file);
  const found = installed(file) ?? (existsSync(built) ? built : undefined);
  if (found !== undefined) return found;
  throw new Error(`There is no ${file}. Run npm run build:fonts with all packages installed.`);
}

function installed(file: string): string | undefined {
  try {
    return require.resolve(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
