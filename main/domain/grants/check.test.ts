import { describe, expect, it } from 'vitest';
import { codeOf, CALENDAR, GrantWorld, GROUPS, HOUR, rest, SIGN_IN } from '../testing/grant-world.ts';
import { desktopClient } from '../testing/sample-client.ts';
import { json } from '../testing/scripted-fetch.ts';

const info = (change: Record<string, unknown> = {}): Response =>
  json(200, { aud: desktopClient.clientId, scope: [...SIGN_IN, CALENDAR].join(' '), expires_in: '1800', sub: 'ana', email: 'ana@example.com', ...change });

describe('a check with Google', () => {
  it('tells scopes, audience and time left', async () => {
    const world = await GrantWorld.open();
    world.net.on('/tokeninfo', () => info());
    const id = await world.granted('ana');
    expect(await world.grants.check(id)).toEqual({
      ok: true,
      value: {
        checkedAt: world.clock.now(),
        audience: desktopClient.clientId,
        audienceMatches: true,
        expiresInSeconds: 1800,
        scopes: [...SIGN_IN, CALENDAR],
        missing: [],
        added: [],
        email: 'ana@example.com',
      },
    });
    expect(world.records.log).toHaveLength(1);
  });

  it('stores what is different', async () => {
    const world = await GrantWorld.open();
    world.net.on('/tokeninfo', () => info({ scope: [...SIGN_IN, GROUPS].join(' ') }));
    const id = await world.granted('ana');
    expect(await world.grants.check(id)).toMatchObject({ ok: true, value: { missing: [CALENDAR], added: [GROUPS] } });
    expect(world.grants.get(id)?.granted).toEqual([...SIGN_IN, GROUPS]);
    expect(world.records.log).toHaveLength(2);
  });

  it('stores nothing of an older token over a consent that was given meanwhile', async () => {
    const world = await GrantWorld.open();
    let answer: (response: Response) => void = () => undefined;
    world.net.on('/tokeninfo', () => new Promise((resolve) => { answer = resolve; }));
    const id = await world.granted('ana');
    const check = world.grants.check(id);
    await rest();
    world.clock.advance(1000);
    await world.granted('ana', { scopes: [...SIGN_IN, CALENDAR, GROUPS] });
    answer(info());
    await check;
    expect(world.grants.get(id)?.granted).toContain(GROUPS);
  });

  it('does not call spelling a difference', async () => {
    const world = await GrantWorld.open();
    world.net.on('/tokeninfo', () => info({ scope: `email profile openid ${CALENDAR}` }));
    const id = await world.granted('ana');
    expect(await world.grants.check(id)).toMatchObject({ ok: true, value: { missing: [], added: [] } });
  });

  it('of a token for another client shows it and stores nothing', async () => {
    const world = await GrantWorld.open();
    world.net.on('/tokeninfo', () => info({ aud: 'another', scope: 'openid' }));
    const id = await world.granted('ana');
    expect(await world.grants.check(id)).toMatchObject({ ok: true, value: { audience: 'another', audienceMatches: false } });
    expect(world.grants.get(id)?.granted).toContain(CALENDAR);
  });

  it('renews an ended token first, and one that Google does not know once', async () => {
    const world = await GrantWorld.open();
    world.renewsWith();
    world.net.on('/tokeninfo', (request) => (request.form.get('access_token') === 'ya29.renewed-2' ? info() : json(400, { error_description: 'Invalid Value' })));
    const id = await world.granted('ana');
    world.clock.advance(2 * HOUR);
    expect(codeOf(await world.grants.check(id))).toBe('ok');
    expect(world.net.to('/token')).toHaveLength(2);
  });

  it('finds out that the grant is gone', async () => {
    const world = await GrantWorld.open();
    world.net.on('/tokeninfo', () => json(400, { error: 'invalid_token' }));
    world.net.on('/token', () => json(400, { error: 'invalid_grant' }));
    const id = await world.granted('ana');
    expect(codeOf(await world.grants.check(id))).toBe('sign-in-needed');
    expect(world.stateOf(id)).toBe('sign-in-needed');
  });

  it('that Google is too busy for changes nothing', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ana');
    world.net.on('/tokeninfo', () => json(503, {}));
    expect(codeOf(await world.grants.check(id))).toBe('check-failed');
    expect(world.stateOf(id)).toBe('active');
  });

  it('that reaches nobody leaves the state unknown until one does, and writes nothing', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ana');
    expect(codeOf(await world.grants.check(id))).toBe('offline');
    expect(world.stateOf(id)).toBe('unknown-offline');
    expect(world.records.log).toHaveLength(1);
    world.net.on('/tokeninfo', () => info());
    expect(codeOf(await world.grants.check(id))).toBe('ok');
    expect(world.stateOf(id)).toBe('active');
    expect(codeOf(await world.grants.check('nobody'))).toBe('authorization-missing');
  });
});
