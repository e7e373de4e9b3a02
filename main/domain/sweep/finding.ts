import type { FileMark } from './ports.ts';
import type { Problem } from '../shared/fault.ts';

/** Which program left the file, as far as its name, its place and its shape tell. */
export type FindingKind =
  | 'gcloud-adc'
  | 'gcloud-store'
  | 'oauth2l'
  | 'gcalcli'
  | 'gam'
  | 'gws'
  | 'gws-key'
  | 'clasp'
  | 'oauth2client'
  | 'authorized-user'
  | 'python-token'
  | 'node-token'
  | 'client-file'
  | 'python-pickle'
  | 'java-store'
  | 'service-account'
  | 'damaged';

/** One credential of a file without its secrets. */
export interface CredentialSummary {
  readonly clientId: string | null;
  /** What the file says of the account; null when nothing. */
  readonly email: string | null;
  /** As the file records them; null when it does not. */
  readonly scopes: readonly string[] | null;
}

/** What the bytes of a file came to. */
export interface Classified {
  readonly kind: FindingKind;
  /** Empty where nothing in it can be read or asked about. */
  readonly credentials: readonly CredentialSummary[];
  /** What is odd about it, or why it cannot be opened. */
  readonly note: Problem | null;
}

export type FindingState = 'not-checked' | 'alive' | 'ended' | 'unknown';

/** A credential file that was found. Holds no token: what needs one reads the file again. */
export interface Finding extends Classified {
  /** Opaque; the page acts by it and never sends a path. */
  readonly id: string;
  readonly file: FileMark;
  readonly state: FindingState;
  /** Why it is so, in a sentence; null when the state says it all. */
  readonly detail: string | null;
  /** Milliseconds since the epoch; null before the first check. */
  readonly checkedAt: number | null;
  /** What Google says it may do; null before a check that was answered. */
  readonly granted: readonly string[] | null;
  /** Whom Google says it belongs to. */
  readonly checkedEmail: string | null;
  readonly imported: boolean;
}

export interface Abilities {
  readonly check: boolean;
  readonly import: boolean;
  readonly tighten: boolean;
  readonly revoke: boolean;
}

/** What can be done with it, apart from the bin, which takes everything. */
export function abilitiesOf({ kind, credentials, file, state }: Finding): Abilities {
  const asked = credentials.length > 0;
  return {
    check: asked,
    import: (asked || kind === 'client-file') && state !== 'ended',
    tighten: file.mode !== null && (file.mode & 0o077) !== 0,
    revoke: asked && state !== 'ended',
  };
}

/** The scopes that count: Google's word where there is one, else the file's; null when neither is known. */
export function scopesOf({ granted, credentials }: Pick<Finding, 'granted' | 'credentials'>): readonly string[] | null {
  if (granted !== null) return granted;
  const recorded = credentials.flatMap(({ scopes }) => scopes ?? []);
  return recorded.length === 0 ? null : [...new Set(recorded)];
}

export function accountsOf({ checkedEmail, credentials }: Pick<Finding, 'checkedEmail' | 'credentials'>): readonly string[] {
  const known = credentials.map(({ email }) => email);
  // With one credential in the file, Google's word on whose it is stands before the file's.
  const emails = checkedEmail === null ? known : credentials.length === 1 ? [checkedEmail] : [...known, checkedEmail];
  return [...new Set(emails.filter((email) => email !== null))];
}
