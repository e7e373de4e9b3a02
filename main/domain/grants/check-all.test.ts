import { beforeEach, describe, expect, it } from 'vitest';
import { RunningCalls } from '../google/running-calls.ts';
import { CALENDAR, codeOf, GrantWorld, rest, SIGN_IN } from '../testing/grant-world.ts';
import { desktopClient } from '../testing/sample-client.ts';
import { json } from '../testing/scripted-fetch.ts';
import { CheckAll, type CheckRun } from './check-all.ts';

describe('check all', () => {
  let world: GrantWorld;
  let running: RunningCalls;
  let progress: CheckRun[];
  let all: CheckAll;
  const scopes = [...SIGN_IN, CALENDAR];
  const info = (listed = scopes): void => {
    world.net.on('/tokeninfo', () => json(200, { aud: desktopClient.clientId, scope: listed.join(' '), expires_in: '3599' }));
  };

  beforeEach(async () => {
    world = await GrantWorld.open();
    running = new RunningCalls();
    progress = [];
    all = new CheckAll({ grants: world.grants, clock: world.clock, running, onProgress: (run) => progress.push(run) });
    world.renewsWith();
    info();
  });

  const outcomes = (run: CheckRun): Record<string, string> => Object.fromEntries(run.checked.map((one) => [one.email.replace('@example.com', ''), one.outcome]));

  it('tells the living from the changed, the ended, the unreachable and the revoked', async () => {
    for (const sub of ['alive', 'dead', 'away', 'gone']) await world.granted(sub);
    world.net.on('/revoke', () => json(200, {}));
    await world.grants.revoke(world.grants.list().find((one) => one.sub === 'gone')?.id ?? '');
    world.net.on('/token', ({ form }) => {
      const token = form.get('refresh_token');
      if (token === '1//dead') return json(400, { error: 'invalid_grant' });
      if (token === '1//away') throw new TypeError('offline');
      return json(200, { access_token: 'ya29.new', expires_in: 3600, token_type: 'Bearer', scope: scopes.join(' ') });
    });
    const run = await all.run('c');
    expect(run.ok && outcomes(run.value)).toEqual({ alive: 'alive', dead: 'ended', away: 'unreachable', gone: 'skipped' });
    expect(run.ok && run.value).toMatchObject({ total: 4, cancelled: false });
    expect(JSON.stringify(run)).not.toMatch(/ya29|1\/\//);
  });

  it('names a change of scopes even when the refresh has taken it over already', async () => {
    await world.granted('ana');
    world.renewsWith({ scope: SIGN_IN.join(' ') });
    info(SIGN_IN);
    const run = await all.run('c');
    expect(run.ok && run.value.checked).toMatchObject([{ outcome: 'changed', detail: '1 scope is gone' }]);
  });

  it('asks four at a time, each once, and takes a thousand', async () => {
    for (let n = 0; n < 1000; n += 1) await world.granted(`u${n}`);
    let now = 0;
    let most = 0;
    world.net.on('/token', async () => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      now -= 1;
      return json(200, { access_token: 'ya29.new', expires_in: 3600, token_type: 'Bearer', scope: scopes.join(' ') });
    });
    const run = await all.run('c');
    expect(run.ok && run.value.checked.length).toBe(1000);
    expect(most).toBeLessThanOrEqual(4);
    expect(world.net.to('/token')).toHaveLength(1000);
    // The clock stands still: one word at the start, and one at the end.
    expect(progress).toHaveLength(2);
    expect(progress.at(-1)?.endedAt).not.toBeNull();
  });

  it('can be cancelled, and answers with what is known by then', async () => {
    await world.granted('ana');
    await world.granted('bo');
    world.net.on('/token', ({ form }) =>
      form.get('refresh_token') === '1//bo' ? new Promise<Response>(() => undefined) : json(200, { access_token: 'ya29.new', expires_in: 3600, token_type: 'Bearer', scope: scopes.join(' ') }),
    );
    const work = all.run('c');
    await rest();
    expect(codeOf(await all.run('other'))).toBe('check-in-progress');
    expect(running.cancel('c')).toBe(true);
    const run = await work;
    expect(run.ok && run.value).toMatchObject({ cancelled: true, total: 2 });
    expect(run.ok && outcomes(run.value)).toEqual({ ana: 'alive' });
  });

  it('gives up on one that does not answer', async () => {
    await world.granted('ana');
    world.net.on('/token', () => new Promise<Response>(() => undefined));
    const work = all.run('c');
    await rest();
    world.clock.advance(45_000);
    const run = await work;
    expect(run.ok && run.value.checked).toMatchObject([{ outcome: 'unreachable' }]);
  });

  it('joins a refresh that is under way', async () => {
    const ana = await world.granted('ana');
    await Promise.all([world.grants.refreshNow(ana), all.run('c')]);
    expect(world.net.to('/token')).toHaveLength(1);
  });
});
