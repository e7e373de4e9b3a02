import { randomFillSync } from 'node:crypto';
import type { Random } from '../domain/shared/ports.ts';

/** Strong bytes from the operating system. */
export const cryptoRandom: Random = {
  bytes: (length) => randomFillSync(new Uint8Array(length)),
};
