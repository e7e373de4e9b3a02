import type { Bytes } from '../shared/bytes.ts';
import type { Outcome, Problem } from '../shared/fault.ts';
import { fail, FaultError, ok } from '../shared/fault.ts';
import { SerialQueue } from '../shared/serial-queue.ts';
import type { DamagedRecord } from './damage.ts';
import type { Cache } from './cache.ts';
import { GuardedCache } from './guarded-cache.ts';
import { GuardedRecords } from './guarded-records.ts';
import { HeaderKeeper } from './header-keeper.ts';
import type { Header } from './header.ts';
import { sealHolds, wrapOf } from './header.ts';
import type { KeyringStatus } from './keyring-status.ts';
import { MemoryStorage } from './memory-storage.ts';
import * as notices from './notices.ts';
import type { KeyringDeps, OpenedVault } from './opened-vault.ts';
import { madeLasting, newVault, openedVault } from './opened-vault.ts';
import { passphraseProblem, WRONG_PASSPHRASE, WRONG_RECOVERY_CODE } from './passphrase-rule.ts';
import type { Profile } from './ports.ts';
import type { Records } from './records.ts';
import { parseRecoveryCode } from './recovery-code.ts';
import { refuse, StatusBoard } from './status-board.ts';
import { openWithKeychain, openWithPassphrase, openWithRecoveryCode, wrapWithKeychain, wrapWithNewRecoveryCode, wrapWithPassphrase } from './wraps.ts';

export type { KeyringStatus } from './keyring-status.ts';

/**
 * The vault's key: one random data key with independent wraps (keychain, passphrase, recovery code), any of which opens
 * it. Nothing here ever resets or empties a vault. Actions run one at a time; each answers with a fault instead of throwing.
 */
export class Keyring {
  readonly #deps: KeyringDeps;
  readonly #keeper: HeaderKeeper;
  readonly #board: StatusBoard;
  readonly #queue = new SerialQueue();
  #opened: OpenedVault | null = null;
  /** The keychain opened another key than ours: its wrap is worthless and is renewed once the vault is open. */
  #keychainLost = false;

  constructor(deps: KeyringDeps) {
    this.#deps = deps;
    this.#keeper = new HeaderKeeper(deps.storage.header, deps);
    this.#board = new StatusBoard(() => this.#keeper.wraps());
  }

  status(): KeyringStatus {
    return this.#board.status();
  }

  /** Called after each change of the status. @returns unsubscribes */
  onChange(listener: (status: KeyringStatus) => void): () => void {
    return this.#board.listen(listener);
  }

  /** Reads the vault at start: opens it with the keychain, or makes one when this is the first start and a keychain protects. */
  async open(): Promise<KeyringStatus> {
    const outcome = await this.#act(async () => {
      this.#board.keychain = await this.#deps.keyBox.describe();
      const read = await this.#keeper.read();
      if (read.kind === 'future') return this.#board.become('future-version', notices.FUTURE_VERSION);
      if (read.kind === 'corrupt') return this.#board.become('corrupt', notices.CORRUPT);
      if (read.kind === 'absent') return this.#firstStart();
      return this.#askKeychain(read.header, read.notice);
    });
    if (!outcome.ok) await this.#act(async () => this.#board.become('corrupt', outcome.error));
    return this.status();
  }

  /**
   * Makes the passphrase what opens the vault at each start: a new vault, the memory-only one made lasting, or one that a keychain
   * opened until now. A passphrase beside the keychain is added by changePassphrase.
   * @returns the recovery code, told this once. Faults: `passphrase-too-short`, `passphrase-exists`, `vault-…`
   */
  async createWithPassphrase(passphrase: string): Promise<Outcome<{ recoveryCode: string }>> {
    return this.#act(async () => {
      const problem = passphraseProblem(passphrase);
      if (problem !== null) return refuse(problem);
      if (this.#keeper.wraps().passphrase) return fail('passphrase-exists', 'There is a passphrase already.', 'Change it instead.');
      const opened = this.#board.state === 'needs-setup' ? newVault(this.#deps, this.#deps.storage) : this.#opened;
      if (opened === null) return refuse(notices.unavailable(this.#board.state));
      const made = await wrapWithPassphrase(this.#deps, opened.dataKey, opened.vaultId, passphrase);
      const { wrap, recoveryCode } = await wrapWithNewRecoveryCode(this.#deps, opened.dataKey, opened.vaultId);
      await this.#keeper.save(opened, [made, wrap]);
      this.#opened = this.#board.state === 'memory-only' ? await madeLasting(this.#deps, this.#keeper, opened) : opened;
      this.#board.become('unlocked', null);
      return ok({ recoveryCode });
    });
  }

  /** Goes on without writing anything; only from `needs-setup`. */
  async useMemoryOnly(): Promise<Outcome<null>> {
    return this.#act(async () => {
      if (this.#board.state !== 'needs-setup') return refuse(notices.unavailable(this.#board.state));
      this.#opened = newVault(this.#deps, new MemoryStorage());
      return this.#board.become('memory-only', null);
    });
  }

  /** Faults: `wrong-passphrase`, `no-passphrase`, `vault-…`. */
  async unlock(passphrase: string): Promise<Outcome<null>> {
    return this.#act(async () => {
      const header = this.#lockedHeader();
      if (header === null) return this.#alreadyOpen();
      const wrap = wrapOf(header, 'passphrase');
      if (wrap === null) return fail('no-passphrase', 'This vault has no passphrase.', this.#board.notice?.hint ?? null);
      const dataKey = await openWithPassphrase(this.#deps.kdf, header, wrap, passphrase);
      if (dataKey === null) return refuse(WRONG_PASSPHRASE);
      await this.#unlocked(header, dataKey, 'passphrase', null);
      return ok(null);
    });
  }

  /** Takes the code in any case, with any spaces and dashes. Faults: `wrong-recovery-code`, `no-recovery-code`, `vault-…`. */
  async unlockWithRecovery(text: string): Promise<Outcome<null>> {
    return this.#act(async () => {
      const header = this.#lockedHeader();
      if (header === null) return this.#alreadyOpen();
      const wrap = wrapOf(header, 'recovery');
      if (wrap === null) return fail('no-recovery-code', 'This vault has no recovery code.', this.#board.notice?.hint ?? null);
      const code = parseRecoveryCode(text);
      if (code === null) return fail('wrong-recovery-code', 'That is not a recovery code: it has 32 letters and digits.');
      const dataKey = await openWithRecoveryCode(header, wrap, code);
      if (dataKey === null) return refuse(WRONG_RECOVERY_CODE);
      await this.#unlocked(header, dataKey, 'recovery', null);
      return ok(null);
    });
  }

  /** Asks the keychain once more. Faults: `keychain-unavailable`, `key-lost`, `vault-…`. */
  async retryKeychain(): Promise<Outcome<null>> {
    return this.#act(async () => {
      this.#board.keychain = await this.#deps.keyBox.describe();
      if (this.#board.state === 'needs-setup') await this.#firstStart();
      const header = this.#lockedHeader();
      if (header !== null) await this.#askKeychain(header, null);
      return this.#opened === null ? refuse(this.#board.notice ?? notices.unavailable(this.#board.state)) : ok(null);
    });
  }

  /** Wipes the data key after the changes in progress are done. Refused in memory-only mode, where it would lose everything. */
  async lock(): Promise<Outcome<null>> {
    return this.#act(async () => {
      if (this.#board.state !== 'unlocked') return this.#board.state === 'locked' ? ok(null) : refuse(notices.unavailable(this.#board.state));
      await this.#close();
      return this.#board.become('locked', this.#keeper.wraps().passphrase ? notices.LOCKED : notices.LOCKED_BY_YOU);
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
      const { header } = this.#keeper;
      if (opened === null || header === null) return refuse(notices.unavailable(this.#board.state));
      const problem = passphraseProblem(next);
      if (problem !== null) return refuse(problem);
      const wrap = wrapOf(header, 'passphrase');
      const proven = wrap === null || (current === null && opened.by === 'recovery');
      if (!proven && (current === null || (await openWithPassphrase(this.#deps.kdf, header, wrap, current)) === null)) {
        return refuse(WRONG_PASSPHRASE);
      }
      await this.#keeper.replace(opened, await wrapWithPassphrase(this.#deps, opened.dataKey, opened.vaultId, next));
      return ok(null);
    });
  }

  /** Replaces the recovery code; the old one no longer opens anything. */
  async newRecoveryCode(): Promise<Outcome<{ recoveryCode: string }>> {
    return this.#act(async () => {
      const opened = this.#opened;
      if (opened === null || this.#keeper.header === null) return refuse(notices.unavailable(this.#board.state));
      const { wrap, recoveryCode } = await wrapWithNewRecoveryCode(this.#deps, opened.dataKey, opened.vaultId);
      await this.#keeper.replace(opened, wrap);
      return ok({ recoveryCode });
    });
  }

  /** Stays valid across lock and unlock; rejects with `vault-locked` while there is no key. */
  records(profile: Profile): Records {
    return new GuardedRecords(async () => {
      if (this.#opened === null) throw new FaultError({ ...notices.unavailable(this.#board.state), code: 'vault-locked', problems: [] });
      return this.#opened.profiles.get(profile);
    });
  }

  /** What can be fetched again of the profile's accounts. Like the records it rejects with `vault-locked` while there is no key. */
  cache(profile: Profile): Cache {
    return new GuardedCache(async () => {
      if (this.#opened === null) throw new FaultError({ ...notices.unavailable(this.#board.state), code: 'vault-locked', problems: [] });
      return this.#opened.profiles.cache(profile);
    });
  }

  /** Records of the profile that are damaged, missing or were restored; empty while locked. */
  async damaged(profile: Profile): Promise<readonly DamagedRecord[]> {
    return this.#opened === null ? [] : this.#opened.profiles.damaged(profile);
  }

  async #firstStart(): Promise<Outcome<null>> {
    if (await this.#deps.storage.holdsRecords()) return this.#board.become('corrupt', notices.HEADER_MISSING);
    if (!this.#board.keychain.protects) return this.#board.become('needs-setup', notices.NO_KEYCHAIN);
    const opened = newVault(this.#deps, this.#deps.storage);
    try {
      const wrap = await wrapWithKeychain(this.#deps, opened.dataKey, this.#board.keychain);
      if (wrap === null) return this.#board.become('needs-setup', notices.NO_KEYCHAIN);
      await this.#keeper.save(opened, [wrap]);
    } catch (cause) {
      if (!(cause instanceof FaultError)) throw cause;
      return this.#board.become('needs-setup', cause.fault);
    }
    this.#opened = opened;
    return this.#board.become('unlocked', null);
  }

  async #askKeychain(header: Header, notice: Problem | null): Promise<Outcome<null>> {
    const wrap = wrapOf(header, 'os');
    if (wrap === null) return this.#board.become('locked', notice ?? notices.LOCKED);
    const answer = await openWithKeychain(this.#deps.keyBox, header, wrap, this.#board.keychain);
    this.#keychainLost = answer.kind === 'other-key';
    if (answer.kind === 'unavailable') return this.#board.become('locked', notices.KEYCHAIN_UNAVAILABLE);
    if (answer.kind === 'other-key') return this.#board.become('key-lost', notices.KEY_LOST);
    const moved = wrap.backend !== this.#board.keychain.backend || wrap.platform !== this.#board.keychain.platform;
    const opened = await this.#unlocked(header, answer.dataKey, 'keychain', notice);
    if (answer.rewrap || moved) await this.#keeper.renewKeychain(opened, this.#board.keychain);
    return ok(null);
  }

  async #unlocked(header: Header, dataKey: Bytes, by: OpenedVault['by'], notice: Problem | null): Promise<OpenedVault> {
    const opened = openedVault(this.#deps, this.#deps.storage, { dataKey, vaultId: header.vaultId }, by);
    const altered = (await sealHolds(header, dataKey)) ? null : notices.HEADER_ALTERED;
    let renewal: Problem | null = null;
    if (this.#keychainLost && this.#board.keychain.protects) {
      this.#keychainLost = !(await this.#keeper.renewKeychain(opened, this.#board.keychain));
      renewal = this.#keychainLost ? notices.KEYCHAIN_NOT_RENEWED : notices.KEYCHAIN_RENEWED;
    }
    this.#opened = opened;
    this.#board.become('unlocked', altered ?? renewal ?? notice);
    return opened;
  }

  async #close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    await opened?.profiles.close();
    opened?.dataKey.fill(0);
  }

  #lockedHeader(): Header | null {
    return this.#board.state === 'locked' || this.#board.state === 'key-lost' ? this.#keeper.header : null;
  }

  #alreadyOpen(): Outcome<null> {
    return this.#opened !== null ? ok(null) : refuse(notices.unavailable(this.#board.state));
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
        this.#board.tell();
      }
    });
  }
}
