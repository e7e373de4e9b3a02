import { app, dialog, type BrowserWindow } from 'electron';
import { readSnapshotFile } from '../adapters/snapshot-file.ts';
import { ok, type Outcome } from '../domain/shared/fault.ts';

const filters = [
  { name: 'Settings of a group', extensions: ['json'] },
  { name: 'All files', extensions: ['*'] },
];

/** Asks which file, then reads it; null when the user closed the dialog. */
export async function openSnapshot(window: BrowserWindow | null): Promise<Outcome<string | null>> {
  const options: Electron.OpenDialogOptions = { title: 'Import snapshot', defaultPath: app.getPath('downloads'), filters, properties: ['openFile'] };
  const picked = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  const [path] = picked.filePaths;
  return picked.canceled || path === undefined ? ok(null) : await readSnapshotFile(path);
}
