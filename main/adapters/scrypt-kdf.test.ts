import { describe, expect, it } from 'vitest';
import { ScryptKdf } from './scrypt-kdf.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('ScryptKdf', () => {
  it('computes the vector of RFC 7914 §12 (first 32 bytes)', async () => {
    const key = await new ScryptKdf().derive('pleaseletmein', Uint8Array.from(Buffer.from('SodiumChloride')), { N: 16384, r: 8, p: 1 });
    expect(hex(key)).toBe('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2');
  });

  it('has the memory for its own cost, 128 MiB', async () => {
    const kdf = new ScryptKdf();
    expect(kdf.cost).toEqual({ N: 131072, r: 8, p: 1 });
    const salt = new Uint8Array(16);
    const [one, same, other] = [await kdf.derive('a', salt, kdf.cost), await kdf.derive('a', salt, kdf.cost), await kdf.derive('b', salt, kdf.cost)];
    expect(hex(one)).toBe(hex(same));
    expect(hex(one)).not.toBe(hex(other));
  });

  it('rejects when the cost is more than the memory it may use', async () => {
    await expect(new ScryptKdf().derive('a', new Uint8Array(16), { N: 2 ** 20, r: 16, p: 1 })).rejects.toThrow();
  });
});
