import { describe, expect, it } from 'vitest';
import { utf8 } from '../shared/bytes.ts';
import { MAX_CREDENTIAL_FILE_BYTES } from './credential-text.ts';
import { looksLikeCredential, readCredentials } from './read-credentials.ts';
import { SAMPLE_FILES, SAMPLE_SECRETS } from './testing/sample-files.ts';

const FILES = 100_000;

/** Mulberry32: the same run every time, so that what it finds can be found again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const samples = Object.values(SAMPLE_FILES).flatMap((file) => [JSON.stringify(file), JSON.stringify(file, null, 2)].map(utf8));

/** What stands in place of a value or is put in anywhere. */
const PIECES = [
  ...['null', 'true', '0', '-1e999', '1e308', '""', '[]', '{}', '[[[[', '}}', '"\\ud800"', '"\\u0000"', '{"__proto__":{"access_token":1}}', '"constructor"', '"__proto__":', '"_class":"os.system",', ',', ':', '\\'],
  ...['﻿', '\0', ' ', '💥', '9'.repeat(400), '"'.repeat(40), '['.repeat(3000), '{"a":'.repeat(3000)],
].map(utf8);
const RAW = [new Uint8Array([0x80, 4]), new Uint8Array([0xff, 0xfe]), new Uint8Array([0xc3, 0x28]), new Uint8Array([0x28, 0x64, 0x70]), new Uint8Array([0x2e])];

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function mutated(next: (below: number) => number): Uint8Array {
  let bytes: Uint8Array = samples[next(samples.length)] ?? new Uint8Array();
  for (let rounds = 1 + next(4); rounds > 0; rounds -= 1) bytes = mutation(bytes, next);
  return bytes;
}

function mutation(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  const at = next(bytes.length + 1);
  const piece = (): Uint8Array => (next(8) === 0 ? RAW[next(RAW.length)] : PIECES[next(PIECES.length)]) ?? new Uint8Array();
  switch (next(7)) {
    case 0: {
      const copy = bytes.slice();
      if (copy.length > 0) copy[at % copy.length] = next(256);
      return copy;
    }
    case 1:
      return bytes.slice(0, at);
    case 2:
      return concat(bytes.subarray(0, at), piece(), bytes.subarray(at));
    case 3:
      return concat(bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + 1 + next(40))));
    case 4: {
      const other = samples[next(samples.length)] ?? bytes;
      return concat(bytes.subarray(0, at), other.subarray(next(other.length)));
    }
    case 5:
      return valueReplaced(bytes, piece(), next);
    default:
      return concat(bytes.subarray(at), bytes.subarray(0, at));
  }
}

/** Whatever follows one of the colons, up to the next comma or bracket, becomes something else. */
function valueReplaced(bytes: Uint8Array, piece: Uint8Array, next: (below: number) => number): Uint8Array {
  const colons = [...bytes.keys()].filter((at) => bytes[at] === 0x3a);
  const from = (colons[next(Math.max(1, colons.length))] ?? 0) + 1;
  const ends = [0x2c, 0x7d, 0x5d];
  let to = from;
  while (to < bytes.length && !ends.includes(bytes[to] ?? 0)) to += 1;
  return concat(bytes.subarray(0, from), piece, bytes.subarray(to));
}

describe('a hundred thousand files gone bad', () => {
  it('are each read or refused in a sentence, without a crash, a secret or a stack trace', () => {
    const next = numbers(20_261_126);
    const seen = new Map<string, number>();
    for (let file = 0; file < FILES; file += 1) {
      const bytes = mutated(next);
      const read = readCredentials(bytes);
      const code = read.ok ? `ok ${read.value.format}` : read.error.code;
      seen.set(code, (seen.get(code) ?? 0) + 1);
      const sentences = read.ok
        ? [...read.value.skipped, ...read.value.credentials.flatMap(({ notices }) => notices)]
        : [read.error, ...read.error.problems];
      for (const { message, hint } of sentences) {
        const text = `${message} ${hint ?? ''}`;
        if (message.length < 10 || text.length > 700 || /\bat .*\.(ts|js):\d|SyntaxError|TypeError|\[object|undefined/.test(text) || SAMPLE_SECRETS.some((secret) => text.includes(secret))) {
          expect.fail(`file ${String(file)}: ${text}`);
        }
      }
      if (read.ok && read.value.credentials.some(({ accessToken, refreshToken }) => accessToken === null && refreshToken === null)) expect.fail(`file ${String(file)} was read without a token`);
      if (read.ok && !looksLikeCredential(bytes)) expect.fail(`file ${String(file)} was read, yet does not look like one`);
    }
    // A run that met only one kind of answer would prove nothing.
    const kinds = [...seen.keys()];
    expect(kinds.filter((kind) => kind.startsWith('ok '))).toHaveLength(Object.keys(SAMPLE_FILES).length);
    for (const code of ['credential-file-not-json', 'credential-file-cut-off', 'credential-file-not-text', 'credential-file-pickle', 'credential-key-missing', 'credential-file-empty', 'credential-file-utf16', 'credential-file-unknown']) {
      expect(kinds, code).toContain(code);
    }
  }, 180_000);

  it('as large as a file may be end quickly too', () => {
    const huge = (text: string): Uint8Array => utf8(text.repeat(Math.ceil(MAX_CREDENTIAL_FILE_BYTES / text.length)).slice(0, MAX_CREDENTIAL_FILE_BYTES));
    for (const text of ['[', '{"a":', '"', ' ', '9', '{"a":1}', '\\u0000', '(dp0\n', '{"file_version":1,"data":[']) {
      expect(readCredentials(huge(text)).ok, text).toBe(false);
    }
  }, 60_000);
});
