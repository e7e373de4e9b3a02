import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRecoveryCode, makeRecoveryCode, parseRecoveryCode } from './recovery-code.ts';
import { webRandom } from './test-fakes.ts';

const code = fc.uint8Array({ minLength: 20, maxLength: 20 });

describe('recovery code', () => {
  it('is eight groups of four letters and digits that cannot be mistaken for each other', () => {
    const text = formatRecoveryCode(makeRecoveryCode(webRandom));
    expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('reads back what it wrote, however it is typed', () => {
    const typed = fc.record({ code, lower: fc.boolean(), dash: fc.constantFrom('-', ' ', '', ' – ', '\n', '—'), confuse: fc.boolean() });
    fc.assert(
      fc.property(typed, ({ code: bytes, lower, dash, confuse }) => {
        let text = formatRecoveryCode(bytes).replaceAll('-', dash);
        if (confuse) text = text.replaceAll('0', 'O').replaceAll('1', 'l');
        if (lower) text = text.toLowerCase();
        expect(parseRecoveryCode(`  ${text} `)).toEqual(bytes);
      }),
    );
  });

  it('says no to everything that is not 32 characters of its alphabet', () => {
    const text = formatRecoveryCode(new Uint8Array(20).fill(255));
    expect(parseRecoveryCode(text)).not.toBeNull();
    expect(parseRecoveryCode(text.slice(1))).toBeNull();
    expect(parseRecoveryCode(`${text}7`)).toBeNull();
    expect(parseRecoveryCode(text.replace('Z', 'U'))).toBeNull();
    expect(parseRecoveryCode('')).toBeNull();
  });

  it('gives different codes different bytes', () => {
    fc.assert(
      fc.property(code, code, (a, b) => {
        fc.pre(a.some((byte, index) => byte !== b[index]));
        expect(formatRecoveryCode(a)).not.toBe(formatRecoveryCode(b));
      }),
    );
  });
});
