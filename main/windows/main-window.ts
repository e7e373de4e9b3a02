import { BrowserWindow, screen, type WebPreferences } from 'electron';
import { leastSize, usualSize, visibleBounds } from './bounds.ts';
import type { PlaceFile } from './place-file.ts';

export interface MainWindowOptions {
  readonly webPreferences: WebPreferences;
  readonly place: PlaceFile;
  readonly page: string;
  readonly dark: boolean;
  /** False for a smoke start: nothing appears. */
  readonly show: boolean;
}

export const backgrounds = { light: '#F3F5F7', dark: '#101517' } as const;

/** Makes the main window and loads the page; it appears when its first frame is drawn. */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const { bounds, maximized } = options.place.read();
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...usualSize,
    ...visibleBounds(bounds, areas),
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
      if (maximized) window.maximize();
      window.show();
    });
  }
  window.on('close', () => options.place.write({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
  void window.loadURL(options.page);
  return window;
}
