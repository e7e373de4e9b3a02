import { practiceAccounts, type SandboxAccount } from './accounts.ts';
import { Transactions } from './auth/transactions.ts';
import { noFaults, type LoggedRequest, type SandboxFaults } from './faults.ts';
import { addPracticeClients } from './state/clients.ts';
import { randomText, SecretMint } from './state/secrets.ts';
import { readStateFile, writeStateFile } from './state/state-file.ts';
import { freshState, type SandboxState } from './state/state.ts';
import { SigningKey } from './token/signing-key.ts';

export interface WorldOptions {
  readonly stateFile?: string | undefined;
  readonly now?: (() => number) | undefined;
  readonly controlKey: string;
  readonly accounts?: readonly SandboxAccount[] | undefined;
  readonly rememberSecrets?: boolean | undefined;
}

/** Longest request log kept; older lines fall out. */
const logLimit = 5000;

/** All that the endpoints share: who exists, what was granted, what goes wrong, what was asked. */
export class World {
  readonly accounts: readonly SandboxAccount[];
  readonly controlKey: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly mint: SecretMint;
  readonly transactions: Transactions;
  readonly signingKey = new SigningKey();
  /** Without a slash at the end; known once the server listens. */
  origin = '';
  state: SandboxState;
  faults: SandboxFaults = noFaults;
  requests: LoggedRequest[] = [];
  counts = new Map<string, number>();
  readonly #stateFile: string | undefined;
  #dirty = false;

  constructor(options: WorldOptions) {
    this.accounts = options.accounts ?? practiceAccounts;
    this.controlKey = options.controlKey;
    this.now = options.now ?? Date.now;
    this.mint = new SecretMint(options.rememberSecrets === true);
    this.transactions = new Transactions(this.now);
    this.#stateFile = options.stateFile;
    const saved = options.stateFile === undefined ? undefined : readStateFile(options.stateFile);
    this.state = saved ?? freshState(randomText(12));
    addPracticeClients(this.state, this.mint);
    this.changed();
    this.save();
  }

  /** Says that the state must be written before the answer goes out. */
  changed(): void {
    this.#dirty = true;
  }

  /** Writes the state if it changed, without what has run out. */
  save(): void {
    if (!this.#dirty) return;
    this.#dirty = false;
    const now = this.now();
    this.state.codes = this.state.codes.filter((code) => code.expiresAt > now);
    this.state.accessTokens = this.state.accessTokens.filter((token) => token.expiresAt > now);
    if (this.#stateFile !== undefined) writeStateFile(this.#stateFile, this.state);
  }

  /** As on the first start: no grants, tokens, edits, faults, extra clients or log. */
  reset(): void {
    this.state = freshState(randomText(12));
    addPracticeClients(this.state, this.mint);
    this.faults = noFaults;
    this.requests = [];
    this.counts.clear();
    this.transactions.clear();
    this.changed();
  }

  log(endpoint: string, line: LoggedRequest): void {
    this.counts.set(endpoint, (this.counts.get(endpoint) ?? 0) + 1);
    this.requests.push(line);
    if (this.requests.length > logLimit) this.requests.splice(0, this.requests.length - logLimit);
  }

  accountBySub(sub: string): SandboxAccount | undefined {
    return this.accounts.find((account) => account.sub === sub);
  }

  /** By mail address (any case) or `sub`, the two forms login_hint may have. */
  findAccount(hint: string): SandboxAccount | undefined {
    const wanted = hint.trim().toLowerCase();
    return this.accounts.find((account) => account.email.toLowerCase() === wanted || account.sub === wanted);
  }
}
