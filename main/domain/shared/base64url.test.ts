import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64Url, encodeBase64Url } from './base64url.ts';

describe('base64url', () => {
  it('reads what it wrote, in letters that are safe in an address', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = encodeBase64Url(bytes);
        expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
        expect(decodeBase64Url(text)).toEqual(bytes);
      }),
    );
  });

  it('takes padding and refuses everything else', () => {
    expect(decodeBase64Url('AQI=')).toEqual(new Uint8Array([1, 2]));
    for (const wrong of ['A', 'AB+/', 'AB C', 'ÄÖ', 'A===', 'AB=C']) expect(decodeBase64Url(wrong), wrong).toBeNull();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const bytes = decodeBase64Url(text);
      expect(bytes === null || bytes instanceof Uint8Array).toBe(true);
    }));
  });
});
