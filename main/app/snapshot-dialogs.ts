import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { readSnapshotFile, writeSnapshotFile } from '../adapters/snapshot-file.ts';
import { ok, type Outcome } from '../domain/shared/fault.ts';

const filters = [
  { name: 'Settings of a group', extensions: ['json'] },
  { name: 'All files', extensions: ['*'] },
];

/** Asks where to, then writes. The dialog itself asks before it replaces a file. */
export async function exportSnapshot(window: BrowserWindow | null, fileName: string, text: string): Promise<Outcome<{ readonly saved: boolean }>> {
  const options = { title: 'Export snapshot', defaultPath: join(app.getPath('downloads'), fileName), filters };
  const chosen = window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  if (chosen.canceled || chosen.filePath === '') return ok({ saved: false });
  const written = await writeSnapshotFile(chosen.filePath, text);
  return written.ok ? ok({ saved: true }) : written;
}

/** Asks which file, then reads it; null when the user closed the dialog. */
export async function openSnapshot(window: BrowserWindow | null): Promise<Outcome<string | null>> {
  const options: Electron.OpenDialogOptions = { title: 'Import snapshot', defaultPath: app.getPath('downloads'), filters, properties: ['openFile'] };
  const picked = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  const [path] = picked.filePaths;
  return picked.canceled || path === undefined ? ok(null) : await readSnapshotFile(path);
}
