import type { Session, WebPreferences } from 'electron';

/** Every wall spelled out, although most are defaults: a default can change with the next Electron. */
const walls = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  // Else a page reads the clipboard by itself; Electron 33 does not know this one yet (see blink-settings.ts).
  enableDeprecatedPaste: false,
} as const satisfies WebPreferences;

/** For the app's own window: the preload bridge, developer tools only outside packages. */
export function mainWindowPreferences(preload: string, packaged: boolean): WebPreferences {
  return { ...walls, preload, devTools: !packaged };
}

/** For a window that shows Google's pages: no preload, never developer tools, a session of its own. */
export function consentWindowPreferences(session: Session): WebPreferences {
  return { ...walls, session, devTools: false, disableDialogs: true };
}
