import { describe, expect, it } from 'vitest';
import { chooseRedirect, worksInBrowser } from './choose-redirect.ts';
import { SUGGESTED_REDIRECT_URI } from './redirect-uris.ts';

const web = (...redirectUris: readonly string[]) => ({ type: 'web', redirectUris }) as const;

describe('chooseRedirect', () => {
  it('takes a free port for a Desktop client, whatever its file lists', () => {
    expect(chooseRedirect({ type: 'installed', redirectUris: ['urn:ietf:wg:oauth:2.0:oob'] })).toEqual({ kind: 'loopback-free' });
  });

  it.each([
    [['http://example.com/auth_return', SUGGESTED_REDIRECT_URI], SUGGESTED_REDIRECT_URI, true],
    [['http://localhost:9000/cb', SUGGESTED_REDIRECT_URI], SUGGESTED_REDIRECT_URI, true],
    [['http://localhost:9000/cb', 'http://localhost:9001/cb'], 'http://localhost:9000/cb', true],
    [['http://example.com/auth_return'], 'http://example.com/auth_return', false],
    [['http://example.com/a', 'https://example.com/b', 'http://localhost'], 'http://localhost', false],
    [['http://example.com/a', 'https://example.com/b'], 'https://example.com/b', false],
    [['oob', 'http://localhost'], 'http://localhost', false],
    [[], SUGGESTED_REDIRECT_URI, true],
  ])('of %j takes %s', (uris, uri, listens) => {
    expect(chooseRedirect(web(...uris))).toEqual({ kind: 'registered', uri, listens });
  });

  it('keeps a registered URI letter for letter', () => {
    expect(chooseRedirect(web('HTTP://LocalHost:8080'))).toEqual({ kind: 'registered', uri: 'HTTP://LocalHost:8080', listens: true });
  });

  it('says whether the browser can be used', () => {
    expect(worksInBrowser({ type: 'installed', redirectUris: [] })).toBe(true);
    expect(worksInBrowser(web(SUGGESTED_REDIRECT_URI))).toBe(true);
    expect(worksInBrowser(web('http://example.com/auth_return'))).toBe(false);
    expect(worksInBrowser(web('http://localhost'))).toBe(false);
  });
});
