import { describe, expect, it } from 'vitest';
import { classifyRedirectUri } from './redirect-uris.ts';

describe('classifyRedirectUri', () => {
  it.each([
    ['http://127.0.0.1:8085/oauth2callback', 'listen'],
    ['http://[::1]:8085/', 'listen'],
    ['http://localhost:1024', 'listen'],
    ['http://localhost', 'window'],
    ['http://127.0.0.1:80/cb', 'window'],
    ['http://localhost:443/cb', 'window'],
    ['https://localhost:8443/cb', 'window'],
    ['http://example.com/auth_return', 'window'],
    ['https://example.com/cb', 'window'],
    ['http://127.0.0.1.example.com:8085/cb', 'window'],
    ['http://localhost.example:8085/cb', 'window'],
    ['urn:ietf:wg:oauth:2.0:oob', 'out-of-band'],
    ['urn:ietf:wg:oauth:2.0:oob:auto', 'out-of-band'],
    ['oob', 'out-of-band'],
    ['com.googleusercontent.apps.1-a:/cb', 'custom-scheme'],
    ['ms-app://s-1-15-2-1', 'custom-scheme'],
    ['org.example.app:/cb', 'custom-scheme'],
    ['http://localhost:8080/#x', 'invalid'],
    ['http://user:pw@localhost:8080/', 'invalid'],
    ['https://*.example.com/cb', 'invalid'],
    ['http://localhost:8080/ x', 'invalid'],
    ['javascript:alert(1)', 'invalid'],
    ['file:///tmp/x', 'invalid'],
    ['localhost:8080', 'invalid'],
    ['http://', 'invalid'],
    ['', 'invalid'],
  ])('%s → %s', (uri, use) => {
    expect(classifyRedirectUri(uri)).toBe(use);
  });
});
