import type { IpcMainInvokeEvent } from 'electron';
import { appOrigin } from './app-origin.ts';

/**
 * Whether a call comes from the top frame of the app's own window. `senderFrame` must be read synchronously in the
 * handler: it is null once the frame is gone.
 * @param windowId id of the WebContents of the main window; null while there is none
 */
export function isOwnPage(event: IpcMainInvokeEvent, windowId: number | null): boolean {
  const frame = event.senderFrame;
  return frame !== null && event.sender.id === windowId && frame === event.sender.mainFrame && frame.origin === appOrigin;
}
