import { z } from 'zod';
import type { ProblemDto } from './result.ts';

/** `google`: the real thing. `practice`: the built-in sandbox. `custom`: GRANTDESK_GOOGLE_ORIGIN. */
export type Mode = 'google' | 'practice' | 'custom';

export const surfaceSchema = z.enum(['app-window', 'browser']);
export type Surface = z.infer<typeof surfaceSchema>;

export const themeSchema = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof themeSchema>;

export interface SettingsDto {
  readonly openConsentIn: Surface;
  readonly theme: Theme;
  /** Further hosts an app window may show during sign-in: the identity provider of a Workspace domain. */
  readonly ssoHosts: readonly string[];
  /** A desktop notification before a sign-in or a time-boxed grant ends. */
  readonly remindBeforeEnd: boolean;
  /** Programs may ask for access tokens and calls through the `grantdesk` command. */
  readonly letScripts: boolean;
}

export const settingsPatchSchema = z.strictObject({
  openConsentIn: surfaceSchema.optional(),
  theme: themeSchema.optional(),
  ssoHosts: z.array(z.string().min(1).max(253)).max(50).optional(),
  remindBeforeEnd: z.boolean().optional(),
  letScripts: z.boolean().optional(),
});
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

/**
 * - `needs-setup`: no keychain, no passphrase yet: show `Protect your credentials`
 * - `locked`: ask for the passphrase (or recovery code), or for the keychain to be unlocked
 * - `memory-only`: nothing is written; everything goes when the app ends
 * - `key-lost`: the keychain answers, but with another key; a passphrase or recovery code still opens it
 */
export type VaultState = 'needs-setup' | 'locked' | 'unlocked' | 'memory-only' | 'key-lost' | 'corrupt' | 'future-version';

export interface VaultStatusDto {
  readonly state: VaultState;
  /** Which wraps of the data key exist. */
  readonly wraps: { readonly keychain: boolean; readonly passphrase: boolean; readonly recoveryCode: boolean };
  /** The platform's own name: `gnome_libsecret`, `kwallet6`, `basic_text`, `keychain`, `dpapi`, … */
  readonly backend: string;
  /** For people: `Linux keyring · libsecret`. */
  readonly backendLabel: string;
  /** False for `basic_text` and everything else that only looks like encryption. */
  readonly backendProtects: boolean;
  /** The folder holding the sealed records of the current profile. */
  readonly folder: string;
  /** Something the user must know: restored from backup, key re-wrapped, disk full. */
  readonly notice: ProblemDto | null;
  /** Records that could not be opened; they are kept aside, the rest works. */
  readonly damaged: readonly { readonly id: string; readonly message: string }[];
}

export interface AppStateDto {
  readonly version: string;
  readonly electron: string;
  readonly platform: string;
  readonly packaged: boolean;
  readonly mode: Mode;
  /** Where authorization requests go: `https://accounts.google.com` or a loopback origin. */
  readonly authorizationOrigin: string;
  readonly vault: VaultStatusDto;
  readonly settings: SettingsDto;
}

/** A new passphrase; strength is judged in main, length capped here. */
export const passphraseSchema = z.string().min(1).max(1024);
export const createVaultSchema = z.strictObject({ passphrase: passphraseSchema });
export const unlockSchema = z.strictObject({ passphrase: passphraseSchema });
export const unlockWithRecoverySchema = z.strictObject({ recoveryCode: z.string().min(1).max(200) });
export const changePassphraseSchema = z.strictObject({
  /** Null when the vault has no passphrase yet. */
  current: passphraseSchema.nullable(),
  next: passphraseSchema,
});

/** Shown once; it is never stored in clear. */
export interface RecoveryCodeDto {
  readonly recoveryCode: string;
}

/** Pages outside the app, by name: the renderer cannot make main open any other address. */
export const linkSchema = z.enum([
  'google-account-connections',
  'cloud-console-credentials',
  'cloud-console-consent-screen',
  'google-help-blocked-sign-in',
]);
export type Link = z.infer<typeof linkSchema>;
export const openLinkSchema = z.strictObject({ link: linkSchema });
/** An address Google itself gave in an error (enable an API); main checks its host. */
export const openConsoleSchema = z.strictObject({ url: z.url().max(2048) });
