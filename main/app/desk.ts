import { fail, fault, FaultError, ok, type Fault, type Outcome } from '../domain/shared/fault.ts';
import type { GoogleEndpoints } from '../domain/oauth/endpoints.ts';
import type { Keyring, KeyringStatus } from '../domain/vault/keyring.ts';
import { practiceClients } from '../sandbox/practice-clients.ts';
import type { Mode } from '../../preload/contract/app.ts';
import type { GoogleChoice } from './google-choice.ts';
import type { PracticeHost } from './practice-host.ts';
import type { ModeWorkspace } from './workspace.ts';

export interface DeskDeps {
  /** What stands behind the app outside practice mode. */
  readonly base: GoogleChoice;
  readonly keyring: Keyring;
  readonly host: PracticeHost;
  /** Whether the last session ended in practice mode. */
  readonly resumePractice: boolean;
  rememberMode(mode: 'google' | 'practice'): Promise<void>;
  makeWorkspace(mode: Mode, endpoints: GoogleEndpoints): ModeWorkspace;
  /** Mode, vault or notice changed. */
  onChange(): void;
  reportError(what: string, error: unknown): void;
}

const vaultClosed = fail('vault-locked', 'Your credentials are locked.', 'Unlock them first.');

/**
 * The app's state: the vault's key, the mode, and the workspace of that mode. Everything that changes them runs one after the
 * other; whoever asks for the workspace waits for changes that have begun.
 */
export class Desk {
  readonly #deps: DeskDeps;
  #workspace: ModeWorkspace;
  #turn: Promise<unknown> = Promise.resolve();
  /** Whether the workspace has been read from an open vault. */
  #loaded = false;
  #notice: Fault | null = null;

  constructor(deps: DeskDeps) {
    this.#deps = deps;
    this.#workspace = deps.makeWorkspace(deps.base.mode, deps.base.endpoints);
    deps.keyring.onChange((status) => this.#vaultChanged(status));
    void this.#inTurn(() => this.#open());
  }

  /** The active one, once the changes in progress are done. */
  async workspace(): Promise<ModeWorkspace> {
    await this.#turn;
    return this.#workspace;
  }

  /** The same without waiting; for what only reads which mode is on. */
  get current(): ModeWorkspace {
    return this.#workspace;
  }

  /** Something the user must know that is not about the vault; null when there is nothing. */
  get notice(): Fault | null {
    return this.#notice;
  }

  /** Faults: `vault-locked`, `practice-failed`. */
  enterPractice(): Promise<Outcome<null>> {
    return this.#inTurn(async () => {
      if (this.#workspace.mode === 'practice') return ok(null);
      if (!isOpen(this.#deps.keyring.status())) return vaultClosed;
      const endpoints = await this.#deps.host.start();
      if (!endpoints.ok) return endpoints;
      await this.#switch('practice', endpoints.value);
      await this.#importPracticeClients();
      await this.#remember('practice');
      return ok(null);
    });
  }

  leavePractice(): Promise<Outcome<null>> {
    return this.#inTurn(async () => {
      if (this.#workspace.mode !== 'practice') return ok(null);
      const { mode, endpoints } = this.#deps.base;
      await this.#switch(mode, endpoints);
      await this.#deps.host.stop();
      await this.#remember('google');
      return ok(null);
    });
  }

  /** The sandbox ended by itself; its new origin, or why there is none. */
  sandboxRestarted(endpoints: Outcome<GoogleEndpoints>): void {
    void this.#inTurn(async () => {
      if (this.#workspace.mode !== 'practice') return;
      if (endpoints.ok) await this.#switch('practice', endpoints.value);
      this.#notice = endpoints.ok
        ? fault('practice-restarted', 'The sandbox ended unexpectedly and was started again.', 'Start a consent that was in progress once more.')
        : endpoints.error;
      this.#deps.onChange();
    });
  }

  /** Ends what is in progress and locks; in a state that cannot be locked the vault says why, and nothing ends. */
  lock(): Promise<Outcome<null>> {
    return this.#inTurn(async () => {
      if (this.#deps.keyring.status().state === 'unlocked') {
        await this.#workspace.close();
        this.#loaded = false;
      }
      return await this.#deps.keyring.lock();
    });
  }

  /** Quitting: settles, saves, stops the sandbox, wipes the key, whichever of these fails. */
  async close(): Promise<void> {
    await this.#inTurn(async () => {
      try {
        await this.#workspace.close();
        await this.#deps.host.stop();
      } finally {
        await this.#deps.keyring.close();
      }
    });
  }

  async #open(): Promise<void> {
    const { base, host, keyring, resumePractice } = this.#deps;
    // An origin given on purpose goes before the mode of the last session.
    const resume = resumePractice && base.mode === 'google';
    const [, endpoints] = await Promise.all([keyring.open(), resume ? host.start() : null]);
    if (endpoints?.ok === true) this.#workspace = this.#deps.makeWorkspace('practice', endpoints.value);
    if (endpoints?.ok === false) this.#notice = endpoints.error;
    await this.#loadIfOpen();
    this.#deps.onChange();
  }

  async #switch(mode: Mode, endpoints: GoogleEndpoints): Promise<void> {
    await this.#workspace.close();
    this.#workspace = this.#deps.makeWorkspace(mode, endpoints);
    this.#loaded = false;
    // What there was to say was about the mode that has ended.
    this.#notice = null;
    await this.#loadIfOpen();
    this.#deps.onChange();
  }

  #vaultChanged(status: KeyringStatus): void {
    this.#deps.onChange();
    if (!isOpen(status)) {
      this.#loaded = false;
      return;
    }
    void this.#inTurn(async () => {
      if (this.#loaded) return;
      await this.#loadIfOpen();
      this.#deps.onChange();
    });
  }

  async #loadIfOpen(): Promise<void> {
    if (this.#loaded || !isOpen(this.#deps.keyring.status())) return;
    this.#loaded = true;
    await this.#workspace.load();
    if (this.#workspace.mode === 'practice' && (await this.#hasNoClients())) await this.#importPracticeClients();
  }

  async #hasNoClients(): Promise<boolean> {
    try {
      return (await this.#workspace.clients.list()).length === 0;
    } catch (error) {
      this.#deps.reportError('clients were not read', error);
      return false;
    }
  }

  async #importPracticeClients(): Promise<void> {
    const { clients } = this.#workspace;
    try {
      const known = new Set((await clients.list()).map((client) => client.clientId));
      for (const [id, file] of practiceFiles) {
        const imported = known.has(id) ? ok(null) : await clients.import(JSON.stringify(file));
        if (!imported.ok) throw new FaultError(imported.error);
      }
    } catch (error) {
      this.#deps.reportError('the practice clients were not imported', error);
    }
  }

  async #remember(mode: 'google' | 'practice'): Promise<void> {
    try {
      await this.#deps.rememberMode(mode);
    } catch (error) {
      this.#deps.reportError('the mode was not remembered', error);
    }
  }

  /** The next change starts whether or not this one failed; the failure itself goes to the caller. */
  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(change);
    this.#turn = mine.catch((error: unknown) => this.#deps.reportError('a change of mode or vault failed', error));
    return mine;
  }
}

const practiceFiles: readonly (readonly [string, object])[] = [
  [practiceClients.desktop.installed.client_id, practiceClients.desktop],
  [practiceClients.web.web.client_id, practiceClients.web],
];

/** Client ids of the clients that the sandbox brings along. */
export const practiceClientIds: ReadonlySet<string> = new Set(practiceFiles.map(([id]) => id));

function isOpen(status: KeyringStatus): boolean {
  return status.state === 'unlocked' || status.state === 'memory-only';
}
