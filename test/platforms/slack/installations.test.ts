import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encryptedInstallations } from '../../../src/platforms/slack/installations.ts';
import { memoryInstallations } from './stage.ts';

const [older, newer, foreign] = [randomBytes(32), randomBytes(32), randomBytes(32)];

describe('installations at rest', () => {
  it('hold no token, and open with the key', async () => {
    const kept = memoryInstallations();
    const store = encryptedInstallations(kept, [older]);
    await store.put('T1', '{"token":"xoxb-secret"}');
    expect(JSON.stringify([...kept.kept])).not.toContain('xoxb');
    expect(await store.get('T1')).toBe('{"token":"xoxb-secret"}');
    expect(await store.get('T2')).toBeUndefined();
  });

  it('are different each time, though what is kept is the same', async () => {
    const kept = memoryInstallations();
    const store = encryptedInstallations(kept, [older]);
    await store.put('T1', 'same');
    await store.put('T2', 'same');
    expect(kept.kept.get('T1')).not.toBe(kept.kept.get('T2'));
  });

  it('open after the key was changed, and are written with the new one', async () => {
    const kept = memoryInstallations();
    await encryptedInstallations(kept, [older]).put('T1', 'old');
    const store = encryptedInstallations(kept, [newer, older]);
    expect(await store.get('T1')).toBe('old');
    await store.put('T1', 'new');
    expect(await encryptedInstallations(kept, [newer]).get('T1')).toBe('new');
  });

  it('open neither with another key, nor for another workspace, nor changed', async () => {
    const kept = memoryInstallations();
    const store = encryptedInstallations(kept, [older]);
    await store.put('T1', 'words');
    const value = kept.kept.get('T1') ?? '';
    await expect(encryptedInstallations(kept, [foreign]).get('T1')).rejects.toThrow('TOKEN_ENCRYPTION_KEY');
    kept.kept.set('T2', value);
    await expect(store.get('T2')).rejects.toThrow();
    kept.kept.set('T1', `${value.slice(0, -2)}${value.endsWith('AA') ? 'BB' : 'AA'}`);
    await expect(store.get('T1')).rejects.toThrow();
    kept.kept.set('T1', 'plain');
    await expect(store.get('T1')).rejects.toThrow('not readable');
  });

  it('are not kept at all without a key', () => {
    expect(() => encryptedInstallations(memoryInstallations(), [])).toThrow('no key');
  });
});
