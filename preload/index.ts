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

const toMain = calls();
/** Files that a person gave to the page. Else a script in it could have main look at any path, or at another computer's share. */
const given = new Set<string>();

function pathForFile(file: unknown): string {
  const path = file instanceof File ? webUtils.getPathForFile(file) : '';
  if (path !== '') given.add(path);
  return path;
}

const notGiven: Awaited<ReturnType<Calls['importDropped']>> = {
  ok: false,
  error: { code: 'bad-request', message: 'No such file was dropped on the window.', hint: 'Choose it with Import client file or Import credentials.', problems: [] },
};

const bridge: Bridge = {
  ...toMain,
  importDropped: async (input) => (given.has(input.path) ? await toMain.importDropped(input) : notGiven),
  onEvent(listener) {
    // The Electron event stays on this side: it holds the sender.
    const forward = (_event: unknown, event: AppEvent): void => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => ipcRenderer.off(EVENT_CHANNEL, forward);
  },
  pathForFile,
};

contextBridge.exposeInMainWorld('grantdesk', bridge);
