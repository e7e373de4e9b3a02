import { app, dialog } from 'electron';
import { beforeReady } from './app/before-ready.ts';
import { start } from './app/start.ts';

const prepared = beforeReady();
if (prepared !== null) {
  // Not awaited here: Electron holds `ready` back until this module has run.
  app
    .whenReady()
    .then(() => start(prepared, import.meta.dirname))
    .catch((error: unknown) => {
      prepared.log.error('start', error);
      if (!prepared.commandLine.smoke) dialog.showErrorBox('Grantdesk cannot start', `The reason is in the log: ${prepared.log.file}`);
      app.exit(1);
    });
}
