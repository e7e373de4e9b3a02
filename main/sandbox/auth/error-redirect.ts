import type { ErrorPageCode } from '../faults.ts';
import { redirect, type Reply } from '../http/reply.ts';
import { encodeAuthError } from './auth-error.ts';

const echoed = ['client_id', 'redirect_uri', 'response_type', 'scope', 'state', 'access_type'];

const accountProblems = new Set<ErrorPageCode>([
  'access_denied',
  'org_internal',
  'admin_policy_enforced',
  'policy_enforced',
  'access_not_configured',
]);

/** Whether Google can only know this once an account was chosen. */
export function isAccountProblem(code: ErrorPageCode): boolean {
  return accountProblems.has(code);
}

/** Sends to the error page, whose address carries the encoded reason and the request's parameters. */
export function errorRedirect(code: ErrorPageCode, message: string, asked: URLSearchParams, status: 302 | 303 = 302): Reply {
  const parameters = echoed.flatMap((name): [string, string][] => {
    const value = asked.get(name);
    return value === null ? [] : [[name, value]];
  });
  const query = new URLSearchParams({ authError: encodeAuthError({ code, message, parameters }) });
  const clientId = asked.get('client_id');
  if (clientId !== null) query.set('client_id', clientId);
  query.set('flowName', 'GeneralOAuthFlow');
  return redirect(`/signin/oauth/error?${query.toString()}`, status);
}
