import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, reasonOf, type ApiAnswer } from '../testing/api.ts';
import { ada, authorize, consent, desktop, exchange, full, maya, post, refresh, type Tokens } from '../testing/consent.ts';
import { startTestSandbox, type TestSandbox } from '../testing/start.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => sandbox.close());

const scopes = ['openid', 'email', 'calendar.readonly', 'apps.groups.settings'];
const list = (tokens: Tokens): Promise<ApiAnswer> => call(sandbox.origin, tokens.access, '/calendar/v3/users/me/calendarList');

describe('faults of consent', () => {
  it('refuseScopes: never offered, never granted', async () => {
    await sandbox.faults({ refuseScopes: ['apps.groups.settings', 'email'] });
    const tokens = await authorize(sandbox.origin, { scopes });
    expect(String(tokens.body['scope']).split(' ').sort()).toEqual([full('calendar.readonly'), 'openid'].sort());
  });

  it('deny: back with access_denied and no consent page', async () => {
    await sandbox.faults({ deny: true });
    const { redirect, pages } = await consent(sandbox.origin, { scopes });
    expect(pages).toEqual(['Choose an account']);
    expect(redirect.searchParams.get('error')).toBe('access_denied');
  });

  it('wrongAccount: somebody else than chosen or hinted', async () => {
    await sandbox.faults({ wrongAccount: true });
    for (const parameters of [{}, { login_hint: maya }]) {
      const tokens = await authorize(sandbox.origin, { scopes, account: maya, parameters });
      expect((await call(sandbox.origin, tokens.access, '/v1/userinfo')).body['email']).toBe(ada);
    }
  });

  it('wrongState and wrongIss: each alone', async () => {
    await sandbox.faults({ wrongState: true });
    const state = (await consent(sandbox.origin, { scopes })).redirect.searchParams;
    expect([state.get('state') === 'state-1', state.get('iss')]).toEqual([false, 'https://accounts.google.com']);
    await sandbox.faults({ wrongIss: true });
    const issuer = (await consent(sandbox.origin, { scopes })).redirect.searchParams;
    expect([issuer.get('state'), issuer.get('iss') === 'https://accounts.google.com']).toEqual(['state-1', false]);
  });

  it('faviconFirst: a stray request reaches the loopback before the redirect', async () => {
    const seen: string[] = [];
    const receiver = createServer((request, response) => {
      seen.push(request.url ?? '');
      response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const redirectUri = `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/cb`;
    await sandbox.faults({ faviconFirst: true });
    await consent(sandbox.origin, { scopes, redirectUri });
    receiver.closeAllConnections();
    receiver.close();
    expect(seen).toEqual(['/favicon.ico']);
  });
});

describe('faults of tokens', () => {
  it('accessTokenSeconds and noRefreshToken', async () => {
    await sandbox.faults({ accessTokenSeconds: 60, noRefreshToken: true });
    const tokens = await authorize(sandbox.origin, { scopes });
    expect([tokens.body['expires_in'], tokens.refresh]).toEqual([60, '']);
    sandbox.clock.now += 61_000;
    expect((await list(tokens)).status).toBe(401);
  });

  it('rotateRefreshToken: a new one, and the old one is dead', async () => {
    const tokens = await authorize(sandbox.origin, { scopes });
    await sandbox.faults({ rotateRefreshToken: true });
    const answer = await refresh(sandbox.origin, tokens.refresh);
    expect(answer.body['refresh_token']).toMatch(/^1\/\/0/);
    expect((await refresh(sandbox.origin, tokens.refresh)).body['error']).toBe('invalid_grant');
    expect((await refresh(sandbox.origin, String(answer.body['refresh_token']))).status).toBe(200);
  });

  it.each([
    ['invalid_grant', 400, { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' }],
    ['invalid_rapt', 400, { error: 'invalid_grant', error_subtype: 'invalid_rapt' }],
    ['invalid_client', 401, { error: 'invalid_client' }],
    ['503', 503, {}],
  ] as const)('token %s, once', async (kind, status, body) => {
    const tokens = await authorize(sandbox.origin, { scopes });
    await sandbox.faults({ token: { kind, times: 1 } });
    const answer = await refresh(sandbox.origin, tokens.refresh);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject(body);
    expect((await refresh(sandbox.origin, tokens.refresh)).status, 'the grant is not lost').toBe(200);
  });

  it('token html, cut and slow', async () => {
    const tokens = await authorize(sandbox.origin, { scopes });
    const form = new URLSearchParams({ grant_type: 'refresh_token', client_id: desktop.client_id, client_secret: desktop.client_secret, refresh_token: tokens.refresh });
    const send = (): Promise<Response> => fetch(`${sandbox.origin}/token`, { method: 'POST', body: form });
    await sandbox.faults({ token: { kind: 'html', times: 1 } });
    const html = await send();
    expect([html.status, html.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
    await sandbox.faults({ token: { kind: 'cut', times: 1 } });
    await expect(send().then((answer) => answer.text())).rejects.toThrow();
    await sandbox.faults({ token: { kind: 'slow', slowMs: 300, times: 1 } });
    const before = performance.now();
    expect((await send()).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(280);
  });

  it('a code survives a failure in front of it', async () => {
    const ask = { scopes };
    const asked = await consent(sandbox.origin, ask);
    await sandbox.faults({ token: { kind: '503', times: 2 } });
    expect((await exchange(sandbox.origin, asked, ask)).status).toBe(503);
    expect((await exchange(sandbox.origin, asked, ask)).status).toBe(503);
    expect((await exchange(sandbox.origin, asked, ask)).status).toBe(200);
  });

  it('revoke 503: the grant lives on until it works', async () => {
    const tokens = await authorize(sandbox.origin, { scopes });
    await sandbox.faults({ revoke: { kind: '503', retryAfterSeconds: 3, times: 1 } });
    const refused = await post(sandbox.origin, '/revoke', { token: tokens.refresh });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '3']);
    expect((await list(tokens)).status).toBe(200);
    expect((await post(sandbox.origin, '/revoke', { token: tokens.refresh })).status).toBe(200);
    expect((await list(tokens)).status).toBe(401);
  });
});

describe('faults of the APIs', () => {
  it.each([
    ['401', 401, 'authError'],
    ['403scope', 403, 'insufficientPermissions'],
    ['accessNotConfigured', 403, 'accessNotConfigured'],
    ['429', 429, 'rateLimitExceeded'],
    ['rateLimit403', 403, 'rateLimitExceeded'],
    ['500', 500, 'backendError'],
    ['503', 503, 'backendError'],
    ['notAdmin', 403, 'forbidden'],
  ] as const)('%s, once', async (kind, status, reason) => {
    const tokens = await authorize(sandbox.origin, { scopes });
    await sandbox.faults({ api: { kind, times: 1, retryAfterSeconds: 7 } });
    const answer = await list(tokens);
    expect([answer.status, reasonOf(answer)]).toEqual([status, reason]);
    if (['429', 'rateLimit403', '500', '503'].includes(kind)) expect(answer.headers.get('retry-after')).toBe('7');
    expect((await list(tokens)).status).toBe(200);
  });

  it('accessNotConfigured says where to switch the API on', async () => {
    const tokens = await authorize(sandbox.origin, { scopes });
    await sandbox.faults({ api: { kind: 'accessNotConfigured' } });
    const { error } = (await list(tokens)).body as { error: { details: { reason?: string; metadata?: Record<string, string> }[] } };
    expect(error.details[0]).toMatchObject({ reason: 'SERVICE_DISABLED', metadata: { consumer: 'projects/418203957716' } });
    expect(new URL(error.details[0]?.metadata?.['activationUrl'] ?? '').host).toBe('console.developers.google.com');
    expect((await list(tokens)).status, 'stays until switched off').toBe(403);
  });

  it('html, cut and slow', async () => {
    const tokens = await authorize(sandbox.origin, { scopes });
    await sandbox.faults({ api: { kind: 'html', times: 1 } });
    expect((await list(tokens)).text).toMatch(/^<!doctype html>/);
    await sandbox.faults({ api: { kind: 'cut', times: 1 } });
    await expect(list(tokens)).rejects.toThrow();
    await sandbox.faults({ api: { kind: 'slow', slowMs: 300, times: 1 } });
    const before = performance.now();
    expect((await list(tokens)).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(280);
  });
});
