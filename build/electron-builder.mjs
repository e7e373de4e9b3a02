import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Read back from the packaged binary by build/scripts/package/check-fuses.mjs. */
export const fuses = /** @type {const} */ ({
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
});

/**
 * How the product is packaged. `appId`, `productName` and the executable's name are frozen: the OS keyring entry that
 * opens the vault hangs on them.
 * @param {{ folder: string, version: string, notForRelease: string | undefined }} electron the unpacked Electron to pack,
 *   and why the result must not be released, if so
 * @returns {import('electron-builder').Configuration}
 */
export function configuration({ folder, version, notForRelease }) {
  return {
    appId: 'io.grantdesk.app',
    productName: 'Grantdesk',
    executableName: 'grantdesk',
    copyright: 'Grantdesk contributors',
    directories: { buildResources: 'build', output: 'dist' },
    electronDist: folder,
    electronVersion: version,
    electronLanguages: ['en-US', 'en'],
    electronFuses: fuses,
    asar: true,
    npmRebuild: false,
    publish: null,
    files: [
      'out/**',
      'package.json',
      '!**/*.{ts,mts,cts,tsx,map,md,markdown,flow}',
      '!**/node_modules/**/{test,tests,example,examples,.github}/**',
    ],
    afterExtract: async ({ appOutDir }) => {
      // What the folder of Electron holds besides Electron: the development host and our cache's marker.
      await rm(join(appOutDir, 'resources/app'), { recursive: true, force: true });
      await rm(join(appOutDir, '.complete.json'), { force: true });
      if (notForRelease !== undefined) await writeFile(join(appOutDir, 'NOT-FOR-RELEASE.txt'), `${notForRelease}\n`);
    },
    linux: {
      target: ['AppImage', 'deb', 'tar.gz'],
      icon: 'build/icons',
      category: 'Utility',
      synopsis: 'Google authorizations in a vault of your own',
      syncDesktopName: true,
      maintainer: 'Grantdesk contributors <maintainers@grantdesk.invalid>',
    },
    deb: { packageCategory: 'utils', priority: 'optional', recommends: ['gnome-keyring | kwalletmanager'] },
    toolsets: { appimage: '1.0.3' },
    mac: {
      target: ['dmg'],
      icon: 'build/icons/icon.icns',
      category: 'public.app-category.developer-tools',
      minimumSystemVersion: '13.0',
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: 'build/entitlements/mac.plist',
      entitlementsInherit: 'build/entitlements/mac.plist',
    },
    win: { target: ['nsis'], icon: 'build/icons/icon.ico' },
    nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false },
  };
}
