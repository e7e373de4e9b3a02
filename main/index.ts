import { app } from 'electron';
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
      app.exit(1);
    });
}
