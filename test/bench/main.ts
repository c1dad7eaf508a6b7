/** `npm run bench [-- NAME… | ask --model | ask-general FOLDER | fit-ask FOLDER…] [--json]`: runs the benchmarks named, or all, and prints their figures. */
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { holds, type Row } from './row.ts';

const BENCHES: Record<string, () => Promise<readonly Row[]>> = {
  ask: async () =>
    process.argv.includes('--model')
      ? (await import('./ask-model.ts')).benchAskModel()
      : (await import('./ask.ts')).benchAsk(),
  draft: async () => (await import('./draft.ts')).benchDraft(),
  desk: async () => (await import('./desk.ts')).benchDesk(),
  'ask-articles': async () => (await import('./ask-articles.ts')).benchAskArticles(),
  'ask-lies': async () => (await import('./ask-lies.ts')).benchAskLies(),
  'ask-general': async () => (await import('./ask-general.ts')).benchAskGeneral(folderFor('ask-general')),
  'fit-ask': async () => (await import('./fit-ask.ts')).benchFitAsk(...folders),
  reading: async () => (await import('./reading.ts')).benchReading(),
  briefings: async () => (await import('./briefings.ts')).benchBriefings(),
  reload: async () => (await import('./reload.ts')).benchReload(),
  playground: async () => (await import('./playground.ts')).benchPlayground(),
  discord: async () => (await import('./discord.ts')).benchDiscord(),
  slack: async () => (await import('./slack.ts')).benchSlack(),
  limits: async () => (await import('./limits.ts')).benchLimits(),
  pictures: async () => (await import('./pictures.ts')).benchPictures(),
  idle: async () => (await import('./idle.ts')).benchIdle(),
  digest: async () => (await import('./digest.ts')).benchDigest(),
};

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
/** What is no name of a benchmark but a folder of material that is no part of the project. */
const folders = words.filter((word) => word.includes('/'));
const names = words.filter((word) => !folders.includes(word));
const asJson = process.argv.includes('--json');
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark '${unknown.join("', '")}'; there are ${Object.keys(BENCHES).join(', ')}.`,
  );
  process.exit(2);
}

/** These need material that is no part of the project. */
const ON_REQUEST = new Set(['ask-general', 'fit-ask']);

const rows: Row[] = [];
for (const name of names.length > 0 ? names : Object.keys(BENCHES).filter((one) => !ON_REQUEST.has(one))) {
  if (!asJson) console.error(`Measuring ${name} …`);
  rows.push(...((await BENCHES[name]?.()) ?? []));
}
if (asJson) console.log(JSON.stringify({ machine: machine(), rows }, null, 2));
else {
  console.log(machine());
  console.table(rows.map(shown));
}

/** What the figures were measured on: ratios hold elsewhere, the rest does not. */
function machine(): string {
  const memory = Math.round(totalmem() / 1024 ** 3);
  const cores = `${availableParallelism()} cores of ${cpus()[0]?.model.trim() || 'an unnamed processor'}`;
  return `${cores}, ${memory} GB, ${type()} ${release()}, Node ${process.versions.node}`;
}

function folderFor(name: string): string {
  const [folder] = folders;
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
