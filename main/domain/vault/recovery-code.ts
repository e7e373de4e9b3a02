import type { Bytes } from '../shared/bytes.ts';
import type { Random } from '../shared/ports.ts';

/** Crockford's base 32: no I, L, O, U, so that nothing on paper is read as something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BYTES = 20;
const CHARACTERS = 32;
const GROUP = 4;

/** 160 random bits. */
export function makeRecoveryCode(random: Random): Bytes {
  return random.bytes(BYTES);
}

/** @returns eight groups of four: `7K3M-…` */
export function formatRecoveryCode(code: Uint8Array): string {
  let bits = 0n;
  for (const byte of code) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let index = 0; index < CHARACTERS; index += 1) {
    text = (ALPHABET[Number(bits & 31n)] ?? '') + text;
    bits >>= 5n;
  }
  return (text.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/**
 * Reads a code as people type it: any case, any spaces and dashes, O for 0, I or L for 1.
 * @returns null when it cannot be a recovery code
 */
export function parseRecoveryCode(text: string): Bytes | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (plain.length !== CHARACTERS) return null;
  let bits = 0n;
  for (const character of plain) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  const code = new Uint8Array(BYTES);
  for (let index = BYTES - 1; index >= 0; index -= 1) {
    code[index] = Number(bits & 255n);
    bits >>= 8n;
  }
  return code;
}
