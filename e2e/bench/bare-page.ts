import { resolve } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { serve } from './static-server.ts';

const folder = resolve(import.meta.dirname, '../../node_modules/.cache/grantdesk/bench');

/** FullCalendar alone, in a second window of the same app: same Chromium, same size of the grid, same moment. */
export async function openBarePage(app: ElectronApplication): Promise<{ readonly page: Page; close(): Promise<void> }> {
  const server = await serve(folder);
  const [page] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(({ BrowserWindow }, url) => {
      const window = new BrowserWindow({
        width: 1280,
        height: 840,
        useContentSize: true,
        // A session of its own: the app's has no network at all.
        webPreferences: { partition: 'bench', sandbox: true, contextIsolation: true, backgroundThrottling: false },
      });
      void window.loadURL(url);
    }, server.origin),
  ]);
  await page.waitForFunction(() => document.querySelector('[data-bare-ready]') !== null);
  return { page, close: () => server.close() };
}
