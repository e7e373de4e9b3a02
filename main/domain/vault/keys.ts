import type { Bytes } from '../shared/bytes.ts';
import { utf8 } from '../shared/bytes.ts';
import type { Profile } from './ports.ts';

/** What is used of the data key: subkeys by HKDF-SHA256 (RFC 5869), so that no key serves two purposes. */
export interface ProfileKeys {
  /** AES-256-GCM. */
  readonly seal: CryptoKey;
  /** HMAC-SHA256 over the manifest. */
  readonly manifest: CryptoKey;
  /** HMAC-SHA256 that turns record ids into file names, so that a name tells nothing. */
  readonly names: CryptoKey;
  /** AES-256-GCM for what can be fetched again. */
  readonly cache: CryptoKey;
}

export const DATA_KEY_BYTES = 32;
const HMAC = { name: 'HMAC', hash: 'SHA-256', length: 256 } as const;
const GCM = { name: 'AES-GCM', length: 256 } as const;

async function subkey(dataKey: Bytes, vaultId: string, purpose: string, of: typeof HMAC | typeof GCM): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveKey']);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: utf8(vaultId), info: utf8(purpose) };
  const uses: KeyUsage[] = of.name === 'HMAC' ? ['sign', 'verify'] : ['encrypt', 'decrypt'];
  return crypto.subtle.deriveKey(hkdf, base, of, false, uses);
}

export async function headerKey(dataKey: Bytes, vaultId: string): Promise<CryptoKey> {
  return subkey(dataKey, vaultId, 'header', HMAC);
}

export async function profileKeys(dataKey: Bytes, vaultId: string, profile: Profile): Promise<ProfileKeys> {
  const [seal, manifest, names, cache] = await Promise.all([
    subkey(dataKey, vaultId, `profile:${profile}`, GCM),
    subkey(dataKey, vaultId, `profile:${profile}|manifest`, HMAC),
    subkey(dataKey, vaultId, `profile:${profile}|names`, HMAC),
    subkey(dataKey, vaultId, `profile:${profile}|cache`, GCM),
  ]);
  return { seal, manifest, names, cache };
}

/** The key of a wrap, out of a recovery code's or a passphrase's bytes. */
export async function wrapKey(secret: Bytes, salt: Bytes, purpose: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(purpose) };
  return crypto.subtle.deriveKey(hkdf, base, GCM, false, ['encrypt', 'decrypt']);
}

export async function mac(key: CryptoKey, text: string): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text)));
}

export async function macMatches(key: CryptoKey, text: string, expected: Bytes): Promise<boolean> {
  return crypto.subtle.verify('HMAC', key, expected, utf8(text));
}
