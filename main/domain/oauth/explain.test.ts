import { describe, expect, it } from 'vitest';
import type { Fault } from '../shared/fault.ts';
import { explainAuthorizationError, type AuthorizationErrorContext } from './explain-authorization-error.ts';
import { endsTheGrant, explainTokenRefusal, explainUnavailable } from './explain-token-error.ts';
import type { RefusalDetail } from './token-refusal.ts';

const desktop: AuthorizationErrorContext = { clientType: 'installed', redirectUri: 'http://127.0.0.1:1/cb/x', where: 'page' };
const web: AuthorizationErrorContext = { clientType: 'web', redirectUri: 'http://127.0.0.1:8085/callback', where: 'page' };

/** Says what is wrong and what to do, each in sentences. */
function expectClear({ code, message, hint }: Fault): void {
  expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(message).toMatch(/^[A-Z].*\.$/);
  expect(hint).toMatch(/^[A-Z].*\.$/);
}

describe('errors of the authorization endpoint', () => {
  it.each([
    'redirect_uri_mismatch',
    'invalid_request',
    'invalid_scope',
    'unsupported_response_type',
    'origin_mismatch',
    'admin_policy_enforced',
    'access_not_configured',
    'policy_enforced',
    'invalid_client',
    'deleted_client',
    'disabled_client',
    'org_internal',
    'restricted_client',
    'disallowed_useragent',
    'server_error',
    'temporarily_unavailable',
    'interaction_required',
    'immediate_failed',
  ])('%s has its own explanation with a next step', (code) => {
    for (const context of [desktop, web]) {
      const told = explainAuthorizationError(code, context);
      expectClear(told);
      expect(told.code).toBe(code.replaceAll('_', '-'));
    }
  });

  it('tell a refusal by the user from a missing test user', () => {
    expect(explainAuthorizationError('access_denied', desktop).code).toBe('not-a-test-user');
    const declined = explainAuthorizationError('access_denied', { ...desktop, where: 'redirect' });
    expect(declined.code).toBe('access-denied');
    expectClear(declined);
  });

  it('name the redirect address that a Web client has to register', () => {
    expect(explainAuthorizationError('redirect_uri_mismatch', web).hint).toContain('http://127.0.0.1:8085/callback');
    expect(explainAuthorizationError('redirect_uri_mismatch', desktop).hint).toContain('Desktop');
  });

  it('that nobody knows never show what was sent', () => {
    const told = explainAuthorizationError('toString', desktop);
    expect(told.code).toBe('unknown-oauth-error');
    expectClear(told);
    expect(explainAuthorizationError('ya29_secret', desktop).message).not.toContain('ya29');
  });
});

const refusal = (error: string, detail: RefusalDetail = 'none') => ({ status: 400, error, detail });

describe('refusals of the token endpoint', () => {
  it.each<readonly [string, RefusalDetail, 'exchange' | 'refresh', string]>([
    ['invalid_grant', 'expired-or-revoked', 'refresh', 'sign-in-needed'],
    ['invalid_grant', 'none', 'refresh', 'sign-in-needed'],
    ['invalid_grant', 'reauthentication', 'refresh', 'reauthentication-required'],
    ['invalid_grant', 'none', 'exchange', 'code-refused'],
    ['invalid_grant', 'code-malformed', 'exchange', 'code-malformed'],
    ['invalid_grant', 'verifier-wrong', 'exchange', 'code-verifier-refused'],
    ['invalid_request', 'client-secret-missing', 'exchange', 'client-secret-missing'],
    ['invalid_request', 'none', 'exchange', 'invalid-request'],
    ['invalid_client', 'client-secret-wrong', 'refresh', 'client-secret-wrong'],
    ['invalid_client', 'client-unknown', 'refresh', 'invalid-client'],
    ['invalid_client', 'none', 'refresh', 'invalid-client'],
    ['redirect_uri_mismatch', 'none', 'exchange', 'redirect-uri-mismatch'],
    ['invalid_scope', 'none', 'exchange', 'invalid-scope'],
    ['unsupported_grant_type', 'none', 'refresh', 'unsupported-grant-type'],
    ['admin_policy_enforced', 'none', 'refresh', 'admin-policy-enforced'],
    ['deleted_client', 'none', 'refresh', 'deleted-client'],
    ['disabled_client', 'none', 'refresh', 'disabled-client'],
    ['unauthorized_client', 'none', 'refresh', 'unauthorized-client'],
    ['org_internal', 'none', 'exchange', 'org-internal'],
    ['unknown_oauth_error', 'none', 'refresh', 'unknown-oauth-error'],
  ])('%s (%s) in %s is %s', (error, detail, doing, code) => {
    const told = explainTokenRefusal(refusal(error, detail), doing);
    expectClear(told);
    expect(told.code).toBe(code);
  });

  it('end a grant in one case only', () => {
    expect(endsTheGrant(refusal('invalid_grant', 'expired-or-revoked'))).toBe(true);
    expect(endsTheGrant(refusal('invalid_grant', 'none'))).toBe(true);
    expect(endsTheGrant(refusal('invalid_grant', 'reauthentication'))).toBe(false);
    for (const error of ['invalid_client', 'deleted_client', 'admin_policy_enforced', 'invalid_request', 'unauthorized_client']) {
      expect(endsTheGrant(refusal(error)), error).toBe(false);
    }
  });
});

describe('no answer', () => {
  it('is explained for each cause', () => {
    for (const doing of ['exchange', 'refresh', 'check'] as const) {
      for (const cause of ['network', 'timeout', 'server', 'rate', 'foreign'] as const) expectClear(explainUnavailable(cause, doing));
      expect(explainUnavailable('network', doing).code).toBe('offline');
      expect(explainUnavailable('server', doing).code).toBe(`${doing}-failed`);
    }
  });
});
