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
  const keychain = vault.wraps.keychain && vault.backendProtects;
  if (!keychain && vault.wraps.passphrase) return { title: 'Vault unlocked', detail: 'Passphrase', tone: 'ok' };
  return { title: 'Vault unlocked', detail: vault.backendLabel, tone: keychain ? 'ok' : 'warn' };
}
