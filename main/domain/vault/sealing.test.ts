import { fromBase64, toBase64, toHex, utf8 } from '../shared/bytes.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Envelope } from './envelope.ts';
import { openRecord, recordName, sealRecord } from './envelope.ts';
import type { ProfileKeys } from './keys.ts';
import { profileKeys } from './keys.ts';
import { decodeManifest, EMPTY, encodeManifest, withEntry, withoutEntry } from './manifest.ts';
import { seal, unseal } from './sealing.ts';
import { webRandom } from './test-fakes.ts';

const vaultId = '0f'.repeat(16);
const place = { vaultId, profile: 'google' } as const;
const dataKey = webRandom.bytes(32);
const keys = await profileKeys(dataKey, vaultId, 'google');

function flip(base64: string, bit: number): string {
  const bytes = fromBase64(base64) ?? new Uint8Array();
  const at = Math.floor(bit / 8) % Math.max(bytes.length, 1);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
  return toBase64(bytes);
}

async function sealed(of: ProfileKeys = keys): Promise<Envelope> {
  const record = { id: 'a', type: 'authorization', value: { refreshToken: 'secret', n: 1 }, updatedAt: 5 } as const;
  const name = await recordName(of, record.type, record.id);
  return sealRecord(of, place, record, { name, rev: 3 }, webRandom);
}

describe('seal and open', () => {
  it('gives back any JSON value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.string(), fc.integer({ min: 1, max: 2 ** 40 }), async (value, id, rev) => {
        const json = JSON.parse(JSON.stringify(value)) as unknown;
        const record = { id, type: 'client', value: json, updatedAt: 7 } as const;
        const name = await recordName(keys, 'client', id);
        const envelope = await sealRecord(keys, place, record, { name, rev }, webRandom);
        expect(await openRecord(keys, place, envelope)).toEqual(record);
      }),
    );
  });

  it('opens nothing after any one bit changed', async () => {
    const envelope = await sealed();
    const part = fc.constantFrom('iv', 'ct', 'tag');
    await fc.assert(
      fc.asyncProperty(part, fc.nat(10_000), async (field: 'iv' | 'ct' | 'tag', bit) => {
        expect(await openRecord(keys, place, { ...envelope, [field]: flip(envelope[field], bit) })).toBeNull();
      }),
    );
  });

  it('opens nothing with another key, vault, profile, record, type or revision', async () => {
    const envelope = await sealed();
    const other = await profileKeys(webRandom.bytes(32), vaultId, 'google');
    const practice = await profileKeys(dataKey, vaultId, 'practice');
    expect(await openRecord(keys, place, envelope)).not.toBeNull();
    expect(await openRecord(other, place, envelope)).toBeNull();
    expect(await openRecord(practice, { ...place, profile: 'practice' }, envelope)).toBeNull();
    expect(await openRecord(keys, { ...place, vaultId: 'other' }, envelope)).toBeNull();
    expect(await openRecord(keys, { ...place, profile: 'practice' }, envelope)).toBeNull();
    expect(await openRecord(keys, place, { ...envelope, id: '00' })).toBeNull();
    expect(await openRecord(keys, place, { ...envelope, type: 'client' })).toBeNull();
    expect(await openRecord(keys, place, { ...envelope, rev: 4 })).toBeNull();
  });

  it('refuses a shortened tag, which could be guessed', async () => {
    const envelope = await sealed();
    const tag = toBase64((fromBase64(envelope.tag) ?? new Uint8Array()).subarray(0, 4));
    expect(await openRecord(keys, place, { ...envelope, tag })).toBeNull();
  });

  it('never uses an initialization vector twice and shows nothing of the content', async () => {
    const many = await Promise.all(Array.from({ length: 200 }, () => seal(keys.seal, utf8('same'), 'c', webRandom)));
    expect(new Set(many.map((one) => one.iv)).size).toBe(200);
    expect(await unseal(keys.seal, many[0] ?? fail(), 'c')).toEqual(utf8('same'));
    expect(JSON.stringify(await sealed())).not.toContain('secret');
  });
});

function fail(): never {
  throw new Error('nothing was sealed');
}

describe('manifest', () => {
  const entry = fc.record({ rev: fc.integer({ min: 1, max: 1e9 }), tag: fc.uint8Array({ minLength: 16, maxLength: 16 }).map(toBase64) });
  const name = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(toHex);

  it('reads back what it wrote, and nothing once a character changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, entry), { maxLength: 20 }), fc.nat(), async (list, at) => {
        let manifest = EMPTY;
        for (const [one, of] of list) manifest = withEntry(manifest, one, of);
        const json = (await encodeManifest(keys, place, manifest)) as { entries: string; generation: number };
        expect(await decodeManifest(keys, place, json)).toEqual(manifest);
        const index = at % (json.entries.length + 1);
        const changed = `${json.entries.slice(0, index)}0${json.entries.slice(index)}`;
        expect(await decodeManifest(keys, place, { ...json, entries: changed })).toBe('invalid');
        expect(await decodeManifest(keys, place, { ...json, generation: json.generation + 1 })).toBe('invalid');
      }),
    );
  });

  it('belongs to one vault and one profile', async () => {
    const json = await encodeManifest(keys, place, withoutEntry(EMPTY, 'x'));
    expect(await decodeManifest(keys, { ...place, profile: 'custom' }, json)).toBe('invalid');
    expect(await decodeManifest(keys, { ...place, vaultId: 'other' }, json)).toBe('invalid');
    expect(await decodeManifest(keys, place, { ...json, v: 2 })).toBe('future');
  });
});
