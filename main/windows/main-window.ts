import { BrowserWindow, screen, type WebPreferences } from 'electron';
import { leastSize, usualSize, visibleBounds, type Bounds } from './bounds.ts';

export interface MainWindowOptions {
  readonly webPreferences: WebPreferences;
  readonly saved: (Bounds & { readonly maximized: boolean }) | null;
  readonly dark: boolean;
  /** False for a smoke start: nothing appears. */
  readonly show: boolean;
}

/** What is seen before the page's first frame: the page's own ground. */
export const backgrounds = { light: '#F3F5F7', dark: '#101517' } as const;

/** Makes the main window; it appears when its first frame is drawn. */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const { saved } = options;
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const place = saved === null ? null : visibleBounds({ x: saved.x, y: saved.y, width: saved.width, height: saved.height }, areas);
  const window = new BrowserWindow({
    ...usualSize,
    ...place,
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    title: 'Grantdesk',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: options.dark ? backgrounds.dark : backgrounds.light,
    webPreferences: options.webPreferences,
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  if (options.show) {
    window.once('ready-to-show', () => {
      if (saved?.maximized === true) window.maximize();
      window.show();
    });
  }
  return window;
}

/** Where the window is, to be there again at the next start. */
export function placeOf(window: BrowserWindow): Bounds & { readonly maximized: boolean } {
  const { x, y, width, height } = window.getNormalBounds();
  return { x, y, width, height, maximized: window.isMaximized() };
}
