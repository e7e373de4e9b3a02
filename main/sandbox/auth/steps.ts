import type { SandboxAccount } from '../accounts.ts';
import type { ErrorPageCode } from '../faults.ts';
import type { Call } from '../http/call.ts';
import { redirect, type Reply } from '../http/reply.ts';
import { findClient } from '../state/clients.ts';
import type { SandboxClient } from '../state/state.ts';
import type { World } from '../world.ts';
import type { AuthorizationRequest } from './check-request.ts';
import { errorRedirect } from './error-redirect.ts';
import { finish } from './finish.ts';
import { grantedScopes } from './grants.ts';
import { redirectBack } from './redirect-back.ts';
import { scopeWords } from './scope-words.ts';
import { fullScope, isSignInScope } from './scopes.ts';

/** Electron names itself in its user agent; the app never hides it. */
export function isAppWindow(call: Call): boolean {
  return (call.header('user-agent') ?? '').includes('Electron/');
}

/** An account was chosen (or hinted): refuse, warn, ask for consent, or go straight back. */
export async function afterAccount(
  world: World,
  call: Call,
  request: AuthorizationRequest,
  chosen: SandboxAccount,
  status: 302 | 303,
): Promise<Reply> {
  const client = findClient(world.state, request.clientId);
  if (client === undefined) return refuse('invalid_client', 'The OAuth client was not found.', request, status);
  const account = world.faults.wrongAccount ? (world.accounts.find((other) => other.sub !== chosen.sub) ?? chosen) : chosen;
  if (world.faults.blockAppWindows === 'rejected' && isAppWindow(call)) return redirect(rejectedPath, status);

  const problem = accountProblem(world, client, account);
  if (problem !== undefined) return refuse(problem, 'This account may not use the app.', request, status);
  if (world.faults.deny) return redirectBack(world, request, { error: 'access_denied' }, status);
  if (needsWarning(world, client, request, account)) return toPage(world, 'warning', request, account, status);
  return afterWarning(world, request, account, status);
}

/** The warning was accepted or not needed: ask for consent unless all of it was given before. */
export async function afterWarning(
  world: World,
  request: AuthorizationRequest,
  account: SandboxAccount,
  status: 302 | 303,
): Promise<Reply> {
  const client = findClient(world.state, request.clientId);
  if (client === undefined) return refuse('invalid_client', 'The OAuth client was not found.', request, status);
  const granted = grantedScopes(world.state, client.projectNumber, account.sub);
  const known = request.scopes.every((scope) => granted.includes(scope));
  if (known && !request.prompts.includes('consent')) return finish(world, request, account, request.scopes, 'none', status);
  return toPage(world, 'consent', request, account, status);
}

/** The scopes the consent page offers: a fault can keep some from ever being granted. */
export function offeredScopes(world: World, request: AuthorizationRequest): { readonly signIn: string[]; readonly others: string[] } {
  const refused = new Set(world.faults.refuseScopes.map(fullScope));
  const offered = request.scopes.filter((scope) => !refused.has(scope));
  return { signIn: offered.filter(isSignInScope), others: offered.filter((scope) => !isSignInScope(scope)) };
}

/** Google shows checkboxes when two or more scopes beyond sign-in are asked; a single one is allowed or denied as a whole. */
export function hasCheckboxes(request: AuthorizationRequest): boolean {
  return request.scopes.filter((scope) => !isSignInScope(scope)).length >= 2;
}

const rejectedPath = `/v3/signin/rejected?${new URLSearchParams({
  continue: '/signin/oauth/consent',
  flowName: 'GlifWebSignIn',
  rhlk: 'js',
  rrk: '46',
}).toString()}`;

const pagePaths = { warning: '/signin/oauth/warning', consent: '/signin/oauth/consent' } as const;

function toPage(world: World, step: 'warning' | 'consent', request: AuthorizationRequest, account: SandboxAccount, status: 302 | 303): Reply {
  const transaction = world.transactions.open({ step, request, sub: account.sub });
  return redirect(`${pagePaths[step]}?${new URLSearchParams({ transaction, authuser: '0' }).toString()}`, status);
}

function accountProblem(world: World, client: SandboxClient, account: SandboxAccount): ErrorPageCode | undefined {
  if (world.faults.errorPage !== null) return world.faults.errorPage;
  if (client.internalDomain !== null && client.internalDomain !== account.domain) return 'org_internal';
  if (client.testing && client.testUsers.length > 0 && !client.testUsers.includes(account.email)) return 'access_denied';
  return undefined;
}

function needsWarning(world: World, client: SandboxClient, request: AuthorizationRequest, account: SandboxAccount): boolean {
  if (client.verified || client.internalDomain !== null) return false;
  const granted = grantedScopes(world.state, client.projectNumber, account.sub);
  return request.scopes.some((scope) => !granted.includes(scope) && (scopeWords(scope)?.class ?? 'n') !== 'n');
}

function refuse(code: ErrorPageCode, message: string, request: AuthorizationRequest, status: 302 | 303): Reply {
  const asked = new URLSearchParams({ client_id: request.clientId, redirect_uri: request.redirectUri, scope: request.scopes.join(' ') });
  if (request.state !== null) asked.set('state', request.state);
  return errorRedirect(code, message, asked, status);
}
