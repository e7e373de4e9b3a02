import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { writeOwnFile } from '../adapters/own-file.ts';
import { ok, type Outcome } from '../domain/shared/fault.ts';
import type { FileToSave } from '../ipc/services.ts';

/** Asks where to, then writes. The dialog itself asks before it replaces a file. */
export async function saveFile(window: BrowserWindow | null, file: FileToSave): Promise<Outcome<{ readonly saved: boolean }>> {
  const options: Electron.SaveDialogOptions = {
    title: file.title,
    defaultPath: join(app.getPath('downloads'), file.fileName),
    filters: [
      { name: file.kind, extensions: [...file.extensions] },
      { name: 'All files', extensions: ['*'] },
    ],
  };
  const chosen = window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  if (chosen.canceled || chosen.filePath === '') return ok({ saved: false });
  const written = await writeOwnFile(chosen.filePath, file.content);
  return written.ok ? ok({ saved: true }) : written;
}
