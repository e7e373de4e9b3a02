import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GOOGLE, mayHoldToken, standInEndpoints, type GoogleEndpoints } from './endpoints.ts';

const standIn = standInEndpoints('http://127.0.0.1:5000') as GoogleEndpoints;

describe('a Bearer token', () => {
  it.each([
    'https://www.googleapis.com/calendar/v3/',
    'https://admin.googleapis.com/admin/directory/v1/groups',
    'https://openidconnect.googleapis.com/v1/userinfo',
    'https://drive.googleapis.com/drive/v3/files?q=a',
    'https://us-central1-aiplatform.googleapis.com/v1/',
    'https://DRIVE.googleapis.com:443/',
  ])('may go to %s', (address) => {
    expect(mayHoldToken(GOOGLE, address)).toBe(true);
    expect(mayHoldToken(standIn, address)).toBe(false);
  });

  it.each([
    'http://drive.googleapis.com/',
    'https://drive.googleapis.com:8443/',
    'https://drive.googleapis.com./',
    'https://googleapis.com/',
    'https://.googleapis.com/',
    'https://a.b.googleapis.com/',
    'https://evil.googleapis.com.evil.com/',
    'https://googleapis.com.evil/',
    'https://googleapis.com.evil.com/drive.googleapis.com/',
    'https://evilgoogleapis.com/',
    'https://drive-googleapis.com/',
    'https://user@drive.googleapis.com/',
    'https://user:pw@drive.googleapis.com/',
    'https://drive.googleapis.com@evil.com/',
    'https://evil.com\\@drive.googleapis.com/',
    'https://evil.com#.googleapis.com/',
    'https://evil.com/?https://drive.googleapis.com/',
    'https://drive.googleapis.cоm/',
    'https://drive.xn--googleapis-x.com/',
    'https://bücher.googleapis.com/',
    'https://bücher.evil.googleapis.com/',
    'wss://drive.googleapis.com/',
    'https://oauth2.googleapis.com/token',
    'https://accounts.google.com/',
    'http://127.0.0.1:5000/',
    '//drive.googleapis.com/',
    '',
  ])('may not go to %s', (address) => {
    expect(mayHoldToken(GOOGLE, address)).toBe(false);
  });

  it('goes with a stand-in to its own origin and nowhere else', () => {
    expect(mayHoldToken(standIn, 'http://127.0.0.1:5000/drive/v3/files')).toBe(true);
    for (const address of ['http://127.0.0.1:5001/', 'http://localhost:5000/', 'https://127.0.0.1:5000/', 'http://a@127.0.0.1:5000/', 'http://127.0.0.1:5000.evil.com/']) {
      expect(mayHoldToken(standIn, address)).toBe(false);
    }
  });

  it('goes to no host outside the one domain, whatever stands around its name', () => {
    const piece = fc.oneof(fc.constantFrom('googleapis.com', '.', '@', ':', '/', '\\', '#', '?', '//', 'https://', '%2e', 'drive', '。'), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const address = `https://${pieces.join('')}`;
        if (!mayHoldToken(GOOGLE, address)) return;
        const url = new URL(address);
        expect([url.protocol, url.port, url.username, url.password]).toEqual(['https:', '', '', '']);
        expect(url.hostname.split('.').slice(1)).toEqual(['googleapis', 'com']);
      }),
    );
  });
});
