import { listPackage } from '@electron/asar';
import { Stop } from '../lib/say.mjs';

const unwanted = /\.(ts|mts|cts|tsx|map)$|(^|[\\/])\.env(\.|$)|(^|[\\/])client_secret[^\\/]*\.json$/;
const needed = ['/out/main/index.js', '/out/preload/index.cjs', '/out/renderer/index.html', '/package.json'];

/**
 * @param {string} asar
 * @returns {number} how many files it holds
 */
export function checkContents(asar) {
  const names = listPackage(asar, { isPack: false }).map((name) => name.replaceAll('\\', '/'));
  const wrong = wrongNames(names);
  if (wrong.length > 0) throw new Stop(`app.asar holds what must not ship: ${wrong.slice(0, 5).join(', ')}.`);
  const absent = needed.filter((name) => !names.includes(name));
  if (absent.length > 0) throw new Stop(`app.asar misses ${absent.join(', ')}.`);
  return names.length;
}

/** @param {string[]} names */
export function wrongNames(names) {
  return names.filter((name) => unwanted.test(name));
}
