import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encryptedInstallations } from '../../src/platforms/slack/installations.ts';
import type { InstallationKeeper } from '../../src/ports/store.ts';
import { createStore } from '../../src/store/create.ts';
import { run, startProcess, temporaryFolder } from '../main/running.ts';

const [older, newer, lost] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const written = (...keys: Buffer[]) => keys.map((key) => key.toString('base64')).join(',');

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(async () => {
  folder = temporaryFolder();
  await withStore(async (kept) => {
    for (const [team, key] of [
      ['T1', older],
      ['T2', older],
      ['T3', newer],
    ] as const)
      await encryptedInstallations(kept, [key]).put(team, `{"of":"${team}"}`);
  });
});
afterEach(() => folder.remove());

async function withStore<T>(act: (kept: InstallationKeeper) => Promise<T>): Promise<T> {
  const created = await createStore({ kind: 'sqlite', dataDir: folder.path }, { now: Date.now });
  if (created.kind !== 'open') throw new Error(created.why);
  const done = await act(created.store.installations);
  await created.store.close();
  return done;
}

const rotate = (keys: string) =>
  run(['keys', 'rotate'], { DATA_DIR: folder.path, TOKEN_ENCRYPTION_KEY: keys });

describe('keys rotate', () => {
  it('encrypts every installation anew with the first key, so that the old one can go', async () => {
    const first = await rotate(written(newer, older));
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain('2 installations encrypted anew with the first key, 1 had it already');
    await withStore(async (kept) => {
      const store = encryptedInstallations(kept, [newer]);
      for (const team of ['T1', 'T2', 'T3']) expect(await store.get(team)).toBe(`{"of":"${team}"}`);
    });
    expect((await rotate(written(newer))).stdout).toContain('0 installations encrypted anew');
  });

  it('names the installations that no key opens, and leaves them as they are', async () => {
    await withStore((kept) => encryptedInstallations(kept, [lost]).put('T4', 'theirs'));
    const { status, stderr, stdout } = await rotate(written(newer, older));
    expect(status).toBe(1);
    expect(stdout).toContain('2 installations');
    expect(stderr).toContain('1 installation of 4 cannot be read');
    expect(stderr).toContain('T4');
    expect(await withStore((kept) => encryptedInstallations(kept, [lost]).get('T4'))).toBe('theirs');
  });

  it('says what to do where there is no key, or something else was asked for', async () => {
    expect(await rotate('')).toMatchObject({ status: 2, stderr: expect.stringContaining('is not set') });
    const other = await run(['keys', 'change'], { DATA_DIR: folder.path });
    expect(other).toMatchObject({ status: 2, stderr: expect.stringContaining('npm run keys -- rotate') });
  });
});

describe('the start', () => {
  it('says how many installations no key opens, and goes on for the others', async () => {
    const bot = startProcess({
      DATA_DIR: folder.path,
      PORT: '0',
      SLACK_SIGNING_SECRET: 'a-signing-secret',
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'a-client-secret',
      SLACK_STATE_SECRET: 'a long random text for the state',
      TOKEN_ENCRYPTION_KEY: written(newer),
    });
    try {
      await bot.says(/2 installations of 3 cannot be read/);
      await bot.says(/Answering on Slack/);
    } finally {
      bot.child.kill('SIGKILL');
      await bot.ended();
    }
  });
});
