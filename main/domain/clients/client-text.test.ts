import { describe, expect, it } from 'vitest';
import { decodeClientFile, MAX_CLIENT_FILE_BYTES, parseJsonText } from './client-text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codeOf = (outcome: { ok: boolean; error?: { code: string } }): string | undefined => outcome.error?.code;

/** As Windows tools write it: every character of two bytes. */
function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), !bigEndian);
  return bytes;
}

describe('decodeClientFile', () => {
  it('reads UTF-8 and keeps a byte order mark for the parser', () => {
    expect(decodeClientFile(utf8('{"ü":1}'))).toEqual({ ok: true, value: '{"ü":1}' });
    expect(decodeClientFile(utf8('\uFEFF{}'))).toEqual({ ok: true, value: '\uFEFF{}' });
    expect(decodeClientFile(new Uint8Array())).toEqual({ ok: true, value: '' });
  });

  it.each([true, false])('names UTF-16 with a mark (big endian: %s)', (bigEndian) => {
    expect(codeOf(decodeClientFile(utf16('\uFEFF{"web":{}}', bigEndian)))).toBe('client-file-utf16');
  });

  it('names what is no text, and what is too large', () => {
    expect(codeOf(decodeClientFile(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff])))).toBe('client-file-not-text');
    expect(codeOf(decodeClientFile(new Uint8Array(MAX_CLIENT_FILE_BYTES + 1)))).toBe('client-file-too-large');
    expect(decodeClientFile(utf8(' '.repeat(MAX_CLIENT_FILE_BYTES))).ok).toBe(true);
  });
});

describe('parseJsonText', () => {
  it('strips a byte order mark', () => {
    expect(parseJsonText('\uFEFF{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
    expect(parseJsonText('\r\n\uFEFF  {"a":1}\n').ok).toBe(true);
  });

  it.each([
    ['', 'client-file-empty'],
    [' \n\t', 'client-file-empty'],
    ['\uFEFF', 'client-file-empty'],
    ['hello', 'client-file-not-json'],
    ["{'installed': {}}", 'client-file-not-json'],
    ['{"installed": {"client_id": "1-a.apps.goog', 'client-file-cut-off'],
    ['<!doctype html><html></html>', 'client-file-not-json'],
    ['<?xml version="1.0"?><plist><dict><key>CLIENT_ID</key></dict></plist>', 'client-file-plist'],
    [new TextDecoder().decode(utf16('\uFEFF{"web":{}}', false)), 'client-file-utf16'],
    [new TextDecoder().decode(utf16('{"web":{}}', false)), 'client-file-utf16'],
    ['x'.repeat(5 * 1024 * 1024), 'client-file-too-large'],
    ['['.repeat(500_000), 'client-file-cut-off'],
  ])('%.40s → %s', (text, code) => {
    expect(codeOf(parseJsonText(text))).toBe(code);
  });

  it('quotes nothing of the file', () => {
    const outcome = parseJsonText('{"client_secret": "GOCSPX-very-secret" oops}');
    expect(JSON.stringify(outcome)).not.toContain('very-secret');
  });
});
