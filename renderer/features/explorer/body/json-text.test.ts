import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson } from './json-format.ts';
import { jsonProblem, problemWords } from './json-problem.ts';
import { scanJson } from './json-scan.ts';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** JSON with one character taken out, put in, or changed. */
const nearlyJson = fc
  .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '1', 'e', '\\', '\n', '-', '0', ' '), fc.nat(1))
  .map(([text, seed, piece, removed]) => {
    const at = text.length === 0 ? 0 : seed % text.length;
    return text.slice(0, at) + piece + text.slice(at + removed);
  });

describe('jsonProblem', () => {
  it('agrees with JSON.parse about every text', () => {
    fc.assert(
      fc.property(fc.oneof(nearlyJson, fc.json(), fc.string()), (text) => {
        // What only JSON.parse takes for white space or only `trim` does is not typed in a body.
        fc.pre(!/[^\S \t\n\r]/.test(text) && text.trim() !== '');
        expect(jsonProblem(text) === null).toBe(parses(text));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['{\n  "a": 1\n  "b": 2\n}', 'Line 3, column 3: A comma or a closing bracket is missing here.'],
    ['{ "a": hello }', 'Line 1, column 8: Text goes in double quotes; without them only numbers, true, false and null are values.'],
    ['{ "a": "open\n}', 'Line 1, column 8: The closing quote of this text is missing.'],
    ['{ "a": 1', 'Line 1, column 9: The closing } is missing.'],
    ['{ "a" 1 }', 'Line 1, column 7: A colon belongs between the name and its value.'],
    ['{ "a": 1, }', 'Line 1, column 11: A property name in double quotes belongs here.'],
    ['[1,]', 'Line 1, column 4: A value is missing here.'],
    ['{} {}', 'Line 1, column 4: The text goes on after the end of the value.'],
  ])('says in words where %j stops being JSON', (text, words) => {
    const problem = jsonProblem(text);
    expect(problem === null ? null : problemWords(problem)).toBe(words);
  });

  it('does not mind depth, nor a blank text', () => {
    expect(jsonProblem('['.repeat(200_000) + ']'.repeat(200_000))).toBeNull();
    expect(jsonProblem('  \n')).toBeNull();
  });
});

describe('formatJson', () => {
  it('keeps every piece and lays out as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const laidOut = formatJson(text);
        expect(scanJson(laidOut).map((piece) => piece.text)).toEqual(scanJson(text).map((piece) => piece.text));
        expect(laidOut).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('keeps the digits of numbers and half-typed text', () => {
    expect(formatJson('{"n":123456789012345678901.10}')).toBe('{\n  "n": 123456789012345678901.10\n}');
    expect(scanJson(formatJson('{"a" "b",,]')).map((piece) => piece.text)).toEqual(['{', '"a"', '"b"', ',', ',', ']']);
  });
});
