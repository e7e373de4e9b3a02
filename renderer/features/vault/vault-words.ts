import type { VaultStatusDto } from '../../../preload/contract/app.ts';

export interface VaultWords {
  readonly title: string;
  /** The real place of the key, in few words. */
  readonly detail: string;
  readonly tone: 'ok' | 'warn';
}

/** What guards an open vault, told in two lines. A backend that only looks like encryption is never shown as a guard. */
export function vaultWords(vault: VaultStatusDto): VaultWords {
  if (vault.state === 'memory-only') return { title: 'In memory only', detail: 'Gone when the app closes', tone: 'warn' };
  const guards = [vault.wraps.keychain && vault.backendProtects ? vault.backendLabel : null, vault.wraps.passphrase ? 'Passphrase' : null].filter(
    (guard) => guard !== null,
  );
  return {
    title: 'Vault unlocked',
    detail: guards.length === 0 ? vault.backendLabel : guards.join(' · '),
    tone: guards.length === 0 ? 'warn' : 'ok',
  };
}
