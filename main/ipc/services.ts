import type { ActivityLog } from '../domain/activity/activity-log.ts';
import type { CalendarService } from '../domain/calendar/calendar-service.ts';
import type { ClientService } from '../domain/clients/client-service.ts';
import type { OAuthClient } from '../domain/clients/client.ts';
import type { EventDesk } from '../domain/calendar/detail-desk.ts';
import type { Explorer } from '../domain/explorer/explorer.ts';
import type { ApiLibrary } from '../domain/google/library/api-library.ts';
import type { CheckAll } from '../domain/grants/check-all.ts';
import type { TimeBoxes } from '../domain/grants/time-boxes.ts';
import type { CredentialExport } from '../domain/interop/export/credential-export.ts';
import type { CredentialImport } from '../domain/interop/credential-import.ts';
import type { GrantInsight } from '../domain/insight/grant-insight.ts';
import type { ReceiptBook } from '../domain/receipts/receipt-book.ts';
import type { TestCalls } from '../domain/google/test-calls.ts';
import type { GroupService } from '../domain/groups/group-service.ts';
import type { GrantService } from '../domain/grants/grant-service.ts';
import type { ScriptDesk } from '../domain/scripting/script-desk.ts';
import type { Questions } from '../domain/scripting/questions.ts';
import type { ConsentService } from '../domain/oauth/consent-service.ts';
import type { Outcome, Problem } from '../domain/shared/fault.ts';
import type { FindingActions } from '../domain/sweep/finding-actions.ts';
import type { Sweep } from '../domain/sweep/sweep.ts';
import type { Keyring } from '../domain/vault/keyring.ts';
import type { AppStateDto, Link, SettingsDto, SettingsPatch } from '../../preload/contract/app.ts';
import type { PracticeAction, PracticeFaultsDto } from '../../preload/contract/practice.ts';

/** The services of one profile: Google's, the sandbox's, or that of a stand-in. */
export interface Workspace {
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
  /** Whether the client is one that the sandbox brought along. */
  isPracticeClient(client: OAuthClient): boolean;
}

/** Where gcloud keeps its application default credentials. */
export interface AdcPort {
  readonly path: string;
  /** What lies there; null: nothing. */
  read(): Promise<Outcome<{ readonly bytes: Uint8Array; readonly modifiedAt: number } | null>>;
  /** The name that a copy of what lies there would get. */
  backupName(): string;
  /** Copies what is there aside first. @returns the copy's path; null when nothing was there */
  write(content: string): Promise<Outcome<string | null>>;
}

export interface FileToSave {
  /** Of the dialog: `Export receipt`. */
  readonly title: string;
  readonly fileName: string;
  /** What kind of file it is, for the dialog, and its endings without the dot. */
  readonly kind: string;
  readonly extensions: readonly string[];
  readonly content: string | Uint8Array;
}

/** What the handlers serve; main/app puts it together. */
export interface Services {
  readonly keyring: Keyring;
  /** The active one; asked at each call, since practice mode changes it. Resolves once the start is over. */
  workspace(): Promise<Workspace>;
  appState(): Promise<AppStateDto>;
  updateSettings(patch: SettingsPatch): Promise<Outcome<SettingsDto>>;
  /** Ends what is in progress, then locks. */
  lock(): ReturnType<Keyring['lock']>;
  /** Something that the page shows of clients has changed. */
  clientsChanged(): void;

  openLink(link: Link): Promise<Outcome<null>>;
  openConsole(url: string): Promise<Outcome<null>>;
  /** An address that stands in an event, found there by main. */
  openEventLink(url: string): Promise<Outcome<null>>;
  /** The native picker; null when the user closed it. */
  pickClientFile(): Promise<string | null>;
  /** The native picker for a folder; null when the user closed it. */
  pickFolder(): Promise<string | null>;
  readClientFile(path: string): Promise<Outcome<string>>;
  /** The native picker for a credential of another program; null when the user closed it. */
  pickCredentialFile(): Promise<string | null>;
  readCredentialFile(path: string): Promise<Outcome<Uint8Array>>;
  readonly adc: AdcPort;
  /** A path as the page shows it: the home folder as `~`. */
  readonly shortPath: (path: string) => string;
  /** The native save dialog, then the file, whole and for its owner only. `saved` is false when the user closed the dialog. */
  saveFile(file: FileToSave): Promise<Outcome<{ readonly saved: boolean }>>;
  /** A page of static HTML as PDF: no script runs, nothing is fetched. */
  printPdf(html: string): Promise<Outcome<Uint8Array>>;
  /** The native picker, then the file's text; null when the user closed it. */
  openSnapshot(): Promise<Outcome<string | null>>;
  /** @returns when the copy is cleared, in milliseconds since the epoch */
  copySecret(text: string): Promise<number>;
  copyText(text: string): Promise<void>;

  readonly scripts: {
    status(): { readonly listening: boolean; readonly problem: Problem | null; readonly command: string; readonly tellsPrograms: boolean };
    question(): ReturnType<Questions['current']>;
    /** @returns false when nobody waits for it any more */
    answer(...of: Parameters<Questions['answer']>): boolean;
  };

  readonly practice: {
    enter(): Promise<Outcome<null>>;
    leave(): Promise<Outcome<null>>;
    faults(): Promise<Outcome<PracticeFaultsDto>>;
    setFaults(faults: PracticeFaultsDto): Promise<Outcome<PracticeFaultsDto>>;
    act(action: PracticeAction): Promise<Outcome<null>>;
  };
}
