import { describe, expect, it } from 'vitest';
import { toHex, utf8 } from '../shared/bytes.ts';
import { chained, GENESIS } from './chain.ts';

const row = { id: 'a', at: 1_700_000_000_000, account: null, what: 'refresh', outcome: 'ok', detail: 'é' } as const;

const sha = async (text: string): Promise<string> => toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))));

describe('the chain', () => {
  it('hashes the hash before and the row, names sorted', async () => {
    const [first, second] = await chained(GENESIS, [row, { ...row, id: 'b' }]);
    const text = (id: string, seq: number) => `{"account":null,"at":1700000000000,"detail":"é","id":"${id}","outcome":"ok","seq":${seq},"what":"refresh"}`;
    const hash = await sha(GENESIS.hash + text('a', 1));
    expect(first).toEqual({ ...row, seq: 1, hash });
    expect(second?.hash).toBe(await sha(hash + text('b', 2)));
  });
});
