import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standInEndpoints } from './endpoints.ts';
import { checkRedirect, isAtRedirectUri } from './redirect.ts';

const at = 'http://127.0.0.1:49217/cb/abc';
const expected = { redirectUri: at, state: 'S3cret-state', issuers: ['https://accounts.google.com'] };
const good = '?state=S3cret-state&code=4%2F0Axyz';
const why = (address: string, redirectUri = at): string => {
  const check = checkRedirect(address, { ...expected, redirectUri });
  return check.kind === 'ignored' ? check.problem.code : check.kind;
};

describe('a redirect that is the answer', () => {
  it('gives the code, decoded once', () => {
    const address = `${at}?state=S3cret-state&iss=https://accounts.google.com&code=4%2F0A%252F&scope=a+b&authuser=0&hd=example.com&prompt=consent`;
    expect(checkRedirect(address, expected)).toEqual({ kind: 'code', code: '4/0A%2F' });
    expect(checkRedirect(`${at}?code=4/0Axyz&iss=https%3A%2F%2Faccounts.google.com&state=S3cret-state`, expected)).toEqual({ kind: 'code', code: '4/0Axyz' });
  });

  it('gives the error, if it looks like one', () => {
    expect(checkRedirect(`${at}?error=access_denied&state=S3cret-state`, expected)).toEqual({ kind: 'error', error: 'access_denied' });
    expect(checkRedirect(`${at}?error=%3Cscript%3E&state=S3cret-state`, expected)).toEqual({ kind: 'error', error: 'unknown_oauth_error' });
    expect(checkRedirect(`${at}?error=&state=S3cret-state`, expected)).toEqual({ kind: 'error', error: 'unknown_oauth_error' });
  });

  it('may have a fragment, and a query of its own in the redirect URI', () => {
    expect(why(`${at}${good}#_=_`)).toBe('code');
    expect(why(`http://localhost:8080/x?tenant=1&state=S3cret-state&code=c`, 'http://localhost:8080/x?tenant=1')).toBe('code');
    expect(why(`http://example.com/auth_return${good}`, 'http://example.com/auth_return')).toBe('code');
    expect(why(`http://example.com:80/auth_return${good}`, 'http://example.com/auth_return')).toBe('code');
  });
});

describe('a redirect that is not', () => {
  it.each([
    `http://127.0.0.1:49218/cb/abc${good}`,
    `http://127.0.0.1/cb/abc${good}`,
    `http://localhost:49217/cb/abc${good}`,
    `https://127.0.0.1:49217/cb/abc${good}`,
    `http://127.0.0.1:49217/cb.evil${good}`,
    `http://127.0.0.1:49217/cb/abc/${good}`,
    `http://127.0.0.1:49217/cb/ABC${good}`,
    `http://127.0.0.1:49217/cb/abc%2F${good}`,
    `http://127.0.0.1:49217/cb/%61bc${good}`,
    `http://127.0.0.1:49217/favicon.ico`,
    `http://127.0.0.1:49217@evil.example/cb/abc${good}`,
    `http://user:pw@127.0.0.1:49217/cb/abc${good}`,
    `http://127.0.0.1:49217.evil.example/cb/abc${good}`,
    `http://evil.example/?u=${encodeURIComponent(at)}&error=access_denied&state=S3cret-state`,
    `http://evil.example/cb/abc${good}`,
    `javascript:${at}${good}`,
    `//127.0.0.1:49217/cb/abc${good}`,
    '',
    'not an address',
  ])('because of its address: %s', (address) => expect(why(address)).toBe('redirect-elsewhere'));

  it('because of its state, which is looked at before code and error', () => {
    expect(why(`${at}?code=x`)).toBe('redirect-state-missing');
    expect(why(`${at}?code=x&state=`)).toBe('redirect-state-wrong');
    expect(why(`${at}?code=x&state=S3cret-stat`)).toBe('redirect-state-wrong');
    expect(why(`${at}?code=x&state=s3cret-state`)).toBe('redirect-state-wrong');
    expect(why(`${at}?error=access_denied&state=other`)).toBe('redirect-state-wrong');
    expect(why(`${at}?error=access_denied`)).toBe('redirect-state-missing');
    expect(why(`${at}#state=S3cret-state&code=x`)).toBe('redirect-state-missing');
  });

  it('because something is doubled', () => {
    for (const extra of ['&state=S3cret-state', '&state=x', '&code=y', '&code=4%2F0Axyz', '&iss=a&iss=b', '&error=a&error=b']) {
      expect(why(`${at}${good}${extra}`), extra).toBe('redirect-doubled');
    }
  });

  it('but not because of the issuer of a stand-in that names itself', () => {
    const issuers = standInEndpoints('http://127.0.0.1:9')?.issuers ?? [];
    const kinds = ['http://127.0.0.1:9', 'https://accounts.google.com', 'http://127.0.0.1:10'].map(
      (iss) => checkRedirect(`${at}${good}&iss=${encodeURIComponent(iss)}`, { ...expected, issuers }).kind,
    );
    expect(kinds).toEqual(['code', 'code', 'ignored']);
  });

  it('because of its issuer, when it names one', () => {
    for (const iss of ['', 'accounts.google.com', 'http://accounts.google.com', 'https://accounts.google.com/', 'https://evil.example']) {
      expect(why(`${at}${good}&iss=${encodeURIComponent(iss)}`), iss).toBe('redirect-issuer-wrong');
    }
  });

  it('because it says neither or both', () => {
    expect(why(`${at}?state=S3cret-state`)).toBe('redirect-empty');
    expect(why(`${at}?state=S3cret-state&code=`)).toBe('redirect-empty');
    expect(why(`${at}${good}&error=access_denied`)).toBe('redirect-ambiguous');
  });

  it('is told without any value of it', () => {
    for (const query of ['?code=SECRETCODE&state=SECRETSTATE', `${good}&code=SECRETCODE`, `${good}&iss=SECRETISS`, '?code=SECRETCODE']) {
      expect(JSON.stringify(checkRedirect(at + query, expected))).not.toMatch(/SECRET|S3cret|4\/0A/);
    }
  });
});

describe('redirect matching, for any parts', () => {
  const host = fc.constantFrom('127.0.0.1', 'localhost', '[::1]', 'example.com', '127.0.0.1.example.com');
  const port = fc.integer({ min: 1, max: 65535 }).filter((number) => number !== 80);
  const path = fc.webPath({ size: 'small' }).map((part) => `/${part.replace(/^\/+/, '')}`);

  it('holds exactly when scheme, host, port and path are the same', () => {
    fc.assert(
      fc.property(host, port, path, host, port, path, fc.boolean(), (h1, p1, a1, h2, p2, a2, secure) => {
        const wanted = new URL(`http://${h1}:${p1}${a1}`);
        const actual = new URL(`${secure ? 'https' : 'http'}://${h2}:${p2}${a2}?state=x`);
        const same = !secure && wanted.host === actual.host && wanted.pathname === actual.pathname;
        expect(isAtRedirectUri(actual.href, wanted.href)).toBe(same);
        expect(isAtRedirectUri(`${wanted.href}?code=1`, wanted.href)).toBe(true);
      }),
    );
  });

  it('accepts a code with the right state only', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ minLength: 1, maxLength: 80 }), (state, code) => {
        const query = new URLSearchParams({ state, code }).toString();
        const check = checkRedirect(`${at}?${query}`, expected);
        expect(check.kind).toBe(state === expected.state ? 'code' : 'ignored');
        const right = checkRedirect(`${at}?${new URLSearchParams({ code, state: expected.state }).toString()}`, expected);
        expect(right).toEqual({ kind: 'code', code });
      }),
    );
  });

  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), (address) => {
      expect(checkRedirect(address, expected).kind).toBe('ignored');
    }));
  });
});
