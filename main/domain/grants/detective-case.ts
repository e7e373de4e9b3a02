import type { Publishing } from '../clients/client.ts';
import type { Authorization } from './authorization.ts';

/** How much speaks for a cause. `certain` needs a word of Google's or an act of this app's, never a rule of thumb. */
export type Likelihood = 'certain' | 'likely' | 'possible' | 'unlikely';

export interface Cause {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly title: string;
  readonly likelihood: Likelihood;
  /** What speaks for it, or against: one sentence each. */
  readonly evidence: readonly string[];
  /** What mends it. */
  readonly mend: string;
  readonly action: 'reauthorize' | 'refresh' | 'open-clients' | 'open-connections' | 'open-console' | null;
}

/** What this computer knows of a sign-in that ended. Times are milliseconds since the epoch. */
export interface CaseFile {
  readonly authorization: Authorization;
  readonly now: number;
  /** False when the client was removed here. */
  readonly clientStored: boolean;
  /** As the client's owner told; undefined when nobody did. */
  readonly publishing: Publishing | undefined;
  /** Other stored authorizations of the same account and Cloud project. */
  readonly siblings: readonly Authorization[];
  /** When it was first found not to work any more; null when Activity does not tell. */
  readonly noticedAt: number | null;
  /** True when Google answered a revoke from here that it had no such grant any more. */
  readonly goneBeforeRevoke: boolean;
}

/** The last moment at which Google accepted this sign-in, as far as known. */
export function lastGood({ consentedAt, lastRefreshedAt }: Authorization): number {
  return Math.max(consentedAt, lastRefreshedAt ?? 0);
}

/** The first moment known to be after the end. */
export function foundAt({ noticedAt, now }: Pick<CaseFile, 'noticedAt' | 'now'>): number {
  return noticedAt ?? now;
}
