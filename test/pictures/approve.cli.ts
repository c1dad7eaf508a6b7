/**
 * `npm run approve`: takes the pictures as they are drawn now for the approved ones, and for those of the README. Look at
 * each before you commit.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { APPROVED, approvedFile, drawnAll, SHOWN } from './briefings.ts';

const folder = new URL('../fixtures/pictures/approved/', import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const picture of (await drawnAll(APPROVED)).flat()) {
  writeFileSync(approvedFile(picture), picture.data);
  console.log(`${picture.name}: ${picture.alt}`);
}
const shown = await drawnAll(SHOWN);
for (const [at, [, what, theme]] of SHOWN.entries()) {
  const [picture] = shown[at] ?? [];
  if (picture === undefined) continue;
  writeFileSync(
    new URL(`../../docs/pictures/${what.split(':')[0]}-${theme}.png`, import.meta.url),
    picture.data,
  );
}
