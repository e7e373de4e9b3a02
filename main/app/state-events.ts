import type { CheckRun } from '../domain/grants/check-all.ts';
import type { ConsentAttempt } from '../domain/oauth/consent-attempt.ts';
import type { AskedQuestion } from '../domain/scripting/questions.ts';
import type { Clock } from '../domain/shared/ports.ts';
import { FaultError } from '../domain/shared/fault.ts';
import { apiDtos } from '../ipc/api-calls.ts';
import { authorizationDtos } from '../ipc/authorization-calls.ts';
import { calendarStateDto } from '../ipc/calendar-dto.ts';
import { clientDtos } from '../ipc/client-calls.ts';
import { shownConsent } from '../ipc/consent-calls.ts';
import { consentDto } from '../ipc/consent-dto.ts';
import { scriptQuestionDto } from '../ipc/script-dto.ts';
import type { Services } from '../ipc/services.ts';
import { sweepDto } from '../ipc/sweep-dto.ts';
import { checkAllDto } from '../ipc/token-life-dto.ts';
import { isVaultOpen } from '../ipc/vault-open.ts';
import type { AuthorizationDto } from '../../preload/contract/authorizations.ts';
import type { Events } from './events.ts';
import type { WorkspaceEvents } from './workspace.ts';

/** What a timer can hold, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

/** Turns "this changed" into an event with the whole new state. */
export class StateEvents implements WorkspaceEvents {
  readonly #events: Events;
  readonly #clock: Clock;
  /** Asked late: the services need this object to be made. */
  readonly #services: () => Services;
  readonly #showWindow: () => void;
  #cancelNext: () => void = () => undefined;
  #checkRun: CheckRun | null = null;

  /** @param showWindow brings the app's window to the front */
  constructor(events: Events, clock: Clock, services: () => Services, showWindow: () => void = () => undefined) {
    this.#showWindow = showWindow;
    this.#events = events;
    this.#clock = clock;
    this.#services = services;
  }

  appState(): void {
    this.#events.soon('app-state', async () => ({ type: 'app-state', state: await this.#services().appState() }));
  }

  clients(): void {
    this.#events.soon('clients', async () => {
      const workspace = await this.#services().workspace();
      return { type: 'clients', clients: this.#isOpen() ? await clientDtos(workspace) : [] };
    });
  }

  authorizations(): void {
    this.#events.soon('authorizations', async () => {
      const workspace = await this.#services().workspace();
      const authorizations = this.#isOpen() ? await authorizationDtos(workspace) : [];
      this.#tellWhenTimeChangesThem(authorizations);
      return { type: 'authorizations', authorizations };
    });
    // How many authorizations a client has is told with the client.
    this.clients();
  }

  consent(attempt: ConsentAttempt | null): void {
    this.#events.now({ type: 'consent', attempt: attempt === null ? null : consentDto(attempt) });
  }

  activity(): void {
    this.#events.soon('activity', async () => ({ type: 'activity' }));
  }

  calendar(authorizationId: string): void {
    this.#events.soon(`calendar ${authorizationId}`, async () => {
      const { calendars } = await this.#services().workspace();
      try {
        return { type: 'calendar', state: calendarStateDto(await calendars.state(authorizationId)) };
      } catch (error) {
        // Forgotten or locked meanwhile: the page hears of that elsewhere.
        if (error instanceof FaultError) return null;
        throw error;
      }
    });
  }

  apis(): void {
    this.#events.soon('apis', async () => ({ type: 'apis', apis: apiDtos(await this.#services().workspace()) }));
  }

  scripts(): void {
    this.#events.soon('scripts', async () => ({ type: 'scripts' }));
  }

  scriptQuestion(question: AskedQuestion | null): void {
    this.#events.now({ type: 'script-question', question: question === null ? null : scriptQuestionDto(question) });
  }

  checkAll(run: CheckRun): void {
    this.#checkRun = run;
    this.#events.soon('check-all', async () => {
      const { clients } = await this.#services().workspace();
      // Read late, it is the newest word on the run: older ones need not be told.
      return this.#checkRun === null || !this.#isOpen() ? null : { type: 'check-all', run: checkAllDto(this.#checkRun, await clients.list()) };
    });
  }

  sweep(): void {
    this.#events.soon('sweep', async () => {
      const services = this.#services();
      return this.#isOpen() ? { type: 'sweep', sweep: sweepDto(await services.workspace(), services.shortPath) } : null;
    });
  }

  credentialImport(done: number, total: number): void {
    this.#events.now({ type: 'credential-import', done, total });
  }

  openAuthorization(id: string): void {
    this.#showWindow();
    this.#events.now({ type: 'open-authorization', id });
  }

  /** Mode or vault changed: nothing the page holds can be trusted. */
  everything(): void {
    this.appState();
    this.authorizations();
    this.activity();
    this.#events.soon('consent', async () => ({ type: 'consent', attempt: await shownConsent(this.#services()) }));
  }

  /** No timer outlives the app's farewell. */
  stop(): void {
    this.#cancelNext();
  }

  /** `Active` becomes `Expired` without anything happening: the list is told again at the next such moment. */
  #tellWhenTimeChangesThem(authorizations: readonly AuthorizationDto[]): void {
    this.#cancelNext();
    const now = this.#clock.now();
    const moments = authorizations.flatMap((one) => [one.accessToken?.expiresAt, one.signInEnds?.at, one.timeBox?.endsAt]).filter((at) => at !== undefined && at > now);
    if (moments.length === 0) return;
    const next = Math.min(...(moments as number[])) - now;
    this.#cancelNext = this.#clock.after(Math.min(next + 50, longestTimer), () => this.authorizations());
  }

  #isOpen(): boolean {
    return isVaultOpen(this.#services());
  }
}
