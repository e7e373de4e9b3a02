import { scrypt } from 'node:crypto';
import type { Bytes } from '../domain/shared/bytes.ts';
import type { KdfCost, PassphraseKdf } from '../domain/vault/ports.ts';

const KEY_BYTES = 32;
/** scrypt needs 128·N·r bytes (RFC 7914 §2), 128 MiB at the cost below; Node's own limit is 32 MiB. */
const MEMORY_LIMIT = 256 * 1024 * 1024;

/** scrypt on Node's thread pool: about half a second, with the window still answering. */
export class ScryptKdf implements PassphraseKdf {
  readonly cost: KdfCost;

  constructor(cost: KdfCost = { N: 2 ** 17, r: 8, p: 1 }) {
    this.cost = cost;
  }

  derive(passphrase: string, salt: Bytes, { N, r, p }: KdfCost): Promise<Bytes> {
    return new Promise((resolve, reject) => {
      scrypt(passphrase, salt, KEY_BYTES, { N, r, p, maxmem: MEMORY_LIMIT }, (error, key) => {
        if (error === null) resolve(new Uint8Array(key));
        else reject(error);
      });
    });
  }
}
