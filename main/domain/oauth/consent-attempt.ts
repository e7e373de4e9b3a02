import type { Fault, Problem } from '../shared/fault.ts';
import type { FlowHop } from './flow-hop.ts';

export type ConsentPurpose = 'new' | 'add' | 'ask-again' | 'reauthorize' | 'drop';
export type ConsentSurface = 'app-window' | 'browser';

export interface StartConsent {
  /** Record id of the client. */
  readonly clientRef: string;
  /** All scopes wanted, in full; sign-in scopes are added. */
  readonly scopes: readonly string[];
  readonly surface: ConsentSurface;
  readonly purpose: ConsentPurpose;
  /** The authorization this is about; null for a new one. */
  readonly authorizationId: string | null;
  /** The grant revokes itself after so many hours; null or absent: it stays. */
  readonly timeBoxHours?: number | null;
}

/** The steps of RFC 6749 figure 3: asked, signed in, code came back, exchanged, stored. */
export type ConsentStep = 'A' | 'B' | 'C' | 'D' | 'E';

export type ConsentOutcome =
  | {
      readonly kind: 'granted';
      readonly authorizationId: string;
      readonly granted: readonly string[];
      readonly refused: readonly string[];
      readonly unexpected: readonly string[];
      readonly otherAccount: { readonly expected: string; readonly actual: string } | null;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: Fault };

/** How one attempt stands: what may be told about it. Times are milliseconds since the epoch. */
export interface ConsentAttempt {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly authorizationId: string | null;
  readonly surface: ConsentSurface;
  /** Why it moved from the app window to the browser; null when it did not. */
  readonly moved: Problem | null;
  readonly client: { readonly id: string; readonly clientId: string; readonly projectId: string | null; readonly type: 'installed' | 'web' };
  readonly expectedEmail: string | null;
  /** Full scopes as asked, sign-in scopes included. */
  readonly scopes: readonly string[];
  /** Host, port and path the answer comes back to. */
  readonly comesBackTo: string;
  readonly startedAt: number;
  readonly deadlineAt: number;
  readonly step: ConsentStep;
  readonly stepsDone: readonly { readonly step: ConsentStep; readonly at: number }[];
  /** What came and was not the answer, newest last. */
  readonly ignored: readonly Problem[];
  /** Every hop so far, oldest first. */
  readonly hops: readonly FlowHop[];
  /** What StartConsent asked for. */
  readonly timeBoxHours: number | null;
  /** Null while pending. */
  readonly outcome: ConsentOutcome | null;
}

const MOST_IGNORED = 50;

export function withIgnored(attempt: ConsentAttempt, problem: Problem): ConsentAttempt {
  return { ...attempt, ignored: [...attempt.ignored, problem].slice(-MOST_IGNORED) };
}

/** Notes the steps that are done now (those not noted before) and which one is in progress. */
export function withSteps(attempt: ConsentAttempt, done: readonly ConsentStep[], step: ConsentStep, now: number): ConsentAttempt {
  const known = new Set(attempt.stepsDone.map((one) => one.step));
  const added = done.filter((one) => !known.has(one)).map((one) => ({ step: one, at: now }));
  return { ...attempt, step, stepsDone: [...attempt.stepsDone, ...added] };
}
