import type { Services } from './services.ts';

/** Whether the page may see what is in the vault, or what came of it. */
export function isVaultOpen({ keyring }: Pick<Services, 'keyring'>): boolean {
  const { state } = keyring.status();
  return state === 'unlocked' || state === 'memory-only';
}
