import type { z } from 'zod';
import type * as activity from './activity.ts';
import type * as apis from './apis.ts';
import type * as app from './app.ts';
import type * as authorizations from './authorizations.ts';
import type * as calendar from './calendar.ts';
import type * as calls from './calls.ts';
import type * as clients from './clients.ts';
import type * as consent from './consent.ts';
import type * as credentials from './credentials.ts';
import type * as explorer from './explorer.ts';
import type * as groups from './groups.ts';
import type * as insight from './insight.ts';
import type * as practice from './practice.ts';
import type * as receipts from './receipts.ts';
import type { Done, Result } from './result.ts';
import type { readScopeSchema, ScopeCatalogDto, ScopeDto } from './scopes.ts';
import type * as sweep from './sweep.ts';
import type * as scripts from './scripts.ts';
import type * as tutorial from './tutorial.ts';

type Input<S extends z.ZodType> = z.input<S>;

/** Every call the renderer can make: one argument object at most, always a Result. */
export interface Calls {
  appState(): Promise<Result<app.AppStateDto>>;
  updateSettings(patch: app.SettingsPatch): Promise<Result<app.SettingsDto>>;
  openLink(input: Input<typeof app.openLinkSchema>): Promise<Done>;
  openConsole(input: Input<typeof app.openConsoleSchema>): Promise<Done>;

  vaultCreate(input: Input<typeof app.createVaultSchema>): Promise<Result<app.RecoveryCodeDto>>;
  vaultUseMemoryOnly(): Promise<Done>;
  vaultUnlock(input: Input<typeof app.unlockSchema>): Promise<Done>;
  vaultUnlockWithRecovery(input: Input<typeof app.unlockWithRecoverySchema>): Promise<Done>;
  /** Asks the OS keychain again (it may have been locked). */
  vaultRetryKeychain(): Promise<Done>;
  vaultLock(): Promise<Done>;
  vaultChangePassphrase(input: Input<typeof app.changePassphraseSchema>): Promise<Done>;
  vaultNewRecoveryCode(): Promise<Result<app.RecoveryCodeDto>>;

  clients(): Promise<Result<readonly clients.ClientDto[]>>;
  /** Opens the native picker; null when the user closed it. */
  importClientFile(): Promise<Result<clients.ImportedClientDto | null>>;
  importClientText(input: Input<typeof clients.importClientTextSchema>): Promise<Result<clients.ImportedClientDto>>;
  removeClient(input: Input<typeof clients.removeClientSchema>): Promise<Done>;

  /** Opens the native picker, then asks Google about what is in the file; null when the user closed it. `cancelCall` ends it, `credential-import` events tell how far it is. */
  importCredentials(input: Input<typeof credentials.importCredentialsSchema>): Promise<Result<credentials.CredentialImportDto | null>>;
  /** A file dropped on the window, by path: what is in it never enters the renderer. */
  importDropped(input: Input<typeof credentials.importDroppedSchema>): Promise<Result<credentials.DroppedDto>>;
  exportPreview(input: Input<typeof credentials.exportCredentialSchema>): Promise<Result<credentials.ExportPreviewDto>>;
  exportCredential(input: Input<typeof credentials.exportCredentialSchema>): Promise<Result<credentials.CredentialExportDto>>;

  scopeCatalog(): Promise<Result<ScopeCatalogDto>>;
  /** Reads a scope typed by hand, listed or not; one sentence on what is wrong otherwise. */
  readScope(input: Input<typeof readScopeSchema>): Promise<Result<ScopeDto>>;

  authorizations(): Promise<Result<readonly authorizations.AuthorizationDto[]>>;
  refreshAuthorization(input: Input<typeof authorizations.authorizationRefSchema>): Promise<Result<authorizations.AuthorizationDto>>;
  checkAuthorization(input: Input<typeof authorizations.authorizationRefSchema>): Promise<Result<authorizations.CheckDto>>;
  revokePreview(input: Input<typeof authorizations.authorizationRefSchema>): Promise<Result<authorizations.RevokePreviewDto>>;
  revokeAuthorization(input: Input<typeof authorizations.authorizationRefSchema>): Promise<Result<authorizations.RevokeOutcomeDto>>;
  forgetAuthorization(input: Input<typeof authorizations.authorizationRefSchema>): Promise<Done>;
  tokenPanel(input: Input<typeof authorizations.authorizationRefSchema>): Promise<Result<authorizations.TokenPanelDto>>;
  copyToken(input: Input<typeof authorizations.copyTokenSchema>): Promise<Result<authorizations.CopiedDto>>;

  /** The attempt in progress or the last one; null when there was none since start. */
  consent(): Promise<Result<consent.ConsentAttemptDto | null>>;
  startConsent(input: consent.StartConsent): Promise<Result<consent.ConsentAttemptDto>>;
  cancelConsent(input: Input<typeof consent.consentRefSchema>): Promise<Done>;
  /** Forgets a settled attempt, so that its page closes. */
  dismissConsent(input: Input<typeof consent.consentRefSchema>): Promise<Done>;
  copyConsentLink(input: Input<typeof consent.consentRefSchema>): Promise<Done>;
  pasteConsentAddress(input: Input<typeof consent.pasteAddressSchema>): Promise<Done>;
  /** Brings the consent window to the front, or opens the browser page again. */
  showConsentSurface(input: Input<typeof consent.consentRefSchema>): Promise<Done>;

  listCalendars(input: Input<typeof calls.listCalendarsSchema>): Promise<Result<calls.CallResultDto>>;
  readGroupSettings(input: Input<typeof calls.readGroupSettingsSchema>): Promise<Result<calls.CallResultDto>>;
  cancelCall(input: Input<typeof calls.cancelCallSchema>): Promise<Done>;

  /** Newest first. */
  activity(): Promise<Result<readonly activity.ActivityRowDto[]>>;
  verifyLog(): Promise<Result<activity.LogCheckDto>>;
  /** Writes the whole log by way of the native dialog. */
  exportActivity(input: Input<typeof activity.exportActivitySchema>): Promise<Result<groups.ExportedDto>>;

  /** Every API known here, the shipped ones first. */
  apis(): Promise<Result<readonly apis.ApiDto[]>>;
  apiChanges(input: Input<typeof apis.apiRefSchema>): Promise<Result<apis.ApiChangesDto>>;
  /** Google's directory of all APIs; asks without any token. */
  apiDirectory(input: Input<typeof apis.apiDirectorySchema>): Promise<Result<readonly apis.ApiListingDto[]>>;
  fetchApi(input: Input<typeof apis.fetchApiSchema>): Promise<Result<apis.ApiDto>>;
  removeApi(input: Input<typeof apis.apiRefSchema>): Promise<Done>;
  apiMethods(input: Input<typeof apis.apiMethodsSchema>): Promise<Result<readonly apis.ApiMethodRowDto[]>>;
  apiMethod(input: Input<typeof apis.apiMethodSchema>): Promise<Result<apis.ApiMethodDto>>;

  /** One call of any method; cancelled by `cancelCall`. */
  sendMethod(input: Input<typeof explorer.sendMethodSchema>): Promise<Result<explorer.MethodCallDto>>;
  /** The call as code, with a placeholder for the token. */
  callSnippet(input: Input<typeof explorer.snippetSchema>): Promise<Result<explorer.SnippetDto>>;
  /** The same with the live access token, straight to the clipboard; it is cleared there after a while. */
  copyLiveSnippet(input: Input<typeof explorer.snippetSchema>): Promise<Result<authorizations.CopiedDto>>;
  /** Newest first. */
  callHistory(input: Input<typeof explorer.callHistorySchema>): Promise<Result<readonly explorer.CallHistoryRowDto[]>>;
  forgetCalls(input: Input<typeof explorer.forgetCallsSchema>): Promise<Done>;

  reach(input: Input<typeof insight.reachSchema>): Promise<Result<insight.ReachDto>>;
  narrower(input: Input<typeof insight.narrowerSchema>): Promise<Result<insight.NarrowerDto>>;
  scopeMap(): Promise<Result<insight.ScopeMapDto>>;
  compareScope(input: Input<typeof insight.compareScopeSchema>): Promise<Result<insight.CompareScopeDto>>;

  /** Newest first. */
  receipts(input: Input<typeof receipts.receiptsSchema>): Promise<Result<readonly receipts.ReceiptDto[]>>;
  /** Writes it by way of the native dialog. */
  exportReceipt(input: Input<typeof receipts.exportReceiptSchema>): Promise<Result<groups.ExportedDto>>;
  removeReceipt(input: Input<typeof receipts.receiptRefSchema>): Promise<Done>;

  setTimeBox(input: Input<typeof authorizations.setTimeBoxSchema>): Promise<Result<authorizations.AuthorizationDto>>;
  detective(input: Input<typeof authorizations.authorizationRefSchema>): Promise<Result<authorizations.DetectiveDto>>;
  /** Refreshes and checks every authorization; `check-all` events tell how far it is, `cancelCall` ends it. */
  checkAll(input: Input<typeof authorizations.checkAllSchema>): Promise<Result<authorizations.CheckAllDto>>;
  setPublishing(input: Input<typeof clients.setPublishingSchema>): Promise<Result<clients.ClientDto>>;

  /** What is held of an account's calendars; starts bringing it up to date. `calendar` events tell how that goes. */
  openCalendar(input: Input<typeof calendar.calendarRefSchema>): Promise<Result<calendar.CalendarStateDto>>;
  selectCalendar(input: Input<typeof calendar.calendarSelectSchema>): Promise<Done>;
  syncCalendars(input: Input<typeof calendar.calendarSyncSchema>): Promise<Done>;
  /** Ends the loads in progress; what has arrived stays. */
  cancelCalendarSync(input: Input<typeof calendar.calendarRefSchema>): Promise<Done>;
  calendarEvents(input: Input<typeof calendar.calendarEventsSchema>): Promise<Result<calendar.EventListDto>>;
  agendaDays(input: Input<typeof calendar.agendaDaysSchema>): Promise<Result<calendar.AgendaDaysDto>>;
  agenda(input: Input<typeof calendar.agendaSchema>): Promise<Result<calendar.AgendaDto>>;
  calendarEvent(input: Input<typeof calendar.calendarEventSchema>): Promise<Result<calendar.EventDetailDto>>;
  openEventLink(input: Input<typeof calendar.openEventLinkSchema>): Promise<Done>;
  searchEvents(input: Input<typeof calendar.searchEventsSchema>): Promise<Result<calendar.SearchDto>>;
  freeBusy(input: Input<typeof calendar.freeBusySchema>): Promise<Result<calendar.FreeBusyDto>>;
  /** One change of one event; each leaves a line in Activity. */
  writeEvent(input: Input<typeof calendar.writeEventSchema>): Promise<Result<calendar.EventWriteResultDto>>;

  loadGroup(input: Input<typeof groups.groupRefSchema>): Promise<Result<groups.GroupLoadDto>>;
  saveGroup(input: Input<typeof groups.groupSaveSchema>): Promise<Result<groups.GroupSaveDto>>;
  /** Newest first. */
  groupSnapshots(input: Input<typeof groups.groupSnapshotsSchema>): Promise<Result<readonly groups.GroupSnapshotDto[]>>;
  keepGroupSnapshot(input: Input<typeof groups.keepGroupSnapshotSchema>): Promise<Result<groups.GroupSnapshotDto>>;
  removeGroupSnapshot(input: Input<typeof groups.groupSnapshotRefSchema>): Promise<Done>;
  /** Writes a JSON file by way of the native dialog. */
  exportGroupSnapshot(input: Input<typeof groups.groupSnapshotRefSchema>): Promise<Result<groups.ExportedDto>>;
  /** Reads such a file by way of the native dialog and keeps it; null when the user closed it. */
  importGroupSnapshot(input: Input<typeof groups.groupSnapshotsSchema>): Promise<Result<groups.GroupSnapshotDto | null>>;
  /** Addresses loaded before, last used first. */
  rememberedGroups(input: Input<typeof groups.rememberedGroupsSchema>): Promise<Result<readonly string[]>>;
  forgetGroup(input: Input<typeof groups.forgetGroupSchema>): Promise<Done>;
  directoryGroups(input: Input<typeof groups.directoryGroupsSchema>): Promise<Result<groups.DirectoryGroupsDto>>;

  /** Where a sweep looks, and what the last one found. Looks at nothing itself. */
  sweep(): Promise<Result<sweep.SweepDto>>;
  /** Opens the native picker; null when the user closed it. */
  addSweepFolder(): Promise<Result<sweep.SweepDto | null>>;
  removeSweepFolder(input: Input<typeof sweep.sweepFolderRefSchema>): Promise<Result<sweep.SweepDto>>;
  /** The permission and the start in one. Answers when it is over; `sweep` events tell how far it is, `cancelCall` ends it. */
  startSweep(input: Input<typeof sweep.startSweepSchema>): Promise<Result<sweep.SweepDto>>;
  checkFinding(input: Input<typeof sweep.findingCallSchema>): Promise<Done>;
  checkFindings(input: Input<typeof sweep.checkFindingsSchema>): Promise<Done>;
  importFinding(input: Input<typeof sweep.findingCallSchema>): Promise<Result<sweep.ImportedFindingDto>>;
  tightenFinding(input: Input<typeof sweep.findingRefSchema>): Promise<Done>;
  revokeFindingPlan(input: Input<typeof sweep.findingRefSchema>): Promise<Result<sweep.RevokePlanDto>>;
  revokeFinding(input: Input<typeof sweep.findingCallSchema>): Promise<Result<sweep.RevokedFindingDto>>;
  binFinding(input: Input<typeof sweep.findingRefSchema>): Promise<Done>;
  /** Programs that may ask through the `grantdesk` command, and how it is called. */
  scripts(): Promise<Result<scripts.ScriptsDto>>;
  /** The question that stands now; null when no program waits. */
  scriptQuestion(): Promise<Result<scripts.ScriptQuestionDto | null>>;
  answerScript(input: Input<typeof scripts.answerScriptSchema>): Promise<Done>;
  removeScriptApproval(input: Input<typeof scripts.scriptApprovalRefSchema>): Promise<Done>;
  tutorial(input: Input<typeof tutorial.tutorialSchema>): Promise<Result<tutorial.TutorialDto>>;

  enterPractice(): Promise<Done>;
  leavePractice(): Promise<Done>;
  practiceFaults(): Promise<Result<practice.PracticeFaultsDto>>;
  setPracticeFaults(input: practice.PracticeFaultsDto): Promise<Result<practice.PracticeFaultsDto>>;
  practiceAction(input: Input<typeof practice.practiceActionSchema>): Promise<Done>;
}

/** What main tells the window. Each carries the whole new state: the renderer never patches. */
export type AppEvent =
  | { readonly type: 'app-state'; readonly state: app.AppStateDto }
  | { readonly type: 'authorizations'; readonly authorizations: readonly authorizations.AuthorizationDto[] }
  | { readonly type: 'clients'; readonly clients: readonly clients.ClientDto[] }
  | { readonly type: 'consent'; readonly attempt: consent.ConsentAttemptDto | null }
  | { readonly type: 'activity' }
  /** An API was added, removed, or its document fetched. */
  | { readonly type: 'apis'; readonly apis: readonly apis.ApiDto[] }
  | { readonly type: 'check-all'; readonly run: authorizations.CheckAllDto }
  /** How far the import of a file is. */
  | { readonly type: 'credential-import'; readonly done: number; readonly total: number }
  /** A notification was clicked. */
  | { readonly type: 'open-authorization'; readonly id: string }
  | { readonly type: 'sweep'; readonly sweep: sweep.SweepDto }
  /** A program waits for the user's word, or the one that waited is answered. */
  | { readonly type: 'script-question'; readonly question: scripts.ScriptQuestionDto | null }
  /** Approvals, or whether the app takes requests, changed. */
  | { readonly type: 'scripts' }
  | { readonly type: 'calendar'; readonly state: calendar.CalendarStateDto }
  /** A menu entry or shortcut handled by the page. */
  | { readonly type: 'command'; readonly command: 'new-authorization' | 'import-client' | 'settings' | 'lock' };

/** What preload puts on the window as `grantdesk`. */
export interface Bridge extends Calls {
  /** Returns the unsubscribe function. */
  onEvent(listener: (event: AppEvent) => void): () => void;
  /** The path of a dropped File; empty when it has none (made by a script). */
  pathForFile(file: unknown): string;
}
