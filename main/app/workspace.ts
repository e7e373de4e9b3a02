import { ActivityLog } from '../domain/activity/activity-log.ts';
import { CalendarService } from '../domain/calendar/calendar-service.ts';
import { EventDesk } from '../domain/calendar/detail-desk.ts';
import { computerSettings } from '../domain/calendar/preferences.ts';
import { ClientService } from '../domain/clients/client-service.ts';
import type { OAuthClient } from '../domain/clients/client.ts';
import { Explorer } from '../domain/explorer/explorer.ts';
import { CalendarClient } from '../domain/google/calendar-client.ts';
import { DirectoryClient } from '../domain/google/directory-client.ts';
import { EventClient } from '../domain/google/event-client.ts';
import { GroupsClient } from '../domain/google/groups-client.ts';
import { ApiLibrary } from '../domain/google/library/api-library.ts';
import { DOCUMENTS_OWNER } from '../domain/google/library/kept-documents.ts';
import { RunningCalls } from '../domain/google/running-calls.ts';
import { TestCalls } from '../domain/google/test-calls.ts';
import { Transport } from '../domain/google/transport.ts';
import { CheckAll, type CheckRun } from '../domain/grants/check-all.ts';
import { GrantService } from '../domain/grants/grant-service.ts';
import { Reminders, type Notifier } from '../domain/grants/reminders.ts';
import { TimeBoxes } from '../domain/grants/time-boxes.ts';
import { GroupService } from '../domain/groups/group-service.ts';
import { GrantInsight } from '../domain/insight/grant-insight.ts';
import { MethodUse } from '../domain/insight/method-use.ts';
import type { ConsentAttempt } from '../domain/oauth/consent-attempt.ts';
import { ConsentService } from '../domain/oauth/consent-service.ts';
import type { GoogleEndpoints } from '../domain/oauth/endpoints.ts';
import type { TokenSource } from '../domain/oauth/token-source.ts';
import type { ConsentWindowOpener, LoopbackReceiver } from '../domain/oauth/surface.ts';
import { ReceiptBook } from '../domain/receipts/receipt-book.ts';
import { ApprovalBook } from '../domain/scripting/approval-book.ts';
import { ScriptDesk } from '../domain/scripting/script-desk.ts';
import type { BrowserOpener, Clock, Fetch, Random } from '../domain/shared/ports.ts';
import { CredentialDesk } from '../domain/sweep/credential-desk.ts';
import { FindingActions } from '../domain/sweep/finding-actions.ts';
import { Sweep, type SweepDeps } from '../domain/sweep/sweep.ts';
import { CredentialImport } from '../domain/interop/credential-import.ts';
import { CredentialExport } from '../domain/interop/export/credential-export.ts';
import type { Cache } from '../domain/vault/cache.ts';
import type { Records } from '../domain/vault/records.ts';
import { labelOf } from '../ipc/client-label.ts';
import type { Workspace } from '../ipc/services.ts';
import type { Mode } from '../../preload/contract/app.ts';
import { OriginCache } from './origin-cache.ts';
import { OriginRecords } from './origin-records.ts';

/** What every workspace shares: the ports of the machine. */
export interface WorkspacePorts {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly random: Random;
  readonly loopback: LoopbackReceiver;
  readonly windows: ConsentWindowOpener;
  /** A browser that opens authorization requests to these endpoints and nothing else. */
  browserFor(endpoints: GoogleEndpoints): BrowserOpener;
  ssoHosts(): readonly string[];
  readonly notifier: Notifier;
  /** What a sweep works on: the same in every mode. */
  readonly sweep: Pick<SweepDeps, 'files' | 'surroundings' | 'leaveAlone' | 'folders'>;
  /** Whether the user wants to be told before a sign-in ends. */
  remindBeforeEnd(): boolean;
  /** Another deadline than the usual five minutes, for journeys. */
  readonly consentDeadlineMs?: number | undefined;
  reportError(what: string, error: unknown): void;
}

/** Called with what has changed; each reads the new state itself. */
export interface WorkspaceEvents {
  authorizations(): void;
  consent(attempt: ConsentAttempt | null): void;
  activity(): void;
  calendar(authorizationId: string): void;
  apis(): void;
  /** Approvals of programs changed. */
  scripts(): void;
  checkAll(run: CheckRun): void;
  sweep(): void;
  credentialImport(done: number, total: number): void;
  /** The user chose a notification about this authorization. */
  openAuthorization(id: string): void;
}

/** The services of one mode over its own records and endpoints. Made when the mode is entered, closed when it is left. */
export class ModeWorkspace implements Workspace {
  readonly mode: Mode;
  readonly endpoints: GoogleEndpoints;
  readonly clients: ClientService;
  readonly grants: GrantService;
  readonly consent: ConsentService;
  readonly calls: TestCalls;
  readonly calendars: CalendarService;
  readonly events: EventDesk;
  readonly groups: GroupService;
  readonly activity: ActivityLog;
  readonly apis: ApiLibrary;
  readonly explorer: Explorer;
  readonly insight: GrantInsight;
  readonly receipts: ReceiptBook;
  readonly timeBoxes: TimeBoxes;
  readonly checkAll: CheckAll;
  readonly sweep: Sweep;
  readonly findings: FindingActions;
  readonly scripts: ScriptDesk;
  readonly imports: CredentialImport;
  readonly exports: CredentialExport;
  readonly #uses: MethodUse;
  readonly #reminders: Reminders;
  readonly #ports: WorkspacePorts;
  readonly #practiceClientIds: ReadonlySet<string>;

  constructor(
    of: {
      readonly mode: Mode;
      readonly endpoints: GoogleEndpoints;
      readonly records: Records;
      readonly cache: Cache;
      readonly practiceClientIds: ReadonlySet<string>;
    },
    ports: WorkspacePorts,
    events: WorkspaceEvents,
  ) {
    const records = of.mode === 'custom' ? new OriginRecords(of.records, of.endpoints.accountsOrigin) : of.records;
    const { fetch, clock, random, loopback, windows } = ports;
    const endpoints = (): GoogleEndpoints => of.endpoints;
    this.mode = of.mode;
    this.endpoints = of.endpoints;
    this.#ports = ports;
    this.#practiceClientIds = of.practiceClientIds;
    this.activity = new ActivityLog({
      records,
      clock,
      random,
      onChange: () => events.activity(),
      reportError: (error) => ports.reportError('activity was not saved', error),
    });
    const { activity } = this;
    this.clients = new ClientService({ records, clock, random, activity });
    const { clients } = this;
    this.grants = new GrantService({
      records,
      clients,
      endpoints,
      fetch,
      clock,
      activity,
      onChange: () => {
        events.authorizations();
        this.calendars.grantsChanged();
        this.#reminders.changed();
      },
      onForget: async (id) => {
        await this.calendars.forget(id);
        this.events.forget(id);
        await this.groups.forgetAccount(id);
        await this.explorer.forgetAccount(id);
        await this.#uses.forgetAccount(id);
        await this.scripts.approvals.forgetAccount(id);
        await this.timeBoxes.forget(id);
        await this.#reminders.forget(id);
      },
    });
    const { grants } = this;
    this.receipts = new ReceiptBook({
      records,
      clock,
      activity,
      grant: (id) => grants.get(id),
      reportError: (error) => ports.reportError('a receipt was not kept', error),
    });
    this.#uses = new MethodUse({ records, clock, reportError: (error) => ports.reportError('the use of methods was not saved', error) });
    this.timeBoxes = new TimeBoxes({
      records,
      clock,
      grants,
      activity,
      onChange: () => {
        events.authorizations();
        this.#reminders.changed();
      },
      reportError: (error) => ports.reportError('a grant with an end', error),
    });
    this.#reminders = new Reminders({
      records,
      clock,
      notifier: ports.notifier,
      grants,
      clients,
      timeBoxes: this.timeBoxes,
      enabled: () => ports.remindBeforeEnd(),
      onChosen: (id) => events.openAuthorization(id),
      reportError: (error) => ports.reportError('reminders', error),
    });
    const transportWith = (tokens: TokenSource): Transport =>
      new Transport({
        fetch,
        clock,
        random,
        endpoints,
        tokens,
        activity,
        accountOf: (id) => grants.get(id)?.email ?? null,
        onSuccess: (id, methodId) => this.#uses.note(id, methodId),
      });
    const transport = transportWith(grants);
    const needs = { transport, endpoints, clock };
    const running = new RunningCalls();
    const cache = of.mode === 'custom' ? new OriginCache(of.cache, of.endpoints.accountsOrigin) : of.cache;
    this.apis = new ApiLibrary({
      fetch,
      clock,
      endpoints,
      cache,
      running,
      onChange: () => events.apis(),
      reportError: (error) => ports.reportError('API documents', error),
    });
    const explorerNeeds = {
      endpoints,
      apis: this.apis,
      records,
      clock,
      random,
      running,
      reportError: (error: unknown) => ports.reportError('a call was not written to the history', error),
    };
    this.explorer = new Explorer({ ...explorerNeeds, transport });
    this.scripts = new ScriptDesk({
      grants,
      approvals: new ApprovalBook({
        records,
        clock,
        activity,
        onChange: () => events.scripts(),
        reportError: (error) => ports.reportError('the use of an approval was not saved', error),
      }),
      apis: this.apis,
      explorerWith: (tokens) => new Explorer({ ...explorerNeeds, transport: transportWith(tokens), remembers: false }),
      clientLabels: async () => new Map((await clients.list()).map((client) => [client.clientId, labelOf(client)])),
      activity,
      random,
    });
    this.insight = new GrantInsight({ apis: this.apis, grants, uses: this.#uses, receipts: this.receipts, clock });
    this.checkAll = new CheckAll({ grants, clock, running, onProgress: (run) => events.checkAll(run) });
    const credentialDesk = new CredentialDesk({ fetch, clock, endpoints, clients, grants, onlyStoredClients: of.mode === 'practice' });
    this.imports = new CredentialImport({
      fetch,
      clock,
      endpoints,
      mayAsk: (found) => credentialDesk.mayAsk(found),
      clients,
      grants,
      activity,
      running,
      onProgress: (done, total) => events.credentialImport(done, total),
    });
    this.sweep = new Sweep({ ...ports.sweep, activity, clock, random, running, onChange: () => events.sweep() });
    this.findings = new FindingActions({
      files: ports.sweep.files,
      findings: this.sweep.findings,
      desk: credentialDesk,
      importer: this.imports,
      clients,
      activity,
      clock,
      running,
      home: ports.sweep.surroundings.home,
    });
    this.exports = new CredentialExport({ grants, clients, endpoints });
    this.calendars = new CalendarService({
      transport,
      endpoints,
      clock,
      cache,
      grant: (id) => grants.get(id),
      computer: computerSettings,
      onChange: (id) => events.calendar(id),
      reportError: (error) => ports.reportError('calendars', error),
    });
    this.events = new EventDesk({
      client: new EventClient({ ...needs, granted: (id) => grants.get(id)?.granted ?? null }),
      held: this.calendars.held,
      clock,
      random,
      running,
    });
    this.calls = new TestCalls({ calendar: new CalendarClient(needs), groups: new GroupsClient(needs) }, running);
    this.groups = new GroupService({
      groups: new GroupsClient(needs),
      directory: new DirectoryClient(needs),
      records,
      clock,
      random,
      granted: (id) => grants.get(id)?.granted ?? null,
      running,
    });
    this.consent = new ConsentService({
      endpoints,
      fetch,
      clock,
      random,
      loopback,
      windows,
      browser: ports.browserFor(of.endpoints),
      clients,
      grants,
      activity,
      ssoHosts: () => ports.ssoHosts(),
      ...(ports.consentDeadlineMs === undefined ? {} : { deadlineMs: ports.consentDeadlineMs }),
      onChange: (attempt) => events.consent(attempt),
      onSettled: (attempt) => {
        void this.receipts.keep(attempt);
        void this.#settleTimeBox(attempt);
      },
    });
  }

  isPracticeClient(client: OAuthClient): boolean {
    return this.#practiceClientIds.has(client.clientId);
  }

  /** The computer woke up, or a setting changed: what waits for a moment looks at the clock again. */
  lookAgain(): void {
    this.timeBoxes.look();
    this.#reminders.changed();
  }

  /** The consent gave access for a time only. An end that could not be saved is told with the authorization. */
  async #settleTimeBox({ outcome, timeBoxHours }: ConsentAttempt): Promise<void> {
    if (outcome?.kind !== 'granted') return;
    const set = await this.timeBoxes.consented(outcome.authorizationId, timeBoxHours);
    if (!set.ok) this.#ports.reportError('the end of a grant was not saved', set.error);
  }

  /** Reads the vault, which is open now. A profile that cannot be read is named by the vault's status; the app goes on. */
  async load(): Promise<void> {
    try {
      await this.grants.reload();
      // What happened while the vault was locked joins the chain.
      await this.activity.flush();
      await this.calendars.load([...this.grants.list().map(({ id }) => id), DOCUMENTS_OWNER]);
      await this.timeBoxes.load();
      await this.#reminders.load();
    } catch (error) {
      this.#ports.reportError('authorizations were not read', error);
    }
    await this.#uses.begin();
    await this.apis.load();
  }

  /** Settles the consent, ends calls and refreshes, and saves, while the vault is still open. */
  async close(): Promise<void> {
    this.scripts.close();
    this.calls.cancelAll();
    this.events.close();
    this.sweep.close();
    await this.#reminders.close();
    await this.timeBoxes.close();
    await this.calendars.close();
    await this.consent.shutdown();
    await this.receipts.settle();
    await this.grants.unload();
    await this.#uses.close();
    await this.activity.close();
  }
}
