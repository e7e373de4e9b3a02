import type { Outcome, Problem } from '../shared/fault.ts';
import { fail, fault, FaultError, ok } from '../shared/fault.ts';
import type { DamagedRecord } from './damage.ts';
import type { Bytes } from './encoding.ts';
import { toHex } from './encoding.ts';
import { GuardedRecords } from './guarded-records.ts';
import { readHeader, writeHeader } from './header-file.ts';
import type { Header, Wrap } from './header.ts';
import { HEADER_VERSION, sealHolds, withWrap, wrapOf } from './header.ts';
import type { KeyringState, KeyringStatus } from './keyring-status.ts';
import { DATA_KEY_BYTES } from './keys.ts';
import { MemoryStorage } from './memory-storage.ts';
import * as notices from './notices.ts';
import { OpenProfiles } from './open-profiles.ts';
import { passphraseProblem, WRONG_PASSPHRASE, WRONG_RECOVERY_CODE } from './passphrase-rule.ts';
import type { KeyBoxDescription, Profile, VaultStorage } from './ports.ts';
import { SerialQueue } from './queue.ts';
import type { Records } from './records.ts';
import { formatRecoveryCode, makeRecoveryCode, parseRecoveryCode } from './recovery-code.ts';
import type { WrapTools } from './wraps.ts';
import { openWithKeychain, openWithPassphrase, openWithRecoveryCode, wrapWithKeychain, wrapWithPassphrase, wrapWithRecoveryCode } from './wraps.ts';

export type { KeyringState, KeyringStatus } from './keyring-status.ts';

export interface KeyringDeps extends WrapTools {
  readonly storage: VaultStorage;
}

interface Opened {
  readonly dataKey: Bytes;
  readonly vaultId: string;
  readonly profiles: OpenProfiles;
  readonly by: 'setup' | 'keychain' | 'passphrase' | 'recovery';
}

/**
 * The vault's key: one random data key with independent wraps (keychain, passphrase, recovery code), any of which opens
 * it. Nothing here ever resets or empties a vault. Actions run one at a time; each answers with a fault instead of throwing.
 */
export class Keyring {
  readonly #deps: KeyringDeps;
  readonly #queue = new SerialQueue();
  readonly #listeners = new Set<(status: KeyringStatus) => void>();
  #state: KeyringState = 'locked';
  #notice: Problem | null = null;
  #description: KeyBoxDescription = { platform: '', backend: 'unavailable', label: 'Keychain', protects: false };
  #header: Header | null = null;
  #opened: Opened | null = null;
  /** The keychain opened another key than ours: its wrap is worthless and is renewed once the vault is open. */
  #keychainLost = false;

  constructor(deps: KeyringDeps) {
    this.#deps = deps;
  }

  status(): KeyringStatus {
    const has = (kind: Wrap['kind']): boolean => wrapOf(this.#header, kind) !== null;
    return {
      state: this.#state,
      wraps: { keychain: has('os'), passphrase: has('passphrase'), recoveryCode: has('recovery') },
      backend: this.#description.backend,
      backendLabel: this.#description.label,
      backendProtects: this.#description.protects,
      notice: this.#notice,
    };
  }

  /** Called after each change of the status. @returns unsubscribes */
  onChange(listener: (status: KeyringStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads the vault at start: opens it with the keychain, or makes one when this is the first start and a keychain protects. */
  async open(): Promise<KeyringStatus> {
    await this.#act(async () => {
      this.#description = await this.#deps.keyBox.describe();
      const read = await readHeader(this.#deps.storage.header);
      if (read.kind === 'future') return this.#become('future-version', notices.FUTURE_VERSION);
      if (read.kind === 'corrupt') return this.#become('corrupt', notices.CORRUPT);
      if (read.kind === 'absent') return this.#firstStart();
      this.#header = read.header;
      return this.#askKeychain(read.notice);
    });
    return this.status();
  }

  /**
   * Protects the vault with a passphrase: a new vault, the memory-only one made lasting, or one that a keychain opened.
   * @param options.keepKeychain the keychain goes on opening it too; otherwise the passphrase is asked for at each start
   * @returns the recovery code, told this once. Faults: `passphrase-too-short`, `passphrase-exists`, `vault-…`
   */
  async createWithPassphrase(passphrase: string, options: { readonly keepKeychain?: boolean } = {}): Promise<Outcome<{ recoveryCode: string }>> {
    return this.#act(async () => {
      const problem = passphraseProblem(passphrase);
      if (problem !== null) return refuse(problem);
      if (wrapOf(this.#header, 'passphrase') !== null) return fail('passphrase-exists', 'There is a passphrase already.', 'Change it instead.');
      const opened = this.#state === 'needs-setup' ? this.#newVault(this.#deps.storage) : this.#opened;
      if (opened === null) return refuse(notices.unavailable(this.#state));
      const { dataKey, vaultId } = opened;
      const code = makeRecoveryCode(this.#deps.random);
      const kept = (this.#header?.wraps ?? []).filter((wrap) => wrap.kind === 'os' && options.keepKeychain === true);
      const passphraseWrap = await wrapWithPassphrase(this.#deps, dataKey, vaultId, passphrase);
      const recoveryWrap = await wrapWithRecoveryCode(this.#deps, dataKey, vaultId, code);
      await this.#saveHeader(opened, [...kept, passphraseWrap, recoveryWrap]);
      const lasting = this.#state === 'memory-only' ? await this.#makeLasting(opened) : opened;
      this.#opened = lasting;
      this.#become('unlocked', null);
      return ok({ recoveryCode: formatRecoveryCode(code) });
    });
  }

  /** Goes on without writing anything; only from `needs-setup`. */
  async useMemoryOnly(): Promise<Outcome<null>> {
    return this.#act(async () => {
      if (this.#state !== 'needs-setup') return refuse(notices.unavailable(this.#state));
      this.#opened = this.#newVault(new MemoryStorage());
      return this.#become('memory-only', null);
    });
  }

  /** Faults: `wrong-passphrase`, `no-passphrase`, `vault-…`. */
  async unlock(passphrase: string): Promise<Outcome<null>> {
    return this.#act(async () => {
      const header = this.#lockedHeader();
      if (header === null) return this.#alreadyOpen();
      const wrap = wrapOf(header, 'passphrase');
      if (wrap === null) return fail('no-passphrase', 'This vault has no passphrase.', this.#notice?.hint ?? null);
      const dataKey = await openWithPassphrase(this.#deps.kdf, header, wrap, passphrase);
      return dataKey === null ? refuse(WRONG_PASSPHRASE) : this.#unlocked(header, dataKey, 'passphrase');
    });
  }

  /** Takes the code in any case, with any spaces and dashes. Faults: `wrong-recovery-code`, `no-recovery-code`, `vault-…`. */
  async unlockWithRecovery(text: string): Promise<Outcome<null>> {
    return this.#act(async () => {
      const header = this.#lockedHeader();
      if (header === null) return this.#alreadyOpen();
      const wrap = wrapOf(header, 'recovery');
      if (wrap === null) return fail('no-recovery-code', 'This vault has no recovery code.', this.#notice?.hint ?? null);
      const code = parseRecoveryCode(text);
      if (code === null) return fail('wrong-recovery-code', 'That is not a recovery code: it has 32 letters and digits.');
      const dataKey = await openWithRecoveryCode(header, wrap, code);
      return dataKey === null ? refuse(WRONG_RECOVERY_CODE) : this.#unlocked(header, dataKey, 'recovery');
    });
  }

  /** Asks the keychain once more. Faults: `keychain-unavailable`, `key-lost`, `vault-…`. */
  async retryKeychain(): Promise<Outcome<null>> {
    return this.#act(async () => {
      this.#description = await this.#deps.keyBox.describe();
      if (this.#state === 'needs-setup') await this.#firstStart();
      else if (this.#lockedHeader() !== null) await this.#askKeychain(null);
      return this.#opened === null ? refuse(this.#notice ?? notices.unavailable(this.#state)) : ok(null);
    });
  }

  /** Wipes the data key after the changes in progress are done. Refused in memory-only mode, where it would lose everything. */
  async lock(): Promise<Outcome<null>> {
    return this.#act(async () => {
      if (this.#state !== 'unlocked') return this.#state === 'locked' ? ok(null) : refuse(notices.unavailable(this.#state));
      await this.#close();
      return this.#become('locked', wrapOf(this.#header, 'passphrase') === null ? notices.LOCKED_BY_YOU : notices.LOCKED);
    });
  }

  /** Waits for changes in progress and wipes the key; for quitting. */
  async close(): Promise<void> {
    await this.#queue.run(() => this.#close());
  }

  /**
   * @param current null when there is no passphrase yet, or when the recovery code opened the vault
   * Faults: `wrong-passphrase`, `passphrase-too-short`, `vault-…`.
   */
  async changePassphrase(current: string | null, next: string): Promise<Outcome<null>> {
    return this.#act(async () => {
      const opened = this.#opened;
      if (opened === null || this.#header === null) return refuse(notices.unavailable(this.#state));
      const problem = passphraseProblem(next);
      if (problem !== null) return refuse(problem);
      const wrap = wrapOf(this.#header, 'passphrase');
      const proven = wrap === null || (current === null && opened.by === 'recovery');
      if (!proven && (current === null || (await openWithPassphrase(this.#deps.kdf, this.#header, wrap, current)) === null)) {
        return refuse(WRONG_PASSPHRASE);
      }
      const made = await wrapWithPassphrase(this.#deps, opened.dataKey, opened.vaultId, next);
      await this.#saveHeader(opened, withWrap(this.#header.wraps, made));
      return ok(null);
    });
  }

  /** Replaces the recovery code; the old one no longer opens anything. */
  async newRecoveryCode(): Promise<Outcome<{ recoveryCode: string }>> {
    return this.#act(async () => {
      const opened = this.#opened;
      if (opened === null || this.#header === null) return refuse(notices.unavailable(this.#state));
      const code = makeRecoveryCode(this.#deps.random);
      const made = await wrapWithRecoveryCode(this.#deps, opened.dataKey, opened.vaultId, code);
      await this.#saveHeader(opened, withWrap(this.#header.wraps, made));
      return ok({ recoveryCode: formatRecoveryCode(code) });
    });
  }

  /** Stays valid across lock and unlock; rejects with `vault-locked` while there is no key. */
  records(profile: Profile): Records {
    return new GuardedRecords(async () => {
      if (this.#opened === null) throw new FaultError({ ...notices.unavailable(this.#state), code: 'vault-locked', problems: [] });
      return this.#opened.profiles.get(profile);
    });
  }

  /** Records of the profile that are damaged, missing or were restored; empty while locked. */
  async damaged(profile: Profile): Promise<readonly DamagedRecord[]> {
    return this.#opened === null ? [] : this.#opened.profiles.damaged(profile);
  }

  async #firstStart(): Promise<Outcome<null>> {
    if (await this.#deps.storage.holdsRecords()) return this.#become('corrupt', notices.HEADER_MISSING);
    if (!this.#description.protects) return this.#become('needs-setup', notices.NO_KEYCHAIN);
    const opened = this.#newVault(this.#deps.storage);
    try {
      const wrap = await wrapWithKeychain(this.#deps, opened.dataKey, this.#description);
      if (wrap === null) return this.#become('needs-setup', notices.NO_KEYCHAIN);
      await this.#saveHeader(opened, [wrap]);
    } catch (cause) {
      if (!(cause instanceof FaultError)) throw cause;
      return this.#become('needs-setup', cause.fault);
    }
    this.#opened = opened;
    return this.#become('unlocked', null);
  }

  async #askKeychain(notice: Problem | null): Promise<Outcome<null>> {
    const header = this.#header;
    const wrap = wrapOf(header, 'os');
    if (header === null || wrap === null) return this.#become('locked', notice ?? notices.LOCKED);
    const answer = await openWithKeychain(this.#deps.keyBox, header, wrap, this.#description);
    this.#keychainLost = answer.kind === 'other-key';
    if (answer.kind === 'unavailable') return this.#become('locked', notices.KEYCHAIN_UNAVAILABLE);
    if (answer.kind === 'other-key') return this.#become('key-lost', notices.KEY_LOST);
    const moved = wrap.backend !== this.#description.backend || wrap.platform !== this.#description.platform;
    await this.#unlocked(header, answer.dataKey, 'keychain', notice);
    if (answer.rewrap || moved) await this.#renewKeychain();
    return ok(null);
  }

  async #unlocked(header: Header, dataKey: Bytes, by: Opened['by'], notice: Problem | null = null): Promise<Outcome<null>> {
    this.#opened = this.#open(this.#deps.storage, dataKey, header.vaultId, by);
    const altered = (await sealHolds(header, dataKey)) ? null : notices.HEADER_ALTERED;
    this.#become('unlocked', altered ?? notice);
    if (this.#keychainLost && this.#description.protects) {
      const renewed = await this.#renewKeychain();
      this.#become('unlocked', altered ?? (renewed ? notices.KEYCHAIN_RENEWED : notices.KEYCHAIN_NOT_RENEWED));
    }
    return ok(null);
  }

  async #renewKeychain(): Promise<boolean> {
    if (this.#opened === null || this.#header === null) return false;
    try {
      const wrap = await wrapWithKeychain(this.#deps, this.#opened.dataKey, this.#description);
      if (wrap === null) return false;
      await this.#saveHeader(this.#opened, withWrap(this.#header.wraps, wrap));
      this.#keychainLost = false;
      return true;
    } catch (cause) {
      if (!(cause instanceof FaultError)) throw cause;
      return false;
    }
  }

  /** The memory-only vault goes to disk: its header lies there already. */
  async #makeLasting(opened: Opened): Promise<Opened> {
    const lasting = this.#open(this.#deps.storage, opened.dataKey, opened.vaultId, 'setup');
    try {
      await opened.profiles.copyTo(lasting.profiles);
      return lasting;
    } catch (cause) {
      this.#header = null;
      await this.#deps.storage.discard();
      throw cause;
    }
  }

  #newVault(storage: VaultStorage): Opened {
    const { random } = this.#deps;
    return this.#open(storage, random.bytes(DATA_KEY_BYTES), toHex(random.bytes(16)), 'setup');
  }

  #open(storage: VaultStorage, dataKey: Bytes, vaultId: string, by: Opened['by']): Opened {
    const { random, clock } = this.#deps;
    return { dataKey, vaultId, by, profiles: new OpenProfiles({ storage, dataKey, vaultId, random, clock }) };
  }

  async #saveHeader({ dataKey, vaultId }: Opened, wraps: readonly Wrap[]): Promise<void> {
    const { clock, storage } = this.#deps;
    const generation = (this.#header?.generation ?? 0) + 1;
    const createdAt = this.#header?.createdAt ?? clock.now();
    this.#header = await writeHeader(storage.header, { v: HEADER_VERSION, vaultId, generation, createdAt, wraps }, dataKey);
  }

  async #close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    await opened?.profiles.close();
    opened?.dataKey.fill(0);
  }

  #lockedHeader(): Header | null {
    return this.#state === 'locked' || this.#state === 'key-lost' ? this.#header : null;
  }

  #alreadyOpen(): Outcome<null> {
    return this.#opened !== null ? ok(null) : refuse(notices.unavailable(this.#state));
  }

  #become(state: KeyringState, notice: Problem | null): Outcome<null> {
    this.#state = state;
    this.#notice = notice;
    return ok(null);
  }

  /** Runs one action; a FaultError becomes its answer; the listeners hear of the outcome. */
  async #act<T>(action: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return this.#queue.run(async () => {
      try {
        return await action();
      } catch (cause) {
        if (cause instanceof FaultError) return { ok: false, error: cause.fault };
        throw cause;
      } finally {
        const status = this.status();
        for (const listener of this.#listeners) listener(status);
      }
    });
  }
}

function refuse(problem: Problem): Outcome<never> {
  return { ok: false, error: fault(problem.code, problem.message, problem.hint) };
}
