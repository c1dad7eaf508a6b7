/** `npm run source -- add BRIEFING SOURCE FILE`: the fingerprint of a source, made from its text in FILE. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printFile } from './files.ts';
import { fingerprintOf, writeFingerprint } from './fingerprint.ts';

const USAGE = 'Usage: npm run source -- add BRIEFING SOURCE FILE';
const root = join(import.meta.dirname, '../../briefings');
const [verb, briefing, source, file, ...rest] = process.argv.slice(2);

if (verb !== 'add' || !briefing || !source || !file || rest.length > 0) refuse(USAGE);
else if (!/^[a-z0-9-]+$/.test(briefing) || !existsSync(join(root, briefing)))
  refuse(`There is no folder briefings/${JSON.stringify(briefing).slice(1, -1)}; make it first.`);
else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(source))
  refuse(`${JSON.stringify(source)} is no id: small letters, digits and single hyphens.`);
else if (!existsSync(file) || !statSync(file).isFile())
  refuse(`There is no file ${JSON.stringify(file)} to read the source from.`);
else add(join(root, briefing), source, readFileSync(file, 'utf8'));

function add(folder: string, id: string, text: string): void {
  const fingerprint = fingerprintOf(text);
  if (fingerprint.paragraphs.length === 0) {
    refuse(`The file ${JSON.stringify(file)} holds no text.`);
    return;
  }
  mkdirSync(join(folder, 'sources'), { recursive: true });
  writeFileSync(join(folder, printFile(id)), writeFingerprint(fingerprint));
  const words = fingerprint.paragraphs.reduce((sum, hashes) => sum + hashes.length, 0);
  process.stdout.write(
    `briefings/${briefing}/${printFile(id)}: ${fingerprint.paragraphs.length} paragraphs, ${words} words, numbers and quotation marks.\n`,
  );
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
