import { app, dialog, type BrowserWindow } from 'electron';
import { readClientFile } from '../adapters/client-file.ts';
import { readCredentialFile } from '../adapters/credential-file.ts';
import { pdfPrinter } from '../adapters/pdf-printer.ts';
import type { SettingsStore } from '../adapters/settings-store.ts';
import { SystemBrowser } from '../adapters/system-browser.ts';
import type { VaultFolder } from '../adapters/vault-folder.ts';
import { BoundedQueue } from '../domain/shared/bounded-queue.ts';
import { fail, ok, settled, type Outcome } from '../domain/shared/fault.ts';
import { shortPath } from '../domain/shared/short-path.ts';
import type { Keyring } from '../domain/vault/keyring.ts';
import { settingsDto, vaultStatusDto } from '../ipc/app-state-dto.ts';
import type { AdcPort, Services } from '../ipc/services.ts';
import { isAllowedLink, isConsoleLink, isEventLink } from '../security/external-links.ts';
import type { AppStateDto } from '../../preload/contract/app.ts';
import type { Clipboard, SecretClipboard } from './secret-clipboard.ts';
import type { Desk } from './desk.ts';
import { linkAddress } from './links.ts';
import { panelFaults, sandboxFaults } from './practice-faults.ts';
import type { ScriptGate } from './script-gate.ts';
import type { PracticeHost } from './practice-host.ts';
import { saveFile } from './save-file.ts';
import { openSnapshot } from './snapshot-dialogs.ts';
import { readSsoHosts } from './sso-hosts.ts';

export interface ServiceParts {
  readonly desk: Desk;
  readonly keyring: Keyring;
  readonly vaultFolder: VaultFolder;
  readonly settings: SettingsStore;
  readonly home: string;
  readonly host: PracticeHost;
  readonly adc: AdcPort;
  readonly clipboard: Clipboard;
  readonly secretClipboard: SecretClipboard;
  readonly scripts: ScriptGate;
  window(): BrowserWindow | null;
  onSettings(): void;
  clientsChanged(): void;
  reportError(what: string, error: unknown): void;
}

/** File dialogs that are open or wait for the one that is: the page asks for them, and a page that asks in a loop gets no more. */
const MOST_DIALOGS = 3;
const DIALOGS_OPEN = fail('dialog-open', 'Another file dialog is open.', 'Close it, then try again.');

/** What the handlers serve, put together from the parts of main/app. */
export function makeServices(parts: ServiceParts): Services {
  const { desk, keyring, settings, host } = parts;
  const dialogs = new BoundedQueue(MOST_DIALOGS);
  return {
    keyring,
    workspace: () => desk.workspace(),
    appState: () => appState(parts),
    updateSettings: async (patch) => {
      const hosts = patch.ssoHosts === undefined ? null : readSsoHosts(patch.ssoHosts);
      if (hosts?.ok === false) return hosts;
      const saved = await settled(
        settings.update({
          ...(patch.openConsentIn === undefined ? {} : { openConsentIn: patch.openConsentIn }),
          ...(patch.theme === undefined ? {} : { theme: patch.theme }),
          ...(patch.remindBeforeEnd === undefined ? {} : { remindBeforeEnd: patch.remindBeforeEnd }),
          ...(patch.letScripts === undefined ? {} : { letScripts: patch.letScripts }),
          ...(hosts === null ? {} : { ssoHosts: [...hosts.value] }),
        }).then(ok),
      );
      if (!saved.ok) return saved;
      parts.onSettings();
      return ok(settingsDto(saved.value));
    },
    lock: async () => {
      const locked = await desk.lock();
      if (locked.ok) await parts.secretClipboard.clear();
      return locked;
    },
    clientsChanged: () => parts.clientsChanged(),
    openLink: async (link) => await settled(new SystemBrowser(isAllowedLink).open(linkAddress[link]).then(() => ok(null))),
    openConsole: async (url) => await settled(new SystemBrowser(isConsoleLink).open(url).then(() => ok(null))),
    openEventLink: async (url) => await settled(new SystemBrowser(isEventLink).open(url).then(() => ok(null))),
    pickClientFile: () => dialogs.run(() => pickClientFile(parts.window()), () => null),
    pickFolder: () => dialogs.run(() => pickFolder(parts.window()), () => null),
    readClientFile,
    pickCredentialFile: () => dialogs.run(() => pickCredentialFile(parts.window()), () => null),
    readCredentialFile,
    adc: parts.adc,
    shortPath: (path) => shortPath(path, parts.home),
    saveFile: (file) => dialogs.run(() => saveFile(parts.window(), file), () => DIALOGS_OPEN),
    printPdf: pdfPrinter(),
    openSnapshot: () => dialogs.run(() => openSnapshot(parts.window()), () => DIALOGS_OPEN),
    copySecret: (text) => parts.secretClipboard.copy(text, (error) => parts.reportError('the clipboard was not cleared', error)),
    copyText: (text) => parts.clipboard.write(text),
    scripts: {
      status: () => parts.scripts.status(),
      question: () => parts.scripts.questions.current(),
      answer: (id, given) => parts.scripts.questions.answer(id, given),
    },
    practice: {
      enter: () => desk.enterPractice(),
      leave: () => desk.leavePractice(),
      faults: async () => {
        const control = host.control();
        return control.ok ? mapped(await control.value.faults(), panelFaults) : control;
      },
      setFaults: async (faults) => {
        const control = host.control();
        return control.ok ? mapped(await control.value.setFaults(sandboxFaults(faults)), panelFaults) : control;
      },
      act: async (action) => {
        const control = host.control();
        return control.ok ? mapped(await control.value.act({ type: action }), () => null) : control;
      },
    },
  };
}

export async function appState(parts: Pick<ServiceParts, 'desk' | 'keyring' | 'vaultFolder' | 'settings'>): Promise<AppStateDto> {
  const workspace = await parts.desk.workspace();
  const damaged = await parts.keyring.damaged(workspace.mode);
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    platform: process.platform,
    packaged: app.isPackaged,
    mode: workspace.mode,
    authorizationOrigin: workspace.endpoints.accountsOrigin,
    vault: vaultStatusDto(parts.keyring.status(), {
      folder: parts.vaultFolder.recordsPath(workspace.mode),
      damaged,
      notice: parts.desk.notice,
    }),
    settings: settingsDto(parts.settings.get()),
  };
}

/** The native picker for a client file. */
async function pickClientFile(window: BrowserWindow | null): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: 'Import client file',
    defaultPath: app.getPath('downloads'),
    filters: [
      { name: 'OAuth client file', extensions: ['json'] },
      { name: 'All files', extensions: ['*'] },
    ],
    properties: ['openFile'],
  };
  const picked = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  return picked.canceled ? null : (picked.filePaths[0] ?? null);
}

/** The native picker for a folder to look through. */
async function pickFolder(window: BrowserWindow | null): Promise<string | null> {
  const options: Electron.OpenDialogOptions = { title: 'Add folder', defaultPath: app.getPath('home'), properties: ['openDirectory', 'showHiddenFiles'] };
  const picked = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  return picked.canceled ? null : (picked.filePaths[0] ?? null);
}

/** Every file: those of other programs have any ending, or none, and lie in hidden folders. */
async function pickCredentialFile(window: BrowserWindow | null): Promise<string | null> {
  const options: Electron.OpenDialogOptions = { title: 'Import credentials', defaultPath: app.getPath('home'), properties: ['openFile', 'showHiddenFiles'] };
  const picked = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  return picked.canceled ? null : (picked.filePaths[0] ?? null);
}

function mapped<T, D>(outcome: Outcome<T>, map: (of: T) => D): Outcome<D> {
  return outcome.ok ? ok(map(outcome.value)) : outcome;
}
