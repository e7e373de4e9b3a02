import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, Menu, nativeTheme, powerMonitor, protocol, safeStorage, session, shell, type BrowserWindow } from 'electron';
import { AdcPlace } from '../adapters/adc-place.ts';
import { systemClipboard } from '../adapters/clipboard.ts';
import { desktopNotifier } from '../adapters/desktop-notifier.ts';
import { ElectronConsentWindows } from '../adapters/consent-window.ts';
import { cryptoRandom } from '../adapters/crypto-random.ts';
import { NodeLoopbackReceiver } from '../adapters/loopback-receiver.ts';
import { netFetch } from '../adapters/net-fetch.ts';
import { SafeStorageKeyBox } from '../adapters/safe-storage-key-box.ts';
import { ScryptKdf } from '../adapters/scrypt-kdf.ts';
import { SettingsStore } from '../adapters/settings-store.ts';
import { DiskSweepFiles } from '../adapters/sweep-files.ts';
import { SystemBrowser } from '../adapters/system-browser.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { VaultFolder } from '../adapters/vault-folder.ts';
import { SWITCHED_OFF } from '../domain/scripting/background.ts';
import { Keyring } from '../domain/vault/keyring.ts';
import { allHandlers } from '../ipc/handlers.ts';
import { listenToWindow } from '../ipc/handle.ts';
import { readAssets } from '../security/asset-map.ts';
import { serveApp } from '../security/app-protocol.ts';
import { devServerOrigin, serveFromDevServer } from '../security/dev-server.ts';
import { isAllowedLink, isAuthorizationRequest } from '../security/external-links.ts';
import { cutOffNetwork } from '../security/page-network.ts';
import { isOwnPage } from '../security/sender.ts';
import { consentWindowPreferences } from '../security/web-preferences.ts';
import { consentDeadlineMs } from './consent-deadline.ts';
import { BackgroundLife } from './background-life.ts';
import type { Prepared } from './before-ready.ts';
import { Desk, practiceClientIds } from './desk.ts';
import { Events } from './events.ts';
import { hasDisplay } from './has-display.ts';
import { AppWindow } from './app-window.ts';
import { menuTemplate } from './menu.ts';
import { PracticeHost } from './practice-host.ts';
import { sayFarewell } from './quit.ts';
import { launchSandbox, sandboxWishes } from './sandbox-launch.ts';
import { closedVault, moveTo, scriptCommand, showQuestion } from './script-surroundings.ts';
import { ScriptGate } from './script-gate.ts';
import { readSecondStart } from './second-start.ts';
import { SecretClipboard } from './secret-clipboard.ts';
import { makeServices } from './services.ts';
import { StateEvents } from './state-events.ts';
import { smoke } from './smoke.ts';
import { ModeWorkspace, type WorkspacePorts } from './workspace.ts';

/**
 * Puts the app together once Electron is ready, and shows its window.
 * @param mainFolder where the built main process lies: out/main
 */
export async function start(prepared: Prepared, mainFolder: string): Promise<void> {
  const { log, userData, guard, google, commandLine } = prepared;
  const report = (what: string, error: unknown): void => log.error(what, error);
  const [settings] = await Promise.all([SettingsStore.open(userData), servePage(join(mainFolder, '../renderer'))]);
  if (commandLine.background && !settings.get().letScripts) {
    app.exit(SWITCHED_OFF);
    return;
  }
  nativeTheme.themeSource = settings.get().theme;

  const window = new AppWindow({ settings, guard, preload: join(mainFolder, '../preload/index.cjs'), show: !commandLine.smoke, report });
  const events = new Events((event) => window.send(event), (error) => report('an event was not sent', error));

  const vaultFolder = new VaultFolder(userData);
  const keyring = new Keyring({
    storage: vaultFolder,
    keyBox: new SafeStorageKeyBox({ safeStorage, platform: process.platform }),
    kdf: new ScryptKdf(),
    random: cryptoRandom,
    clock: systemClock,
  });
  const fetch = netFetch();
  const home = homedir();
  const links = new SystemBrowser(isAllowedLink);
  const ports: WorkspacePorts = {
    fetch,
    clock: systemClock,
    random: cryptoRandom,
    loopback: new NodeLoopbackReceiver(),
    windows: new ElectronConsentWindows({
      parent: () => window.current,
      preferences: consentWindowPreferences,
      allow: (contents, policy) => guard.allow(contents, policy),
      // A page asks for many windows; what is not on the list simply does not open.
      openLink: (url) => void (isAllowedLink(url) && links.open(url).catch((error: unknown) => report('a link was not opened', error))),
      reportError: (error) => report('a consent session was not wiped', error),
    }),
    browserFor: (endpoints) => new SystemBrowser((url) => isAuthorizationRequest(url, endpoints.authorization)),
    ssoHosts: () => settings.get().ssoHosts,
    notifier: desktopNotifier((error) => report('a notification was not shown', error)),
    remindBeforeEnd: () => settings.get().remindBeforeEnd,
    sweep: {
      files: new DiskSweepFiles((path) => shell.trashItem(path)),
      surroundings: { platform: process.platform, home, env: (name) => process.env[name] ?? null },
      leaveAlone: [userData],
      folders: {
        get: () => settings.get().sweepFolders,
        set: async (folders) => void (await settings.update({ sweepFolders: [...folders] })),
      },
    },
    consentDeadlineMs: consentDeadlineMs(process.env, app.isPackaged),
    reportError: report,
  };
  const wishes = sandboxWishes(process.env, app.isPackaged);
  const host: PracticeHost = new PracticeHost({
    start: (onGone) =>
      launchSandbox({ mainFolder, userData, wishes, keep: keyring.status().state !== 'memory-only' }, onGone),
    fetch,
    clock: systemClock,
    onRestarted: (endpoints) => desk.sandboxRestarted(endpoints),
    reportError: (error) => report('the sandbox did not start', error),
  });
  const told = new StateEvents(events, systemClock, () => services, () => window.focus());
  const desk: Desk = new Desk({
    base: google,
    keyring,
    host,
    resumePractice: settings.get().mode === 'practice',
    rememberMode: async (mode) => void (await settings.update({ mode })),
    makeWorkspace: (mode, endpoints) =>
      new ModeWorkspace({ mode, endpoints, records: keyring.records(mode), cache: keyring.cache(mode), practiceClientIds }, ports, told),
    onChange: () => told.everything(),
    reportError: report,
  });
  const canShow = hasDisplay() && app.commandLine.getSwitchValue('ozone-platform') !== 'headless';
  const life = commandLine.background ? new BackgroundLife({ clock: systemClock, wasSeen: () => window.wasOpened, leave: () => app.quit() }) : null;
  const scripts: ScriptGate = new ScriptGate({
    userData,
    ...scriptCommand(userData),
    clock: systemClock,
    random: cryptoRandom,
    workspace: () => desk.workspace(),
    closedVault: () => closedVault(keyring.status().state),
    canAsk: () => canShow,
    onChange: () => told.scripts(),
    onQuestion: (question) => {
      told.scriptQuestion(question);
      if (question !== null) showQuestion(question, window, ports.notifier);
    },
    onUse: () => life?.used(),
    reportError: report,
  });
  const adc = new AdcPlace({ env: process.env, home, platform: process.platform, now: () => systemClock.now() });
  const secretClipboard = new SecretClipboard(systemClipboard, systemClock);
  const services = makeServices({
    desk,
    keyring,
    vaultFolder,
    settings,
    home,
    host,
    adc,
    clipboard: systemClipboard,
    secretClipboard,
    scripts,
    window: () => window.current,
    onSettings: () => {
      nativeTheme.themeSource = settings.get().theme;
      void scripts.follow(settings.get().letScripts);
      told.appState();
      desk.current.lookAgain();
    },
    clientsChanged: () => {
      // An authorization is shown with its client's name, and its likely end follows from the client's publishing status.
      told.authorizations();
      desk.current.lookAgain();
    },
    reportError: report,
  });

  listenToWindow(allHandlers(services), {
    trusts: (event) => isOwnPage(event, window.current?.webContents.id ?? null),
    report: (channel, error) => report(channel, error),
  });
  const menu = menuTemplate(process.platform, app.isPackaged, (command) => events.now({ type: 'command', command }));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
  sayFarewell(
    app,
    async () => {
      events.stop();
      told.stop();
      await scripts.follow(false);
      await Promise.all([desk.close(), secretClipboard.clear(), window.savePlace()]);
    },
    (error) => report('quitting', error),
  );
  powerMonitor.on('resume', () => {
    told.authorizations();
    desk.current.lookAgain();
  });
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const second = readSecondStart(data);
    if (second.background) return;
    if (canShow) window.focus();
    else moveTo(second.session);
  });
  app.on('activate', () => window.focus());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  await scripts.follow(settings.get().letScripts);
  if (commandLine.background) return;
  const shown: BrowserWindow = window.open();
  if (commandLine.smoke) await smoke(shown);
}

/** The built UI; in `npm run dev` the bundler's server behind the same address. */
async function servePage(folder: string): Promise<void> {
  const devServer = devServerOrigin(process.env['ELECTRON_RENDERER_URL'], app.isPackaged);
  if (devServer !== null) return serveFromDevServer(protocol, devServer);
  // The UI's window lives in the default session; main itself fetches in another one (net-fetch.ts).
  await cutOffNetwork(session.defaultSession);
  serveApp(protocol, await readAssets(folder));
}
