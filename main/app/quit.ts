import type { App } from 'electron';

/** How long quitting may take, in milliseconds. */
const patience = 5000;

/**
 * Runs `farewell` once before the app ends, however the end was asked for. A farewell that hangs or fails does not keep the
 * app alive.
 */
export function sayFarewell(app: App, farewell: () => Promise<void>, report: (error: unknown) => void): void {
  let state: 'running' | 'leaving' | 'left' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'left') return;
    event.preventDefault();
    if (state === 'leaving') return;
    state = 'leaving';
    const late = new Promise<void>((resolve) => setTimeout(resolve, patience).unref());
    void Promise.race([farewell().catch(report), late]).then(() => {
      state = 'left';
      app.quit();
    });
  });
}
