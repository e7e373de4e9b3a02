import { describe, expect, it } from 'vitest';
import type { AnySafeStorage } from './safe-storage-key-box.ts';
import { SafeStorageKeyBox } from './safe-storage-key-box.ts';

const SECRET = Uint8Array.from({ length: 32 }, (_, index) => index);

function encrypted(prefix: string, text: string): Buffer {
  return Buffer.from(`${prefix}${text}`);
}

interface Shape {
  readonly prefix?: string;
  readonly backend?: ReturnType<NonNullable<AnySafeStorage['getSelectedStorageBackend']>>;
  readonly available?: boolean;
  readonly decrypt?: (text: string) => string;
}

/** As Electron up to 45 has it. */
function sync({ prefix = 'v11', backend = 'gnome_libsecret', available = true, decrypt = (text) => text }: Shape = {}): AnySafeStorage {
  return {
    isEncryptionAvailable: () => available,
    getSelectedStorageBackend: () => backend,
    encryptString: (text) => encrypted(prefix, text),
    decryptString: (blob) => decrypt(blob.toString().slice(3)),
  };
}

/** As Electron from 42 has it; `isAsyncEncryptionAvailable` is true whatever protects, so it is not even asked. */
function asynchronous({ prefix = 'v11', backend = 'gnome_libsecret', decrypt = (text) => text }: Shape = {}, shouldReEncrypt = false): AnySafeStorage {
  return {
    getSelectedStorageBackend: () => backend,
    encryptStringAsync: async (text) => encrypted(prefix, text),
    decryptStringAsync: async (blob) => ({ result: decrypt(blob.toString().slice(3)), shouldReEncrypt }),
  };
}

function box(safeStorage: AnySafeStorage, platform = 'linux'): SafeStorageKeyBox {
  return new SafeStorageKeyBox({ safeStorage, platform, patience: 50 });
}

describe('SafeStorageKeyBox', () => {
  it('names what protects', async () => {
    expect(await box(sync()).describe()).toEqual({
      platform: 'linux',
      backend: 'gnome_libsecret',
      label: 'Linux keyring · libsecret',
      protects: true,
    });
    expect(await box(sync({ backend: 'kwallet6' })).describe()).toMatchObject({ label: 'KWallet', protects: true });
    expect(await box(sync({ prefix: 'v10' }), 'darwin').describe()).toMatchObject({ backend: 'keychain', label: 'macOS Keychain', protects: true });
    expect(await box(sync({ prefix: 'v10' }), 'win32').describe()).toMatchObject({ backend: 'dpapi', label: 'Windows DPAPI', protects: true });
  });

  it('does not call a constant key protection, whatever says that it is available', async () => {
    const plain = { backend: 'basic_text', label: 'No keychain (basic_text)', protects: false };
    expect(await box(sync({ backend: 'basic_text', prefix: 'v10' })).describe()).toMatchObject(plain);
    expect(await box(sync({ backend: 'basic_text', available: false })).describe()).toMatchObject(plain);
    expect(await box(sync({ prefix: 'v10' })).describe()).toMatchObject({ protects: false });
    expect(await box(sync({ available: false })).describe()).toMatchObject({ backend: 'gnome_libsecret', protects: false });
    expect(await box(asynchronous({ prefix: 'v10' })).describe()).toMatchObject({ protects: false });
    expect(await box({}).describe()).toMatchObject({ protects: false });
    for (const weak of [sync({ prefix: 'v10' }), asynchronous({ prefix: 'v10' })]) {
      await expect(box(weak).wrap(SECRET)).rejects.toMatchObject({ fault: { code: 'keychain-unavailable' } });
    }
  });

  it('takes the keyring that only the asynchronous calls find', async () => {
    expect(await box(asynchronous({ backend: 'basic_text', prefix: 'v12' })).describe()).toMatchObject({ backend: 'portal', protects: true });
    expect(await box(asynchronous({ backend: 'basic_text' })).describe()).toMatchObject({ backend: 'secret_service', protects: true });
  });

  it.each([
    ['synchronous', sync()],
    ['asynchronous', asynchronous()],
  ])('opens what it wrapped (%s)', async (_name, safeStorage) => {
    const wrapped = await box(safeStorage).wrap(SECRET);
    expect(wrapped.prefix).toBe('v11');
    expect(await box(safeStorage).unwrap(wrapped)).toEqual({ secret: SECRET, rewrap: false });
  });

  it.each([
    ['synchronous', sync()],
    ['asynchronous', asynchronous()],
  ])('does not open what no keychain sealed, whatever the header says of it (%s)', async (_name, safeStorage) => {
    const planted = (prefix: string): Promise<unknown> => {
      const blob = Uint8Array.from(encrypted(prefix, Buffer.from(SECRET).toString('base64')));
      return box(safeStorage).unwrap({ blob, prefix: 'v11' });
    };
    for (const prefix of ['v10', '', 'abc']) {
      await expect(planted(prefix), prefix).rejects.toMatchObject({ fault: { code: 'keychain-other-key' } });
    }
  });

  it('opens with the new calls what the old ones wrapped, and passes on the wish for a new wrap', async () => {
    const wrapped = await box(sync()).wrap(SECRET);
    expect(await box(asynchronous({}, true)).unwrap(wrapped)).toEqual({ secret: SECRET, rewrap: true });
  });

  it('tells another key from a keychain that is not there', async () => {
    const wrapped = await box(sync()).wrap(SECRET);
    const failing = (message: string) => (): string => {
      throw new Error(message);
    };
    const codeOf = async (safeStorage: AnySafeStorage, prefix = 'v11'): Promise<string> =>
      box(safeStorage)
        .unwrap({ ...wrapped, prefix })
        .then(
          () => 'opened',
          (cause: { fault: { code: string } }) => cause.fault.code,
        );
    const broken = { decrypt: failing('Error while decrypting the ciphertext provided to safeStorage.decryptString.') };
    expect(await codeOf(sync(broken))).toBe('keychain-other-key');
    expect(await codeOf(sync({ ...broken, available: false }))).toBe('keychain-unavailable');
    expect(await codeOf(asynchronous({ decrypt: failing('Decryption failed.') }))).toBe('keychain-other-key');
    expect(await codeOf(asynchronous({ decrypt: failing('safeStorage is temporarily unavailable') }))).toBe('keychain-unavailable');
    expect(await codeOf(sync({ decrypt: () => '\u0000garbage' }))).toBe('keychain-other-key');
    expect(await codeOf(sync(), 'v12')).toBe('keychain-unavailable');
    expect(await codeOf({})).toBe('keychain-unavailable');
  });

  it('does not wait for ever for a keychain that asks its owner something', async () => {
    const silent: AnySafeStorage = { ...asynchronous(), decryptStringAsync: () => new Promise(() => undefined) };
    const wrapped = await box(silent).wrap(SECRET);
    await expect(box(silent).unwrap(wrapped)).rejects.toMatchObject({ fault: { code: 'keychain-unavailable' } });
  });
});
