import { describe, expect, it } from 'vitest';
import { codeOf, CALENDAR, GrantWorld, GROUPS, SIGN_IN } from '../testing/grant-world.ts';
import { webClient } from '../testing/sample-client.ts';
import { json } from '../testing/scripted-fetch.ts';

describe('accepting a consent', () => {
  it('stores one authorization for an account and a client, requested and granted scopes apart', async () => {
    const world = await GrantWorld.open();
    const accepted = await world.accept('ana', { scopes: SIGN_IN }, { requested: ['openid', 'email', 'profile', CALENDAR, GROUPS] });
    if (!accepted.ok) throw new Error(accepted.error.message);
    expect(accepted.value.receipt).toEqual({ granted: SIGN_IN, refused: [CALENDAR, GROUPS], unexpected: [] });
    expect(accepted.value.otherAccount).toBeNull();
    expect(accepted.value.authorization).toMatchObject({
      sub: 'ana',
      email: 'ana@example.com',
      clientRef: 'client-1',
      projectNumber: '1234',
      requested: ['openid', 'email', 'profile', CALENDAR, GROUPS],
      granted: SIGN_IN,
      consentedIn: 'browser',
      consentedAt: world.clock.now(),
      accessTokenExpiresAt: world.clock.now() + 3_600_000,
      mark: 'none',
    });
    expect(world.records.log).toEqual([`put authorization/${accepted.value.authorization.id}`]);
    expect(world.changes).toBe(2);
  });

  it('merges the same account again, keeping a refresh token that the answer lacks', async () => {
    const world = await GrantWorld.open();
    const first = await world.granted('ana', { refreshTokenExpiresIn: 600 });
    world.clock.advance(1000);
    const second = await world.granted('ana', { refreshToken: null, accessToken: 'ya29.second', scopes: [...SIGN_IN, GROUPS] });
    expect(second).toBe(first);
    expect(world.grants.list()).toHaveLength(1);
    expect(world.grants.get(first)).toMatchObject({ granted: [...SIGN_IN, GROUPS], refreshTokenExpiresAt: world.clock.now() - 1000 + 600_000 });
    expect(world.grants.tokens(first)).toMatchObject({ access: 'ya29.second', refresh: '1//ana' });
    expect(world.grants.get(first)?.tokenLives).toEqual([{ from: world.clock.now() - 1000, to: world.clock.now() }]);
  });

  it('does not keep a refresh token that Google has turned down', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ana');
    world.net.on('/token', () => json(400, { error: 'invalid_grant' }));
    await world.grants.refreshNow(id);
    await world.granted('ana', { refreshToken: null });
    expect(world.grants.tokens(id)?.refresh).toBeNull();
    expect(world.stateOf(id)).toBe('active');
  });

  it('keeps another account apart and says so', async () => {
    const world = await GrantWorld.open();
    const ana = await world.granted('ana');
    const accepted = await world.accept('bo', {}, { expectedAuthorizationId: ana });
    expect(accepted.ok && accepted.value.otherAccount).toEqual({ expected: 'ana@example.com', actual: 'bo@example.com' });
    expect(world.grants.list().map(({ email }) => email)).toEqual(['ana@example.com', 'bo@example.com']);
    expect(world.grants.tokens(ana)?.access).toBe('ya29.ana');
  });

  it('keeps the same account with another client apart, without calling it another account', async () => {
    const world = await GrantWorld.open();
    const ana = await world.granted('ana');
    const accepted = await world.accept(
      'ana',
      { idToken: world.idToken('ana', { aud: webClient.clientId }) },
      { client: webClient, expectedAuthorizationId: ana },
    );
    expect(accepted.ok && accepted.value.otherAccount).toBeNull();
    expect(world.grants.list()).toHaveLength(2);
  });

  it('takes what was asked for granted when the answer has no scope', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ana', { scopes: null });
    expect(world.grants.get(id)?.granted).toEqual(['openid', 'email', 'profile', CALENDAR]);
  });
});

describe('whose consent it was', () => {
  it('is asked of userinfo when there is no ID token', async () => {
    const world = await GrantWorld.open();
    world.net.on('/v1/userinfo', () => json(200, { sub: 'cy', email: 'cy@example.com', hd: 'example.com' }));
    const id = await world.granted('ignored', { idToken: null });
    expect(world.grants.get(id)).toMatchObject({ sub: 'cy', email: 'cy@example.com', hostedDomain: 'example.com', idToken: null });
  });

  it('is completed by userinfo when the ID token has no email, but never replaced', async () => {
    const world = await GrantWorld.open();
    world.net.on('/v1/userinfo', () => json(200, { sub: 'ana', email: 'ana@work.example' }));
    const id = await world.granted('ana', { idToken: world.idToken('ana', { email: undefined }) });
    expect(world.grants.get(id)?.email).toBe('ana@work.example');
    world.net.on('/v1/userinfo', () => json(200, { sub: 'mallory', email: 'mallory@example.com' }));
    const bo = await world.granted('bo', { idToken: world.idToken('bo', { email: undefined }) });
    expect(world.grants.get(bo)).toMatchObject({ sub: 'bo', email: 'bo' });
  });

  it.each([
    ['userinfo refuses', () => json(401, { error: 'invalid_token' }), 'account-unknown'],
    ['userinfo names nobody', () => json(200, { email: 'x@example.com' }), 'account-unknown'],
    ['userinfo cannot be reached', () => Promise.reject(new TypeError('reset')), 'offline'],
    ['userinfo is broken', () => json(500, {}), 'exchange-failed'],
  ] as const)('has to be known: %s', async (_what, answer, code) => {
    const world = await GrantWorld.open();
    world.net.on('/v1/userinfo', answer);
    expect(codeOf(await world.accept('x', { idToken: null }))).toBe(code);
    expect(world.records.log).toEqual([]);
  });

  it.each([
    ['id-token-audience', { aud: 'another-client' }],
    ['id-token-nonce', { nonce: 'another' }],
    ['id-token-issuer', { iss: 'https://evil.example' }],
  ])('is not taken from a wrong ID token, nor is userinfo asked then: %s', async (code, change) => {
    const world = await GrantWorld.open();
    world.net.on('/v1/userinfo', () => json(200, { sub: 'ana', email: 'ana@example.com' }));
    expect(codeOf(await world.accept('ana', { idToken: world.idToken('ana', change) }, { nonce: 'mine' }))).toBe(code);
    expect(world.net.seen).toEqual([]);
    expect(world.grants.list()).toEqual([]);
  });
});

describe('a consent that cannot be stored', () => {
  it('tells the fault of the vault', async () => {
    const world = await GrantWorld.open();
    world.records.full = true;
    expect(codeOf(await world.accept('ana'))).toBe('vault-disk-full');
    expect(world.grants.list()).toEqual([]);
    await world.grants.unload();
    expect(codeOf(await world.accept('ana'))).toBe('vault-locked');
  });

  it('leaves nothing when it was cancelled before', async () => {
    const world = await GrantWorld.open();
    expect(codeOf(await world.accept('ana', {}, { signal: AbortSignal.abort() }))).toBe('cancelled');
    expect(world.records.log).toEqual([]);
  });
});

describe('the list', () => {
  it('is read from the vault again, without what is no authorization', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ana');
    const stored = world.grants.get(id);
    await world.records.put('authorization', 'broken', { id: 'broken' });
    await world.records.put('authorization', 'moved', stored);
    await world.grants.unload();
    expect(world.grants.list()).toEqual([]);
    await world.grants.reload();
    expect(world.grants.list()).toEqual([stored]);
    expect(world.activity.entries.map(({ detail }) => detail)).toEqual([
      'The record broken holds no authorization; it was left as it is.',
      'The record moved holds no authorization; it was left as it is.',
    ]);
    expect(await world.records.get('authorization', 'broken')).not.toBeNull();
  });
});
