import { equalBytes, fromBase64, toBase64, utf8 } from '../shared/bytes.ts';
import type { Bytes } from '../shared/bytes.ts';
import { headerKey, mac, macMatches } from './keys.ts';
import type { KdfCost } from './ports.ts';
import type { Sealed } from './sealing.ts';

export const HEADER_VERSION = 1;

/** The data key as the keychain wrapped it, and where that was. */
export interface OsWrap {
  readonly kind: 'os';
  readonly platform: string;
  readonly backend: string;
  readonly prefix: string;
  readonly blob: string;
  readonly createdAt: number;
}
export interface PassphraseWrap extends Sealed {
  readonly kind: 'passphrase';
  readonly cost: KdfCost;
  readonly salt: string;
  readonly createdAt: number;
}
export interface RecoveryWrap extends Sealed {
  readonly kind: 'recovery';
  readonly salt: string;
  readonly createdAt: number;
}
export type Wrap = OsWrap | PassphraseWrap | RecoveryWrap;

export interface HeaderBody {
  readonly v: number;
  readonly vaultId: string;
  /** Counts the header's own changes. */
  readonly generation: number;
  readonly createdAt: number;
  readonly wraps: readonly Wrap[];
}

export interface Header extends HeaderBody {
  /** HMAC that only the right data key makes: the keychain may hand out a wrong key without an error. */
  readonly keyCheck: string;
  /** HMAC over everything above: a header changed by someone without the key is noticed. */
  readonly seal: string;
  /** SHA-256 over everything above: accidental damage is noticed before anyone is told that a passphrase is wrong. */
  readonly digest: string;
}

export type ParsedHeader = { readonly kind: 'header'; readonly header: Header } | { readonly kind: 'future' } | { readonly kind: 'corrupt' };

const text = (value: unknown): value is string => typeof value === 'string';
const count = (value: unknown): value is number => Number.isSafeInteger(value);

/** Limits keep a changed header from asking for a year of scrypt or all of the memory. */
function costWithin(cost: unknown): cost is KdfCost {
  if (typeof cost !== 'object' || cost === null) return false;
  const { N, r, p } = cost as Record<string, unknown>;
  if (!count(N) || !count(r) || !count(p)) return false;
  // scrypt takes 128·N·r bytes: at most 128 MiB.
  return N >= 2 && (N & (N - 1)) === 0 && r >= 1 && N * r <= 2 ** 20 && p >= 1 && p <= 4;
}

function isWrap(value: unknown): value is Wrap {
  if (typeof value !== 'object' || value === null) return false;
  const of = value as Record<string, unknown>;
  if (!count(of['createdAt'])) return false;
  if (of['kind'] === 'os') return text(of['platform']) && text(of['backend']) && text(of['prefix']) && text(of['blob']);
  const sealed = text(of['salt']) && text(of['iv']) && text(of['ct']) && text(of['tag']);
  if (of['kind'] === 'recovery') return sealed;
  return of['kind'] === 'passphrase' && sealed && costWithin(of['cost']);
}

/** The same text for the same header, whatever the order of its keys in the file. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, of]) => `${JSON.stringify(key)}:${canonical(of)}`).join(',')}}`;
}

function bodyOf({ v, vaultId, generation, createdAt, wraps }: HeaderBody): string {
  return canonical({ v, vaultId, generation, createdAt, wraps });
}

async function digestOf(header: Omit<Header, 'digest'>): Promise<Bytes> {
  const whole = `${bodyOf(header)}|${header.keyCheck}|${header.seal}`;
  return new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(whole)));
}

function keyCheckText(vaultId: string): string {
  return `key-check|${vaultId}`;
}

export async function finishHeader(body: HeaderBody, dataKey: Bytes): Promise<Header> {
  const key = await headerKey(dataKey, body.vaultId);
  const keyCheck = toBase64(await mac(key, keyCheckText(body.vaultId)));
  const seal = toBase64(await mac(key, bodyOf(body)));
  const checked = { ...body, keyCheck, seal };
  return { ...checked, digest: toBase64(await digestOf(checked)) };
}

/** Reads a header file's JSON. A higher version is `future`, whatever else it holds. */
export async function parseHeader(json: unknown): Promise<ParsedHeader> {
  if (typeof json !== 'object' || json === null) return { kind: 'corrupt' };
  const { v, vaultId, generation, createdAt, wraps, keyCheck, seal, digest } = json as Record<string, unknown>;
  if (typeof v === 'number' && v > HEADER_VERSION) return { kind: 'future' };
  if (v !== HEADER_VERSION || !text(vaultId) || !count(generation) || !count(createdAt)) return { kind: 'corrupt' };
  if (!text(keyCheck) || !text(seal) || !text(digest)) return { kind: 'corrupt' };
  if (!Array.isArray(wraps) || wraps.length === 0 || !wraps.every(isWrap)) return { kind: 'corrupt' };
  const header: Header = { v, vaultId, generation, createdAt, wraps, keyCheck, seal, digest };
  const expected = fromBase64(digest);
  if (expected === null || !equalBytes(await digestOf(header), expected)) return { kind: 'corrupt' };
  return { kind: 'header', header };
}

/** True when `dataKey` is the key this header belongs to. */
export async function keyFits(header: Header, dataKey: Bytes): Promise<boolean> {
  const expected = fromBase64(header.keyCheck);
  return expected !== null && macMatches(await headerKey(dataKey, header.vaultId), keyCheckText(header.vaultId), expected);
}

/** True when nobody without the key changed the header. */
export async function sealHolds(header: Header, dataKey: Bytes): Promise<boolean> {
  const expected = fromBase64(header.seal);
  return expected !== null && macMatches(await headerKey(dataKey, header.vaultId), bodyOf(header), expected);
}

export function wrapOf<K extends Wrap['kind']>(header: HeaderBody | null, kind: K): Extract<Wrap, { kind: K }> | null {
  const found = header?.wraps.find((wrap) => wrap.kind === kind);
  return (found as Extract<Wrap, { kind: K }> | undefined) ?? null;
}

/** The wraps with `wrap` in the place of the one of its kind. */
export function withWrap(wraps: readonly Wrap[], wrap: Wrap): readonly Wrap[] {
  return [...wraps.filter((other) => other.kind !== wrap.kind), wrap];
}
