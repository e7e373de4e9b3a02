import { describe, expect, it } from 'vitest';
import { GrantWorld, HOUR } from '../testing/grant-world.ts';
import { json } from '../testing/scripted-fetch.ts';
import type { Authorization } from './authorization.ts';
import { standingOf } from './authorization-state.ts';
import { signInEnds } from './sign-in-ends.ts';

async function sample(): Promise<{ readonly authorization: Authorization; readonly now: number }> {
  const world = await GrantWorld.open();
  const authorization = world.grants.get(await world.granted('ana'));
  if (authorization === null) throw new Error('not stored');
  return { authorization, now: world.clock.now() };
}

describe('how an authorization stands', () => {
  it('follows its tokens and marks', async () => {
    const { authorization, now } = await sample();
    const state = (change: Partial<Authorization>, at = now): string => {
      const { state: name, reason } = standingOf({ ...authorization, ...change }, at);
      return `${name} ${reason?.code ?? '-'}`;
    };
    expect(state({})).toBe('active -');
    expect(state({}, now + HOUR - 1)).toBe('active -');
    expect(state({}, now + HOUR)).toBe('expired access-token-ended');
    expect(state({ refreshToken: null }, now + HOUR)).toBe('sign-in-needed no-refresh-token');
    expect(state({ refreshTokenExpiresAt: now + HOUR }, now + HOUR)).toBe('sign-in-needed refresh-token-ended');
    expect(state({ offlineSince: now })).toBe('unknown-offline offline');
    expect(state({ mark: 'revoked', offlineSince: now, markReason: { code: 'revoked', message: 'x', hint: null } })).toBe('revoked revoked');
    expect(state({ mark: 'sign-in-needed' })).toBe('sign-in-needed -');
  });
});

describe('the end of a sign-in', () => {
  it('is certain when Google named it, or when nothing can renew the token', async () => {
    const { authorization, now } = await sample();
    expect(signInEnds({ ...authorization, refreshTokenExpiresAt: now + 5 })).toMatchObject({ at: now + 5, certain: true });
    expect(signInEnds({ ...authorization, refreshToken: null })).toMatchObject({ at: now + HOUR, certain: true });
  });

  it('is six months after the last use by rule of thumb', async () => {
    const { authorization } = await sample();
    const used = Date.UTC(2026, 11, 1);
    expect(signInEnds({ ...authorization, lastUsedAt: used })).toEqual({ at: Date.UTC(2027, 5, 1), certain: false, why: 'unused for six months', rule: 'idle' });
    expect(signInEnds({ ...authorization, lastRefreshedAt: used, lastUsedAt: 1 })?.at).toBe(Date.UTC(2027, 5, 1));
  });

  it('is the seventh day for an app in Testing, until a later refresh has shown otherwise', async () => {
    const { authorization, now } = await sample();
    const week = 7 * 24 * HOUR;
    expect(signInEnds(authorization, 'testing')).toMatchObject({ at: authorization.consentedAt + week, certain: false, rule: 'testing' });
    expect(signInEnds(authorization, 'production')?.rule).toBe('idle');
    expect(signInEnds({ ...authorization, granted: ['openid', 'email'] }, 'testing')?.rule).toBe('idle');
    expect(signInEnds({ ...authorization, lastRefreshedAt: authorization.consentedAt + week + HOUR }, 'testing')?.rule).toBe('idle');
    const named = { ...authorization, refreshTokenExpiresAt: authorization.consentedAt + 604_799_000 };
    expect(signInEnds(named, 'testing')).toMatchObject({ certain: true, rule: 'named' });
    expect(signInEnds(named)?.why).toContain('Testing');
    expect(signInEnds({ ...named, refreshTokenExpiresAt: now + 30 * 24 * HOUR })?.why).not.toContain('Testing');
  });

  it('counts consents that gave a refresh token, from one for records that did not count, and anew after a revoke', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ana');
    await world.granted('ana');
    await world.granted('ana', { refreshToken: null });
    expect(world.grants.get(id)?.consents).toBe(2);
    const { consents, ...old } = world.grants.get(id) ?? { consents: 0 };
    await world.records.put('authorization', id, old);
    await world.grants.reload();
    expect([consents, world.grants.get(id)?.consents]).toEqual([2, 1]);
    world.net.on('/revoke', () => json(200, {}));
    await world.grants.revoke(id);
    await world.granted('ana');
    expect(world.grants.get(id)?.consents).toBe(1);
  });

  it('is nothing to tell of a marked one', async () => {
    const { authorization } = await sample();
    expect(signInEnds({ ...authorization, mark: 'revoked' })).toBeNull();
    expect(signInEnds({ ...authorization, mark: 'sign-in-needed' })).toBeNull();
  });
});

describe('the last use', () => {
  it('is known at once and written every few minutes', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ana');
    for (const minutes of [0, 1, 3, 6]) {
      world.clock.advance(minutes * 60_000);
      await world.grants.markUsed(id);
      expect(world.grants.get(id)?.lastUsedAt).toBe(world.clock.now());
    }
    expect(world.records.log).toHaveLength(3);
    await world.grants.markUsed('nobody');
  });

  it('ends being offline', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ana');
    await world.grants.check(id);
    expect(world.stateOf(id)).toBe('unknown-offline');
    await world.grants.markUsed(id);
    expect(world.stateOf(id)).toBe('active');
  });

  it('that cannot be written does not fail the call', async () => {
    const world = await GrantWorld.open();
    const id = await world.granted('ana');
    world.records.full = true;
    await world.grants.markUsed(id);
    expect(world.activity.entries).toMatchObject([{ what: 'note use', outcome: 'failed' }]);
  });
});

describe('past access tokens', () => {
  it('are remembered up to 200, an early end included', async () => {
    const world = await GrantWorld.open();
    world.renewsWith();
    const id = await world.granted('ana');
    const began = world.clock.now();
    for (let round = 0; round < 205; round += 1) {
      world.clock.advance(round === 0 ? 1000 : 2 * HOUR);
      await world.grants.refreshNow(id);
    }
    const lives = world.grants.get(id)?.tokenLives ?? [];
    expect(lives).toHaveLength(200);
    expect(lives.every(({ from, to }) => to - from === HOUR)).toBe(true);
    expect(lives.some(({ from }) => from === began)).toBe(false);
  });
});
