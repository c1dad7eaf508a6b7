import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlId } from '../../../src/reply/control.ts';
import { runs } from '../../kit/runs.ts';
import { JSON_TYPE, type Stage, stage } from './stage.ts';

let the: Stage;

beforeAll(async () => {
  the = await stage();
});
afterAll(async () => {
  expect(the.errors).toEqual([]);
  expect((await the.ask({})).status).toBe(200);
  await the.stop();
});

const post = (path: string, body: string | Uint8Array) =>
  the.ask({ method: 'POST', path, headers: JSON_TYPE, body });
const typed = (line: unknown) => post('/api/type', JSON.stringify({ line }));
const pressed = (id: unknown, entry: unknown = 1, platform: unknown = 'slack') =>
  post('/api/press', JSON.stringify({ entry, platform, id }));

describe('a body', () => {
  it.each([
    '',
    '{',
    'null',
    '[]',
    '1',
    '"x"',
    '{"line":1}',
    '{"line":null}',
    '{"line":"a","more":1}',
    '[{}]',
  ])('that is no line is refused: %s', async (body) => {
    for (const path of ['/api/type', '/api/press', '/api/clock']) {
      expect((await post(path, body)).status).toBe(400);
    }
  });

  it('over 64 KB is refused, told or not how long it is', async () => {
    expect((await post('/api/type', JSON.stringify({ line: 'x'.repeat(70_000) }))).status).toBe(413);
    const headers = { ...JSON_TYPE, 'transfer-encoding': 'chunked' };
    const body = JSON.stringify({ line: 'x'.repeat(70_000) });
    expect((await the.ask({ method: 'POST', path: '/api/type', headers, body })).status).toBe(413);
  });

  it('that is no text is refused', async () => {
    expect((await post('/api/type', new Uint8Array([0xff, 0xfe, 0x7b, 0x22]))).status).toBe(400);
  });

  it('with a prototype in it changes nobody', async () => {
    expect((await post('/api/type', '{"__proto__":{"polluted":1},"line":"a"}')).status).toBe(400);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a line', () => {
  it('of 4,000 characters is answered, and one more is refused', async () => {
    for (const letter of ['x', '北', '"', ' ', '\u{202e}']) {
      expect((await typed(letter.repeat(4_000))).status).toBe(204);
    }
    expect((await typed(`/kuril ${'y'.repeat(3_993)}`)).status).toBe(204);
    expect((await typed('x'.repeat(4_001))).status).toBe(400);
  });

  it.each(['', ' ', '/', '//', '/kuril', '/kuril\0', '\ud800', '@Attaché', '@attaché@attaché', '/nosuch x'])(
    'that is odd is answered: %j',
    async (line) => {
      expect((await typed(line)).status).toBe(204);
    },
  );
});

describe('a control', () => {
  it.each([
    '',
    'nonsense',
    '1|kuril|p0|deals',
    '1|kuril|p9999|deals',
    '1|nosuch|s|deals',
    '1|__proto__|s|deals',
    '1|kuril|h|',
    '2|kuril|s|deals',
    `1|kuril|s|${'x'.repeat(3_900)}`,
  ])('that is hostile or old gets an answer: %j', async (id) => {
    expect((await pressed(id)).status).toBe(204);
  });

  it('in an entry that there is not gets its answer all the same', async () => {
    const id = controlId({ briefing: 'kuril', words: 'positions', action: { kind: 'page', page: 2 } });
    for (const entry of [0, -1, 999_999, Number.MAX_SAFE_INTEGER]) {
      expect((await pressed(id, entry)).status).toBe(204);
    }
    expect((await pressed(id, 1.5)).status).toBe(400);
    expect((await pressed(id, 1, 'teams')).status).toBe(400);
  });
});

describe('a path', () => {
  it.each([
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/__proto__',
    '/assets/constructor',
    '/assets/files/..%2fpackage.json',
    '/assets/files/lato-..%2f..%2fpackage.json',
    '/assets/files/lato-nosuch.woff2',
    '/assets/files/noto-sans-jp-.woff2',
    '/assets/files/lato-%00.woff2',
    '/assets/%E0%A4%A',
    '/assets/',
    '/api/guide/..%2f..%2fREADME',
    '/api/guide/__proto__',
    '/api/guide/constructor',
    '/api/guide/%E0%A4%A',
    '/api/guide/',
    '/api/',
    '/api/type',
    '/%',
    '/../../etc/passwd',
    '//evil.example/',
    '/.env',
    '/package.json',
  ])('leads nowhere: %s', async (path) => {
    const { status, body } = await the.ask({ path });
    expect([400, 403, 404]).toContain(status);
    expect(body).not.toMatch(/"name": "attache"|root:/);
  });

  it('of the events answers a question for the head alone, and ends', async () => {
    expect((await the.ask({ method: 'HEAD', path: '/api/events' })).status).toBe(200);
  });
});

describe('whatever is posted', () => {
  const path = fc.constantFrom('/api/type', '/api/press', '/api/clock', '/api/complete', '/api/nothing');
  const control = fc
    .tuple(fc.constantFrom('s', 'h', 'p1', 'p2', 'p77', 'x'), fc.string({ unit: 'binary', maxLength: 80 }))
    .map(([action, words]) => `1|kuril|${action}|${words}`);
  const body = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.string({ unit: 'binary', maxLength: 200 }).map((line) => JSON.stringify({ line })),
    fc.string({ maxLength: 60 }).map((words) => JSON.stringify({ line: `/kuril ${words}` })),
    fc
      .tuple(fc.oneof(control, fc.string()), fc.integer(), fc.constantFrom('slack', 'discord'))
      .map(([id, entry, platform]) => JSON.stringify({ id, entry, platform })),
    fc.double().map((at) => JSON.stringify({ at })),
    fc.jsonValue().map((line) => JSON.stringify({ line, at: line, id: line })),
  );

  it('is answered, or refused in words: never a fault of ours', async () => {
    await fc.assert(
      fc.asyncProperty(path, body, async (to, posted) => {
        const { status } = await post(to, posted);
        expect([204, 400, 404]).toContain(status);
      }),
      { numRuns: runs(400) },
    );
  });

  it('completion takes any words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (words) => {
        const query = new URLSearchParams({ typed: `/kuril ${words}` });
        expect((await the.ask({ path: `/api/complete?${query}` })).status).toBe(200);
      }),
      { numRuns: runs(200) },
    );
  });
});
