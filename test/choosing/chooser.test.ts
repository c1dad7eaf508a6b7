import { afterAll, beforeEach, expect, test } from 'vitest';
import { createChooser, WAITS_MS } from '../../src/choosing/chooser.ts';
import { choosing, startModel } from '../servers/model.ts';

const KEY = 'sk-very-secret';
const server = await startModel(choosing(() => [1]));
let at = 0;
const counts: string[] = [];
const made = () =>
  createChooser({
    settings: { url: server.url, model: 'small', key: KEY },
    elapsed: () => at,
    counted: (outcome) => counts.push(outcome),
  });

const asked = { question: 'Who won?', items: ['The first: it won.', 'The second: it lost.'] };

beforeEach(() => {
  at = 0;
  counts.length = 0;
  server.behaviour = choosing(() => [1]);
});
afterAll(() => server.close());

test('a question and its numbered items go to the server with its key, and a choice comes back', async () => {
  expect(await made().choose(asked)).toEqual({ kind: 'chosen', places: [0] });
  expect(server.asked.at(-1)).toEqual({
    question: 'Who won?',
    items: [
      { number: 1, text: 'The first: it won.' },
      { number: 2, text: 'The second: it lost.' },
    ],
    authorization: `Bearer ${KEY}`,
  });
  expect(server.faults).toEqual([]);
});

test('it may choose none', async () => {
  server.behaviour = choosing(() => []);
  expect(await made().choose(asked)).toEqual({ kind: 'none' });
});

const says = (content: string, finish?: string) =>
  ({ kind: 'says', content: () => content, ...(finish !== undefined && { finish }) }) as const;

test.each([
  ['a number that no item has', choosing(() => [3])],
  ['no number at all', choosing(() => ['1'])],
  ['zero, a fraction, one below zero', choosing(() => [0, 1.5, -1])],
  ['the same one twice', choosing(() => [1, 1])],
  ['more than three', choosing(() => [1, 2, 1, 2])],
  ['an answer of its own', says('The first one won, as everybody knows.')],
  ['a choice with an answer of its own beside it', says('{"items":[1],"answer":"It won."}')],
  ['a choice in a sentence', says('Sure. {"items":[1]}')],
  ['a choice that was cut', says('{"items":[1', 'length')],
  ['a whole one that was cut behind it', says('{"items":[1]}', 'length')],
  ['megabytes', says(`{"items":[1],"why":"${'x'.repeat(5_000_000)}"}`)],
  ['something else', { kind: 'sends', status: 200, body: '<html>' }],
  ['no choices', { kind: 'sends', status: 200, body: '{"choices":[]}' }],
] as const)('is as if it had not answered where it sends %s', async (_, behaviour) => {
  server.behaviour = behaviour;
  expect(await made().choose(asked)).toEqual({ kind: 'silent', why: 'wrong' });
});

test.each([
  ['refuses', { kind: 'sends', status: 401, body: '{"error":{"message":"no"}}' }],
  ['breaks', { kind: 'sends', status: 500, body: '' }],
  ['hangs up in the middle', { kind: 'cuts' }],
  ['sends us elsewhere', { kind: 'sends', status: 307, body: '', headers: { location: server.url } }],
] as const)('is as if it had not answered where it %s', async (_, behaviour) => {
  server.behaviour = behaviour;
  expect(await made().choose(asked)).toEqual({ kind: 'silent', why: 'failed' });
});

test('and where nobody listens', async () => {
  const gone = await startModel(choosing(() => [1]));
  await gone.close();
  const chooser = createChooser({ settings: { url: gone.url, model: 'small' }, elapsed: () => 0 });
  expect(await chooser.choose(asked)).toEqual({ kind: 'silent', why: 'failed' });
});

test('two seconds are all that it has, whether it says nothing or never comes to an end', async () => {
  expect(WAITS_MS).toBe(2_000);
  const chooser = made();
  server.behaviour = { kind: 'silent' };
  const silent = chooser.choose(asked);
  await expect.poll(() => server.asked.length).toBeGreaterThan(0);
  const dripping = await startModel({ kind: 'drips' });
  const other = createChooser({ settings: { url: dripping.url, model: 'small' }, elapsed: () => 0 });
  expect(await Promise.all([silent, other.choose(asked)])).toEqual([
    { kind: 'silent', why: 'late' },
    { kind: 'silent', why: 'late' },
  ]);
  await dripping.close();
});

test('after three failures it is left alone for a minute, and one success forgets those before', async () => {
  const chooser = made();
  const broken = { kind: 'sends', status: 500, body: '' } as const;
  server.behaviour = broken;
  await chooser.choose(asked);
  await chooser.choose(asked);
  server.behaviour = choosing(() => [2]);
  expect(await chooser.choose(asked)).toEqual({ kind: 'chosen', places: [1] });
  server.behaviour = broken;
  for (let time = 0; time < 3; time += 1) await chooser.choose(asked);
  const before = server.asked.length;
  expect(chooser.rests()).toBe(true);
  server.behaviour = choosing(() => [2]);
  at = 59_999;
  expect(await chooser.choose(asked)).toEqual({ kind: 'silent', why: 'resting' });
  expect(server.asked.length).toBe(before);
  at = 60_000;
  expect(chooser.rests()).toBe(false);
  expect(await chooser.choose(asked)).toEqual({ kind: 'chosen', places: [1] });
  expect(counts).toEqual([
    ...['failed', 'failed', 'chosen', 'failed', 'failed', 'failed', 'resting', 'chosen'],
  ]);
});
