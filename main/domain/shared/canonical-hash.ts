import { toHex, utf8 } from './bytes.ts';
import { isObject } from './guards.ts';

/** Levels beyond which JSON is nobody's. */
const DEEPEST = 200;

/** JSON with sorted keys and no blanks: the same for every order a server happens to send. */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > DEEPEST) throw new RangeError('JSON nested too deeply');
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one, depth + 1)).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one, depth + 1)}`).join(',')}}`;
}

/** SHA-256 of canonical JSON, 64 hexadecimal digits. */
export async function canonicalHash(value: unknown): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(canonicalJson(value)))));
}
