import { describe, expect, it } from 'vitest';
import { codeOf, CALENDAR, GrantWorld, GROUPS, HOUR, rest, SIGN_IN } from '../testing/grant-world.ts';
import { desktopClient } from '../testing/sample-client.ts';
import { html, json, type Scripted } from '../testing/scripted-fetch.ts';

/** A promise that a test opens by hand. */
function gate(): { readonly wait: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const wait = new Promise<void>((resolve) => { open = resolve; });
  return { wait, open: () => { open(); } };
}
async function tokenOf(world: GrantWorld, id: string, stale?: string): Promise<string> {
  const outcome = await world.grants.accessToken(id, stale === undefined ? {} : { stale });
  return outcome.ok ? outcome.value : outcome.error.code;
}

describe('an access token', () => {
  it('is used until 90 seconds before its end, then renewed first', async () => {
    const world = await GrantWorld.open();
    world.renewsWith();
    const id = await world.granted('ana');
    world.clock.advance(HOUR - 91_000);
    expect(await tokenOf(world, id)).toBe('ya29.ana');
    world.clock.advance(1000);
    expect(await tokenOf(world, id)).toBe('ya29.renewed-1');
    expect(await tokenOf(world, id)).toBe('ya29.renewed-1');
    expect(world.net.to('/token')).toHaveLength(1);
  });

  it('with a short life is not renewed at every call', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ana', { expiresIn: 60 });
    world.clock.advance(44_000);
    expect(await tokenOf(world, id)).toBe('ya29.ana');
  });

  it('is renewed by one request, however many ask at once', async () => {
    const world = await GrantWorld.open();
    world.renewsWith();
    const id = await world.granted('ana');
    world.clock.advance(2 * HOUR);
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => tokenOf(world, id)));
    expect(all).toEqual(Array(5).fill('ya29.renewed-1'));
    expect(world.net.to('/token')).toHaveLength(1);
  });

  it('is renewed for the others when one caller leaves', async () => {
    const world = await GrantWorld.open();
    const held = gate();
    world.net.on('/token', async () => {
      await held.wait;
      return json(200, { access_token: 'ya29.late', expires_in: 3600 });
    });
    const id = await world.granted('ana');
    world.clock.advance(2 * HOUR);
    const impatient = new AbortController();
    const first = world.grants.accessToken(id, { signal: impatient.signal });
    const second = tokenOf(world, id);
    impatient.abort();
    expect(codeOf(await first)).toBe('cancelled');
    held.open();
    expect(await second).toBe('ya29.late');
    expect(codeOf(await world.grants.accessToken(id, { signal: AbortSignal.abort() }))).toBe('cancelled');
  });

  it('that an API turned down is replaced once, and not again when a newer one is there', async () => {
    const world = await GrantWorld.open();
    world.renewsWith();
    const id = await world.granted('ana');
    expect(await tokenOf(world, id, 'ya29.ana')).toBe('ya29.renewed-1');
    expect(await tokenOf(world, id, 'ya29.ana')).toBe('ya29.renewed-1');
    expect(world.net.to('/token')).toHaveLength(1);
  });

  it('cannot be replaced without a refresh token', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ana', { refreshToken: null });
    expect(await tokenOf(world, id)).toBe('ya29.ana');
    world.clock.advance(HOUR - 30_000);
    expect(await tokenOf(world, id)).toBe('ya29.ana');
    expect(await tokenOf(world, id, 'ya29.ana')).toBe('sign-in-needed');
    expect([world.stateOf(id), world.reasonOf(id)]).toEqual(['sign-in-needed', 'no-refresh-token']);
    expect(codeOf(await world.grants.refreshNow(id))).toBe('sign-in-needed');
    expect(world.net.seen).toEqual([]);
  });

  it('is not given for what is not stored, or while the vault is locked', async () => {
    const world = await GrantWorld.open();
    expect(await tokenOf(world, 'nobody')).toBe('authorization-missing');
    const id = await world.granted('ana');
    await world.grants.unload();
    expect(await tokenOf(world, id)).toBe('vault-locked');
    expect(codeOf(await world.grants.refreshNow(id))).toBe('vault-locked');
  });
});

describe('the answer to a refresh', () => {
  it('is merged: new scopes are taken over, what it lacks stays', async () => {
    const world = await GrantWorld.open();
    world.renewsWith({ scope: [...SIGN_IN, GROUPS].join(' ') });
    const id = await world.granted('ana', { refreshTokenExpiresIn: 604_799 });
    const before = world.grants.get(id);
    world.clock.advance(1000);
    const refreshed = await world.grants.refreshNow(id);
    expect(refreshed.ok && refreshed.value).toMatchObject({
      granted: [...SIGN_IN, GROUPS],
      requested: before?.requested,
      refreshToken: '1//ana',
      idToken: before?.idToken,
      refreshTokenExpiresAt: before?.refreshTokenExpiresAt,
      lastRefreshedAt: world.clock.now(),
      tokenLives: [{ from: world.clock.now() - 1000, to: world.clock.now() }],
    });
  });

  it('without scope leaves the scopes', async () => {
    const world = await GrantWorld.open();
    world.renewsWith({ scope: undefined });
    const id = await world.granted('ana');
    await world.grants.refreshNow(id);
    expect(world.grants.get(id)?.granted).toEqual([...SIGN_IN, CALENDAR]);
  });

  it('with a new refresh token is on disk before anybody gets the access token', async () => {
    const world = await GrantWorld.open();
    world.renewsWith({ refresh_token: '1//rotated' });
    const id = await world.granted('ana');
    const disk = gate();
    world.records.gate = disk.wait;
    let given = '';
    const asked = tokenOf(world, id, 'ya29.ana').then((token) => { given = token; });
    await rest();
    expect(given).toBe('');
    expect(world.grants.tokens(id)).toMatchObject({ access: 'ya29.ana', refresh: '1//ana' });
    disk.open();
    await asked;
    expect(given).toBe('ya29.renewed-1');
    expect((await world.records.get('authorization', id))?.value).toMatchObject({ refreshToken: '1//rotated' });
  });

  it('is kept for the next try when the disk is full, for the old refresh token may be dead', async () => {
    const world = await GrantWorld.open();
    world.renewsWith({ refresh_token: '1//rotated' });
    const id = await world.granted('ana');
    world.records.full = true;
    expect(await tokenOf(world, id, 'ya29.ana')).toBe('vault-disk-full');
    world.records.full = false;
    await world.grants.markUsed(id);
    expect(await tokenOf(world, id, 'ya29.ana')).toBe('ya29.renewed-1');
    expect(world.grants.tokens(id)?.refresh).toBe('1//rotated');
    expect(world.net.to('/token')).toHaveLength(1);
  });

  it('comes too late for a record that was forgotten, revoked or consented anew meanwhile', async () => {
    for (const meanwhile of ['forget', 'revoke', 'consent'] as const) {
      const world = await GrantWorld.open();
      const held = gate();
      world.net.on('/revoke', () => json(200, {}));
      world.net.on('/token', async () => {
        await held.wait;
        return json(200, { access_token: 'ya29.ghost', refresh_token: '1//ghost', expires_in: 3600 });
      });
      const id = await world.granted('ana');
      const asked = tokenOf(world, id, 'ya29.ana');
      await rest();
      if (meanwhile === 'consent') await world.granted('ana', { accessToken: 'ya29.anew' });
      else await world.grants[meanwhile](id);
      held.open();
      expect(await asked).toBe({ forget: 'authorization-missing', revoke: 'revoked', consent: 'ya29.anew' }[meanwhile]);
      expect(JSON.stringify(await world.records.list('authorization'))).not.toContain('ghost');
      expect(world.stateOf(id)).toBe({ forget: 'gone', revoke: 'revoked', consent: 'active' }[meanwhile]);
    }
  });

  it('is not written into the profile that was opened meanwhile', async () => {
    const world = await GrantWorld.open();
    const held = gate();
    world.net.on('/token', async () => {
      await held.wait;
      return json(200, { access_token: 'ya29.ghost', expires_in: 3600 });
    });
    const id = await world.granted('ana');
    const asked = tokenOf(world, id, 'ya29.ana');
    await rest();
    await world.grants.unload();
    await world.grants.reload();
    held.open();
    expect(await asked).toBe('cancelled');
    expect(world.grants.tokens(id)?.access).toBe('ya29.ana');
    expect(world.records.log).toHaveLength(1);
  });
});

describe('a refresh that fails', () => {
  const dead: Scripted = () => json(400, { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' });

  it('with invalid_grant marks, and deletes nothing', async () => {
    const world = await GrantWorld.open();
    world.net.on('/token', dead);
    const id = await world.granted('ana');
    expect(codeOf(await world.grants.refreshNow(id))).toBe('sign-in-needed');
    expect(world.stateOf(id)).toBe('sign-in-needed');
    expect(world.grants.tokens(id)).toMatchObject({ access: 'ya29.ana', refresh: '1//ana' });
    expect(await tokenOf(world, id)).toBe('sign-in-needed');
    expect(world.net.to('/token')).toHaveLength(1);
  });

  it('may be tried again by hand, and a success takes the mark away', async () => {
    const world = await GrantWorld.open();
    world.net.on('/token', dead);
    const id = await world.granted('ana');
    await world.grants.refreshNow(id);
    world.renewsWith();
    expect(codeOf(await world.grants.refreshNow(id))).toBe('ok');
    expect([world.stateOf(id), world.reasonOf(id)]).toEqual(['active', null]);
  });

  it.each<readonly [string, Scripted, string, string]>([
    ['invalid_rapt', () => json(400, { error: 'invalid_grant', error_subtype: 'invalid_rapt' }), 'reauthentication-required', 'expired'],
    ['rapt_required', () => json(400, { error: 'invalid_grant', error_subtype: 'rapt_required' }), 'reauthentication-required', 'expired'],
    ['invalid_client', () => json(401, { error: 'invalid_client' }), 'invalid-client', 'expired'],
    ['deleted_client', () => json(401, { error: 'deleted_client' }), 'deleted-client', 'expired'],
    ['admin_policy_enforced', () => json(400, { error: 'admin_policy_enforced' }), 'admin-policy-enforced', 'expired'],
    ['no client secret', () => json(400, { error: 'invalid_request', error_description: 'client_secret is missing.' }), 'client-secret-missing', 'expired'],
    ['a web page', () => html(200), 'refresh-failed', 'unknown-offline'],
    ['a page that says 403', () => html(403), 'refresh-failed', 'unknown-offline'],
    ['a reset', () => Promise.reject(new TypeError('reset')), 'offline', 'unknown-offline'],
  ])('with %s keeps the authorization and gives the reason', async (_what, answer, code, state) => {
    const world = await GrantWorld.open();
    world.net.on('/token', answer);
    const id = await world.granted('ana');
    world.clock.advance(2 * HOUR);
    const stored = (await world.records.get('authorization', id))?.value;
    expect(await tokenOf(world, id)).toBe(code);
    expect([world.stateOf(id), world.reasonOf(id)]).toEqual([state, code]);
    expect(world.grants.get(id)).toMatchObject({ mark: 'none', refreshToken: '1//ana' });
    if (state === 'unknown-offline') expect((await world.records.get('authorization', id))?.value).toEqual(stored);
    world.renewsWith();
    expect(await tokenOf(world, id)).toBe('ya29.renewed-1');
    expect([world.stateOf(id), world.reasonOf(id)]).toEqual(['active', null]);
  });

  it.each([503, 500, 429])('with %i is repeated twice, then leaves everything as it was', async (status) => {
    const world = await GrantWorld.open();
    world.net.on('/token', () => json(status, { error: 'temporarily_unavailable' }));
    const id = await world.granted('ana');
    const asked = world.grants.refreshNow(id);
    for (let round = 0; round < 3; round += 1) {
      await rest();
      world.clock.advance(1200);
    }
    expect(codeOf(await asked)).toBe('refresh-failed');
    expect(world.net.to('/token')).toHaveLength(3);
    expect(world.stateOf(id)).toBe('unknown-offline');
    expect(world.grants.get(id)?.mark).toBe('none');
    expect(world.clock.pending).toBe(0);
  });

  it('does not wait when Google names a long pause', async () => {
    const world = await GrantWorld.open();
    world.net.on('/token', () => json(503, {}, { 'retry-after': '60' }));
    const id = await world.granted('ana');
    expect(codeOf(await world.grants.refreshNow(id))).toBe('refresh-failed');
    expect(world.net.to('/token')).toHaveLength(1);
  });

  it('by silence ends after 20 seconds', async () => {
    const world = await GrantWorld.open();
    world.net.on('/token', () => new Promise(() => undefined));
    const id = await world.granted('ana');
    const asked = world.grants.refreshNow(id);
    await rest();
    world.clock.advance(20_000);
    expect(codeOf(await asked)).toBe('offline');
    expect(world.stateOf(id)).toBe('unknown-offline');
  });

  it('early, while Google is away, still gives the token that lives a little longer', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ana');
    world.clock.advance(HOUR - 60_000);
    expect(await tokenOf(world, id)).toBe('ya29.ana');
    expect(world.net.to('/token')).toHaveLength(1);
    expect(await tokenOf(world, id, 'ya29.ana')).toBe('offline');
    world.clock.advance(60_000);
    expect(await tokenOf(world, id)).toBe('offline');
  });

  it('for want of the client says so, and works again with the client imported anew', async () => {
    const world = await GrantWorld.open();
    world.renewsWith();
    const id = await world.granted('ana');
    world.clients.clients.length = 0;
    expect(codeOf(await world.grants.refreshNow(id))).toBe('client-missing');
    expect([world.stateOf(id), world.reasonOf(id)]).toEqual(['active', 'client-missing']);
    world.clients.clients.push({ ...desktopClient, id: 'client-9' });
    expect(codeOf(await world.grants.refreshNow(id))).toBe('ok');
    expect(world.grants.get(id)?.clientRef).toBe('client-9');
  });

  it('is told in Activity without any token', async () => {
    const world = await GrantWorld.open();
    world.net.on('/token', () => json(400, { error: 'invalid_grant', error_description: 'token 1//ana is bad' }));
    const id = await world.granted('ana');
    const outcome = await world.grants.refreshNow(id);
    expect(world.activity.entries).toMatchObject([{ account: 'ana@example.com', what: 'refresh', outcome: 'failed' }]);
    expect(JSON.stringify([outcome, world.activity.entries, world.grants.get(id)?.markReason])).not.toMatch(/1\/\/|ya29|GOCSPX/);
  });
});
