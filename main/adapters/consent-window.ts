import { randomUUID } from 'node:crypto';
import { BrowserWindow, session, type Session, type WebContents, type WebPreferences } from 'electron';
import type { ConsentWindowEvents, ConsentWindowOpener, OpenConsentWindow } from '../domain/oauth/surface.ts';
import { blockedName, judge, originTitle, type ConsentRules } from './consent-navigation.ts';
import { LinkPace } from './link-pace.ts';

/** Chromium's net error for a load that something else replaced. */
const aborted = -3;

type Verdict = { readonly go: true } | { readonly go: false; readonly then?: () => void };

export interface ConsentWindowDeps {
  /** The main window, for placing; null while there is none. */
  parent(): BrowserWindow | null;
  /** The walls of main/security for this session. */
  preferences(session: Session): WebPreferences;
  /** Hands this page's navigations to the policy instead of stopping them all. */
  allow(contents: WebContents, policy: (target: { readonly url: string; readonly isMainFrame: boolean }) => Verdict): void;
  /** A page asked for a new window: opened in the system browser if it is on the list of links, else not at all. */
  openLink(url: string): void;
  reportError(error: unknown): void;
}

type Request = Parameters<ConsentWindowOpener['open']>[0];

/** Shows Google's pages in a window with an in-memory session of its own, wiped when it closes. */
export class ElectronConsentWindows implements ConsentWindowOpener {
  readonly #deps: ConsentWindowDeps;

  constructor(deps: ConsentWindowDeps) {
    this.#deps = deps;
  }

  open(request: Request, events: ConsentWindowEvents): OpenConsentWindow {
    // No `persist:` prefix: cookies and storage live in memory. A partition for each attempt: no attempt sees another's.
    const partition = session.fromPartition(`consent-${randomUUID()}`, { cache: false });
    const parent = this.#deps.parent();
    const window = new BrowserWindow({
      width: 520,
      height: 720,
      minWidth: 400,
      minHeight: 480,
      title: originTitle(request.accountsOrigin),
      backgroundColor: '#ffffff',
      autoHideMenuBar: true,
      modal: false,
      minimizable: true,
      fullscreenable: false,
      ...(parent === null ? {} : { parent }),
      webPreferences: this.#deps.preferences(partition),
    });
    window.removeMenu();

    let settled = false;
    const contents = window.webContents;
    const tell = new Reporter(request, events);
    this.#deps.allow(contents, (target) => tell.decide(target));
    const pace = new LinkPace();
    contents.setWindowOpenHandler(({ url }) => {
      if (pace.allows(performance.now())) this.#deps.openLink(url);
      return { action: 'deny' };
    });
    contents.on('did-start-navigation', (details) => tell.started(details.isMainFrame && !details.isSameDocument));
    contents.on('did-navigate', (_event, url) => {
      window.setTitle(originTitle(url));
      tell.arrived(url);
    });
    // Sign-in is a single-page app: its refusal can appear without a load. Harmless to forge, so it may be read here.
    contents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
      if (isMainFrame) tell.arrived(url);
    });
    contents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
      if (isMainFrame && code !== aborted) tell.failed(description === '' ? `network error ${code}` : description);
    });
    contents.on('render-process-gone', () => tell.failed('the page stopped working'));
    contents.on('will-prevent-unload', (event) => event.preventDefault());
    contents.on('before-input-event', (event, input) => {
      if (input.type !== 'keyDown' || input.key !== 'Escape') return;
      event.preventDefault();
      window.close();
    });
    window.on('page-title-updated', (event) => event.preventDefault());
    window.on('closed', () => {
      tell.stop();
      void this.#wipe(partition);
      if (!settled) events.onClosed();
      settled = true;
    });
    // Rejects when a redirect was stopped or the network failed; both are told through events.
    window.loadURL(request.url).catch(() => undefined);

    return {
      focus: () => {
        if (window.isDestroyed()) return;
        if (window.isMinimized()) window.restore();
        window.show();
        window.focus();
      },
      close: () => {
        settled = true;
        tell.stop();
        if (!window.isDestroyed()) window.destroy();
      },
    };
  }

  async #wipe(partition: Session): Promise<void> {
    try {
      await partition.closeAllConnections();
      await partition.clearStorageData();
      await partition.clearCache();
      await partition.clearAuthCache();
    } catch (error) {
      this.#deps.reportError(error);
    }
  }
}

/** Turns navigations of one window into the attempt's events, each refusal and error page once. */
class Reporter {
  readonly #rules: ConsentRules;
  readonly #events: ConsentWindowEvents;
  #told = '';
  #stoppedOne = false;
  #over = false;

  constructor(rules: ConsentRules, events: ConsentWindowEvents) {
    this.#rules = rules;
    this.#events = events;
  }

  decide(target: { readonly url: string; readonly isMainFrame: boolean }): Verdict {
    if (this.#over) return { go: false };
    const { url, isMainFrame } = target;
    switch (judge(target, this.#rules)) {
      case 'redirect':
        return this.#halt(() => void this.#events.onRedirect(url));
      case 'refused':
        return this.#halt(() => this.#once('refused', () => this.#events.onRefused()));
      case 'blocked':
        return isMainFrame ? this.#halt(() => this.#events.onBlockedHost(blockedName(url))) : { go: false };
      case 'error-page':
      case 'go':
        // Told on arrival, so that the page is there when the attempt decides to leave it open.
        return { go: true };
    }
  }

  arrived(url: string): void {
    if (this.#over) return;
    const judgement = judge({ url, isMainFrame: true }, this.#rules);
    if (judgement === 'refused') this.#once('refused', () => this.#events.onRefused());
    if (judgement === 'error-page') this.#once(url, () => this.#events.onErrorPage(url));
  }

  started(newDocument: boolean): void {
    if (newDocument) this.#stoppedOne = false;
  }

  /** A navigation that we stopped fails too; that is no news. */
  failed(description: string): void {
    if (!this.#over && !this.#stoppedOne) this.#events.onLoadFailed(description);
  }

  stop(): void {
    this.#over = true;
  }

  #halt(then: () => void): Verdict {
    this.#stoppedOne = true;
    return { go: false, then };
  }

  #once(what: string, tell: () => void): void {
    if (this.#told === what) return;
    this.#told = what;
    tell();
  }
}
