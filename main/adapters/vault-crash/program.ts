/**
 * The program that the crash tests kill: it changes the vault in a fixed order and says which changes were acknowledged.
 * Bundled at the start of a test, so that it runs on any Node. Arguments: folder, mode, number of the first change.
 */
import { writeSync } from 'node:fs';
import { FaultError } from '../../domain/shared/fault.ts';
import { Keyring } from '../../domain/vault/keyring.ts';
import { FakeKeyBox, quickKdf, SteppingClock, webRandom } from '../../domain/vault/test-fakes.ts';
import { VaultFolder } from '../vault-folder.ts';
import { changeNumber } from './changes.ts';

const [folder = '', mode = '', first = '1'] = process.argv.slice(2);

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

async function attempt(change: () => Promise<void>): Promise<string> {
  try {
    await change();
    return 'ok';
  } catch (cause) {
    if (cause instanceof FaultError) return cause.fault.code;
    throw cause;
  }
}

const keyring = new Keyring({ storage: new VaultFolder(folder), keyBox: new FakeKeyBox(), kdf: quickKdf, random: webRandom, clock: new SteppingClock() });
await keyring.open();
const records = keyring.records('google');
say(`open ${keyring.status().state}`);

if (mode === 'until-killed') {
  for (let number = Number(first); ; number += 1) {
    const { id, value } = changeNumber(number);
    await (value === null ? records.remove('client', id) : records.put('client', id, value));
    say(`did ${number}`);
  }
}

/** One record that grows until it no longer fits, then a small one. */
if (mode === 'grow') {
  // electron-store's exit hook would end the program at the signal that goes with the limit; the error is what is tested.
  process.removeAllListeners('SIGXFSZ');
  process.on('SIGXFSZ', () => undefined);
  for (let size = 1024; ; size *= 2) {
    const outcome = await attempt(() => records.put('client', 'growing', 'x'.repeat(size)));
    say(`${outcome} ${size}`);
    if (outcome !== 'ok') break;
  }
  say(`${await attempt(() => records.put('client', 'small', 'after'))} small`);
}

/** New records and updates of the first one until the disk is full. */
if (mode === 'fill') {
  for (let number = 1, refused = 0; refused < 5; number += 1) {
    const created = await attempt(() => records.put('client', `n${number}`, `${number}`.padEnd(1500)));
    say(`${created} n${number} ${number}`);
    const updated = await attempt(() => records.put('client', 'n1', `${1000 + number}`.padEnd(1500)));
    say(`${updated} n1 ${1000 + number}`);
    refused += created === 'ok' ? 0 : 1;
  }
}
