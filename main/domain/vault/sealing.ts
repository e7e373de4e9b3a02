import type { Bytes } from '../shared/bytes.ts';
import { fromBase64, toBase64, utf8 } from '../shared/bytes.ts';
import type { Random } from '../shared/ports.ts';

/** AES-256-GCM output as text. */
export interface Sealed {
  readonly iv: string;
  readonly ct: string;
  readonly tag: string;
}

const IV_BYTES = 12;
/** The full tag: a shorter one is refused, since it could be guessed. */
const TAG_BYTES = 16;

export async function seal(key: CryptoKey, plain: Bytes, context: string, random: Random): Promise<Sealed> {
  const iv = random.bytes(IV_BYTES);
  const params = { name: 'AES-GCM', iv, additionalData: utf8(context), tagLength: TAG_BYTES * 8 };
  const output = new Uint8Array(await crypto.subtle.encrypt(params, key, plain));
  return {
    iv: toBase64(iv),
    ct: toBase64(output.subarray(0, -TAG_BYTES)),
    tag: toBase64(output.subarray(-TAG_BYTES)),
  };
}

/** @returns null when the key, the context or a single bit is not the one it was sealed with */
export async function unseal(key: CryptoKey, sealed: Sealed, context: string): Promise<Bytes | null> {
  const iv = fromBase64(sealed.iv);
  const ct = fromBase64(sealed.ct);
  const tag = fromBase64(sealed.tag);
  if (iv === null || ct === null || tag === null || iv.length !== IV_BYTES || tag.length !== TAG_BYTES) return null;
  const input = new Uint8Array(ct.length + tag.length);
  input.set(ct);
  input.set(tag, ct.length);
  const params = { name: 'AES-GCM', iv, additionalData: utf8(context), tagLength: TAG_BYTES * 8 };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(params, key, input));
  } catch {
    return null;
  }
}
