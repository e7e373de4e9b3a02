import { fromUtf8, toHex, utf8 } from '../shared/bytes.ts';
import type { Random } from '../shared/ports.ts';
import type { ProfileKeys } from './keys.ts';
import { mac } from './keys.ts';
import type { Profile } from './ports.ts';
import { RECORD_TYPES, type RecordType, type VaultRecord } from './records.ts';
import { seal, unseal } from './sealing.ts';

export const RECORD_VERSION = 1;

/** A record as it lies in its file. Addresses, scopes, ids and dates are inside. */
export interface Envelope {
  readonly v: number;
  /** Name of the file: see {@link recordName}. */
  readonly id: string;
  readonly type: RecordType;
  /** Number of the change in the profile that wrote it; never used twice. */
  readonly rev: number;
  readonly iv: string;
  readonly ct: string;
  readonly tag: string;
}

export type ParsedEnvelope =
  | { readonly kind: 'envelope'; readonly envelope: Envelope }
  | { readonly kind: 'future' }
  | { readonly kind: 'unreadable' };

const TYPES: readonly string[] = RECORD_TYPES;

/** Where a record belongs: bound into the seal, so that files cannot trade places between vaults, profiles or records. */
export interface Place {
  readonly vaultId: string;
  readonly profile: Profile;
}

function context(place: Place, of: Pick<Envelope, 'v' | 'id' | 'type' | 'rev'>): string {
  return `vault|${place.vaultId}|${place.profile}|${of.id}|${of.type}|${of.v}|${of.rev}`;
}

/** 16 hexadecimal digits that tell nothing about the record, the same for the same record. */
export async function recordName(keys: ProfileKeys, type: RecordType, id: string): Promise<string> {
  return toHex((await mac(keys.names, `${type}|${id}`)).subarray(0, 8));
}

export async function sealRecord(
  keys: ProfileKeys,
  place: Place,
  record: VaultRecord,
  at: { readonly name: string; readonly rev: number },
  random: Random,
): Promise<Envelope> {
  const head = { v: RECORD_VERSION, id: at.name, type: record.type, rev: at.rev };
  const inside = JSON.stringify({ id: record.id, updatedAt: record.updatedAt, value: record.value });
  return { ...head, ...(await seal(keys.seal, utf8(inside), context(place, head), random)) };
}

/** @returns null when it was not sealed with this key for this place, or was changed since */
export async function openRecord(keys: ProfileKeys, place: Place, envelope: Envelope): Promise<VaultRecord | null> {
  const plain = await unseal(keys.seal, envelope, context(place, envelope));
  if (plain === null) return null;
  const inside = JSON.parse(fromUtf8(plain)) as { id: string; updatedAt: number; value: unknown };
  return { id: inside.id, type: envelope.type, value: inside.value, updatedAt: inside.updatedAt };
}

/** @param name the file it was read from: an envelope in another's file is not taken */
export function parseEnvelope(json: unknown, name: string): ParsedEnvelope {
  if (typeof json !== 'object' || json === null) return { kind: 'unreadable' };
  const of = json as Record<string, unknown>;
  if (typeof of['v'] === 'number' && of['v'] > RECORD_VERSION) return { kind: 'future' };
  const { v, id, type, rev, iv, ct, tag } = of;
  const whole =
    v === RECORD_VERSION &&
    id === name &&
    typeof type === 'string' &&
    TYPES.includes(type) &&
    Number.isSafeInteger(rev) &&
    typeof iv === 'string' &&
    typeof ct === 'string' &&
    typeof tag === 'string';
  if (!whole) return { kind: 'unreadable' };
  return { kind: 'envelope', envelope: { v, id: name, type: type as RecordType, rev: rev as number, iv, ct, tag } };
}
