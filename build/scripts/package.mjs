/**
 * `npm run package [-- --dir | --all] [-- --no-build]`: the unpacked app in dist/, checked, and this system's installers
 * (Linux without internet: tar.gz and deb, where Debian's 7zip is there; --all installs it first, --dir makes none).
 */
import { Platform, build as pack } from 'electron-builder';
import { configuration } from '../electron-builder.mjs';
import { build } from './build.mjs';
import { fallback } from './electron/fallback.mjs';
import { output } from './lib/run.mjs';
import { at } from './lib/root.mjs';
import { fail, say } from './lib/say.mjs';
import { checkContents } from './package/check-contents.mjs';
import { checkFuses } from './package/check-fuses.mjs';
import { linuxTools } from './package/linux-tools.mjs';
import { unpackedApp } from './package/unpacked-app.mjs';
import { prepare } from './prepare.mjs';
import { onPath } from './system-deps.mjs';

const linux = process.platform === 'linux';
const ready = !linux || onPath('7zz');
const all = process.argv.includes('--all') || (ready && !process.argv.includes('--dir'));

try {
  const electron = await prepare({ headless: true });
  if (!process.argv.includes('--no-build')) await build();
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const version = await output(electron.executable, ['-p', 'process.versions.electron'], { env });
  const notForRelease =
    electron.kind === 'fallback'
      ? `Made with Electron ${version} out of ${fallback.spec}, a runtime for development. Not for release.`
      : undefined;
  if (notForRelease !== undefined) say(notForRelease);

  const installers = linux ? ['tar.gz', 'deb'] : undefined;
  if (linux && all) Object.assign(process.env, await linuxTools());
  await pack({
    projectDir: at(),
    publish: 'never',
    targets: Platform.current().createTarget(all ? installers : 'dir'),
    config: configuration({ folder: electron.folder, version, notForRelease }),
  });

  const app = unpackedApp();
  await checkFuses(app.executable);
  const files = checkContents(app.asar);
  say(`Checked: every fuse, and the ${files} files of app.asar. The app is in ${app.folder}.`);
} catch (error) {
  fail(error);
}
