import type { ErrorPageCode } from '../faults.ts';
import { findClient } from '../state/clients.ts';
import type { SandboxClient, SandboxState } from '../state/state.ts';
import { redirectProblem } from './redirect-uri.ts';
import { readScopes } from './scopes.ts';

/** An authorization request that passed every check. */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  /** Canonical, see scopes.ts. */
  readonly scopes: readonly string[];
  readonly state: string | null;
  readonly challenge: string | null;
  readonly challengeMethod: 'S256' | 'plain';
  readonly nonce: string | null;
  readonly offline: boolean;
  readonly includeGranted: boolean;
  readonly prompts: readonly string[];
  readonly loginHint: string | null;
}

export interface RequestProblem {
  readonly code: ErrorPageCode;
  readonly message: string;
}

export type CheckedRequest =
  | { readonly ok: true; readonly request: AuthorizationRequest; readonly client: SandboxClient }
  | { readonly ok: false; readonly problem: RequestProblem };

const onceOnly = [
  'client_id',
  'redirect_uri',
  'response_type',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
  'access_type',
  'prompt',
  'login_hint',
  'nonce',
];

const promptValues = new Set(['none', 'consent', 'select_account']);

/**
 * Checks an authorization request in Google's order: client, redirect, then the rest. Every problem here becomes a page, never a redirect.
 * https://developers.google.com/identity/protocols/oauth2/native-app , RFC 6749 §4.1.1, RFC 7636 §4.3
 */
export function checkRequest(state: SandboxState, query: URLSearchParams): CheckedRequest {
  const repeated = onceOnly.find((name) => query.getAll(name).length > 1);
  if (repeated !== undefined) return refuse('invalid_request', `Parameter sent more than once: ${repeated}`);

  const clientId = query.get('client_id');
  if (clientId === null || clientId === '') return refuse('invalid_request', 'Missing required parameter: client_id');
  const client = findClient(state, clientId);
  if (client === undefined) return refuse('invalid_client', 'The OAuth client was not found.');
  if (client.deleted) return refuse('deleted_client', 'The OAuth client was deleted.');
  if (client.disabled) return refuse('disabled_client', 'The OAuth client was disabled.');

  const redirectUri = query.get('redirect_uri');
  if (redirectUri === null || redirectUri === '') return refuse('invalid_request', 'Missing required parameter: redirect_uri');
  const redirectCode = redirectProblem(client, redirectUri);
  if (redirectCode !== undefined) return refuse(redirectCode, 'The redirect URI does not fit this client.');

  const problem = checkShape(query) ?? checkChallenge(query) ?? checkPrompt(query);
  if (problem !== undefined) return { ok: false, problem };

  const scopes = readScopes(query.get('scope') ?? '');
  if (scopes.invalid.length > 0) {
    return refuse('invalid_scope', `Some requested scopes were invalid. {valid=[${scopes.valid.join(', ')}], invalid=[${scopes.invalid.join(', ')}]}`);
  }
  const isDesktop = client.kind === 'installed';
  return {
    ok: true,
    client,
    request: {
      clientId,
      redirectUri,
      scopes: scopes.valid,
      state: query.get('state'),
      challenge: query.get('code_challenge'),
      challengeMethod: query.get('code_challenge_method') === 'S256' ? 'S256' : 'plain',
      nonce: query.get('nonce'),
      offline: isDesktop || query.get('access_type') === 'offline',
      // Documented as not supported for installed apps.
      includeGranted: !isDesktop && query.get('include_granted_scopes') === 'true',
      prompts: promptsOf(query),
      loginHint: query.get('login_hint'),
    },
  };
}

function checkShape(query: URLSearchParams): RequestProblem | undefined {
  const responseType = query.get('response_type');
  if (responseType === null || responseType === '') return problem('invalid_request', 'Missing required parameter: response_type');
  if (responseType !== 'code') return problem('unsupported_response_type', 'Only response_type=code is practised here.');
  const scope = query.get('scope');
  if (scope === null || scope.trim() === '') return problem('invalid_request', 'Missing required parameter: scope');
  const accessType = query.get('access_type');
  if (accessType !== null && accessType !== 'online' && accessType !== 'offline') {
    return problem('invalid_request', 'Invalid parameter value for access_type');
  }
  return undefined;
}

function checkChallenge(query: URLSearchParams): RequestProblem | undefined {
  const challenge = query.get('code_challenge');
  const method = query.get('code_challenge_method');
  if (method !== null && method !== 'S256' && method !== 'plain') {
    return problem('invalid_request', 'Invalid parameter value for code_challenge_method');
  }
  if (method !== null && challenge === null) return problem('invalid_request', 'Missing required parameter: code_challenge');
  if (challenge !== null && !/^[A-Za-z0-9\-._~]{43,128}$/.test(challenge)) {
    return problem('invalid_request', 'Invalid parameter value for code_challenge');
  }
  return undefined;
}

function checkPrompt(query: URLSearchParams): RequestProblem | undefined {
  const prompts = promptsOf(query);
  const unknown = prompts.some((prompt) => !promptValues.has(prompt));
  return unknown || (prompts.includes('none') && prompts.length > 1)
    ? problem('invalid_request', 'Invalid parameter value for prompt')
    : undefined;
}

function promptsOf(query: URLSearchParams): string[] {
  return (query.get('prompt') ?? '').split(' ').filter((prompt) => prompt !== '');
}

function problem(code: ErrorPageCode, message: string): RequestProblem {
  return { code, message };
}

function refuse(code: ErrorPageCode, message: string): CheckedRequest {
  return { ok: false, problem: problem(code, message) };
}
