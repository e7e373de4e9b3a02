import { at } from '../lib/root.mjs';
import { Stop } from '../lib/say.mjs';
import { installPackages, onPath } from '../system-deps.mjs';

/**
 * electron-builder downloads its packing tools from the internet; Debian's own do as well.
 * @returns {Promise<Record<string, string>>} the variables by which it finds them
 */
export async function linuxTools() {
  if (!onPath('7zz')) await installPackages(['7zip']);
  if (!onPath('dpkg-deb')) throw new Stop('the deb needs dpkg-deb, which this system has not.');
  return {
    ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7zz',
    // 7-Zip's gzip is slow: level 5 halves the minutes for two percent of size.
    ELECTRON_BUILDER_COMPRESSION_LEVEL: process.env['ELECTRON_BUILDER_COMPRESSION_LEVEL'] ?? '5',
    CUSTOM_FPM_PATH: at('build/scripts/package/fpm.mjs'),
  };
}
