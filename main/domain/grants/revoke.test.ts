import { fault } from '../shared/fault.ts';
import { describe, expect, it } from 'vitest';
import { codeOf, GrantWorld, HOUR, rest } from '../testing/grant-world.ts';
import { desktopClient, webClient } from '../testing/sample-client.ts';
import { html, json, type Scripted } from '../testing/scripted-fetch.ts';

const gone: Scripted = () => json(400, { error: 'invalid_token', error_description: 'Token expired or revoked' });
const foreignClient = { ...desktopClient, id: 'client-3', clientId: '999-desk.apps.googleusercontent.com' };

/** Ana with two clients of one project and one of another, and Bo. */
async function family(): Promise<{ world: GrantWorld; ana: string; anaWeb: string; anaForeign: string; bo: string }> {
  const world = await GrantWorld.open();
  const as = (sub: string, client: typeof desktopClient): Promise<string> =>
    world.granted(sub, { idToken: world.idToken(sub, { aud: client.clientId }), refreshToken: `1//${sub}-${client.id}` }, { client });
  return {
    world,
    ana: await as('ana', desktopClient),
    anaWeb: await as('ana', webClient),
    anaForeign: await as('ana', foreignClient),
    bo: await as('bo', desktopClient),
  };
}

describe('a revoke', () => {
  it('is announced with all that die: same account, same project, this one first', async () => {
    const { world, ana, anaWeb } = await family();
    expect(world.grants.revokePreview(anaWeb).map(({ id }) => id)).toEqual([anaWeb, ana]);
    expect(world.grants.revokePreview(ana).map(({ id }) => id)).toEqual([ana, anaWeb]);
    expect(world.grants.revokePreview('nobody')).toEqual([]);
  });

  it('sends the refresh token, marks all of them and keeps their records without tokens', async () => {
    const { world, ana, anaWeb, anaForeign, bo } = await family();
    world.net.on('/revoke', () => json(200, {}));
    expect(await world.grants.revoke(ana)).toEqual({ ok: true, value: { alreadyRevoked: false, marked: [ana, anaWeb] } });
    expect(world.net.seen.map(({ body }) => body)).toEqual(['token=1%2F%2Fana-client-1']);
    expect([ana, anaWeb, anaForeign, bo].map((id) => world.stateOf(id))).toEqual(['revoked', 'revoked', 'active', 'active']);
    expect(world.grants.tokens(anaWeb)).toEqual({ access: null, refresh: null, id: null });
    expect(JSON.stringify((await world.records.get('authorization', ana))?.value)).not.toMatch(/ya29|1\/\//);
    expect(codeOf(await world.grants.accessToken(ana))).toBe('revoked');
    expect(codeOf(await world.grants.refreshNow(ana))).toBe('revoked');
    expect(world.grants.revokePreview(anaWeb).map(({ id }) => id)).toEqual([anaWeb]);
  });

  it('of a grant that is already gone counts as done, after its siblings were tried too', async () => {
    const { world, ana, anaWeb } = await family();
    world.net.on('/revoke', gone);
    expect(await world.grants.revoke(ana)).toEqual({ ok: true, value: { alreadyRevoked: true, marked: [ana, anaWeb] } });
    expect(world.net.seen.map(({ body }) => body)).toEqual(['token=1%2F%2Fana-client-1', 'token=1%2F%2Fana-client-2']);
  });

  it('ends a living sibling when only this token was unknown', async () => {
    const { world, ana, anaWeb } = await family();
    world.net.on('/revoke', (request) => (request.body.includes('client-2') ? json(200, {}) : json(400, { error: 'invalid_token' })));
    expect(await world.grants.revoke(ana)).toEqual({ ok: true, value: { alreadyRevoked: false, marked: [ana, anaWeb] } });
  });

  it.each<readonly [string, Scripted, string]>([
    ['a reset', () => Promise.reject(new TypeError('reset')), 'offline'],
    ['a 503', () => json(503, {}), 'revoke-failed'],
    ['a web page', () => html(200), 'revoke-failed'],
    ['another refusal', () => json(400, { error: 'invalid_request' }), 'revoke-failed'],
  ])('that meets %s marks nothing and says that the grant may live on', async (_what, answer, code) => {
    const { world, ana } = await family();
    world.net.on('/revoke', answer);
    const outcome = await world.grants.revoke(ana);
    expect(codeOf(outcome)).toBe(code);
    expect(outcome.ok ? '' : outcome.error.message).toContain('may live on');
    expect(world.stateOf(ana)).toBe('active');
    expect(world.grants.tokens(ana)?.refresh).toBe('1//ana-client-1');
  });

  it('without a refresh token sends the access token; an ended one proves nothing', async () => {
    const world = await GrantWorld.open();
    world.net.on('/revoke', gone);
    const id = await world.granted('ana', { refreshToken: null });
    world.clock.advance(HOUR);
    const outcome = await world.grants.revoke(id);
    expect(codeOf(outcome)).toBe('nothing-to-revoke');
    expect(world.net.seen[0]?.body).toBe('token=ya29.ana');
    expect(world.stateOf(id)).toBe('sign-in-needed');
  });

  it('of something unknown or twice is harmless', async () => {
    const world = await GrantWorld.open();
    world.net.on('/revoke', () => json(200, {}));
    expect(codeOf(await world.grants.revoke('nobody'))).toBe('authorization-missing');
    const id = await world.granted('ana');
    await world.grants.revoke(id);
    expect(await world.grants.revoke(id)).toMatchObject({ ok: true, value: { alreadyRevoked: true } });
    expect(world.net.seen).toHaveLength(1);
  });

  it('does not take the tokens of a consent that was given while Google answered: they may live, and only they could end it', async () => {
    const { world, ana, anaWeb } = await family();
    let answer: (response: Response) => void = () => undefined;
    world.net.on('/revoke', () => new Promise((resolve) => { answer = resolve; }));
    const revoked = world.grants.revoke(ana);
    await rest();
    world.clock.advance(1000);
    await world.granted('ana', { refreshToken: '1//ana-new' });
    answer(json(200, {}));
    expect(await revoked).toEqual({ ok: true, value: { alreadyRevoked: false, marked: [anaWeb] } });
    expect(world.stateOf(ana)).toBe('active');
    expect(world.grants.tokens(ana)?.refresh).toBe('1//ana-new');
    expect(world.stateOf(anaWeb)).toBe('revoked');
  });

  it('is undone by a new consent', async () => {
    const world = await GrantWorld.open();
    world.net.on('/revoke', () => json(200, {}));
    const id = await world.granted('ana');
    await world.grants.revoke(id, { code: 'drop-unfinished', message: 'Dropped.', hint: null });
    expect(world.reasonOf(id)).toBe('drop-unfinished');
    await world.granted('ana');
    expect([world.stateOf(id), world.reasonOf(id)]).toEqual(['active', null]);
  });
});

describe('forgetting', () => {
  it('deletes the record and asks Google nothing', async () => {
    const { world, ana, anaWeb } = await family();
    expect(codeOf(await world.grants.forget(ana))).toBe('ok');
    expect(world.net.seen).toEqual([]);
    expect(await world.records.get('authorization', ana)).toBeNull();
    expect(world.stateOf(anaWeb)).toBe('active');
    expect(codeOf(await world.grants.forget(ana))).toBe('authorization-missing');
    expect(world.grants.tokens(ana)).toBeNull();
    // What else is kept of it went first, once.
    expect(world.forgotten).toEqual([ana]);
  });

  it('leaves the record when what else is kept of it cannot be removed', async () => {
    const { world, ana } = await family();
    world.forgetFault = fault('vault-write-failed', 'The file cannot be removed.');
    expect(codeOf(await world.grants.forget(ana))).toBe('vault-write-failed');
    expect(world.stateOf(ana)).toBe('active');
  });

  it('that the vault cannot do leaves the record', async () => {
    const { world, ana } = await family();
    world.records.full = true;
    expect(codeOf(await world.grants.forget(ana))).toBe('vault-disk-full');
    expect(world.stateOf(ana)).toBe('active');
  });
});
