/** The app's installations in many workspaces, kept encrypted, as Bolt asks for them. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { InstallationStore as BoltStore, Installation, InstallationQuery } from '@slack/bolt';
import type { InstallationStore } from '../../ports/store.ts';

/** No installation is kept for the workspace: it was never made, or it was purged. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
}

const CIPHER = 'aes-256-gcm';
const FORM = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A store whose values are encrypted with AES-256-GCM. `keys` are of 32 bytes: the first encrypts, all decrypt, so
 * that a key is changed by putting the new one first. The workspace is bound in: a value moved to another does not open.
 *
 * @throws when there is no key, or a value opens with none of them.
 */
export function encryptedInstallations(
  store: InstallationStore,
  keys: readonly Uint8Array[],
): InstallationStore {
  const [first] = keys;
  if (first === undefined) throw new Error('Installations are kept encrypted, and no key was given');
  return {
    put: (workspace, installation) => store.put(workspace, encrypt(installation, workspace, first)),
    remove: (workspace) => store.remove(workspace),
    async get(workspace) {
      const kept = await store.get(workspace);
      return kept === undefined ? undefined : decrypt(kept, workspace, keys);
    },
  };
}

export type Rotated =
  /** The first key opens it already. */
  | { readonly kind: 'kept' }
  /** Another one does: the same under the first. */
  | { readonly kind: 'anew'; readonly installation: string }
  | { readonly kind: 'unreadable' };

/** What is to become of a kept installation so that the first key opens it. Throws when there is no key. */
export function rotated(kept: string, workspace: string, keys: readonly Uint8Array[]): Rotated {
  const [first] = keys;
  if (first === undefined) throw new Error('Installations are kept encrypted, and no key was given');
  if (opens(kept, workspace, [first])) return { kind: 'kept' };
  if (!opens(kept, workspace, keys)) return { kind: 'unreadable' };
  return { kind: 'anew', installation: encrypt(decrypt(kept, workspace, keys), workspace, first) };
}

function opens(kept: string, workspace: string, keys: readonly Uint8Array[]): boolean {
  try {
    decrypt(kept, workspace, keys);
    return true;
  } catch {
    return false;
  }
}

function encrypt(text: string, workspace: string, key: Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(workspace));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${FORM}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

function decrypt(kept: string, workspace: string, keys: readonly Uint8Array[]): string {
  const [form, body = ''] = kept.split('.');
  const bytes = Buffer.from(body, 'base64url');
  if (form !== FORM || bytes.length < NONCE_BYTES + TAG_BYTES)
    throw new Error('An installation is not readable');
  for (const key of keys) {
    const opened = open(bytes, workspace, key);
    if (opened !== undefined) return opened;
  }
  throw new Error('An installation opens with none of the keys in TOKEN_ENCRYPTION_KEY');
}

function open(bytes: Buffer, workspace: string, key: Uint8Array): string | undefined {
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce).setAAD(Buffer.from(workspace)).setAuthTag(tag);
    return (
      decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    );
  } catch {
    return undefined;
  }
}

/** Our store as Bolt's. An installation for a whole organisation is kept under the organisation's id. */
export function boltInstallations(store: InstallationStore, now: () => number): BoltStore {
  return {
    async storeInstallation(installation) {
      const key = installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id;
      if (key === undefined) throw new Error('An installation names no workspace');
      await store.put(key, JSON.stringify({ installation, at: now() }));
    },
    async fetchInstallation(query: InstallationQuery<boolean>): Promise<Installation> {
      for (const key of keysOf(query)) {
        const kept = await store.get(key);
        if (kept !== undefined) return (JSON.parse(kept) as Kept).installation;
      }
      throw new NotInstalled('No installation is kept for this workspace');
    },
    async deleteInstallation(query) {
      for (const key of keysOf(query)) await store.remove(key);
    },
  };
}

/** When the workspace's installation was made, in epoch ms; undefined when there is none or it cannot be read. */
export async function installedAt(store: InstallationStore, workspace: string): Promise<number | undefined> {
  try {
    const kept = await store.get(workspace);
    return kept === undefined ? undefined : (JSON.parse(kept) as Kept).at;
  } catch {
    return undefined;
  }
}

type Kept = { readonly installation: Installation; readonly at: number };

function keysOf({ isEnterpriseInstall, teamId, enterpriseId }: InstallationQuery<boolean>): string[] {
  const keys = isEnterpriseInstall ? [enterpriseId] : [teamId, enterpriseId];
  return keys.filter((key) => typeof key === 'string' && key !== '') as string[];
}
