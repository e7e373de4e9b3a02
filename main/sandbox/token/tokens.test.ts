import { createPublicKey, createVerify, type JsonWebKey } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../testing/api.ts';
import { ada, authorize, consent, desktop, exchange, full, maya, post, prefix, refresh, web, type Ask } from '../testing/consent.ts';
import { startTestSandbox, type TestSandbox } from '../testing/start.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => sandbox.close());

const scopes = ['openid', 'email', 'profile', 'calendar.readonly', 'apps.groups.settings'];
const list = '/calendar/v3/users/me/calendarList?maxResults=1';
const status = async (token: string): Promise<number> => (await call(sandbox.origin, token, list)).status;

describe('PKCE', () => {
  it('also accepts plain, and no challenge at all', async () => {
    const verifier = 'p'.repeat(60);
    const plain: Ask = { scopes, parameters: { code_challenge: verifier, code_challenge_method: 'plain' } };
    const wrong = await exchange(sandbox.origin, await consent(sandbox.origin, plain), plain);
    expect(wrong.body['error_description']).toBe('Invalid code verifier.');
    const right = await exchange(sandbox.origin, await consent(sandbox.origin, plain), plain, { code_verifier: verifier });
    expect(right.status).toBe(200);
    const none: Ask = { scopes, parameters: { code_challenge: '', code_challenge_method: '' } };
    expect((await exchange(sandbox.origin, await consent(sandbox.origin, none), none, { code_verifier: '' })).status).toBe(200);
  });
});

describe('the token endpoint', () => {
  it('takes the client from HTTP Basic too', async () => {
    const tokens = await authorize(sandbox.origin, { scopes });
    const basic = Buffer.from(`${desktop.client_id}:${desktop.client_secret}`).toString('base64');
    const answer = await fetch(`${sandbox.origin}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: tokens.refresh }),
    });
    expect(answer.status).toBe(200);
  });

  it('reads forms only, and only by POST', async () => {
    const jsonBody = await fetch(`${sandbox.origin}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ grant_type: 'refresh_token' }),
    });
    expect([jsonBody.status, ((await jsonBody.json()) as { error: string }).error]).toEqual([400, 'invalid_request']);
    expect((await fetch(`${sandbox.origin}/token`)).status).toBe(405);
  });

  it('refuses a refresh token of another client, an unknown one, and a wider scope', async () => {
    const tokens = await authorize(sandbox.origin, { scopes: ['calendar.readonly'] });
    expect((await refresh(sandbox.origin, tokens.refresh, web)).body).toEqual({ error: 'invalid_grant', error_description: 'Bad Request' });
    expect((await refresh(sandbox.origin, '1//0unknown')).body['error_description']).toBe('Token has been expired or revoked.');
    const form = { grant_type: 'refresh_token', client_id: desktop.client_id, client_secret: desktop.client_secret, refresh_token: tokens.refresh };
    expect((await post(sandbox.origin, '/token', { ...form, scope: full('drive') })).body['error']).toBe('invalid_scope');
  });

  it('narrows an access token to the scopes asked, and never the grant: a rotated refresh token keeps all', async () => {
    const tokens = await authorize(sandbox.origin, { scopes });
    await sandbox.faults({ rotateRefreshToken: true });
    const form = { grant_type: 'refresh_token', client_id: desktop.client_id, client_secret: desktop.client_secret };
    const narrow = await post(sandbox.origin, '/token', { ...form, refresh_token: tokens.refresh, scope: full('apps.groups.settings') });
    expect(narrow.body).toMatchObject({ scope: full('apps.groups.settings'), refresh_token: expect.any(String) as string });
    expect(await status(narrow.body['access_token'] as string)).toBe(403);
    const whole = await post(sandbox.origin, '/token', { ...form, refresh_token: narrow.body['refresh_token'] as string });
    expect(await status(whole.body['access_token'] as string)).toBe(200);
  });

  it('lets tokens of a project in Testing die after 7 days', async () => {
    const { file } = await sandbox.act({ type: 'register-client', client: { kind: 'installed', testing: true } });
    const { installed } = file as { installed: typeof desktop };
    const tokens = await authorize(sandbox.origin, { client: installed, scopes });
    expect((await refresh(sandbox.origin, tokens.refresh, installed)).status).toBe(200);
    sandbox.clock.now += 604_800_000;
    expect((await refresh(sandbox.origin, tokens.refresh, installed)).body['error']).toBe('invalid_grant');
  });

  it('keeps 100 refresh tokens of an account and client, dropping the oldest', async () => {
    const first = await authorize(sandbox.origin, { scopes });
    for (let count = 0; count < 100; count += 1) await authorize(sandbox.origin, { scopes });
    expect((await refresh(sandbox.origin, first.refresh)).body['error']).toBe('invalid_grant');
  });
});

describe('access tokens', () => {
  it('run out', async () => {
    const tokens = await authorize(sandbox.origin, { scopes });
    expect(await status(tokens.access)).toBe(200);
    sandbox.clock.now += 3_599_000;
    expect(await status(tokens.access)).toBe(401);
    expect((await refresh(sandbox.origin, tokens.refresh)).status).toBe(200);
  });

  it('are told about by tokeninfo, in strings', async () => {
    const tokens = await authorize(sandbox.origin, { scopes });
    const answer = await fetch(`${sandbox.origin}/tokeninfo?access_token=${tokens.access}`);
    const info = (await answer.json()) as Record<string, unknown>;
    expect(info).toMatchObject({ azp: desktop.client_id, aud: desktop.client_id, expires_in: '3599', email: ada, email_verified: 'true', access_type: 'offline' });
    expect(Object.values(info).every((value) => typeof value === 'string')).toBe(true);
    const bad = await post(sandbox.origin, '/tokeninfo', { access_token: 'ya29.nothing' });
    expect([bad.status, bad.body]).toEqual([400, { error: 'invalid_token', error_description: 'Invalid Value' }]);
  });

  it('open userinfo when openid was granted', async () => {
    const tokens = await authorize(sandbox.origin, { scopes });
    expect((await call(sandbox.origin, tokens.access, '/v1/userinfo')).body).toMatchObject({ email: ada, email_verified: true, name: 'Ada Lovelace', hd: 'harbor.example' });
    const bare = await authorize(sandbox.origin, { scopes: ['calendar.readonly'] });
    expect((await call(sandbox.origin, bare.access, '/v1/userinfo')).status).toBe(401);
    expect(bare.body).not.toHaveProperty('id_token');
  });
});

describe('id tokens', () => {
  it('are signed with the published key', async () => {
    const tokens = await authorize(sandbox.origin, { scopes });
    const configuration = (await (await fetch(`${sandbox.origin}/.well-known/openid-configuration`)).json()) as Record<string, string>;
    expect(configuration['issuer']).toBe('https://accounts.google.com');
    const { keys } = (await (await fetch(configuration['jwks_uri'] ?? '')).json()) as { keys: JsonWebKey[] };
    const [head = '', claims = '', signature = ''] = String(tokens.body['id_token']).split('.');
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string; alg: string };
    const key = keys.find((candidate) => candidate['kid'] === header.kid);
    if (key === undefined) throw new Error('no key with that id');
    const verify = createVerify('RSA-SHA256').update(`${head}.${claims}`);
    expect(verify.verify(createPublicKey({ key, format: 'jwk' }), Buffer.from(signature, 'base64url'))).toBe(true);
    expect(header.alg).toBe('RS256');
  });
});

describe('revocation', () => {
  it('takes down every client of the project for that account, and nobody else', async () => {
    const other = await sandbox.act({ type: 'register-client', client: { kind: 'installed' } });
    const { installed } = other['file'] as { installed: typeof desktop };
    const webAsk: Ask = { client: web, redirectUri: 'http://127.0.0.1:8085/oauth2callback', scopes, parameters: { access_type: 'offline', prompt: 'consent' } };
    const mine = await authorize(sandbox.origin, { scopes });
    const sameProject = await authorize(sandbox.origin, webAsk);
    const otherProject = await authorize(sandbox.origin, { client: installed, scopes });
    const otherAccount = await authorize(sandbox.origin, { scopes, account: maya });

    const answer = await post(sandbox.origin, '/revoke', { token: mine.refresh });
    expect([answer.status, answer.body]).toEqual([200, {}]);
    expect(await status(mine.access)).toBe(401);
    expect(await status(sameProject.access)).toBe(401);
    expect((await refresh(sandbox.origin, sameProject.refresh, web)).body['error_description']).toBe('Token has been expired or revoked.');
    expect(await status(otherProject.access)).toBe(200);
    expect(await status(otherAccount.access)).toBe(200);
    expect((await consent(sandbox.origin, { scopes })).pages).toContain('harbor-practice wants access');
  });

  it('works with an access token and says when it is too late', async () => {
    const tokens = await authorize(sandbox.origin, { scopes });
    expect((await post(sandbox.origin, '/revoke', { token: tokens.access })).status).toBe(200);
    const late = await post(sandbox.origin, '/revoke', { token: tokens.refresh });
    expect([late.status, late.body]).toEqual([400, { error: 'invalid_token', error_description: 'Token expired or revoked' }]);
    expect((await post(sandbox.origin, '/revoke', {})).status).toBe(400);
    expect((await fetch(`${sandbox.origin}/revoke?token=${tokens.refresh}`)).status).toBe(405);
  });
});

it('aliases of scopes come back under one name', async () => {
  const tokens = await authorize(sandbox.origin, { scopes: ['profile', 'https://www.google.com/m8/feeds/', 'calendar.readonly'], tick: [`${prefix}contacts`] });
  expect(String(tokens.body['scope']).split(' ').sort()).toEqual(['openid', `${prefix}userinfo.profile`, `${prefix}contacts`].sort());
});
