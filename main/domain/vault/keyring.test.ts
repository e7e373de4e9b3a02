import { describe, expect, it } from 'vitest';
import { toBase64, utf8 } from '../shared/bytes.ts';
import type { Outcome } from '../shared/fault.ts';
import { FaultError, fault } from '../shared/fault.ts';
import { Keyring } from './keyring.ts';
import { MemoryStorage } from './memory-storage.ts';
import type { FileContent } from './ports.ts';
import { FakeKeyBox, quickKdf, SteppingClock, webRandom } from './test-fakes.ts';

const PASSPHRASE = 'correct horse battery';

class World {
  readonly storage = new MemoryStorage();
  readonly keyBox = new FakeKeyBox();

  /** One run of the app. */
  start(): Keyring {
    const { storage, keyBox } = this;
    return new Keyring({ storage, keyBox, kdf: quickKdf, random: webRandom, clock: new SteppingClock() });
  }
  async started(): Promise<Keyring> {
    const keyring = this.start();
    await keyring.open();
    return keyring;
  }
  async passphraseBesideKeychain(): Promise<void> {
    const keyring = await this.started();
    value(await keyring.changePassphrase(null, PASSPHRASE));
    value(await keyring.newRecoveryCode());
  }
  withoutKeychain(): this {
    this.keyBox.protects = false;
    this.keyBox.backend = 'basic_text';
    return this;
  }
}

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}

function code(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'ok' : outcome.error.code;
}

async function content(of: { read(): Promise<FileContent> }): Promise<Record<string, unknown>> {
  const read = await of.read();
  if (read.kind !== 'json') throw new Error(`the file is ${read.kind}`);
  return read.value as Record<string, unknown>;
}

function canonical(of: unknown): string {
  if (Array.isArray(of)) return `[${of.map(canonical).join(',')}]`;
  if (typeof of !== 'object' || of === null) return JSON.stringify(of);
  const keys = Object.keys(of).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical((of as Record<string, unknown>)[key])}`).join(',')}}`;
}

/** The header's unkeyed digest, which anybody can make. */
async function digestOf({ keyCheck, seal, ...body }: Record<string, unknown>): Promise<string> {
  const text = `${canonical(body)}|${String(keyCheck)}|${String(seal)}`;
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))));
}

describe('first start', () => {
  it('makes a vault silently where a keychain protects, and opens it at the next start', async () => {
    const world = new World();
    const first = await world.started();
    expect(first.status()).toMatchObject({ state: 'unlocked', wraps: { keychain: true, passphrase: false, recoveryCode: false }, notice: null });
    await first.records('google').put('client', 'c', { a: 1 });
    const second = await world.started();
    expect(second.status().state).toBe('unlocked');
    expect((await second.records('google').get('client', 'c'))?.value).toEqual({ a: 1 });
  });

  it('asks for a passphrase where none protects, and writes nothing by itself', async () => {
    const world = new World().withoutKeychain();
    const keyring = await world.started();
    expect(keyring.status()).toMatchObject({ state: 'needs-setup', backendProtects: false, backend: 'basic_text' });
    expect(await world.storage.header.read()).toEqual({ kind: 'absent' });
    await expect(keyring.records('google').put('client', 'c', 1)).rejects.toMatchObject({ fault: { code: 'vault-locked' } });
  });

  it('does not trust a keychain that cannot open what it just wrapped', async () => {
    const world = new World();
    world.keyBox.trouble = 'keychain-other-key';
    expect((await world.started()).status().state).toBe('needs-setup');
    expect(await world.storage.header.read()).toEqual({ kind: 'absent' });
  });

  it('never makes a new vault beside sealed records whose header is gone', async () => {
    const world = new World();
    await (await world.started()).records('google').put('client', 'c', 1);
    await world.storage.header.remove();
    const keyring = await world.started();
    expect(keyring.status()).toMatchObject({ state: 'corrupt', notice: { code: 'vault-header-missing' } });
    expect(code(await keyring.createWithPassphrase(PASSPHRASE))).toBe('vault-corrupt');
    expect(await world.storage.header.read()).toEqual({ kind: 'absent' });
  });
});

describe('passphrase', () => {
  it('opens the vault at the next start; a wrong one loses nothing', async () => {
    const world = new World().withoutKeychain();
    const first = await world.started();
    const { recoveryCode } = value(await first.createWithPassphrase(PASSPHRASE));
    expect(first.status().wraps).toEqual({ keychain: false, passphrase: true, recoveryCode: true });
    await first.records('google').put('authorization', 'a', 'token');

    const second = await world.started();
    expect(second.status()).toMatchObject({ state: 'locked', notice: { code: 'vault-locked' } });
    const wrong = await second.unlock('not the passphrase');
    expect(wrong).toEqual({ ok: false, error: { code: 'wrong-passphrase', message: 'Wrong passphrase', hint: null, problems: [] } });
    expect(code(await second.unlockWithRecovery('0000-'.repeat(8)))).toBe('wrong-recovery-code');
    expect(code(await second.unlockWithRecovery('short'))).toBe('wrong-recovery-code');
    value(await second.unlock(PASSPHRASE));
    expect((await second.records('google').get('authorization', 'a'))?.value).toBe('token');

    const third = await world.started();
    value(await third.unlockWithRecovery(recoveryCode.toLowerCase().replaceAll('-', ' ')));
    expect((await third.records('google').list('authorization')).length).toBe(1);
  });

  it('is the same however its letters are composed', async () => {
    const world = new World().withoutKeychain();
    value(await (await world.started()).createWithPassphrase('pa\u0073\u0301sé-words'));
    value(await (await world.started()).unlock('pa\u015bse\u0301-words'));
  });

  it('has at least 8 characters', async () => {
    const keyring = await new World().withoutKeychain().started();
    expect(await keyring.createWithPassphrase('1234567')).toMatchObject({ ok: false, error: { code: 'passphrase-too-short' } });
    expect(code(await keyring.createWithPassphrase('🔑🔑🔑🔑'))).toBe('passphrase-too-short');
    expect(keyring.status().state).toBe('needs-setup');
  });

  it('changes only with the current one, and the old one then opens nothing, not even in the backup', async () => {
    const world = new World().withoutKeychain();
    const keyring = await world.started();
    value(await keyring.createWithPassphrase(PASSPHRASE));
    expect(code(await keyring.changePassphrase('wrong wrong', 'a new passphrase'))).toBe('wrong-passphrase');
    expect(code(await keyring.changePassphrase(null, 'a new passphrase'))).toBe('wrong-passphrase');
    expect(code(await keyring.changePassphrase(PASSPHRASE, 'short'))).toBe('passphrase-too-short');
    value(await keyring.changePassphrase(PASSPHRASE, 'a new passphrase'));
    expect(await world.storage.header.readBackup()).toEqual(await world.storage.header.read());
    const next = await world.started();
    expect(code(await next.unlock(PASSPHRASE))).toBe('wrong-passphrase');
    value(await next.unlock('a new passphrase'));
  });

  it('can be replaced without the old one after the recovery code opened the vault', async () => {
    const world = new World().withoutKeychain();
    const { recoveryCode } = value(await (await world.started()).createWithPassphrase(PASSPHRASE));
    const keyring = await world.started();
    value(await keyring.unlockWithRecovery(recoveryCode));
    value(await keyring.changePassphrase(null, 'a new passphrase'));
    value(await (await world.started()).unlock('a new passphrase'));
  });

  it('takes the place of the keychain when its owner wants that, or stands beside it', async () => {
    const world = new World();
    await world.passphraseBesideKeychain();
    const beside = await world.started();
    expect(beside.status()).toMatchObject({ state: 'unlocked', wraps: { keychain: true, passphrase: true } });
    expect(code(await beside.createWithPassphrase(PASSPHRASE))).toBe('passphrase-exists');

    const other = new World();
    value(await (await other.started()).createWithPassphrase(PASSPHRASE));
    const instead = await other.started();
    expect(instead.status()).toMatchObject({ state: 'locked', wraps: { keychain: false } });
    value(await instead.unlock(PASSPHRASE));
    expect(instead.status().wraps.keychain).toBe(false);
  });

  it('gives a new recovery code; the old one opens nothing', async () => {
    const world = new World().withoutKeychain();
    const keyring = await world.started();
    const old = value(await keyring.createWithPassphrase(PASSPHRASE)).recoveryCode;
    const fresh = value(await keyring.newRecoveryCode()).recoveryCode;
    const next = await world.started();
    expect(code(await next.unlockWithRecovery(old))).toBe('wrong-recovery-code');
    value(await next.unlockWithRecovery(fresh));
  });
});

describe('keychain trouble', () => {
  it('is locked while the keychain does not answer, and opens on a retry', async () => {
    const world = new World();
    await (await world.started()).records('google').put('client', 'c', 1);
    world.keyBox.trouble = 'keychain-unavailable';
    const keyring = await world.started();
    expect(keyring.status()).toMatchObject({ state: 'locked', notice: { code: 'keychain-unavailable' } });
    expect(code(await keyring.retryKeychain())).toBe('keychain-unavailable');
    world.keyBox.trouble = null;
    value(await keyring.retryKeychain());
    expect((await keyring.records('google').list('client')).length).toBe(1);
  });

  it('is locked, not lost, on a desktop without keychain', async () => {
    const world = new World();
    await world.started();
    world.withoutKeychain();
    expect((await world.started()).status()).toMatchObject({ state: 'locked', notice: { code: 'keychain-unavailable' }, backendProtects: false });
  });

  it('knows a wrong key although the keychain reports success, and renews its wrap after the passphrase', async () => {
    const world = new World();
    await world.passphraseBesideKeychain();
    world.keyBox.key = 0x11;
    const keyring = await world.started();
    expect(keyring.status()).toMatchObject({ state: 'key-lost', notice: { code: 'key-lost' } });
    expect(code(await keyring.retryKeychain())).toBe('key-lost');
    value(await keyring.unlock(PASSPHRASE));
    expect(keyring.status()).toMatchObject({ state: 'unlocked', notice: { code: 'keychain-renewed' } });
    expect((await world.started()).status()).toMatchObject({ state: 'unlocked', notice: null });
  });

  it('keeps a lost key lost: nothing is made anew over it', async () => {
    const world = new World();
    await (await world.started()).records('google').put('client', 'c', 1);
    const before = await content(world.storage.header);
    world.keyBox.trouble = 'keychain-other-key';
    const keyring = await world.started();
    expect(keyring.status().state).toBe('key-lost');
    expect(code(await keyring.createWithPassphrase(PASSPHRASE))).toBe('key-lost');
    expect(code(await keyring.useMemoryOnly())).toBe('key-lost');
    expect(code(await keyring.unlock(PASSPHRASE))).toBe('no-passphrase');
    expect(await content(world.storage.header)).toEqual(before);
    world.keyBox.trouble = null;
    expect((await world.started()).status().state).toBe('unlocked');
  });

  it('wraps again when the keychain asks for it', async () => {
    const world = new World();
    await world.started();
    world.keyBox.rewrap = true;
    await world.started();
    expect(world.keyBox.wraps).toBe(2);
    world.keyBox.rewrap = false;
    expect((await world.started()).status().state).toBe('unlocked');
  });
});

describe('header', () => {
  it('is taken from its backup when it is damaged, and is mended', async () => {
    const world = new World();
    await world.started();
    const good = await content(world.storage.header);
    await world.storage.header.write({ ...good, wraps: [] });
    expect((await world.started()).status()).toMatchObject({ state: 'unlocked', notice: { code: 'vault-header-restored' } });
    expect((await world.started()).status()).toMatchObject({ state: 'unlocked', notice: null });
  });

  it('is corrupt when the backup is damaged too, and stays as it is', async () => {
    const world = new World();
    await (await world.started()).records('google').put('client', 'c', 1);
    const bad = { ...(await content(world.storage.header)), vaultId: 'x' };
    await world.storage.header.write(bad);
    await world.storage.header.refreshBackup();
    const keyring = await world.started();
    expect(keyring.status()).toMatchObject({ state: 'corrupt', notice: { code: 'vault-corrupt' } });
    expect(code(await keyring.unlock(PASSPHRASE))).toBe('vault-corrupt');
    expect(code(await keyring.useMemoryOnly())).toBe('vault-corrupt');
    expect(await content(world.storage.header)).toEqual(bad);
  });

  it('of a newer version is left alone, whatever the backup says', async () => {
    const world = new World();
    await world.started();
    const future = { ...(await content(world.storage.header)), v: 2 };
    await world.storage.header.write(future);
    const keyring = await world.started();
    expect(keyring.status()).toMatchObject({ state: 'future-version', notice: { code: 'vault-future-version' } });
    expect(code(await keyring.createWithPassphrase(PASSPHRASE))).toBe('vault-future-version');
    expect(await content(world.storage.header)).toEqual(future);
  });

  it('tells a wrong passphrase from a damaged header', async () => {
    const world = new World().withoutKeychain();
    value(await (await world.started()).createWithPassphrase(PASSPHRASE));
    const good = await content(world.storage.header);
    const text = JSON.stringify(good).replace(/"ct":"(.)/, (_all, first: string) => `"ct":"${first === 'A' ? 'B' : 'A'}`);
    await world.storage.header.write(JSON.parse(text) as object);
    await world.storage.header.refreshBackup();
    expect((await world.started()).status().state).toBe('corrupt');
  });

  it('changed by somebody without the key is told, and opens all the same', async () => {
    const world = new World();
    await world.passphraseBesideKeychain();
    const { digest, ...good } = await content(world.storage.header);
    const stripped = { ...good, wraps: (good['wraps'] as { kind: string }[]).filter((wrap) => wrap.kind === 'os') };
    await world.storage.header.write({ ...stripped, digest: await digestOf(stripped) });
    await world.storage.header.refreshBackup();
    expect(await digestOf(good)).toBe(digest);
    const keyring = await world.started();
    expect(keyring.status()).toMatchObject({ state: 'unlocked', wraps: { passphrase: false }, notice: { code: 'vault-header-altered' } });
  });

  it('that cannot be written leaves everything as it was', async () => {
    const world = new World();
    world.storage.header.write = () => Promise.reject(new FaultError(fault('vault-disk-full', 'full')));
    const keyring = await world.started();
    expect(keyring.status()).toMatchObject({ state: 'needs-setup', notice: { code: 'vault-disk-full' } });
    expect(code(await keyring.createWithPassphrase(PASSPHRASE))).toBe('vault-disk-full');
    expect(keyring.status()).toMatchObject({ state: 'needs-setup', wraps: { keychain: false, passphrase: false } });
    value(await keyring.useMemoryOnly());
    await keyring.records('google').put('client', 'c', 1);
    expect(code(await keyring.createWithPassphrase(PASSPHRASE))).toBe('vault-disk-full');
    expect(keyring.status().state).toBe('memory-only');
    expect((await keyring.records('google').list('client')).length).toBe(1);
  });

  it('refuses a cost of scrypt that would take all memory or a year', async () => {
    const world = new World().withoutKeychain();
    value(await (await world.started()).createWithPassphrase(PASSPHRASE));
    const { digest: _digest, ...good } = await content(world.storage.header);
    const wraps = (good['wraps'] as { kind: string }[]).map((wrap) => (wrap.kind === 'passphrase' ? { ...wrap, cost: { N: 2 ** 30, r: 8, p: 1 } } : wrap));
    const costly = { ...good, wraps };
    await world.storage.header.write({ ...costly, digest: await digestOf(costly) });
    await world.storage.header.refreshBackup();
    expect((await world.started()).status().state).toBe('corrupt');
  });

  it('says four different things when it is locked, lost, corrupt and from the future', async () => {
    const { CORRUPT, FUTURE_VERSION, KEY_LOST, LOCKED } = await import('./notices.ts');
    expect(new Set([CORRUPT, FUTURE_VERSION, KEY_LOST, LOCKED].map((one) => one.message)).size).toBe(4);
  });
});

describe('lock', () => {
  it('closes the records until the keychain or the passphrase opens them again', async () => {
    const world = new World();
    const keyring = await world.started();
    const records = keyring.records('google');
    await records.put('client', 'c', 1);
    const heard: string[] = [];
    const stop = keyring.onChange((status) => heard.push(status.state));
    value(await keyring.lock());
    expect(keyring.status().state).toBe('locked');
    await expect(records.list('client')).rejects.toMatchObject({ fault: { code: 'vault-locked' } });
    expect(await keyring.damaged('google')).toEqual([]);
    value(await keyring.retryKeychain());
    expect((await records.get('client', 'c'))?.value).toBe(1);
    stop();
    value(await keyring.lock());
    expect(heard).toEqual(['locked', 'unlocked']);
  });

  it('closes the cache too, which opens again with them and needs no records', async () => {
    const world = new World();
    const keyring = await world.started();
    const cache = keyring.cache('google');
    await cache.put('a', 'events', [1]);
    value(await keyring.lock());
    await expect(cache.get('a', 'events')).rejects.toMatchObject({ fault: { code: 'vault-locked' } });
    value(await keyring.retryKeychain());
    expect(await cache.get('a', 'events')).toEqual([1]);
    expect(await keyring.cache('practice').get('a', 'events')).toBeNull();
    expect(await world.storage.records('google').names()).toEqual([]);
  });

  it('waits for the change in progress', async () => {
    const world = new World();
    const keyring = await world.started();
    await keyring.records('google').list('client');
    const change = keyring.records('google').put('client', 'c', 1);
    const [, locked] = await Promise.allSettled([change, keyring.lock()]);
    expect(locked.status).toBe('fulfilled');
    value(await keyring.retryKeychain());
    const stored = (await keyring.records('google').list('client')).length;
    const answered = await change.then(
      () => 1,
      () => 0,
    );
    expect(stored).toBe(answered);
  });
});

describe('memory only', () => {
  it('keeps everything until the end and writes nothing', async () => {
    const world = new World().withoutKeychain();
    const keyring = await world.started();
    value(await keyring.useMemoryOnly());
    expect(keyring.status().state).toBe('memory-only');
    await keyring.records('google').put('client', 'c', 1);
    expect((await keyring.records('google').get('client', 'c'))?.value).toBe(1);
    expect(code(await keyring.lock())).toBe('memory-only');
    expect(code(await keyring.newRecoveryCode())).toBe('memory-only');
    expect(await world.storage.holdsRecords()).toBe(false);
    expect((await world.started()).status().state).toBe('needs-setup');
  });

  it('becomes lasting with a passphrase, nothing lost', async () => {
    const world = new World().withoutKeychain();
    const keyring = await world.started();
    value(await keyring.useMemoryOnly());
    await keyring.records('google').put('client', 'c', 1);
    await keyring.records('practice').put('practice', 'p', 2);
    value(await keyring.createWithPassphrase(PASSPHRASE));
    expect(keyring.status().state).toBe('unlocked');
    const next = await world.started();
    value(await next.unlock(PASSPHRASE));
    expect((await next.records('google').get('client', 'c'))?.value).toBe(1);
    expect((await next.records('practice').get('practice', 'p'))?.value).toBe(2);
  });
});
