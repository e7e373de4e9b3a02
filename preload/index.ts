import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { AppEvent, Bridge, Calls } from './contract/bridge.ts';
import { CHANNEL, EVENT_CHANNEL } from './contract/channels.ts';

/** One function per channel of the contract. Main checks the sender and the argument; nothing is trusted here. */
function calls(): Calls {
  const made: Record<string, (input?: unknown) => Promise<unknown>> = {};
  for (const [name, channel] of Object.entries(CHANNEL)) {
    made[name] = async (input) => (await ipcRenderer.invoke(channel, input)) as unknown;
  }
  return made as unknown as Calls;
}

const bridge: Bridge = {
  ...calls(),
  onEvent(listener) {
    // The Electron event stays on this side: it holds the sender.
    const forward = (_event: unknown, event: AppEvent): void => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => ipcRenderer.off(EVENT_CHANNEL, forward);
  },
  pathForFile: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
};

contextBridge.exposeInMainWorld('grantdesk', bridge);
