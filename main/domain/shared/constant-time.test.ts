import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameText } from './constant-time.ts';

describe('sameText', () => {
  it('agrees with ===', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => { expect(sameText(one, other)).toBe(one === other); }));
    fc.assert(fc.property(fc.string(), (one) => { expect(sameText(one, one)).toBe(true); }));
  });

  it('is not fooled by NUL characters or a shorter prefix', () => {
    expect(sameText('ab', 'ab\0')).toBe(false);
    expect(sameText('', '\0')).toBe(false);
    expect(sameText('abc', 'ab')).toBe(false);
  });
});
