/** `npm run fingerprint -- BRIEFING FILE`: writes briefings/BRIEFING/fingerprint.json from the source in FILE. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf, writeFingerprint } from './fingerprint.ts';

const root = join(import.meta.dirname, '../../briefings');
const [briefing, file, ...rest] = process.argv.slice(2);

if (briefing === undefined || file === undefined || rest.length > 0) {
  refuse('Give a briefing and the file of its source: npm run fingerprint -- BRIEFING FILE');
} else if (!/^[a-z0-9-]+$/.test(briefing) || !existsSync(join(root, briefing))) {
  refuse(`There is no folder briefings/${JSON.stringify(briefing).slice(1, -1)}; make it first.`);
} else if (!existsSync(file) || !statSync(file).isFile()) {
  refuse(`There is no file ${JSON.stringify(file)} to read the source from.`);
} else {
  const fingerprint = fingerprintOf(readFileSync(file, 'utf8'));
  if (fingerprint.paragraphs.length === 0) refuse(`The file ${JSON.stringify(file)} holds no text.`);
  else {
    writeFileSync(join(root, briefing, 'fingerprint.json'), writeFingerprint(fingerprint));
    const words = fingerprint.paragraphs.reduce((sum, hashes) => sum + hashes.length, 0);
    process.stdout.write(
      `briefings/${briefing}/fingerprint.json: ${fingerprint.paragraphs.length} paragraphs, ${words} words, numbers and quotation marks.\n`,
    );
  }
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
