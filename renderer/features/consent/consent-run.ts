import type { Bridge } from '../../../preload/contract/bridge.ts';
import type { ConsentAttemptDto, StartConsent } from '../../../preload/contract/consent.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { navigate } from '../../app/route.ts';

/** A test call that waits for a scope: carried out by itself once consent gave it. */
export type WaitingCall = { readonly kind: 'list-calendars' } | { readonly kind: 'read-group-settings'; readonly groupEmail: string };

interface Run {
  readonly attempt: ConsentAttemptDto;
  readonly call: WaitingCall | null;
  /** False until its authorization was opened, so that this happens once and never behind the user's back later. */
  opened: boolean;
}

/** What this window started last. Main knows the attempt; only the window knows why it was started. */
let run: Run | null = null;
let due: { readonly authorizationId: string; readonly call: WaitingCall } | null = null;

/** Starts an attempt and goes to its page. A failed start changes nothing and is the caller's to show. */
export async function beginConsent(bridge: Bridge, input: StartConsent, call: WaitingCall | null): Promise<Result<ConsentAttemptDto>> {
  const answer = await bridge.startConsent(input);
  if (answer.ok) {
    run = { attempt: answer.value, call, opened: false };
    due = null;
    navigate({ page: 'consent', id: answer.value.id });
  }
  return answer;
}

/** The call that the attempt was started for; kept when the user tries again. */
export function callWaitingFor(attemptId: string): WaitingCall | null {
  return run?.attempt.id === attemptId ? run.call : null;
}

/** The attempt as it was when it started: what to show until main's first event about it arrives. */
export function startedAttempt(attemptId: string | null): ConsentAttemptDto | null {
  return run !== null && run.attempt.id === attemptId ? run.attempt : null;
}

/** True for an attempt of this window that has not led to its authorization yet. */
export function opensByItself(attemptId: string): boolean {
  return run?.attempt.id === attemptId && !run.opened;
}

/** Goes to the authorization that consent gave, with the waiting call if it is about the same one. */
export function openGranted(attempt: ConsentAttemptDto): void {
  if (attempt.outcome?.kind !== 'granted') return;
  const { authorizationId } = attempt.outcome;
  if (run?.attempt.id === attempt.id && !run.opened) {
    run.opened = true;
    if (run.call !== null && attempt.authorizationId === authorizationId) due = { authorizationId, call: run.call };
  }
  navigate({ page: 'authorization', id: authorizationId });
}

/** Hands out the call that is due for this authorization, once. */
export function takeDueCall(authorizationId: string): WaitingCall | null {
  if (due?.authorizationId !== authorizationId) return null;
  const { call } = due;
  due = null;
  return call;
}

/** Only for tests: a window starts knowing nothing. */
export function forgetConsentRun(): void {
  run = null;
  due = null;
}
