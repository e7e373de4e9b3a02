import type { App } from 'electron';

/** Packaged, developer tools are off in the window options; whatever still opens them finds them closed again. */
export function closeDevTools(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('devtools-opened', () => contents.closeDevTools());
  });
}
