import { describe, expect, it } from 'vitest';
import { answerFor, withNonce } from './asset-request.ts';
import type { AssetMap } from './asset-map.ts';
import { contentPolicy } from './csp.ts';
import { isAllowedLink, isAuthorizationRequest, isConsoleLink, isEventLink } from './external-links.ts';
import { isPermitted } from './permissions.ts';
import { refusedSwitch, stripEnvironment } from './switches.ts';

describe('links to the outside', () => {
  it.each([
    'https://myaccount.google.com/connections',
    'https://console.cloud.google.com/apis/credentials?project=x',
    'https://support.google.com/accounts/answer/7675428',
  ])('opens %s', (url) => expect(isAllowedLink(url)).toBe(true));

  it.each([
    'http://myaccount.google.com/',
    'https://myaccount.google.com:444/',
    'https://user@myaccount.google.com/',
    'https://myaccount.google.com.evil.example/',
    'https://evil.example/#myaccount.google.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'mailto:x@example.com',
    'https://accounts.google.com/o/oauth2/v2/auth?client_id=x',
    `https://myaccount.google.com/${'x'.repeat(2048)}`,
    '',
  ])('does not open %s', (url) => expect(isAllowedLink(url)).toBe(false));

  it('lets an API error lead to a console only', () => {
    expect(isConsoleLink('https://console.developers.google.com/apis/api/groupssettings.googleapis.com/overview?project=1')).toBe(true);
    expect(isConsoleLink('https://myaccount.google.com/')).toBe(false);
  });

  it.each(['https://meet.google.com/abc-defg-hij', 'https://harbor.example:8443/notes?x=1#y', 'https://127.example/', 'https://10.0.0.5/wiki'])(
    'opens %s from an event',
    (url) => expect(isEventLink(url)).toBe(true),
  );

  it.each([
    'http://meet.google.com/abc',
    'https://user:secret@harbor.example/',
    'https://localhost/',
    'https://LOCALHOST./x',
    'https://sandbox.localhost:8080/',
    'https://127.0.0.1:4173/',
    'https://127.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://0.0.0.0/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'tel:+49301',
    `https://harbor.example/${'x'.repeat(2048)}`,
  ])('does not open %s from an event', (url) => expect(isEventLink(url)).toBe(false));

  it('opens the authorization endpoint of the active mode and no other path or origin', () => {
    const google = 'https://accounts.google.com/o/oauth2/v2/auth';
    const standIn = 'http://127.0.0.1:4000/o/oauth2/v2/auth';
    expect(isAuthorizationRequest(`${google}?client_id=x`, google)).toBe(true);
    expect(isAuthorizationRequest(`${standIn}?client_id=x`, standIn)).toBe(true);
    expect(isAuthorizationRequest(`${standIn}?client_id=x`, google)).toBe(false);
    expect(isAuthorizationRequest('https://accounts.google.com/Logout', google)).toBe(false);
    expect(isAuthorizationRequest('https://x@accounts.google.com/o/oauth2/v2/auth', google)).toBe(false);
    expect(isAuthorizationRequest('http://127.0.0.1:4000/__control/issued', standIn)).toBe(false);
  });
});

describe('permissions', () => {
  it('are one: our own page may write to the clipboard', () => {
    expect(isPermitted('clipboard-sanitized-write', 'app://bundle/index.html')).toBe(true);
    for (const permission of ['clipboard-read', 'openExternal', 'media', 'geolocation', 'notifications', 'fileSystem', 'local-network-access']) {
      expect(isPermitted(permission, 'app://bundle/index.html'), permission).toBe(false);
    }
    for (const requester of ['https://accounts.google.com/', 'app://evil/', 'app://bundle.evil/', 'http://127.0.0.1:4000/', 'null', '']) {
      expect(isPermitted('clipboard-sanitized-write', requester), requester).toBe(false);
    }
  });
});

describe('switches and variables', () => {
  it.each([
    ['--remote-debugging-port=9222', 'remote-debugging-port'],
    ['--Remote-Debugging-Pipe', 'remote-debugging-pipe'],
    ['-inspect', 'inspect'],
    ['/remote-debugging-port=9222', 'remote-debugging-port'],
    ['/NO-SANDBOX', 'no-sandbox'],
    ['--single-process', 'single-process'],
    ['--use-mock-keychain', 'use-mock-keychain'],
    ['--trace-startup=net', 'trace-startup'],
    ['--no-sandbox', 'no-sandbox'],
    ['--host-resolver-rules=MAP * 127.0.0.1', 'host-resolver-rules'],
  ])('refuses %s', (argument, name) => expect(refusedSwitch(['/opt/app', argument])).toBe(name));

  it('lets its own flags and the one exception pass', () => {
    expect(refusedSwitch(['/inspect/app', '/no-sandbox/client_secret.json'])).toBeNull();
    expect(refusedSwitch(['/opt/app', '--smoke', '--user-data-dir=/tmp/x', '--password-store=gnome-libsecret'])).toBeNull();
    expect(refusedSwitch(['/opt/app', '--no-sandbox'], 'no-sandbox')).toBeNull();
    expect(refusedSwitch(['/opt/app', '--no-sandbox', '--js-flags=x'], 'no-sandbox')).toBe('js-flags');
  });

  it('takes weakening variables away', () => {
    const env: Record<string, string | undefined> = { NODE_TLS_REJECT_UNAUTHORIZED: '0', SSLKEYLOGFILE: '/k', SNAP: '/s', HOME: '/h' };
    stripEnvironment(env);
    expect(env).toEqual({ HOME: '/h' });
  });
});

describe('the page of the app', () => {
  const page = { file: '/x/index.html', contentType: 'text/html; charset=utf-8' };
  const assets: AssetMap = new Map([['/index.html', page]]);
  const get = (url: string, method = 'GET'): number => answerFor({ method, url }, assets).status;

  it('is served from the map alone', () => {
    expect(get('app://bundle/index.html?x=1')).toBe(200);
    expect(get('app://bundle/index.html', 'HEAD')).toBe(200);
    expect(get('app://evil/index.html')).toBe(404);
    expect(get('app://bundle/..%2f..%2fetc/passwd')).toBe(404);
    expect(get('app://bundle/constructor')).toBe(404);
    expect(get('app://bundle/index.html', 'POST')).toBe(405);
  });

  it('carries the nonce of its policy', () => {
    const html = withNonce('<meta name="csp-nonce" content="placeholder" />', 'abc+/=');
    expect(html).toContain('content="abc+/="');
    expect(contentPolicy('abc+/=')).toContain("style-src-elem 'self' 'nonce-abc+/='");
    expect(contentPolicy('n')).not.toMatch(/unsafe|\*/);
  });
});
