import { ok, type Outcome } from '../shared/fault.ts';
import type { CalendarClient } from './calendar-client.ts';
import type { CallReport } from './call-report.ts';
import { resultOf, type CallResult } from './call-result.ts';
import type { GroupsClient } from './groups-client.ts';
import { RunningCalls } from './running-calls.ts';

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
