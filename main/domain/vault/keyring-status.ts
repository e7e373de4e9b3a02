import type { Problem } from '../shared/fault.ts';

/** The vault's key as the app sees it: one data key, several independent wraps, any of which opens it. */
export type KeyringState = 'needs-setup' | 'locked' | 'unlocked' | 'memory-only' | 'key-lost' | 'corrupt' | 'future-version';

export interface KeyringStatus {
  readonly state: KeyringState;
  readonly wraps: { readonly keychain: boolean; readonly passphrase: boolean; readonly recoveryCode: boolean };
  /** `gnome_libsecret`, `kwallet6`, `basic_text`, `keychain`, `dpapi`, `unavailable`. */
  readonly backend: string;
  readonly backendLabel: string;
  readonly backendProtects: boolean;
  readonly notice: Problem | null;
}
