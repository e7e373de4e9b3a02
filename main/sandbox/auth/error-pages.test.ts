import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorPageCode } from '../faults.ts';
import { Browser, screen } from '../testing/browser.ts';
import { ada, authorizationUrl, desktop, web, type Ask } from '../testing/consent.ts';
import { startTestSandbox, type TestSandbox } from '../testing/start.ts';
import { decodeAuthError, encodeAuthError, errorPageStatus } from './auth-error.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
beforeEach(() => sandbox.faults({}));
afterAll(() => sandbox.close());

const plain: Ask = { scopes: ['calendar.readonly'] };
const codes = Object.keys(errorPageStatus) as ErrorPageCode[];

/** The six-line decoder an app would use: byte 0A, length, ASCII code. */
function sixLines(authError: string): string {
  const bytes = Buffer.from(authError, 'base64url');
  return bytes[0] === 0x0a ? bytes.toString('ascii', 2, 2 + (bytes[1] ?? 0)) : 'unknown_oauth_error';
}

async function refusal(ask: Ask): Promise<{ location: URL; code: string }> {
  const answer = await fetch(authorizationUrl(sandbox.origin, ask, 'v'.repeat(50)), { redirect: 'manual' });
  expect(answer.status).toBe(302);
  const location = new URL(answer.headers.get('location') ?? '', sandbox.origin);
  return { location, code: sixLines(location.searchParams.get('authError') ?? '') };
}

describe('authError', () => {
  it('starts with the bytes seen at Google', () => {
    const prefixes: Partial<Record<ErrorPageCode, string>> = {
      disallowed_useragent: 'ChRkaXNhbGxvd2VkX3VzZXJhZ2Vu',
      redirect_uri_mismatch: 'ChVyZWRpcmVjdF91cmlfbWlzbWF0',
      access_denied: 'Cg1hY2Nlc3NfZGVuaWVk',
      invalid_client: 'Cg5pbnZhbGlkX2NsaWVu',
      deleted_client: 'Cg5kZWxldGVkX2NsaWVu',
      invalid_request: 'Cg9pbnZhbGlkX3JlcXVl',
      admin_policy_enforced: 'ChVhZG1pbl9wb2xpY3lfZW5mb3Jj',
      org_internal: 'CgxvcmdfaW50ZXJu',
      invalid_scope: 'Cg1pbnZhbGlkX3Njb3Bl',
    };
    for (const [code, start] of Object.entries(prefixes)) {
      expect(encodeAuthError({ code: code as ErrorPageCode, message: 'm', parameters: [] }).startsWith(start), code).toBe(true);
    }
  });

  it('survives long messages and parameters, and nonsense is not read', () => {
    const message = 'ü'.repeat(300);
    const encoded = encodeAuthError({ code: 'invalid_scope', message, parameters: [['scope', 'x'.repeat(5000)]] });
    expect(decodeAuthError(encoded)).toEqual({ code: 'invalid_scope', message });
    for (const bad of ['', 'AAAA', encoded.slice(0, 30), Buffer.from('\n\u0005hello\u0012\u0001x').toString('base64url')]) {
      expect(decodeAuthError(bad)).toBeUndefined();
    }
  });
});

describe('requests that never come back', () => {
  const cases: [string, Ask, ErrorPageCode][] = [
    ['an unknown client', { ...plain, parameters: { client_id: '1-x.apps.googleusercontent.com' } }, 'invalid_client'],
    ['no client', { ...plain, parameters: { client_id: '' } }, 'invalid_request'],
    ['no redirect', { ...plain, parameters: { redirect_uri: '' } }, 'invalid_request'],
    ['out of band', { ...plain, redirectUri: 'urn:ietf:wg:oauth:2.0:oob' }, 'invalid_request'],
    ['a custom scheme', { ...plain, redirectUri: 'com.example.app:/back' }, 'invalid_request'],
    ['a fragment', { ...plain, redirectUri: 'http://127.0.0.1:5000/#x' }, 'invalid_request'],
    ['another host', { ...plain, redirectUri: 'http://example.com/auth_return' }, 'redirect_uri_mismatch'],
    ['loopback over https', { ...plain, redirectUri: 'https://127.0.0.1:5000/' }, 'redirect_uri_mismatch'],
    ['an unregistered web address', { ...plain, client: web, redirectUri: 'http://example.com/auth_return/' }, 'redirect_uri_mismatch'],
    ['an unregistered web port', { ...plain, client: web, redirectUri: 'http://127.0.0.1:8086/oauth2callback' }, 'redirect_uri_mismatch'],
    ['no response type', { ...plain, parameters: { response_type: '' } }, 'invalid_request'],
    ['a token response', { ...plain, parameters: { response_type: 'token' } }, 'unsupported_response_type'],
    ['no scope', { scopes: [] }, 'invalid_request'],
    ['calendar.acl', { scopes: ['calendar.acl'] }, 'invalid_scope'],
    ['calendar.calendarList', { scopes: ['openid', 'calendar.calendarList'] }, 'invalid_scope'],
    ['an unknown challenge method', { ...plain, parameters: { code_challenge_method: 's256' } }, 'invalid_request'],
    ['a short challenge', { ...plain, parameters: { code_challenge: 'short' } }, 'invalid_request'],
    ['prompt none with company', { ...plain, parameters: { prompt: 'none consent' } }, 'invalid_request'],
    ['an unknown prompt', { ...plain, parameters: { prompt: 'login' } }, 'invalid_request'],
    ['an unknown access type', { ...plain, parameters: { access_type: 'forever' } }, 'invalid_request'],
  ];

  it.each(cases)('%s', async (_name, ask, code) => {
    const { location, code: seen } = await refusal(ask);
    expect(location.pathname).toBe('/signin/oauth/error');
    expect(location.searchParams.get('flowName')).toBe('GeneralOAuthFlow');
    expect(seen).toBe(code);
    expect(decodeAuthError(location.searchParams.get('authError') ?? '')?.code).toBe(code);
  });

  it('deleted and disabled clients', async () => {
    await sandbox.act({ type: 'update-client', clientId: web.client_id, flags: { deleted: true } });
    expect((await refusal({ ...plain, client: web, redirectUri: 'http://example.com/auth_return' })).code).toBe('deleted_client');
    await sandbox.act({ type: 'update-client', clientId: web.client_id, flags: { deleted: false, disabled: true } });
    expect((await refusal({ ...plain, client: web, redirectUri: 'http://example.com/auth_return' })).code).toBe('disabled_client');
    await sandbox.act({ type: 'update-client', clientId: web.client_id, flags: { disabled: false } });
  });

  it('a parameter sent twice', async () => {
    const url = authorizationUrl(sandbox.origin, plain, 'v'.repeat(50));
    url.searchParams.append('client_id', desktop.client_id);
    const answer = await fetch(url, { redirect: 'manual' });
    expect(sixLines(new URL(answer.headers.get('location') ?? '', sandbox.origin).searchParams.get('authError') ?? '')).toBe('invalid_request');
  });

  it('a sound one goes to the chooser instead', async () => {
    const { location } = await refusal(plain);
    expect(location.pathname).toBe('/v3/signin/accountchooser');
  });

  it.each(['http://127.0.0.1:5000', 'http://[::1]:5000/x', 'http://localhost:51121/oauth-callback'])('Desktop may use %s', async (redirectUri) => {
    expect((await refusal({ ...plain, redirectUri })).location.pathname).toBe('/v3/signin/accountchooser');
  });
});

describe('the errorPage fault', () => {
  it.each(codes)('%s: a page with the code and its status, served with 200', async (code) => {
    await sandbox.faults({ errorPage: code });
    const browser = new Browser(sandbox.origin);
    let page = screen(await browser.open(authorizationUrl(sandbox.origin, plain, 'v'.repeat(50))));
    if (page.title === 'Choose an account') page = screen(await browser.submit(page, [['account', ada]]));
    expect(page).toMatchObject({ status: 200, title: 'Access blocked' });
    expect(page.html).toContain(`Error ${String(errorPageStatus[code])}: <code>${code}</code>`);
    expect(sixLines(page.url.searchParams.get('authError') ?? '')).toBe(code);
  });
});

describe('app windows', () => {
  const electron = { userAgent: 'Mozilla/5.0 (X11) Chrome/142.0 Electron/39.1.0 Safari/537.36' };

  it('are rejected after the account, other browsers are not', async () => {
    await sandbox.faults({ blockAppWindows: 'rejected' });
    for (const [options, path] of [[electron, '/v3/signin/rejected'], [{}, '/signin/oauth/warning']] as const) {
      const browser = new Browser(sandbox.origin, options);
      const chooser = screen(await browser.open(authorizationUrl(sandbox.origin, plain, 'v'.repeat(50))));
      expect(screen(await browser.submit(chooser, [['account', ada]])).url.pathname).toBe(path);
    }
  });

  it('meet disallowed_useragent before that, by fault or by disallow_webview=true', async () => {
    const browser = new Browser(sandbox.origin, electron);
    const forced = screen(await browser.open(authorizationUrl(sandbox.origin, { ...plain, parameters: { disallow_webview: 'true' } }, 'v'.repeat(50))));
    expect(forced.html).toContain('Error 403: <code>disallowed_useragent</code>');
    await sandbox.faults({ blockAppWindows: 'disallowed_useragent' });
    expect(screen(await browser.open(authorizationUrl(sandbox.origin, plain, 'v'.repeat(50)))).title).toBe('Access blocked');
    expect(screen(await new Browser(sandbox.origin).open(authorizationUrl(sandbox.origin, plain, 'v'.repeat(50)))).title).toBe('Choose an account');
  });
});
