/** Reasons in the store: codes, and what earlier versions wrote down as sentences. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Reason } from '../../src/ports/reasons.ts';
import type { DeliveryState } from '../../src/ports/store.ts';
import { en } from '../../src/show/messages/en.ts';
import { brief, inFull } from '../../src/show/messages/reasons.ts';
import { createStore, type FullStore, type StoreChoice } from '../../src/store/create.ts';
import { codeOf } from '../../src/store/migration-reasons.ts';
import { reasonRead, reasonWritten } from '../../src/store/reasons.ts';
import { MONDAY, sendIt, subscription } from '../contracts/store-fixture.ts';
import { startPostgres } from '../servers/postgres.ts';

const OLD = new URL('../fixtures/store/reasons-in-words.sql', import.meta.url);

describe('a database that kept its reasons as sentences', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attache-reasons-'));
  const file = join(folder, 'attache.sqlite');
  const old = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  old.exec(readFileSync(OLD, 'utf8'));
  const before = old.prepare('select subscription, state, why from delivery').all() as Row[];
  old.close();
  type Row = { subscription: string; state: string; why: string };

  test('says the same of each delivery as before, by codes', async () => {
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const store = await open({ kind: 'sqlite', dataDir: folder });
    expect(before.length).toBeGreaterThan(20);
    for (const { subscription: id, why } of before) {
      const [delivery] = await store.history.deliveries(id, 1);
      const state = delivery?.state as DeliveryState & { why: Reason };
      const shown = state.kind === 'gone' ? inFull(state.why, en) : brief(state.why, en);
      expect(shown).toBe(why.replace('. (ECONNRESET).', ' (ECONNRESET).'));
      expect([why, state.why.code === 'words']).toEqual([why, why.startsWith('Words that')]);
    }
    const [byPerson, byRefusals] = await Promise.all(
      ['CP', 'CB'].map((channel) => store.subscriptions.get(subscription({ channel }))),
    );
    expect(byPerson?.state).toMatchObject({ why: { code: 'paused-by-person' } });
    expect(byRefusals?.state).toMatchObject({ why: { code: 'timetable-broken' } });
    expect(await store.ledger.pause('slack')).toMatchObject({
      why: { code: 'refused', by: 'slack', mend: 'unreachable' },
    });
  });
});

test('a replica of the version before may go on writing sentences beside: they are read, on Postgres too', async () => {
  const server = await startPostgres();
  onTestFinished(() => server.end());
  const url = await server.database();
  const store = await open({ kind: 'postgres', url });
  for (const channel of ['C1', 'C2']) await store.subscriptions.put(subscription({ channel }));
  await store.ledger.claim(2, (one) => ({ ...sendIt(one), record: [skippedOf(one.next!)] }) as never);
  const client = new pg.Client(url);
  await client.connect();
  onTestFinished(() => client.end());
  const archived = 'This channel is archived. Unarchive it, or subscribe in another channel.';
  await client.query('update delivery set why = $1 where channel = $2', [archived, 'C1']);
  expect(await whyIn(store, 'C1')).toEqual({ code: 'words', words: archived });
  // As that version left it: the next start brings it up to date.
  await client.query("delete from kysely_migration where name = '0012-reasons'");
  const later = await open({ kind: 'postgres', url });
  expect(await whyIn(later, 'C1')).toEqual({ code: 'refused', by: 'slack', mend: 'archived' });
  expect(await whyIn(later, 'C2')).toEqual({ code: 'overtaken' });
});

test('a reason is read as it was written, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (words, answer) => {
      const reasons: readonly Reason[] = [
        { code: 'words', words },
        { code: 'refused', by: 'slack', mend: 'refused', answer },
        {
          code: 'not-in-time',
          graceMs: 1,
          why: { code: 'refused', by: 'discord', mend: 'limited', seen: answer },
        },
      ];
      for (const reason of reasons) expect(reasonRead(reasonWritten(reason))).toEqual(reason);
      expect(codeOf(words)).toBeDefined();
    }),
  );
});

test('a refusal that only another version has words for still says that the platform refused', () => {
  const reason = { code: 'refused', by: 'discord', mend: 'ofNextYear', answer: '999001' } as const;
  expect(inFull(reason, en)).toContain('Discord refused with its code 999001.');
});

function skippedOf(slot: { date: string; at: number }) {
  return { slot, as: { kind: 'skipped', why: { code: 'overtaken' } } };
}

async function whyIn(store: FullStore, channel: string): Promise<Reason | undefined> {
  const [delivery] = await store.history.deliveries(subscription({ channel }).id, 1);
  return delivery?.state.kind === 'skipped' ? delivery.state.why : undefined;
}

async function open(choice: StoreChoice): Promise<FullStore> {
  const created = await createStore(choice, { now: () => MONDAY });
  if (created.kind !== 'open') throw new Error(created.why);
  onTestFinished(() => created.store.close());
  return created.store;
}
