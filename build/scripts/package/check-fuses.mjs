import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { fuses } from '../../electron-builder.mjs';
import { Stop } from '../lib/say.mjs';

/** States as they stand in the binary: the digits 0 and 1. @electron/fuses keeps its own names for them to itself. */
const OFF = 0x30;
const ON = 0x31;

/** Reads the fuses back from the packaged binary.
 * @param {string} executable
 */
export async function checkFuses(executable) {
  const wire = /** @type {Record<number, number>} */ (/** @type {unknown} */ (await getCurrentFuseWire(executable)));
  for (const [name, wanted] of Object.entries(fuses)) {
    const option = FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (name.charAt(0).toUpperCase() + name.slice(1))];
    const expected = wanted ? ON : OFF;
    if (wire[option] !== expected) throw new Stop(`the fuse ${name} of ${executable} is not ${wanted ? 'on' : 'off'}.`);
  }
}
