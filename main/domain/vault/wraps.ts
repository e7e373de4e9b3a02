import type { Bytes } from '../shared/bytes.ts';
import { equalBytes, fromBase64, toBase64 } from '../shared/bytes.ts';
import { FaultError } from '../shared/fault.ts';
import type { Clock, Random } from '../shared/ports.ts';
import type { Header, OsWrap, PassphraseWrap, RecoveryWrap } from './header.ts';
import { keyFits } from './header.ts';
import { DATA_KEY_BYTES, wrapKey } from './keys.ts';
import type { KeyBox, KeyBoxDescription, PassphraseKdf } from './ports.ts';
import { formatRecoveryCode, makeRecoveryCode } from './recovery-code.ts';
import { seal, unseal } from './sealing.ts';

export interface WrapTools {
  readonly keyBox: KeyBox;
  readonly kdf: PassphraseKdf;
  readonly random: Random;
  readonly clock: Clock;
}

const SALT_BYTES = 16;

function context(vaultId: string, kind: string): string {
  return `wrap|${vaultId}|${kind}`;
}

/** The same passphrase typed on another keyboard or system has the same bytes. */
function normalized(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

async function passphraseKey(kdf: PassphraseKdf, passphrase: string, salt: Bytes, cost: PassphraseWrap['cost'], vaultId: string): Promise<CryptoKey> {
  const secret = await kdf.derive(normalized(passphrase), salt, cost);
  const key = await wrapKey(secret, salt, context(vaultId, 'passphrase'));
  secret.fill(0);
  return key;
}

export async function wrapWithPassphrase(tools: WrapTools, dataKey: Bytes, vaultId: string, passphrase: string): Promise<PassphraseWrap> {
  const salt = tools.random.bytes(SALT_BYTES);
  const { cost } = tools.kdf;
  const key = await passphraseKey(tools.kdf, passphrase, salt, cost, vaultId);
  const sealed = await seal(key, dataKey, context(vaultId, 'passphrase'), tools.random);
  return { kind: 'passphrase', cost, salt: toBase64(salt), ...sealed, createdAt: tools.clock.now() };
}

async function fitting(header: Header, dataKey: Bytes | null): Promise<Bytes | null> {
  return dataKey !== null && dataKey.length === DATA_KEY_BYTES && (await keyFits(header, dataKey)) ? dataKey : null;
}

/** @returns the data key, or null when the passphrase is another */
export async function openWithPassphrase(kdf: PassphraseKdf, header: Header, wrap: PassphraseWrap, passphrase: string): Promise<Bytes | null> {
  const salt = fromBase64(wrap.salt);
  if (salt === null) return null;
  const key = await passphraseKey(kdf, passphrase, salt, wrap.cost, header.vaultId);
  return fitting(header, await unseal(key, wrap, context(header.vaultId, 'passphrase')));
}

/** @returns the wrap, and the new code that opens it, to be told once */
export async function wrapWithNewRecoveryCode(
  tools: WrapTools,
  dataKey: Bytes,
  vaultId: string,
): Promise<{ readonly wrap: RecoveryWrap; readonly recoveryCode: string }> {
  const code = makeRecoveryCode(tools.random);
  const salt = tools.random.bytes(SALT_BYTES);
  const key = await wrapKey(code, salt, context(vaultId, 'recovery'));
  const sealed = await seal(key, dataKey, context(vaultId, 'recovery'), tools.random);
  const wrap: RecoveryWrap = { kind: 'recovery', salt: toBase64(salt), ...sealed, createdAt: tools.clock.now() };
  return { wrap, recoveryCode: formatRecoveryCode(code) };
}

/** @returns the data key, or null when the code is another */
export async function openWithRecoveryCode(header: Header, wrap: RecoveryWrap, code: Bytes): Promise<Bytes | null> {
  const salt = fromBase64(wrap.salt);
  if (salt === null) return null;
  const key = await wrapKey(code, salt, context(header.vaultId, 'recovery'));
  return fitting(header, await unseal(key, wrap, context(header.vaultId, 'recovery')));
}

/** Wraps with the keychain and opens the wrap once, before anything relies on it. Rejects with a FaultError of the key box. */
export async function wrapWithKeychain(tools: WrapTools, dataKey: Bytes, at: KeyBoxDescription): Promise<OsWrap | null> {
  const { blob, prefix } = await tools.keyBox.wrap(dataKey);
  const { secret } = await tools.keyBox.unwrap({ blob, prefix });
  const proven = equalBytes(secret, dataKey);
  secret.fill(0);
  if (!proven) return null;
  return { kind: 'os', platform: at.platform, backend: at.backend, prefix, blob: toBase64(blob), createdAt: tools.clock.now() };
}

export type KeychainAnswer =
  | { readonly kind: 'opened'; readonly dataKey: Bytes; readonly rewrap: boolean }
  /** It does not answer now; later may work. */
  | { readonly kind: 'unavailable' }
  /** It answers, with another key. */
  | { readonly kind: 'other-key' };

export async function openWithKeychain(keyBox: KeyBox, header: Header, wrap: OsWrap, now: KeyBoxDescription): Promise<KeychainAnswer> {
  // Another platform's or an absent keychain was not asked at all: that is no proof of a lost key.
  if (!now.protects) return { kind: 'unavailable' };
  const blob = fromBase64(wrap.blob);
  if (blob === null) return { kind: 'other-key' };
  try {
    const { secret, rewrap } = await keyBox.unwrap({ blob, prefix: wrap.prefix });
    const dataKey = await fitting(header, secret);
    return dataKey === null ? { kind: 'other-key' } : { kind: 'opened', dataKey, rewrap };
  } catch (cause) {
    if (!(cause instanceof FaultError)) throw cause;
    return { kind: cause.fault.code === 'keychain-other-key' ? 'other-key' : 'unavailable' };
  }
}
