import type { VaultStatusDto } from '../../../preload/contract/app.ts';

/** Who keeps the vault's key, in one sentence. */
export function keySentence({ state, wraps, backendLabel, backendProtects }: VaultStatusDto): string {
  if (state === 'memory-only') return 'Made up for this session and forgotten with it.';
  const keychain = wraps.keychain && backendProtects;
  if (keychain && wraps.passphrase) return `${backendLabel} opens the vault at start; the passphrase opens it too.`;
  if (keychain) return `${backendLabel} opens the vault at start, without asking you.`;
  if (wraps.passphrase) return 'Your passphrase opens the vault at each start. The key is never stored in the clear.';
  return `${backendLabel} keeps the key, and does not protect it: set a passphrase.`;
}

/** What the platform's own backend is worth. One that only obscures is never called more than that. */
export function backendSentence({ backend, backendProtects }: VaultStatusDto): string {
  if (backendProtects) return 'Keeps secrets apart from other users of this computer.';
  if (backend === 'basic_text') return 'Chromium’s stand-in for a missing keychain: its key is the same on every computer, so it protects nothing. Not used.';
  return 'Offers no protection that could be relied on. Not used.';
}
