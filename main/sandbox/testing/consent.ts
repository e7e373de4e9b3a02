import { createHash, randomBytes } from 'node:crypto';
import { practiceClients, type ClientFileEntry } from '../practice-clients.ts';
import { Browser, redirectOf, screen, type BrowserOptions, type Screen } from './browser.ts';

export const ada = 'ada.lovelace@harbor.example';
export const maya = 'maya.okafor@harbor.example';
export const tomas = 'tomas.silva@orchard.example';
export const prefix = 'https://www.googleapis.com/auth/';
export const desktop = practiceClients.desktop.installed;
export const web = practiceClients.web.web;
export const loopback = 'http://127.0.0.1:53117/cb/4f1d';

export interface Ask extends BrowserOptions {
  readonly client?: ClientFileEntry;
  readonly scopes: readonly string[];
  readonly account?: string;
  readonly redirectUri?: string;
  /** Scopes to tick, short names; all when absent. */
  readonly tick?: readonly string[];
  readonly answer?: 'continue' | 'cancel';
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly redirect: URL;
  readonly verifier: string;
  readonly pages: readonly string[];
}

/** Short names become full ones. */
export function full(scope: string): string {
  return scope.includes('://') || ['openid', 'email', 'profile'].includes(scope) ? scope : prefix + scope;
}

/** An authorization URL with PKCE and state `state-1`. Undefined-valued parameters cannot be sent; '' removes one. */
export function authorizationUrl(origin: string, ask: Ask, verifier: string): URL {
  const url = new URL('/o/oauth2/v2/auth', origin);
  const parameters: Record<string, string> = {
    client_id: (ask.client ?? desktop).client_id,
    redirect_uri: ask.redirectUri ?? loopback,
    response_type: 'code',
    scope: ask.scopes.map(full).join(' '),
    state: 'state-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...ask.parameters,
  };
  for (const [name, value] of Object.entries(parameters)) if (value !== '') url.searchParams.set(name, value);
  return url;
}

/** Goes through chooser, warning and consent the way a person does, and gives the redirect that leaves the sandbox. */
export async function consent(origin: string, ask: Ask): Promise<Asked> {
  const verifier = randomBytes(48).toString('base64url');
  return { ...(await walk(origin, authorizationUrl(origin, ask, verifier), ask)), verifier };
}

/** The same from an authorization URL that somebody else made. */
export async function walk(origin: string, address: string | URL, ask: Ask): Promise<Omit<Asked, 'verifier'>> {
  const browser = new Browser(origin, ask);
  const pages: string[] = [];
  let at: Screen | URL = await browser.open(address);
  while (!(at instanceof URL)) {
    pages.push(at.title);
    at = await browser.submit(screen(at), fieldsFor(at, ask));
  }
  return { redirect: redirectOf(at), pages };
}

function fieldsFor(at: Screen, ask: Ask): [string, string][] {
  switch (at.url.pathname) {
    case '/v3/signin/accountchooser':
      return [['account', ask.account ?? ada]];
    case '/signin/oauth/warning':
      return [['answer', 'continue']];
    case '/signin/oauth/consent':
      return [...(ask.tick ?? ask.scopes).map((scope): [string, string] => ['scope', full(scope)]), ['answer', ask.answer ?? 'continue']];
    default:
      throw new Error(`no way on from "${at.title}" at ${at.url.pathname}`);
  }
}

export interface TokenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A form post to /token (or another path) with this client's credentials. */
export async function post(origin: string, path: string, form: Readonly<Record<string, string>>): Promise<TokenAnswer> {
  const answer = await fetch(origin + path, { method: 'POST', body: new URLSearchParams(form) });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
}

export function exchange(origin: string, asked: Asked, ask: Ask, change: Readonly<Record<string, string>> = {}): Promise<TokenAnswer> {
  const client = ask.client ?? desktop;
  return post(origin, '/token', {
    grant_type: 'authorization_code',
    client_id: client.client_id,
    client_secret: client.client_secret,
    code: asked.redirect.searchParams.get('code') ?? '',
    code_verifier: asked.verifier,
    redirect_uri: ask.redirectUri ?? loopback,
    ...change,
  });
}

export interface Tokens {
  readonly access: string;
  readonly refresh: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The whole way to tokens; fails when the exchange does. */
export async function authorize(origin: string, ask: Ask): Promise<Tokens> {
  const answer = await exchange(origin, await consent(origin, ask), ask);
  if (answer.status !== 200) throw new Error(`exchange answered ${String(answer.status)} ${JSON.stringify(answer.body)}`);
  const { access_token: access, refresh_token: refreshToken } = answer.body;
  return {
    access: typeof access === 'string' ? access : '',
    refresh: typeof refreshToken === 'string' ? refreshToken : '',
    body: answer.body,
  };
}

/** A refresh with this client's credentials. */
export function refresh(origin: string, token: string, client: ClientFileEntry = desktop): Promise<TokenAnswer> {
  return post(origin, '/token', {
    grant_type: 'refresh_token',
    client_id: client.client_id,
    client_secret: client.client_secret,
    refresh_token: token,
  });
}
