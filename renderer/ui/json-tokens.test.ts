import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenizeJsonLine } from './json-tokens.ts';

const kinds = (line: string) => tokenizeJsonLine(line).map(({ kind, text }) => `${kind} ${text.trim()}`);

describe('tokenizeJsonLine', () => {
  it('tells keys, strings, literals and the rest apart', () => {
    expect(kinds('  "summary": "Choir",')).toEqual(['punctuation ', 'key "summary"', 'punctuation :', 'punctuation ', 'string "Choir"', 'punctuation ,']);
    expect(kinds('"n": -1.5e3')).toContain('literal -1.5e3');
    expect(kinds('"n": true')).toContain('literal true');
  });

  it('is not taken in by quotes and colons inside a string', () => {
    expect(kinds(String.raw`"a": "b\": c"`)).toContain(String.raw`string "b\": c"`);
  });

  it('loses no character, whatever the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const line = text.replaceAll(/[\n\r\u2028\u2029]/g, '');
        expect(tokenizeJsonLine(line).map((token) => token.text).join('')).toBe(line);
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const line of JSON.stringify(value, null, 2).split('\n')) {
          expect(tokenizeJsonLine(line).map((token) => token.text).join('')).toBe(line);
        }
      }),
    );
  });
});
