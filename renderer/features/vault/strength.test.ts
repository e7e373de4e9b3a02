import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strengthOf } from './strength.ts';

describe('strengthOf', () => {
  it.each([
    ['', 0],
    ['a', 1],
    ['password', 1],
    ['password123', 1],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 1],
    ['abcdefghijklmnopqrstuvwxyz', 1],
    ['1234567890123456', 1],
    ['correct horse battery staple', 4],
    ['Vq7!mR2#', 2],
    ['Vq7!mR2#xT9$', 4],
  ] as const)('%s', (passphrase, level) => {
    expect(strengthOf(passphrase).level).toBe(level);
  });

  it('has words for every level and never the passphrase', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12, maxLength: 40 }), (passphrase) => {
        const { level, words } = strengthOf(passphrase);
        expect(level).toBeGreaterThan(0);
        expect(words).not.toBe('');
        expect(words).not.toContain(passphrase);
      }),
    );
  });
});
