import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authorize, consent, exchange, full, loopback, maya, prefix, refresh } from '../testing/consent.ts';
import { startTestSandbox, type TestSandbox } from '../testing/start.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => sandbox.close());

const scopes = ['openid', 'email', 'calendar.readonly', 'apps.groups.settings'];

describe('the code flow of a Desktop client', () => {
  it('goes chooser → warning → consent → loopback, as Google redirects', async () => {
    const asked = await consent(sandbox.origin, { scopes });
    expect(asked.pages).toEqual(['Choose an account', 'This app has not been verified', 'harbor-practice wants access']);
    expect(asked.redirect.origin + asked.redirect.pathname).toBe(loopback);
    const query = asked.redirect.searchParams;
    expect(query.get('state')).toBe('state-1');
    expect(query.get('iss')).toBe('https://accounts.google.com');
    expect(query.get('hd')).toBe('harbor.example');
    expect(query.get('authuser')).toBe('0');
    expect(query.get('prompt')).toBe('consent');
    expect(query.get('code')).toMatch(/^4\/0A/);
    expect(query.get('scope')?.split(' ').sort()).toEqual(
      ['openid', `${prefix}userinfo.email`, full('calendar.readonly'), full('apps.groups.settings')].sort(),
    );
  });

  it('exchanges the code for Bearer tokens and an id token, uncacheable', async () => {
    const ask = { scopes, account: maya, parameters: { nonce: 'nonce-1' } };
    const answer = await exchange(sandbox.origin, await consent(sandbox.origin, ask), ask);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 3599 });
    expect(String(answer.body['access_token'])).toMatch(/^ya29\./);
    expect(String(answer.body['refresh_token'])).toMatch(/^1\/\/0/);
    expect(answer.body).not.toHaveProperty('refresh_token_expires_in');
    const claims = JSON.parse(Buffer.from(String(answer.body['id_token']).split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
    expect(claims).toMatchObject({ iss: 'https://accounts.google.com', email: maya, hd: 'harbor.example', nonce: 'nonce-1' });
    expect(claims).not.toHaveProperty('name');
  });

  it('takes a code once, with its verifier, redirect and secret', async () => {
    const ask = { scopes };
    const asked = await consent(sandbox.origin, ask);
    const tries: [Record<string, string>, number, string, string?][] = [
      [{ code_verifier: '' }, 400, 'invalid_grant', 'Missing code verifier.'],
      [{ code_verifier: 'x'.repeat(50) }, 400, 'invalid_grant', 'Invalid code verifier.'],
      [{ redirect_uri: `${loopback}/` }, 400, 'redirect_uri_mismatch'],
      [{ client_secret: '' }, 400, 'invalid_request', 'client_secret is missing.'],
      [{ client_secret: 'GOCSPX-wrong' }, 401, 'invalid_client'],
      [{ client_id: '1-x.apps.googleusercontent.com' }, 401, 'invalid_client', 'The OAuth client was not found.'],
      [{ code: encodeURIComponent(asked.redirect.searchParams.get('code') ?? '') }, 400, 'invalid_grant', 'Malformed auth code.'],
      [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ];
    for (const [change, status, error, description] of tries) {
      const refused = await exchange(sandbox.origin, asked, ask, change);
      expect([refused.status, refused.body['error']], JSON.stringify(change)).toEqual([status, error]);
      if (description !== undefined) expect(refused.body['error_description']).toBe(description);
    }
    expect((await exchange(sandbox.origin, asked, ask)).status).toBe(200);
    expect((await exchange(sandbox.origin, asked, ask)).body).toEqual({ error: 'invalid_grant', error_description: 'Bad Request' });
  });

  it('lets a code live 10 minutes', async () => {
    const ask = { scopes };
    const asked = await consent(sandbox.origin, ask);
    sandbox.clock.now += 10 * 60 * 1000;
    expect((await exchange(sandbox.origin, asked, ask)).body['error']).toBe('invalid_grant');
  });

  it('refreshes with the same refresh token and the granted scopes', async () => {
    const tokens = await authorize(sandbox.origin, { scopes });
    const answer = await refresh(sandbox.origin, tokens.refresh);
    expect(answer.status).toBe(200);
    expect(answer.body['access_token']).not.toBe(tokens.access);
    expect(answer.body['scope']).toBe(tokens.body['scope']);
    expect(answer.body).toHaveProperty('id_token');
    expect(answer.body).not.toHaveProperty('refresh_token');
  });
});
