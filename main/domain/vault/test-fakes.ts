import type { Bytes } from '../shared/bytes.ts';
import { utf8 } from '../shared/bytes.ts';
import { FaultError, fault } from '../shared/fault.ts';
import type { Clock, Random } from '../shared/ports.ts';
import type { KeyBox, KeyBoxDescription, PassphraseKdf } from './ports.ts';

/** Small in-memory stand-ins for the vault's ports; used by tests only. */

export const webRandom: Random = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };

export class SteppingClock implements Clock {
  time = 1_800_000_000_000;
  now(): number {
    this.time += 1;
    return this.time;
  }
  after(): () => void {
    return () => undefined;
  }
}

/** One hash instead of scrypt: tests of the vault are not tests of its slowness. */
export const quickKdf: PassphraseKdf = {
  cost: { N: 2, r: 1, p: 1 },
  async derive(passphrase, salt) {
    const input = utf8(`${passphrase}|${salt.join(',')}`);
    return new Uint8Array(await crypto.subtle.digest('SHA-256', input));
  },
};

/** A keychain without integrity, like the real ones: with another key it hands out garbage. */
export class FakeKeyBox implements KeyBox {
  key = 0x5a;
  protects = true;
  backend = 'gnome_libsecret';
  /** What the next unwrap does instead of answering. */
  trouble: 'keychain-unavailable' | 'keychain-other-key' | null = null;
  rewrap = false;
  wraps = 0;

  async describe(): Promise<KeyBoxDescription> {
    return { platform: 'linux', backend: this.backend, label: 'Linux keyring · libsecret', protects: this.protects };
  }
  async wrap(secret: Bytes): Promise<{ blob: Bytes; prefix: string }> {
    if (!this.protects) throw new FaultError(fault('keychain-unavailable', 'not there'));
    this.wraps += 1;
    return { blob: this.#mix(secret), prefix: 'v11' };
  }
  async unwrap({ blob }: { blob: Bytes }): Promise<{ secret: Bytes; rewrap: boolean }> {
    if (this.trouble !== null) throw new FaultError(fault(this.trouble, 'trouble'));
    return { secret: this.#mix(blob), rewrap: this.rewrap };
  }
  #mix(bytes: Bytes): Bytes {
    return bytes.map((byte) => byte ^ this.key);
  }
}
