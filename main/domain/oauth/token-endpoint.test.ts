import { describe, expect, it } from 'vitest';
import { ManualClock } from '../testing/manual-clock.ts';
import { html, json, ScriptedFetch, type Scripted } from '../testing/scripted-fetch.ts';
import { askUserInfo } from './account.ts';
import { GOOGLE } from './endpoints.ts';
import { exchangeCode } from './exchange.ts';
import { OAUTH_DEADLINE_MS } from './post-form.ts';
import { refreshTokens } from './refresh.ts';
import { revokeToken } from './revoke.ts';
import type { TokenAnswer } from './token-answer.ts';
import { askTokenInfo } from './tokeninfo.ts';

const client = { clientId: '12-a.apps.googleusercontent.com', clientSecret: 'GOCSPX-secret' };
const exchange = { client, code: '4/0Axyz', verifier: 'the-verifier', redirectUri: 'http://127.0.0.1:1/cb/x' };
const tokens = { access_token: 'ya29.a', expires_in: 3599, scope: 'openid email', token_type: 'Bearer' };

function world(answer?: Scripted): { readonly clock: ManualClock; readonly net: ScriptedFetch; readonly http: { fetch: ScriptedFetch['fetch']; clock: ManualClock } } {
  const clock = new ManualClock();
  const net = new ScriptedFetch();
  if (answer !== undefined) for (const path of ['/token', '/revoke', '/tokeninfo', '/v1/userinfo']) net.on(path, answer);
  return { clock, net, http: { fetch: net.fetch, clock } };
}
const short = (answer: TokenAnswer<unknown>): string => {
  if (answer.kind === 'unavailable') return answer.cause;
  return answer.kind === 'refused' ? `${answer.refusal.error}/${answer.refusal.detail}` : answer.kind;
};

describe('the code exchange', () => {
  it('posts a form with client secret and verifier, and follows no redirect', async () => {
    const { net, http } = world(() => json(200, { ...tokens, refresh_token: '1//r', refresh_token_expires_in: 604799, id_token: 'a.b.c', extra: {} }));
    const answer = await exchangeCode(http, GOOGLE, exchange);
    expect(answer).toEqual({
      kind: 'ok',
      value: { accessToken: 'ya29.a', expiresIn: 3599, scopes: ['openid', 'email'], refreshToken: '1//r', refreshTokenExpiresIn: 604799, idToken: 'a.b.c' },
    });
    const [request] = net.seen;
    expect(request?.url).toBe('https://oauth2.googleapis.com/token');
    expect(request?.method).toBe('POST');
    expect(request?.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
    expect(request?.init.redirect).toBe('error');
    expect(Object.fromEntries(request?.form ?? [])).toEqual({
      grant_type: 'authorization_code',
      code: '4/0Axyz',
      code_verifier: 'the-verifier',
      redirect_uri: 'http://127.0.0.1:1/cb/x',
      client_id: client.clientId,
      client_secret: 'GOCSPX-secret',
    });
    expect(request?.body).toContain('code=4%2F0Axyz');
  });

  it('leaves the secret out when the client has none', async () => {
    const { net, http } = world(() => json(200, tokens));
    await exchangeCode(http, GOOGLE, { ...exchange, client: { ...client, clientSecret: null } });
    expect(net.seen[0]?.form.has('client_secret')).toBe(false);
  });

  it('takes an answer without optional members, and expires_in as text', async () => {
    const { http } = world(() => json(200, { access_token: 'ya29.a', expires_in: '60' }));
    expect(await exchangeCode(http, GOOGLE, exchange)).toMatchObject({ kind: 'ok', value: { expiresIn: 60, scopes: null, refreshToken: null, idToken: null } });
    const bare = world(() => json(200, { access_token: 'ya29.a' }));
    expect(await exchangeCode(bare.http, GOOGLE, exchange)).toMatchObject({ kind: 'ok', value: { expiresIn: 3600 } });
  });

  it.each<readonly [string, () => Response, string]>([
    ['another token type', () => json(200, { ...tokens, token_type: 'mac' }), 'foreign'],
    ['no access token', () => json(200, { scope: 'openid' }), 'foreign'],
    ['a web page', () => html(200), 'foreign'],
    ['a web page with 4xx', () => html(403), 'foreign'],
    ['JSON without error', () => json(400, { message: 'no' }), 'foreign'],
    ['a list', () => json(200, [tokens]), 'foreign'],
    ['a server error page', () => html(502), 'server'],
    ['a JSON 503', () => json(503, { error: 'temporarily_unavailable' }), 'server'],
    ['a 503 that says invalid_grant', () => json(503, { error: 'invalid_grant' }), 'server'],
    ['a busy 400', () => json(400, { error: 'internal_failure' }), 'server'],
    ['too many requests', () => json(429, { error: 'invalid_grant' }), 'rate'],
    ['invalid_grant', () => json(400, { error: 'invalid_grant', error_description: 'Bad Request' }), 'invalid_grant/none'],
    ['a cut code', () => json(400, { error: 'invalid_grant', error_description: 'Malformed auth code.' }), 'invalid_grant/code-malformed'],
    ['a wrong verifier', () => json(400, { error: 'invalid_grant', error_description: 'Missing code verifier.' }), 'invalid_grant/verifier-wrong'],
    ['a revoked token', () => json(400, { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' }), 'invalid_grant/expired-or-revoked'],
    ['rapt by subtype', () => json(400, { error: 'invalid_grant', error_subtype: 'rapt_required' }), 'invalid_grant/reauthentication'],
    ['rapt by description', () => json(400, { error: 'invalid_grant', error_description: 'reauth related error (invalid_rapt)' }), 'invalid_grant/reauthentication'],
    ['no secret', () => json(400, { error: 'invalid_request', error_description: 'client_secret is missing.' }), 'invalid_request/client-secret-missing'],
    ['a wrong secret', () => json(401, { error: 'invalid_client', error_description: 'The provided client secret is invalid.' }), 'invalid_client/client-secret-wrong'],
    ['an unknown client', () => json(401, { error: 'invalid_client', error_description: 'The OAuth client was not found.' }), 'invalid_client/client-unknown'],
    ['a strange error', () => json(400, { error: 'Secret: ya29.x' }), 'unknown_oauth_error/none'],
  ])('tells %s', async (_what, answer, told) => {
    expect(short(await exchangeCode(world(answer).http, GOOGLE, exchange))).toBe(told);
  });

  it('calls a reset, a body cut in the middle and a redirect a network failure', async () => {
    expect(short(await exchangeCode(world().http, GOOGLE, exchange))).toBe('network');
    const cut = world(() => new Response(new ReadableStream({ start: (controller) => { controller.error(new Error('reset')); } }), { status: 200 }));
    expect(short(await exchangeCode(cut.http, GOOGLE, exchange))).toBe('network');
  });

  it('gives up after 20 seconds, also when only the body hangs, and when it is cancelled', async () => {
    const hanging = world(() => new Response(new ReadableStream(), { status: 200 }));
    const answer = exchangeCode(hanging.http, GOOGLE, exchange);
    await Promise.resolve();
    hanging.clock.advance(OAUTH_DEADLINE_MS);
    expect(short(await answer)).toBe('timeout');
    const stop = new AbortController();
    const cancelled = exchangeCode(hanging.http, GOOGLE, exchange, stop.signal);
    stop.abort();
    expect(short(await cancelled)).toBe('cancelled');
    expect(hanging.clock.pending).toBe(0);
  });
});

describe('a refresh', () => {
  it('posts the refresh token and reads Retry-After of a refusal to serve', async () => {
    const { net, http } = world(() => json(429, {}, { 'retry-after': '7' }));
    expect(await refreshTokens(http, GOOGLE, client, '1//r')).toEqual({ kind: 'unavailable', cause: 'rate', retryAfterMs: 7000 });
    expect(Object.fromEntries(net.seen[0]?.form ?? [])).toEqual({
      grant_type: 'refresh_token',
      refresh_token: '1//r',
      client_id: client.clientId,
      client_secret: 'GOCSPX-secret',
    });
  });
});

describe('a revoke', () => {
  it.each<readonly [string, () => Response, unknown]>([
    ['{}', () => json(200, {}), { kind: 'ok', value: { alreadyRevoked: false } }],
    ['an empty body', () => new Response('', { status: 200 }), { kind: 'ok', value: { alreadyRevoked: false } }],
    ['an unknown token', () => json(400, { error: 'invalid_token', error_description: 'Token expired or revoked' }), { kind: 'ok', value: { alreadyRevoked: true } }],
    ['the page of a hotel', () => html(200), { kind: 'unavailable', cause: 'foreign', retryAfterMs: null }],
    ['another refusal', () => json(400, { error: 'invalid_request' }), { kind: 'refused', refusal: { status: 400, error: 'invalid_request', detail: 'none' } }],
  ])('understands %s', async (_what, answer, told) => {
    const { net, http } = world(answer);
    expect(await revokeToken(http, GOOGLE, '1//r')).toEqual(told);
    expect(net.seen.map(({ method, url, body }) => ({ method, url, body }))).toEqual([
      { method: 'POST', url: 'https://oauth2.googleapis.com/revoke', body: 'token=1%2F%2Fr' },
    ]);
  });
});

describe('tokeninfo', () => {
  it('asks in the body and turns text into numbers', async () => {
    const { net, http } = world(() => json(200, { azp: 'z', aud: 'a', sub: '108', scope: 'openid  email', exp: '1', expires_in: '1234', email: 'ana@example.com' }));
    expect(await askTokenInfo(http, GOOGLE, 'ya29.a')).toEqual({
      kind: 'ok',
      value: { audience: 'a', scopes: ['openid', 'email'], expiresIn: 1234, sub: '108', email: 'ana@example.com' },
    });
    expect(net.seen[0]).toMatchObject({ method: 'POST', url: 'https://oauth2.googleapis.com/tokeninfo', body: 'access_token=ya29.a' });
  });

  it('knows both forms of an unknown token', async () => {
    expect(short(await askTokenInfo(world(() => json(400, { error: 'invalid_token', error_description: 'Invalid Value' })).http, GOOGLE, 'x'))).toBe('invalid_token/none');
    expect(short(await askTokenInfo(world(() => json(400, { error_description: 'Invalid Value' })).http, GOOGLE, 'x'))).toBe('invalid_token/none');
    expect(short(await askTokenInfo(world(() => json(200, {})).http, GOOGLE, 'x'))).toBe('foreign');
  });
});

describe('userinfo', () => {
  it('sends the token in the header only', async () => {
    const { net, http } = world(() => json(200, { sub: '108', email: 'ana@example.com', name: 'Ana', hd: 'example.com', email_verified: true }));
    expect(await askUserInfo(http, GOOGLE, 'ya29.a')).toEqual({ kind: 'ok', value: { sub: '108', email: 'ana@example.com', name: 'Ana', hostedDomain: 'example.com' } });
    expect(net.seen[0]?.headers.get('authorization')).toBe('Bearer ya29.a');
    expect(net.seen[0]?.url).toBe('https://openidconnect.googleapis.com/v1/userinfo');
  });
});

describe('an answer without an end', () => {
  it('is read up to a limit and counts as foreign', async () => {
    let sent = 0;
    const endless = (): Response =>
      new Response(
        new ReadableStream({
          pull: (stream) => {
            sent += 65_536;
            if (sent > 64 * 1024 * 1024) stream.close();
            else stream.enqueue(new Uint8Array(65_536).fill(0x20));
          },
        }),
      );
    expect(short(await exchangeCode(world(endless).http, GOOGLE, exchange))).toBe('foreign');
    expect(sent).toBeLessThan(2 * 1024 * 1024);
  });
});
