import type { Outcome, Problem } from '../shared/fault.ts';
import { fault, ok } from '../shared/fault.ts';
import type { KeyringState, KeyringStatus } from './keyring-status.ts';
import type { KeyBoxDescription } from './ports.ts';

/** The keyring's state in words, and who wants to hear of its changes. */
export class StatusBoard {
  readonly #listeners = new Set<(status: KeyringStatus) => void>();
  readonly #wraps: () => KeyringStatus['wraps'];
  state: KeyringState = 'locked';
  notice: Problem | null = null;
  keychain: KeyBoxDescription = { platform: '', backend: 'unavailable', label: 'Keychain', protects: false };

  constructor(wraps: () => KeyringStatus['wraps']) {
    this.#wraps = wraps;
  }

  status(): KeyringStatus {
    const { backend, label, protects } = this.keychain;
    return { state: this.state, wraps: this.#wraps(), backend, backendLabel: label, backendProtects: protects, notice: this.notice };
  }

  become(state: KeyringState, notice: Problem | null): Outcome<null> {
    this.state = state;
    this.notice = notice;
    return ok(null);
  }

  listen(listener: (status: KeyringStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(): void {
    const status = this.status();
    for (const listener of this.#listeners) listener(status);
  }
}

export function refuse(problem: Problem): Outcome<never> {
  return { ok: false, error: fault(problem.code, problem.message, problem.hint) };
}
