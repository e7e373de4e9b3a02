import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../lib/root.mjs';
import { Stop } from '../lib/say.mjs';

const places = {
  linux: { folders: ['linux-unpacked', 'linux-arm64-unpacked'], executable: 'grantdesk', resources: 'resources' },
  win32: { folders: ['win-unpacked', 'win-arm64-unpacked'], executable: 'Grantdesk.exe', resources: 'resources' },
  darwin: {
    folders: ['mac/Grantdesk.app', 'mac-arm64/Grantdesk.app'],
    executable: 'Contents/MacOS/Grantdesk',
    resources: 'Contents/Resources',
  },
};

/** Where electron-builder left the app that `npm run package` made on this system. */
export function unpackedApp() {
  const place = places[/** @type {keyof typeof places} */ (process.platform)];
  for (const name of place.folders) {
    const folder = at('dist', name);
    const executable = join(folder, place.executable);
    if (existsSync(executable)) return { folder, executable, asar: join(folder, place.resources, 'app.asar') };
  }
  throw new Stop('there is no packaged app in dist/: run npm run package first.');
}
