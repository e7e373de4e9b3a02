import { UNKNOWN_ACCOUNT } from '../grants/account-name.ts';
import type { Problem } from '../shared/fault.ts';
import type { FileMark } from './ports.ts';

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
  /** Scopes that can be seen in a file which is not opened; null where there are none. */
  readonly named: readonly string[] | null;
  /** What is odd about it, or why it cannot be opened. */
  readonly note: Problem | null;
}

export interface Owner {
  /** Google's, or an unnamed one (grants/account-name.ts). */
  readonly sub: string;
  readonly email: string;
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
  /** Whom Google says each credential belongs to; empty before a check that was answered. */
  readonly owners: readonly (Owner | null)[];
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
export function scopesOf({ granted, credentials, named }: Pick<Finding, 'granted' | 'credentials' | 'named'>): readonly string[] | null {
  if (granted !== null) return granted;
  const recorded = credentials.flatMap(({ scopes }) => scopes ?? []);
  return recorded.length === 0 ? named : [...new Set(recorded)];
}

/** Google's word on whose a credential is stands before the file's. */
export function accountsOf({ owners, credentials }: Pick<Finding, 'owners' | 'credentials'>): readonly string[] {
  const emails = credentials.map(({ email }, at) => owners[at]?.email ?? email);
  return [...new Set(emails.filter((email) => email !== null && email !== UNKNOWN_ACCOUNT))] as readonly string[];
}
