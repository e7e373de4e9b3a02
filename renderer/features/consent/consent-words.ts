import type { ConsentAttemptDto } from '../../../preload/contract/consent.ts';
import type { ConsentStep } from '../../../preload/contract/flow.ts';
import type { ProblemDto } from '../../../preload/contract/result.ts';
import type { FlowProgress } from './flow-subject.ts';

export const STEPS: readonly ConsentStep[] = ['A', 'B', 'C', 'D', 'E'];

export interface StepWords {
  readonly title: string;
  readonly detail: string;
}

/** The steps of RFC 6749 figure 3, as this app goes through them. */
export const STEP_WORDS: Readonly<Record<ConsentStep, StepWords>> = {
  A: { title: 'Grantdesk opened Google’s page', detail: 'Client id, scopes, check value' },
  B: { title: 'You sign in and tick what to allow', detail: 'Nothing is granted until you agree there' },
  C: { title: 'Google sends you back with a code', detail: 'Ignored unless the check value matches' },
  D: { title: 'Grantdesk trades the code for tokens', detail: 'Proved with a secret kept here (PKCE)' },
  E: { title: 'Tokens go straight into the vault', detail: 'Then you see what was granted' },
};

/** Steps that an attempt which is over got through. They hold for a refusal too, which brings no code and ticks nothing. */
const WENT: Readonly<Record<ConsentStep, StepWords>> = {
  A: STEP_WORDS.A,
  B: { title: 'You were asked at Google', detail: 'Google’s page was answered' },
  C: { title: 'Google sent you back', detail: 'The check value matched' },
  D: { title: 'Grantdesk traded the code for tokens', detail: 'Proved with a secret kept here (PKCE)' },
  E: { title: 'Tokens went into the vault', detail: 'Nothing else is missing' },
};

/** What to say of a step: what comes, or, once the attempt is over, what came. */
export function stepWords(attempt: FlowProgress, step: ConsentStep): StepWords {
  return attempt.outcome !== null && stepState(attempt, step) === 'done' ? WENT[step] : STEP_WORDS[step];
}

export type StepState = 'done' | 'current' | 'ahead';

export function stepState(attempt: FlowProgress, step: ConsentStep): StepState {
  if (attempt.stepsDone.some((one) => one.step === step)) return 'done';
  if (attempt.step === step && attempt.outcome === null) return 'current';
  return 'ahead';
}

/** What the user should do or wait for now. */
export function nowWords(attempt: ConsentAttemptDto): string {
  const browser = attempt.surface === 'browser';
  switch (attempt.step) {
    case 'A':
      return browser ? 'Opening Google’s page in your browser.' : 'Opening Google’s page in an app window.';
    case 'B':
      return browser
        ? 'Finish in the browser page that just opened. This page follows along.'
        : 'Finish in the app window that just opened. This page follows along.';
    case 'C':
      return 'You agreed; Google is sending you back.';
    case 'D':
      return 'Google sent a code; Grantdesk is trading it for tokens.';
    case 'E':
      return 'Tokens arrived; they are going into the vault.';
  }
}

/** `3 scopes · 1 restricted`, sign-in apart. */
export function askedWords(attempt: Pick<ConsentAttemptDto, 'scopes'>): string {
  const asked = attempt.scopes.filter((one) => !one.signIn);
  if (asked.length === 0) return 'Sign-in only';
  const restricted = asked.filter((one) => one.sensitivity === 'restricted').length;
  const count = `${String(asked.length)} ${asked.length === 1 ? 'scope' : 'scopes'}`;
  return restricted === 0 ? count : `${count} · ${String(restricted)} restricted`;
}

/** What a cancelled attempt left behind. */
export function cancelledWords(attempt: Pick<ConsentAttemptDto, 'purpose' | 'expectedEmail'>): string {
  if (attempt.purpose === 'drop') {
    const who = attempt.expectedEmail ?? 'The account';
    return `${who} has no access until a consent is finished: what it had granted was taken back before Google was asked again.`;
  }
  return 'Nothing was granted, and nothing that was stored has changed.';
}

/** What stands in the way of the user's own sign-in, unlike answers that were merely not for this attempt. */
const IN_THE_WAY: ReadonlySet<string> = new Set(['blocked-host', 'page-did-not-load', 'browser-did-not-open']);

/** The newest obstacle, to be said aloud, and the rest, to be listed quietly. */
export function sortIgnored(ignored: readonly ProblemDto[]): { readonly obstacle: ProblemDto | null; readonly quiet: readonly ProblemDto[] } {
  return {
    obstacle: ignored.findLast((one) => IN_THE_WAY.has(one.code)) ?? null,
    quiet: ignored.filter((one) => !IN_THE_WAY.has(one.code)),
  };
}

/** Refusals that are about the request, the project or the account: another surface would hear the same. */
const SAME_ANYWHERE: ReadonlySet<string> = new Set([
  'access-denied',
  'access-not-configured',
  'admin-policy-enforced',
  'client-missing',
  'client-secret-missing',
  'client-secret-wrong',
  'deleted-client',
  'disabled-client',
  'id-token-expired',
  'id-token-from-future',
  'invalid-client',
  'invalid-scope',
  'not-a-test-user',
  'org-internal',
  'origin-mismatch',
  'policy-enforced',
  'restricted-client',
  'scope-malformed',
  'unauthorized-client',
  'unsupported-response-type',
]);

/** Could the same consent go better in the system browser? */
export function browserMayHelp(attempt: Pick<ConsentAttemptDto, 'surface' | 'outcome'>): boolean {
  if (attempt.surface !== 'app-window') return false;
  return attempt.outcome?.kind !== 'failed' || !SAME_ANYWHERE.has(attempt.outcome.error.code);
}
