import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBot } from '../../src/bot.ts';
import { noDesk } from '../../src/digest/desk/no-desk.ts';
import { reload as reloadVerb } from '../../src/main/reload.ts';
import { askForReload, listenForReload, type Reloading } from '../../src/main/reloading.ts';
import { openShelf, type Shelf } from '../../src/main/shelf.ts';
import type { Bot } from '../../src/ports/bot.ts';
import { StoreDown } from '../../src/ports/store.ts';
import { plain } from '../../src/reply/plain.ts';
import { en } from '../../src/show/messages/en.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import { createStore, type FullStore } from '../../src/store/create.ts';
import { askOf } from '../commands/kuril.ts';
import { silent } from '../kit/log.ts';
import { until } from '../kit/until.ts';
import { startPostgres } from '../servers/postgres.ts';
import { story } from '../story/kit.ts';
import { AFTER, BEFORE, reloadedOnThree } from '../story/reloaded.ts';

let root: string;
let replicas: Replica[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'attache-reload-'));
  replicas = [];
});

afterEach(async () => {
  for (const { reloading, store } of replicas) {
    reloading.stop();
    await store.close();
  }
  rmSync(root, { recursive: true, force: true });
});

type Replica = {
  readonly shelf: Shelf;
  readonly bot: Bot;
  readonly store: FullStore;
  readonly reloading: Reloading;
  readonly folder: string;
  readonly environment: Record<string, string>;
};

/** A replica with files of its own, as on a machine of its own. */
async function replica(name: string, away: () => boolean = () => false): Promise<Replica> {
  const folder = join(root, name, 'briefings', 'wells');
  cpSync(join(root, 'wells'), folder, { recursive: true });
  const environment = {
    BRIEFINGS_DIR: join(root, name, 'briefings'),
    DATA_DIR: join(root, name, 'data'),
    DEFAULT_BRIEFING: 'wells',
  };
  const shelf = openShelf(environment, en)!;
  const dataDir = join(root, name, 'store');
  const created = await createStore({ kind: 'sqlite', dataDir }, { now: Date.now });
  if (created.kind === 'refused') throw new Error(created.why);
  const { store } = created;
  const bot = createBot({
    get briefings() {
      return shelf.all();
    },
    ...{ desk: noDesk(shelf.all(), messagesFor), log: silent, reference: () => 'ref', messagesFor },
  });
  const record: typeof store.revisions.record = async (...asked) => {
    if (away()) throw new StoreDown('The store is away', 'Wait for it');
    return store.revisions.record(...asked);
  };
  const reloading = listenForReload({
    ...{ environment, shelf, log: silent },
    store: { revisions: { ...store.revisions, record } },
    reloaded: async () => undefined,
  });
  const made = { shelf, bot, store, reloading, folder, environment };
  replicas.push(made);
  return made;
}

async function yearBy({ bot }: Replica): Promise<string> {
  const ask = { ...askOf('ask When did Tarrow close the plant?'), briefing: 'wells' };
  const said = plain(await bot.respond(ask), en);
  return said.includes('2011') ? '2011' : said.includes('2009') ? '2009' : said;
}

describe('a briefing that is released while the bot runs', () => {
  test('is answered from by three replicas, each from its own files, and nobody answers wrongly between', async () => {
    const server = await startPostgres();
    try {
      const { answers } = await reloadedOnThree(root, await server.database());
      // As before until it comes, and as after from then on.
      for (const years of answers) {
        const from = years.indexOf(AFTER);
        expect(new Set(years.slice(0, from))).toEqual(new Set([BEFORE]));
        expect(new Set(years.slice(from))).toEqual(new Set([AFTER]));
      }
    } finally {
      await server.end();
    }
  });

  test('is recorded as soon as the store is back, where that was away when it came', async () => {
    const told = story(root);
    told.release(0);
    let refusals = 2;
    const one = await replica('a', () => refusals-- > 0);
    told.release(1);
    cpSync(told.folder, one.folder, { recursive: true });
    askForReload(one.environment);
    await until(async () => (await one.store.revisions.newest()).get('wells') === 2, 'it is recorded');
    expect(refusals).toBeLessThan(0);
    expect(await yearBy(one)).toBe('2011');
  });

  test('shows a replica whose files were not brought up to date as behind', async () => {
    const told = story(root);
    told.release(0);
    const one = await replica('a');
    await one.store.revisions.record('wells', 7, {});
    await until(() => one.reloading.behind().length > 0, 'it knows');
    expect(one.reloading.behind()).toEqual(['wells']);
    expect(await yearBy(one)).toBe('2009');
  });
});

describe('a briefing that is broken while the bot runs', () => {
  test('stays as it was when it was whole, is told, and the others are read anew', async () => {
    const told = story(root);
    told.release(0);
    const one = await replica('a');
    const file = join(one.folder, 'background.yaml');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, `${before}- id: broken\n  text: [\n`);
    process.emit('SIGHUP', 'SIGHUP');
    await until(() => one.shelf.broken().length === 1, 'it is told');
    expect(one.shelf.broken()[0]?.faults[0]?.found).toContain('broken YAML');
    expect(await yearBy(one)).toBe('2009');
    writeFileSync(file, before);
    await reloadVerb([], one.environment, en);
    await until(() => one.shelf.broken().length === 0, 'it is mended');
    expect(one.shelf.find('wells')).toBe(one.shelf.all()[0]);
  });
});
