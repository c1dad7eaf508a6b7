import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answered, JSON_TYPE, type Stage, stage } from './stage.ts';

let the: Stage;

beforeAll(async () => {
  the = await stage();
});
afterAll(async () => {
  expect(the.errors).toEqual([]);
  await the.stop();
});

const line = JSON.stringify({ line: '/kuril deals' });

describe('who is let in', () => {
  it.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])('%s by its name, at any port', async (name) => {
    for (const host of [name, `${name}:${the.port}`, `${name}:8080`]) {
      expect((await the.ask({ headers: { host } })).status).toBe(200);
    }
  });

  it.each([
    'evil.example',
    'evil.example:3000',
    '127.0.0.1.evil.example',
    '127.0.0.1.nip.io',
    'localhost.evil.example',
    'localhost.',
    'localtest.me',
    'notlocalhost',
    '127.0.0.1@evil.example',
    '127.0.0.1:80:80',
    '127.0.0.1:999999',
    '0.0.0.0',
    '[::]',
    '2130706433',
    '127.1',
    '10.0.0.1',
  ])('nobody who calls it %s, as after a rebinding of names', async (host) => {
    const refused = await the.ask({ headers: { host } });
    expect([400, 403]).toContain(refused.status);
    expectSafe(refused);
  });

  it.each([
    ['x-forwarded-for', '203.0.113.9'],
    ['forwarded', 'for=203.0.113.9'],
    ['x-real-ip', '127.0.0.1'],
    ['via', '1.1 proxy'],
  ])('nobody who comes through a proxy, told by %s', async (name, value) => {
    const headers = { host: `127.0.0.1:${the.port}`, [name]: value, ...JSON_TYPE };
    for (const path of ['/', '/api/digest']) expectRefused(await the.ask({ path, headers }), 403);
    expectRefused(await the.ask({ method: 'POST', path: '/api/type', headers, body: line }), 403);
  });

  it.each(['https://evil.example', 'http://localhost:1', 'http://127.0.0.1', 'null', 'file://', ''])(
    'no page of %s',
    async (origin) => {
      const headers = { host: `127.0.0.1:${the.port}`, origin, ...JSON_TYPE };
      for (const path of ['/', '/api/digest', '/api/events', '/assets/main.js']) {
        expectRefused(await the.ask({ path, headers }), 403);
      }
      expectRefused(await the.ask({ method: 'POST', path: '/api/type', headers, body: line }), 403);
    },
  );

  it.each(['cross-site', 'same-site'])('no %s request, but a link to the page', async (site) => {
    const headers = { 'sec-fetch-site': site, ...JSON_TYPE };
    expect((await the.ask({ headers })).status).toBe(200);
    for (const path of ['/api/digest', '/api/events', '/api/complete?typed=/kuril', '/assets/main.js']) {
      expectRefused(await the.ask({ path, headers }), 403);
    }
    for (const path of ['/api/type', '/api/press', '/api/clock']) {
      expectRefused(await the.ask({ method: 'POST', path, headers, body: line }), 403);
    }
  });

  it('its own page, for everything', async () => {
    const host = `localhost:${the.port}`;
    const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin', ...JSON_TYPE };
    expect((await the.ask({ path: '/api/digest', headers })).status).toBe(200);
    expect((await the.ask({ method: 'POST', path: '/api/type', headers, body: line })).status).toBe(204);
  });

  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/plain;application/json',
    'application/jsonp',
    '',
  ])('no body of the kind that a form can post: %s', async (type) => {
    const headers = { 'content-type': type };
    for (const path of ['/api/type', '/api/press', '/api/clock']) {
      expectRefused(await the.ask({ method: 'POST', path, headers, body: line }), 415);
    }
  });
});

describe('every response', () => {
  it('allows nothing remote and no frame, errors too', async () => {
    const asked = [
      { path: '/' },
      { path: '/assets/main.js' },
      { path: '/assets/main.css' },
      { path: '/assets/nothing.js' },
      { path: '/nowhere' },
      { path: '/api/digest' },
      { path: '/api/guide/slack' },
      { path: '/api/guide/none' },
      { method: 'PUT', path: '/api/type' },
      { method: 'POST', path: '/api/type', headers: JSON_TYPE, body: '{' },
      { method: 'POST', path: '/api/type', headers: JSON_TYPE, body: 'x'.repeat(70_000) },
      { headers: { host: 'evil.example' } },
    ];
    for (const one of asked) expectSafe(await the.ask(one));
  });

  it('names no remote source in its policy', async () => {
    const policy = String((await the.ask({})).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'");
  });
});

function expectRefused(answered: Answered, status: number) {
  expect(answered.status).toBe(status);
  expectSafe(answered);
}

function expectSafe({ headers }: Answered) {
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  expect(headers['access-control-allow-origin']).toBeUndefined();
}
