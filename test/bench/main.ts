/** `npm run bench [-- NAME… | ask-general FOLDER] [--json]`: runs the benchmarks named, or all, and prints their figures. */
import { holds, type Row } from './row.ts';

const BENCHES: Record<string, () => Promise<readonly Row[]>> = {
  ask: async () => (await import('./ask.ts')).benchAsk(),
  'ask-general': async () => (await import('./ask-general.ts')).benchAskGeneral(folderAfter('ask-general')),
  reading: async () => (await import('./reading.ts')).benchReading(),
  playground: async () => (await import('./playground.ts')).benchPlayground(),
  discord: async () => (await import('./discord.ts')).benchDiscord(),
  slack: async () => (await import('./slack.ts')).benchSlack(),
  pictures: async () => (await import('./pictures.ts')).benchPictures(),
  digest: async () => (await import('./digest.ts')).benchDigest(),
};

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const names = words.filter((_, at) => words[at - 1] !== 'ask-general');
const asJson = process.argv.includes('--json');
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark '${unknown.join("', '")}'; there are ${Object.keys(BENCHES).join(', ')}.`,
  );
  process.exit(2);
}

const rows: Row[] = [];
for (const name of names.length > 0 ? names : Object.keys(BENCHES).filter((one) => one !== 'ask-general')) {
  if (!asJson) console.error(`Measuring ${name} …`);
  rows.push(...((await BENCHES[name]?.()) ?? []));
}
if (asJson) console.log(JSON.stringify(rows, null, 2));
else console.table(rows.map(shown));

/** A benchmark on material that is no part of the project is told where it is. */
function folderAfter(name: string): string {
  const folder = words[words.indexOf(name) + 1];
  if (folder === undefined) throw new Error(`Name a folder: npm run bench -- ${name} FOLDER`);
  return folder;
}

function shown(row: Row) {
  const bound =
    row.most !== undefined ? `at most ${row.most}` : row.least !== undefined ? `at least ${row.least}` : '';
  return {
    figure: row.name,
    value: Number(row.value.toPrecision(4)),
    unit: row.unit,
    wanted: bound,
    holds: bound === '' ? '' : holds(row) ? 'yes' : 'NO',
  };
}
