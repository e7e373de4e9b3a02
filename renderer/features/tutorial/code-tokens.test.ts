import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenizeCode } from './code-tokens.ts';

const kinds = (code: string, syntax: 'python' | 'node') => tokenizeCode(code, syntax).filter(({ kind }) => kind !== 'plain').map(({ kind, text }) => [kind, text]);

describe('the colours of code', () => {
  it('know a comment, a text and a word of the language', () => {
    expect(kinds('if x:  # it\'s "so"\n    f("a # b")', 'python')).toEqual([['keyword', 'if'], ['comment', '# it\'s "so"'], ['string', '"a # b"']]);
    expect(kinds("await get('http://x'); // why\nreturn `a ${b}`", 'node')).toEqual([['keyword', 'await'], ['string', "'http://x'"], ['comment', '// why'], ['keyword', 'return'], ['string', '`a ${b}`']]);
    expect(kinds(String.raw`"a\"b" notify`, 'python')).toEqual([['string', String.raw`"a\"b"`]]);
  });

  it('take nothing away from it', () => {
    const part = fc.constantFrom('"', "'", '`', '#', '//', '\\', '\n', 'if', 'const ', ' ', 'x');
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 4 })), { maxLength: 20 }), fc.constantFrom('python' as const, 'node' as const), (parts, syntax) => {
        const code = parts.join('');
        expect(tokenizeCode(code, syntax).map(({ text }) => text).join('')).toBe(code);
      }),
    );
  });
});
