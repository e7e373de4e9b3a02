import { describe, expect, it } from 'vitest';
import { authorizationUrl, type AuthorizationRequest } from './authorization-request.ts';
import { GOOGLE } from './endpoints.ts';

const request: AuthorizationRequest = {
  clientId: '12-a.apps.googleusercontent.com',
  redirectUri: 'http://127.0.0.1:49217/cb/x',
  scopes: ['openid', 'email', 'https://www.googleapis.com/auth/calendar.readonly'],
  secrets: { state: 'the-state', challenge: 'the-challenge', nonce: 'the-nonce' },
  chooseAccount: true,
  loginHint: null,
};
const queryOf = (change: Partial<AuthorizationRequest> = {}): Record<string, string> =>
  Object.fromEntries(new URL(authorizationUrl(GOOGLE, { ...request, ...change })).searchParams);

describe('the authorization request', () => {
  it('goes to the pinned endpoint with exactly these parameters', () => {
    const url = new URL(authorizationUrl(GOOGLE, request));
    expect(url.origin + url.pathname).toBe('https://accounts.google.com/o/oauth2/v2/auth');
    expect(queryOf()).toEqual({
      client_id: '12-a.apps.googleusercontent.com',
      redirect_uri: 'http://127.0.0.1:49217/cb/x',
      response_type: 'code',
      scope: 'openid email https://www.googleapis.com/auth/calendar.readonly',
      code_challenge: 'the-challenge',
      code_challenge_method: 'S256',
      state: 'the-state',
      nonce: 'the-nonce',
      access_type: 'offline',
      prompt: 'select_account consent',
    });
  });

  it('names the account for a renewed consent, and never asks for incremental authorization', () => {
    expect(queryOf({ chooseAccount: false, loginHint: 'ana@example.com' })).toMatchObject({ prompt: 'consent', login_hint: 'ana@example.com' });
    expect(queryOf()).not.toHaveProperty('include_granted_scopes');
  });

  it('cannot be broken out of by a value', () => {
    const query = queryOf({ loginHint: 'a&state=evil#x', clientId: 'b&redirect_uri=evil' });
    expect(query).toMatchObject({ login_hint: 'a&state=evil#x', client_id: 'b&redirect_uri=evil', state: 'the-state' });
  });
});
