import type { Bridge } from '../../../preload/contract/bridge.ts';
import type { ConsentAttemptDto, StartConsent } from '../../../preload/contract/consent.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { EventWrite } from '../../../preload/contract/calendar.ts';
import { accountMemory } from '../../bridge/account-memory.ts';
import { navigate, type Page } from '../../app/route.ts';
import type { Draft } from '../explorer/desk/draft.ts';

/** A call that waits for a scope: carried out by itself, on the page it came from, once consent gave it. */
export type WaitingCall =
  | { readonly kind: 'list-calendars' }
  | { readonly kind: 'read-group-settings'; readonly groupEmail: string }
  /** Opening the calendar page again reads everything. */
  | { readonly kind: 'calendar-read' }
  | { readonly kind: 'calendar-write'; readonly write: EventWrite }
  | { readonly kind: 'free-busy' }
  | { readonly kind: 'group-load'; readonly groupEmail: string }
  | { readonly kind: 'group-save'; readonly groupEmail: string; readonly changes: Readonly<Record<string, string>>; readonly before: Readonly<Record<string, string>> }
  | { readonly kind: 'directory' }
  /** `confirmed`: somebody was asked about it, if that was due, and said yes. */
  | { readonly kind: 'explorer-send'; readonly apiId: string; readonly methodId: string; readonly draft: Draft; readonly confirmed: boolean };

const PAGE: Readonly<Record<WaitingCall['kind'], Page>> = {
  'list-calendars': 'authorization',
  'read-group-settings': 'authorization',
  'calendar-read': 'calendar',
  'calendar-write': 'calendar',
  'free-busy': 'calendar',
  'group-load': 'groups',
  'group-save': 'groups',
  directory: 'groups',
  'explorer-send': 'explorer',
};

interface Run {
  readonly attempt: ConsentAttemptDto;
  /** False until its authorization was opened, so that this happens once and never behind the user's back later. */
  opened: boolean;
  readonly timeBoxHours: number | null;
}

/** What this window started last. Main knows the attempt; only the window knows why it was started. */
let run: Run | null = null;
/** By authorization: the call that an attempt was started for, and then the one that is due. They may hold what somebody typed. */
const waiting = accountMemory<{ readonly attemptId: string; readonly call: WaitingCall }>();
const due = accountMemory<WaitingCall>();

/** Starts an attempt and goes to its page. A failed start changes nothing and is the caller's to show. */
export async function beginConsent(bridge: Bridge, input: StartConsent, call: WaitingCall | null): Promise<Result<ConsentAttemptDto>> {
  const answer = await bridge.startConsent(input);
  if (answer.ok) {
    run = { attempt: answer.value, opened: false, timeBoxHours: input.timeBoxHours ?? null };
    waiting.clear();
    due.clear();
    // Without an authorization to come back to nothing can be carried out.
    if (call !== null && input.authorizationId !== null) waiting.set(input.authorizationId, { attemptId: answer.value.id, call });
    navigate({ page: 'consent', id: answer.value.id });
  }
  return answer;
}

/** The call that the attempt was started for; kept when the user tries again. */
export function callWaitingFor(attemptId: string): WaitingCall | null {
  return [...waiting.values()].find((one) => one.attemptId === attemptId)?.call ?? null;
}

/** The attempt as it was when it started: what to show until main's first event about it arrives. */
export function startedAttempt(attemptId: string | null): ConsentAttemptDto | null {
  return run !== null && run.attempt.id === attemptId ? run.attempt : null;
}

/** For how long the attempt's grant was meant; kept when the user tries again. */
export function hoursOf(attemptId: string): number | null {
  return run !== null && run.attempt.id === attemptId ? run.timeBoxHours : null;
}

/** True for an attempt of this window that has not led to its authorization yet. */
export function opensByItself(attemptId: string): boolean {
  return run?.attempt.id === attemptId && !run.opened;
}

/** Goes to the authorization that consent gave, or with the waiting call, if it is about the same one, to the page of that call. */
export function openGranted(attempt: ConsentAttemptDto): void {
  if (attempt.outcome?.kind !== 'granted') return;
  const { authorizationId } = attempt.outcome;
  let page: Page = 'authorization';
  if (run?.attempt.id === attempt.id && !run.opened) {
    run.opened = true;
    const call = callWaitingFor(attempt.id);
    if (call !== null && attempt.authorizationId === authorizationId) {
      due.set(authorizationId, call);
      page = PAGE[call.kind];
    }
  }
  navigate(page === 'authorization' ? { page, id: authorizationId } : { page });
}

/** Hands out the call that is due for this authorization, once; only one of `kinds`, the calls that the asking page carries out. */
export function takeDueCall<K extends WaitingCall['kind']>(authorizationId: string, kinds: readonly K[]): Extract<WaitingCall, { kind: K }> | null {
  const call = due.get(authorizationId);
  if (call === undefined || !isOneOf(call, kinds)) return null;
  due.delete(authorizationId);
  return call;
}

function isOneOf<K extends WaitingCall['kind']>(call: WaitingCall, kinds: readonly K[]): call is Extract<WaitingCall, { kind: K }> {
  return (kinds as readonly string[]).includes(call.kind);
}

/** Only for tests: a window starts knowing nothing. */
export function forgetConsentRun(): void {
  run = null;
  waiting.clear();
  due.clear();
}
