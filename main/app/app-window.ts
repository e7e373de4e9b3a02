import { app, nativeTheme, type BrowserWindow } from 'electron';
import type { SettingsStore } from '../adapters/settings-store.ts';
import { appPage } from '../security/app-origin.ts';
import type { NavigationGuard } from '../security/navigation-guard.ts';
import { mainWindowPreferences } from '../security/web-preferences.ts';
import { backgrounds, createMainWindow, placeOf } from '../windows/main-window.ts';
import type { AppEvent } from '../../preload/contract/bridge.ts';
import { EVENT_CHANNEL } from '../../preload/contract/channels.ts';

export interface AppWindowDeps {
  readonly settings: SettingsStore;
  readonly guard: NavigationGuard;
  readonly preload: string;
  readonly show: boolean;
  readonly report: (what: string, error: unknown) => void;
}

/** The one main window: opened at start, again from the dock on macOS, brought to the front by a second start. */
export class AppWindow {
  readonly #deps: AppWindowDeps;
  #window: BrowserWindow | null = null;
  #reloads: readonly number[] = [];
  #place: ReturnType<typeof placeOf> | null = null;
  #opened = false;

  constructor(deps: AppWindowDeps) {
    this.#deps = deps;
    nativeTheme.on('updated', () => this.#window?.setBackgroundColor(this.#ground()));
  }

  get current(): BrowserWindow | null {
    return this.#window;
  }

  /** Whether there was a window since the start. */
  get wasOpened(): boolean {
    return this.#opened;
  }

  open(): BrowserWindow {
    this.#opened = true;
    const { settings, guard, preload, show, report } = this.#deps;
    const window = createMainWindow({
      webPreferences: mainWindowPreferences(preload, app.isPackaged),
      saved: settings.get().windowBounds,
      dark: nativeTheme.shouldUseDarkColors,
      show,
    });
    this.#window = window;
    // Loading again (after a crash of the page) is no navigation to anywhere else.
    guard.allow(window.webContents, ({ url, isMainFrame }) => (isMainFrame && url === appPage ? { go: true } : { go: false }));
    window.webContents.on('preload-error', (_event, _path, error) => report('the bridge did not load', error));
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit' || window.isDestroyed()) return;
      report('the window’s page ended', new Error(reason));
      if (this.#mayReload()) window.reload();
    });
    window.on('close', () => (this.#place = placeOf(window)));
    window.on('closed', () => (this.#window = null));
    window.loadURL(appPage).catch((error: unknown) => report('the page was not loaded', error));
    return window;
  }

  focus(): void {
    const window = this.#window ?? this.open();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  send(event: AppEvent): void {
    if (this.#window !== null && !this.#window.isDestroyed()) this.#window.webContents.send(EVENT_CHANNEL, event);
  }

  async savePlace(): Promise<void> {
    const place = this.#window === null || this.#window.isDestroyed() ? this.#place : placeOf(this.#window);
    if (place !== null) await this.#deps.settings.update({ windowBounds: place });
  }

  /** A page that ends again and again is not loaded for ever. */
  #mayReload(): boolean {
    const now = Date.now();
    this.#reloads = [...this.#reloads.filter((at) => at > now - 60_000), now];
    return this.#reloads.length <= 3;
  }

  #ground(): string {
    return nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light;
  }
}
