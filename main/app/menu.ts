import type { MenuItemConstructorOptions } from 'electron';
import type { AppEvent } from '../../preload/contract/bridge.ts';

export type Command = Extract<AppEvent, { type: 'command' }>['command'];

/** The application menu. Edit's roles are what makes copy and paste work on macOS. */
export function menuTemplate(
  platform: string,
  packaged: boolean,
  send: (command: Command) => void,
): MenuItemConstructorOptions[] {
  const item = (label: string, accelerator: string, command: Command): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => send(command),
  });
  const settings = item('Settings…', 'CmdOrCtrl+,', 'settings');
  const mac: MenuItemConstructorOptions = {
    label: 'Grantdesk',
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      settings,
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: 'File',
    submenu: [
      item('New authorization…', 'CmdOrCtrl+N', 'new-authorization'),
      item('Import client file…', 'CmdOrCtrl+O', 'import-client'),
      { type: 'separator' },
      item('Lock', 'CmdOrCtrl+L', 'lock'),
      ...(platform === 'darwin' ? [] : [settings, { type: 'separator' as const }, { role: 'quit' as const }]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: 'Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
      ...(packaged ? [] : [{ type: 'separator' as const }, { role: 'toggleDevTools' as const }]),
    ],
  };
  return [...(platform === 'darwin' ? [mac] : []), file, edit, view, { role: 'windowMenu' }];
}
