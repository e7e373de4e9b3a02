import { ok, type Outcome } from '../shared/fault.ts';
import type { CalendarClient } from './calendar-client.ts';
import type { CallReport } from './call-report.ts';
import type { SentRequest } from './exchange.ts';
import type { Explanation } from './explanation.ts';
import type { GroupsClient } from './groups-client.ts';
import { RunningCalls } from './running-calls.ts';
import { statusText } from './status-text.ts';

/** How a test call ended; the fields are those the renderer gets. */
export interface CallResult {
  readonly callId: string;
  readonly outcome: 'response' | 'failed' | 'cancelled';
  /** Null when no response came. */
  readonly status: number | null;
  readonly statusText: string;
  readonly durationMs: number;
  readonly bytes: number;
  readonly attempts: number;
  readonly pages: number;
  readonly request: SentRequest;
  readonly contentType: string | null;
  readonly body: string;
  readonly truncated: boolean;
  /** Null on success and on cancel. */
  readonly explanation: Explanation | null;
}

interface Needs {
  readonly calendar: Pick<CalendarClient, 'listCalendars'>;
  readonly groups: Pick<GroupsClient, 'readSettings'>;
}

/** The calls behind `List calendars` and `Read group settings`, each with an id under which it can be cancelled. */
export class TestCalls {
  readonly #needs: Needs;
  readonly #running: RunningCalls;

  /** @param running shared with whatever else the window cancels by id */
  constructor(needs: Needs, running = new RunningCalls()) {
    this.#needs = needs;
    this.#running = running;
  }

  /** Fault: `call-in-progress` when the id is already used by a running call. */
  listCalendars(authorizationId: string, callId: string): Promise<Outcome<CallResult>> {
    return this.#run(callId, async (signal) => ok(await this.#needs.calendar.listCalendars(authorizationId, { signal })));
  }

  /** Faults: `group-email-invalid`, `call-in-progress`. */
  readGroupSettings(authorizationId: string, groupEmail: string, callId: string): Promise<Outcome<CallResult>> {
    return this.#run(callId, (signal) => this.#needs.groups.readSettings(authorizationId, groupEmail, { signal }));
  }

  /** @returns false when no such call is running: it has ended already */
  cancel(callId: string): boolean {
    return this.#running.cancel(callId);
  }

  /** Before the vault is locked, the profile changed, or the app ends. */
  cancelAll(): void {
    this.#running.cancelAll();
  }

  async #run(callId: string, work: (signal: AbortSignal) => Promise<Outcome<CallReport>>): Promise<Outcome<CallResult>> {
    const report = await this.#running.run(callId, work);
    return report.ok ? ok(resultOf(callId, report.value)) : report;
  }
}

function resultOf(callId: string, report: CallReport): CallResult {
  const { exchange, pages, durationMs, bytes, attempts, body, truncated, explanation } = report;
  const response = exchange.kind === 'response' ? exchange : null;
  return {
    callId,
    outcome: exchange.kind,
    status: response?.status ?? null,
    statusText: response === null ? '' : statusText(response.status),
    durationMs,
    bytes,
    attempts,
    pages,
    request: exchange.request,
    contentType: response?.contentType ?? null,
    body,
    truncated,
    explanation,
  };
}
