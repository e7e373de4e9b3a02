import { app, dialog } from 'electron';
import { beforeReady } from './before-ready.ts';
import { start } from './start.ts';

/** The app: what must precede `ready`, then the start. @param folder where the built main process lies: out/main */
export function main(folder: string): void {
  const prepared = beforeReady();
  if (prepared === null) return;
  // Not awaited: Electron holds `ready` back until the entry module has run.
  app
    .whenReady()
    .then(() => start(prepared, folder))
    .catch((error: unknown) => {
      prepared.log.error('start', error);
      if (!prepared.commandLine.smoke) dialog.showErrorBox('Grantdesk cannot start', `The reason is in the log: ${prepared.log.file}`);
      app.exit(1);
    });
}
