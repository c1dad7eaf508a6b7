/** `npm run approve`: takes the pictures as they are drawn now for the approved ones. Look at each before you commit. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { APPROVED, approvedFile, drawnAll } from './briefings.ts';

const folder = new URL('../fixtures/pictures/approved/', import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const picture of (await drawnAll(APPROVED)).flat()) {
  writeFileSync(approvedFile(picture), picture.data);
  console.log(`${picture.name}: ${picture.alt}`);
}
