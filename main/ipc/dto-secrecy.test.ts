import { describe, expect, it } from 'vitest';
import type { OAuthClient } from '../domain/clients/client.ts';
import type { CallResult } from '../domain/google/call-result.ts';
import type { Authorization } from '../domain/grants/authorization.ts';
import type { ConsentAttempt } from '../domain/oauth/consent-attempt.ts';
import { fault } from '../domain/shared/fault.ts';
import { tutorialFacts } from '../domain/tutorial/facts.ts';
import { tutorial } from '../domain/tutorial/tutorial.ts';
import { errorDto } from './answer.ts';
import { authorizationDto, revokePreviewDto } from './authorization-dto.ts';
import { callDto } from './call-dto.ts';
import { clientDto } from './client-dto.ts';
import { consentDto } from './consent-dto.ts';
import { jwt } from '../domain/testing/jwt.ts';
import { tutorialDto } from './tutorial-calls.ts';
import { masked, tokenPanelDto } from './token-panel-dto.ts';

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const secrets = {
  access: 'ya29.a0AeDClZBseededAccessTokenOfTheTest0123456789',
  refresh: '1//0gSeededRefreshTokenOfTheTest0123456789abcdef',
  id: `${base64({ alg: 'RS256' })}.${base64({ iss: 'https://accounts.google.com', email: 'ada@harbor.example', exp: 1_795_406_649 })}.c2VlZGVkLXNpZ25hdHVyZQ`,
  client: 'GOCSPX-seededClientSecretOfTheTest',
  code: '4/0AeanSeededAuthorizationCodeOfTheTest',
  verifier: 'seededVerifierOfTheTest-0123456789-0123456789-012',
};

const authorization: Authorization = {
  id: 'authorization-1',
  sub: '104815162342118151601',
  email: 'ada@harbor.example',
  name: 'Ada',
  hostedDomain: null,
  clientRef: 'client-1',
  clientId: '1234567890-abc.apps.googleusercontent.com',
  projectNumber: '1234567890',
  requested: ['openid', 'https://www.googleapis.com/auth/calendar.readonly'],
  granted: ['openid', 'https://www.googleapis.com/auth/drive.file'],
  accessToken: secrets.access,
  refreshToken: secrets.refresh,
  idToken: secrets.id,
  accessTokenIssuedAt: 1,
  accessTokenExpiresAt: 2,
  refreshTokenExpiresAt: null,
  consentedAt: 1,
  consentedIn: 'browser',
  lastRefreshedAt: null,
  lastUsedAt: null,
  tokenLives: Array.from({ length: 250 }, (_, at) => ({ from: at, to: at + 1 })),
  mark: 'none',
  markReason: null,
  consents: 1,
  offlineSince: null,
};

const client: OAuthClient = {
  id: 'client-1',
  clientId: '1234567890-abc.apps.googleusercontent.com',
  type: 'web',
  clientSecret: secrets.client,
  projectId: null,
  redirectUris: ['http://127.0.0.1:8085/cb', 'http://example.com/auth_return'],
  notices: [],
  addedAt: 1,
};

const attempt = {
  id: 'attempt-1',
  purpose: 'new',
  authorizationId: null,
  surface: 'app-window',
  moved: null,
  client: { id: 'client-1', clientId: client.clientId, projectId: 'rota-sync', type: 'web', clientSecret: secrets.client },
  expectedEmail: null,
  scopes: ['openid'],
  comesBackTo: '127.0.0.1:8085/cb',
  startedAt: 1,
  deadlineAt: 2,
  step: 'D',
  stepsDone: [],
  hops: [],
  timeBoxHours: null,
  ignored: [{ code: 'x', message: `ignored ?code=${secrets.code}`, hint: null }],
  outcome: { kind: 'failed', error: fault('x', `failed with code_verifier=${secrets.verifier}`) },
  // What a careless change could add to the attempt.
  verifier: secrets.verifier,
} as ConsentAttempt;

const result = {
  callId: 'call-1',
  outcome: 'response',
  status: 403,
  statusText: 'Forbidden',
  durationMs: 1,
  bytes: 2,
  attempts: 1,
  pages: 1,
  request: {
    method: 'GET',
    url: `https://www.googleapis.com/calendar/v3/x?access_token=${secrets.access}`,
    headers: [['Authorization', `Bearer ${secrets.access}`]],
  },
  contentType: 'application/json',
  body: '{}',
  truncated: false,
  explanation: { code: 'x', title: 't', meaning: `m ${secrets.access}`, remedies: [{ kind: 'retry', notBefore: null }] },
} as CallResult;

const standing = { state: 'active', reason: { code: 'x', message: `refresh_token=${secrets.refresh}`, hint: null } } as const;

describe('no DTO holds a secret', () => {
  const dtos: readonly (readonly [string, unknown])[] = [
    ['authorization', authorizationDto(authorization, standing, client, null)],
    ['authorization without its client', authorizationDto(authorization, standing, null, null)],
    ['revoke preview', revokePreviewDto([authorization], () => client)],
    ['token panel', tokenPanelDto(authorization)],
    ['client', clientDto(client, { practice: false, authorizationCount: 1 })],
    ['consent attempt', consentDto(attempt)],
    ['test call', callDto(result)],
    ['tutorial', tutorialDto(tutorial(tutorialFacts(client, authorization)))],
    ['error', errorDto(fault('x', `m ${secrets.access}`, `h ${secrets.refresh}`, [{ code: 'y', message: secrets.client, hint: secrets.code }]))],
  ];

  it.each(dtos)('%s', (_name, dto) => {
    const text = JSON.stringify(dto);
    for (const [name, secret] of Object.entries(secrets)) {
      expect(text, name).not.toContain(secret);
      expect(text, `end of ${name}`).not.toContain(secret.slice(-12));
    }
  });

  it('and the seeds are really there to be found', () => {
    const all = JSON.stringify([authorization, client, attempt, result]);
    for (const secret of Object.values(secrets)) expect(all).toContain(secret);
  });
});

describe('what a DTO does tell', () => {
  it('granted, refused and unexpected scopes, and at most 200 lives', () => {
    const dto = authorizationDto(authorization, { state: 'active', reason: null }, client, null);
    expect(dto.granted.map((scope) => [scope.shortName, scope.unexpected])).toEqual([
      ['openid', false],
      ['drive.file', true],
    ]);
    expect(dto.refused.map((scope) => scope.shortName)).toEqual(['calendar.readonly']);
    expect(dto.tokenLives).toHaveLength(200);
    expect(dto.tokenLives[0]).toEqual({ from: 50, to: 51 });
    expect(dto.client).toMatchObject({ type: 'web', label: '1234567890-abc' });
  });

  it('of a token six characters at most, of a short one none', () => {
    expect(masked('ya29.a0AfH6SMBxyz9f')).toBe('ya29…9f');
    expect(masked('short-token')).toBe('…');
  });

  it('the claims of the ID token with their meaning', () => {
    expect(tokenPanelDto(authorization).idTokenClaims).toEqual([
      { name: 'iss', value: 'https://accounts.google.com', meaning: 'Who made it' },
      { name: 'email', value: 'ada@harbor.example', meaning: 'The account’s address when it was issued' },
      { name: 'exp', value: '2026-11-23T04:04:09.000Z', meaning: 'When it ends' },
    ]);
  });

  it('the claims of any ID token, whatever they are called and hold', () => {
    const odd = { ...authorization, idToken: jwt({ constructor: 'a', toString: null, iat: 1e300, exp: 9e15, nbf: -1e300 }) };
    const { tokens, idTokenClaims } = tokenPanelDto(odd);
    expect(idTokenClaims).toEqual([
      { name: 'constructor', value: 'a', meaning: '' },
      { name: 'toString', value: 'null', meaning: '' },
      { name: 'iat', value: '1e+300', meaning: 'When it was issued' },
      { name: 'exp', value: '9000000000000000', meaning: 'When it ends' },
      { name: 'nbf', value: '-1e+300', meaning: 'From when it holds' },
    ]);
    expect(tokens.find(({ kind }) => kind === 'id')?.expiresAt).toBeNull();
  });

  it('of a Web client the redirect that consent uses', () => {
    const dto = clientDto(client, { practice: false, authorizationCount: 0 });
    expect(dto).toMatchObject({ redirectUri: 'http://127.0.0.1:8085/cb', worksInBrowser: true, hasSecret: true, projectNumber: '1234567890' });
  });
});
