/** `npm run build:fonts`: copies the font files that pictures may need, for an installation without their packages. */
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { BUILT_FONTS, fontFile } from './font-files.ts';
import { fontFiles } from './fonts.ts';

const fresh = `${BUILT_FONTS}.new`;
await rm(fresh, { recursive: true, force: true });
const files = fontFiles();
let bytes = 0;
for (const file of files) {
  const to = path.join(fresh, file);
  await mkdir(path.dirname(to), { recursive: true });
  await cp(fontFile(file), to);
  bytes += (await stat(to)).size;
}
await rm(BUILT_FONTS, { recursive: true, force: true });
await rename(fresh, BUILT_FONTS);
process.stdout.write(`build/fonts: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB\n`);
