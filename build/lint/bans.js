/**
 * Dangerous window options: no file may contain them, whatever the reason.
 * @type {{ selector: string, message: string }[]}
 */
export const everywhere = [
  ...[
    ['webSecurity', 'false'],
    ['sandbox', 'false'],
    ['contextIsolation', 'false'],
    ['nodeIntegration', 'true'],
    ['nodeIntegrationInWorker', 'true'],
    ['nodeIntegrationInSubFrames', 'true'],
    ['allowRunningInsecureContent', 'true'],
    ['webviewTag', 'true'],
  ].map(([key, value]) => ({
    selector: `Property[key.name='${key}'] > Literal.value[value=${value}]`,
    message: `${key}: ${value} takes a wall out of the app.`,
  })),
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  {
    selector: "MemberExpression[property.name='sendSync']",
    message: 'Synchronous IPC stops the page; use an invoke call of the contract.',
  },
  {
    selector: "AwaitExpression > CallExpression[callee.property.name='whenReady']",
    message: 'Awaiting whenReady() in the entry module hangs the start for ever: write app.whenReady().then(start).',
  },
];

/** @type {{ selector: string, message: string }} */
export const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: one name for one thing in the whole tree.',
};

/** Raw IPC has exactly one home on each side of the bridge. */
export const rawIpcMain = {
  name: 'electron',
  importNames: ['ipcMain'],
  message: 'Register handlers through main/ipc/handle.ts: it checks the sender and parses the arguments.',
};
export const rawIpcRenderer = {
  name: 'electron',
  importNames: ['ipcRenderer', 'contextBridge'],
  message: 'Only preload/index.ts talks to the bridge.',
};

/** Globals of a page or of Node that the pure domain must not lean on. */
export const impureGlobals = [
  'window',
  'document',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'navigator',
  'location',
  'alert',
  'process',
  'Buffer',
].map((name) => ({ name, message: 'The domain is pure: take it through a port (main/domain/shared).' }));
