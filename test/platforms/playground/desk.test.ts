/** The desk over real HTTP: saving, conflicts, undoing, and a disk that refuses. */
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReview } from '../../../src/main/review.ts';
import type { Sheet } from '../../../src/ports/review.ts';
import { en } from '../../../src/show/messages/en.ts';
import { type Asked, JSON_TYPE, type Stage, stage } from './stage.ts';

const HARBOUR = join(import.meta.dirname, '../../fixtures/briefings/harbour');

let root: string;
let data: string;
let the: Stage;
const opened = () =>
  stage(
    createReview({
      environment: { BRIEFINGS_DIR: root, DATA_DIR: data },
      say: en,
      editor: 'anna',
      articles: [],
      today: () => '2026-11-27',
      now: Date.now,
      seen: () => undefined,
    }),
  );
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'attache-desk-'));
  data = mkdtempSync(join(tmpdir(), 'attache-desk-data-'));
  cpSync(HARBOUR, join(root, 'harbour'), { recursive: true });
  the = await opened();
});
afterEach(async () => {
  expect(the.errors).toEqual([]);
  await the.stop();
  rmSync(root, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
});

const file = (name: string) => readFileSync(join(root, 'harbour', name), 'utf8');
const sheet = async (): Promise<Sheet> => JSON.parse((await the.ask({ path: '/api/desk/harbour' })).body);

async function post(what: string, body: unknown) {
  const asked: Asked = {
    method: 'POST',
    path: `/api/desk/harbour/${what}`,
    headers: JSON_TYPE,
    body: JSON.stringify(body),
  };
  const answered = await the.ask(asked);
  return {
    status: answered.status,
    body: answered.status === 200 ? JSON.parse(answered.body) : answered.body,
  };
}

/** An edit of the first statement's words, as the page would send it. */
async function reworded(text: string) {
  const item = (await sheet()).items.find(
    ({ kind, fields }) => kind === 'statement' && fields.mode === 'reported',
  )!;
  return { by: 'anna', edit: { kind: 'change', item: item.id, was: item.was, fields: { text } } };
}

describe('the desk', () => {
  it('lists the briefings and shows one with its source and its items', async () => {
    const { body } = await the.ask({ path: '/api/desk' });
    expect(JSON.parse(body)).toMatchObject({ editor: 'anna' });
    expect(JSON.parse(body).briefings.map(({ id }: { id: string }) => id)).toContain('harbour');
    const { items, sources, left } = await sheet();
    expect(items.length).toBeGreaterThan(10);
    expect(sources[0]?.paragraphs.length).toBeGreaterThan(3);
    expect(left.faults).toBe(0);
    expect((await the.ask({ path: '/api/desk/nowhere' })).status).toBe(404);
    expect((await the.ask({ path: '/desk/harbour' })).status).toBe(200);
  });

  it('keeps everybody out who is not its own page on this machine', async () => {
    const edit = JSON.stringify(await reworded('Stolen.'));
    const before = file('statements.yaml');
    const paths = ['save', 'undo', 'try', 'release'].map((what) => `/api/desk/harbour/${what}`);
    for (const path of paths) {
      const send = (headers: Record<string, string>) =>
        the.ask({ method: 'POST', path, headers, body: edit });
      expect((await send({ ...JSON_TYPE, host: 'evil.example' })).status).toBe(403);
      expect((await send({ ...JSON_TYPE, origin: 'https://evil.example' })).status).toBe(403);
      expect((await send({ ...JSON_TYPE, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
      expect((await send({ 'content-type': 'text/plain' })).status).toBe(415);
    }
    expect(
      (await the.ask({ path: '/api/desk/harbour', headers: { 'sec-fetch-site': 'same-site' } })).status,
    ).toBe(403);
    expect((await the.ask({ path: '/api/desk/..%2f..%2fetc' })).status).toBe(404);
    expect(file('statements.yaml')).toBe(before);
  });

  it('saves an edit, touching nothing else, and takes it back letter by letter', async () => {
    const before = file('statements.yaml');
    const { body: saved } = await post('save', await reworded('The harbour said 4711 things.'));
    expect(saved.kind).toBe('saved');
    const after = file('statements.yaml').split('\n');
    const changed = before.split('\n').filter((line) => !after.includes(line));
    expect(changed).toHaveLength(1);
    expect(after.filter((line) => line.includes('4711'))).toHaveLength(1);
    expect(saved.sheet.left.faults).toBeGreaterThan(0);

    const { body: undone } = await post('undo', { token: saved.undo });
    expect(undone.kind).toBe('saved');
    expect(file('statements.yaml')).toBe(before);
    const { body: again } = await post('undo', { token: undone.undo });
    expect(again.kind).toBe('saved');
    expect(file('statements.yaml').split('\n')).toEqual(after);
    expect((await post('undo', { token: 'made-up' })).body.kind).toBe('refused');
  });

  it('takes an edit back that was made before the desk was closed', async () => {
    const before = file('statements.yaml');
    const { body: saved } = await post('save', await reworded('The harbour said 4711 things.'));
    await the.stop();
    the = await opened();
    expect((await post('undo', { token: saved.undo })).body.kind).toBe('saved');
    expect(file('statements.yaml')).toBe(before);
    expect((await post('undo', { token: '../harbour/briefing' })).body.kind).toBe('refused');
  });

  it('releases nothing that nobody has put into words', async () => {
    const statements = file('statements.yaml');
    const [, text = ''] = /mode: reported\n(?: {2}.*\n)*? {2}text: (.+)/.exec(statements) ?? [];
    const unworded = statements
      .replace(text, "''")
      .replace(/(?<=text: ''\n)/, '  from: { paragraph: 1, start: 0, end: 9 }\n');
    expect(unworded).not.toBe(statements);
    writeFileSync(join(root, 'harbour', 'statements.yaml'), unworded);
    expect((await post('release', {})).body).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('1 item has no words yet'),
    });
    expect(readdirSync(join(root, 'harbour'))).not.toContain('released.json');
  });

  it('says so where the item was changed in another window or by hand, and saves on top only where asked to', async () => {
    const [mine, theirs] = [await reworded('My words.'), await reworded('Their words.')];
    expect((await post('save', theirs)).body.kind).toBe('saved');
    const { body: conflict } = await post('save', mine);
    expect(conflict).toMatchObject({ kind: 'conflict', why: expect.stringContaining('changed meanwhile') });
    expect(JSON.stringify(conflict.sheet)).toContain('Their words.');
    expect(file('statements.yaml')).toContain('Their words.');
    expect((await post('save', { ...mine, anyway: true })).body.kind).toBe('saved');
    expect(file('statements.yaml')).toContain('My words.');
  });

  it('lets two windows work on two items of one file', async () => {
    const all = (await sheet()).items.filter(({ kind }) => kind === 'statement');
    const edits = all.slice(0, 2).map(({ id, was }) => ({
      by: 'anna',
      edit: { kind: 'change', item: id, was, fields: { about: 'two at once' } },
    }));
    const saved = await Promise.all(edits.map((edit) => post('save', edit)));
    expect(saved.map(({ body }) => body.kind)).toEqual(['saved', 'saved']);
    expect(file('statements.yaml').match(/about: two at once/g)).toHaveLength(2);
    // Taking the first back would take the second along, were it by the file as it was then.
    expect((await post('undo', { token: saved[0]!.body.undo })).body).toMatchObject({ kind: 'refused' });
  });

  it('refuses what would take the whole briefing away, and says which line of it', async () => {
    const before = file('statements.yaml');
    const edit = await reworded('x');
    for (const fields of [
      { mode: 'shouted' },
      { speakers: ['nobody-at-all'] },
      { speakers: 'x' },
      { nonsense: 1 },
    ]) {
      const { body } = await post('save', { ...edit, edit: { ...edit.edit, fields } });
      expect(body).toMatchObject({ kind: 'refused', why: expect.stringContaining('statements.yaml:') });
    }
    for (const odd of [
      {},
      { by: 'anna' },
      { by: '', edit: {} },
      { by: 'anna', edit: { kind: 'delete-all' } },
      [],
    ])
      expect((await post('save', odd)).body.kind).toBe('refused');
    expect((await post('save', 'text')).status).toBe(400);
    expect(file('statements.yaml')).toBe(before);
  });

  it('tries what is being typed without saving it: the proofs, and the answer as both platforms draw it', async () => {
    const before = file('statements.yaml');
    const edit = await reworded('The harbour costs 987654 euros.');
    const { body: tried } = await post('try', { words: 'people', sent: edit });
    expect(tried.kind).toBe('tried');
    expect(JSON.stringify(tried.item.faults)).toContain('987654');
    expect(JSON.stringify(tried.shown.slack)).toContain('blocks');
    expect(JSON.stringify(tried.shown.discord)).toContain('components');
    expect(file('statements.yaml')).toBe(before);
  });

  it('says that the disk refuses, changes nothing, and saves the same edit once it is allowed', async () => {
    const folder = join(root, 'harbour');
    const edit = await reworded('Words for later.');
    const before = file('statements.yaml');
    chmodSync(folder, 0o555);
    const refused = await asNobody(() => post('save', edit));
    expect(refused.body).toMatchObject({
      kind: 'unsaved',
      why: expect.stringContaining('may not be written to'),
    });
    expect(file('statements.yaml')).toBe(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    chmodSync(folder, 0o755);
    expect((await post('save', edit)).body.kind).toBe('saved');
    expect(file('statements.yaml')).toContain('Words for later.');
  });

  it('works on beside a file that somebody broke by hand, and says which line', async () => {
    writeFileSync(join(root, 'harbour/deals.yaml'), '- id: [broken\n');
    const { faults, items } = await sheet();
    expect(faults.join(' ')).toContain('deals.yaml:');
    expect(items.some(({ kind }) => kind === 'statement')).toBe(true);
    expect((await post('save', await reworded('Still saved.'))).body.kind).toBe('saved');
    expect(file('deals.yaml')).toBe('- id: [broken\n');
  });
});

/** Root may write anywhere: for a moment the process is somebody who may not. */
async function asNobody<T>(act: () => Promise<T>): Promise<T> {
  const NOBODY = 65_534;
  if (process.geteuid?.() !== 0) return act();
  chownSync(root, NOBODY, NOBODY);
  process.seteuid!(NOBODY);
  try {
    return await act();
  } finally {
    process.seteuid!(0);
  }
}
