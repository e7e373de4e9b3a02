import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const here = import.meta.dirname;

/** Keeps unit tests away from the npm package `electron`, whose import would try to download a browser. */
export function electronAlias(): Plugin {
  return {
    name: 'grantdesk:electron-alias',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id !== 'electron' && !id.startsWith('electron/')) return null;
      const forStore = importer?.includes('/node_modules/electron-store/') === true;
      return resolve(here, forStore ? 'electron-for-store.ts' : 'electron-absent.ts');
    },
  };
}
