import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';

/** Frozen from the first release: the OS keychain's entry and the data folder hang on this name. */
export const appName = 'Grantdesk';

/** Name and folders, before anything reads them. The folder is for its owner alone. */
export function settleAppPaths(app: App, userData: string | null): string {
  app.setName(appName);
  const folder = userData ?? join(app.getPath('appData'), appName);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.platform !== 'win32') chmodSync(folder, 0o700);
  app.setPath('userData', folder);
  // Chromium's own files too: on Windows the key of the vault's OS wrap lives there.
  app.setPath('sessionData', folder);
  return folder;
}
