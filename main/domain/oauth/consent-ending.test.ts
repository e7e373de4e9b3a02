import { describe, expect, it } from 'vitest';
import { ConsentWorld } from '../testing/consent-world.ts';
import { CALENDAR, codeOf, rest, SIGN_IN } from '../testing/grant-world.ts';
import { json } from '../testing/scripted-fetch.ts';

describe('an end of the attempt', () => {
  it('comes after five minutes', async () => {
    const world = await ConsentWorld.open();
    await world.begun();
    world.grantWorld.clock.advance(299_999);
    expect(world.outcome).toBe('pending');
    world.grantWorld.clock.advance(1);
    expect(world.outcome).toBe('consent-timeout');
    await rest();
    expect(world.loopback.handlers.size).toBe(0);
  });

  it('comes by cancel, once, and only for the attempt that is meant', async () => {
    const world = await ConsentWorld.open();
    const { id } = await world.begun();
    const answer = world.answer();
    expect(codeOf(world.consent.cancel('another'))).toBe('consent-not-found');
    expect(codeOf(world.consent.cancel(id))).toBe('ok');
    expect(codeOf(world.consent.cancel(id))).toBe('consent-not-pending');
    expect(codeOf(world.consent.link(id))).toBe('consent-not-pending');
    expect(codeOf(world.consent.paste(id, answer))).toBe('consent-not-pending');
    expect(codeOf(await world.consent.show(id))).toBe('consent-not-pending');
    expect(world.seen.filter((attempt) => attempt?.outcome !== null)).toHaveLength(1);
    await rest();
    expect([world.loopback.handlers.size, world.grantWorld.clock.pending]).toEqual([0, 0]);
  });

  it('can be dismissed when it has come, not before', async () => {
    const world = await ConsentWorld.open();
    const { id } = await world.begun();
    expect(codeOf(world.consent.dismiss(id))).toBe('consent-pending');
    world.consent.cancel(id);
    expect(codeOf(world.consent.dismiss(id))).toBe('ok');
    expect(world.consent.current()).toBeNull();
    expect(world.seen.at(-1)).toBeNull();
    expect(codeOf(world.consent.dismiss(id))).toBe('consent-not-found');
  });
});

describe('quitting', () => {
  it('settles what waits and resolves when the port is free', async () => {
    const world = await ConsentWorld.open();
    await world.begun({ surface: 'app-window' });
    await world.consent.shutdown();
    expect(world.outcome).toBe('cancelled');
    expect([world.window.open, world.loopback.handlers.size, world.grantWorld.clock.pending]).toEqual([false, 0, 0]);
  });

  it('does not hang on a port that will not close', async () => {
    const world = await ConsentWorld.open();
    world.loopback.closing = new Promise(() => undefined);
    await world.begun();
    const farewell = world.consent.shutdown();
    await rest();
    world.grantWorld.clock.advance(1000);
    await farewell;
    expect(world.outcome).toBe('cancelled');
  });

  it('in the middle of starting opens nothing and frees the port', async () => {
    for (const moments of [0, 1, 2, 3, 4, 6, 8]) {
      const world = await ConsentWorld.open();
      const started = world.start();
      for (let moment = 0; moment < moments; moment += 1) await Promise.resolve();
      await world.consent.shutdown();
      const begun = await started;
      await rest();
      expect(world.loopback.handlers.size, `after ${moments}`).toBe(0);
      expect(world.consent.current()?.outcome ?? null, `after ${moments}`).toEqual(begun.ok ? { kind: 'cancelled' } : null);
      expect(world.grantWorld.clock.pending).toBe(0);
    }
  });

  it('in the middle of a start that fails goes on', async () => {
    const world = await ConsentWorld.open();
    world.grantWorld.clients.byId = () => Promise.reject(new Error('not readable'));
    const started = expect(world.start()).rejects.toThrow('not readable');
    await world.consent.shutdown();
    await started;
  });

  it('without an attempt is nothing', async () => {
    const world = await ConsentWorld.open();
    await world.consent.shutdown();
    expect(world.seen).toEqual([]);
    expect(codeOf(await world.start())).toBe('ok');
  });
});

describe('a pasted address', () => {
  it('finishes the attempt', async () => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana');
    const { id } = await world.begun({ surface: 'app-window' });
    expect(codeOf(world.consent.paste(id, ` "${world.answer()}"\n`))).toBe('ok');
    await rest();
    expect([world.outcome, world.window.open]).toEqual(['granted', false]);
  });

  it.each([
    ['nonsense', 'paste-not-an-address'],
    ['https://accounts.google.com/o/oauth2/v2/auth?state=x&code=y', 'paste-elsewhere'],
    ['code=4/0A&state=another', 'paste-other-attempt'],
    ['code=4/0A', 'paste-incomplete'],
  ])('that is wrong is explained and leaves the attempt waiting: %s', async (address, code) => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana');
    const { id } = await world.begun();
    expect(codeOf(world.consent.paste(id, address))).toBe(code);
    expect([world.outcome, world.ignored]).toEqual(['pending', []]);
    expect(codeOf(world.consent.paste(id, world.answer()))).toBe('ok');
    await rest();
    expect(world.outcome).toBe('granted');
  });

  it('counts once, whichever way the answer comes twice', async () => {
    const world = await ConsentWorld.open();
    world.tokensFor('ana');
    const { id } = await world.begun();
    const answer = world.answer();
    expect(world.loopback.receive(answer)).toBe('accepted');
    expect(codeOf(world.consent.paste(id, answer))).toBe('consent-not-pending');
    await rest();
    expect(world.grantWorld.net.to('/token')).toHaveLength(1);
  });
});

describe('dropping a scope', () => {
  const drop = (authorizationId: string) => ({ purpose: 'drop', authorizationId, scopes: [] }) as const;

  it('revokes first, then asks for the rest', async () => {
    const world = await ConsentWorld.open();
    const ana = await world.grantWorld.granted('ana');
    const order: string[] = [];
    world.grantWorld.net.on('/revoke', () => {
      order.push(`revoked, ${world.browsed.length} pages open`);
      return json(200, {});
    });
    await world.begun(drop(ana));
    expect(order).toEqual(['revoked, 0 pages open']);
    expect([world.request.get('prompt'), world.request.get('login_hint'), world.request.get('scope')]).toEqual(['consent', 'ana@example.com', 'openid email profile']);
    expect(world.grantWorld.reasonOf(ana)).toBe('drop-unfinished');
    world.tokensFor('ana', { scope: SIGN_IN.join(' ') });
    world.loopback.receive(world.answer());
    await rest();
    expect(world.outcome).toBe('granted');
    expect([world.grantWorld.stateOf(ana), world.grantWorld.grants.get(ana)?.granted]).toEqual(['active', SIGN_IN]);
  });

  it('does not begin when the revoke fails, and loses nothing', async () => {
    const world = await ConsentWorld.open();
    const ana = await world.grantWorld.granted('ana');
    expect(codeOf(await world.start(drop(ana)))).toBe('offline');
    await rest();
    expect([world.consent.current(), world.browsed, world.loopback.handlers.size]).toEqual([null, [], 0]);
    expect([world.grantWorld.stateOf(ana), world.grantWorld.grants.get(ana)?.granted]).toEqual(['active', [...SIGN_IN, CALENDAR]]);
  });

  it('does not revoke when consent could not come back anyway', async () => {
    const world = await ConsentWorld.open();
    const ana = await world.grantWorld.granted('ana');
    world.grantWorld.net.on('/revoke', () => json(200, {}));
    world.loopback.busy.add('8085');
    expect(codeOf(await world.start({ ...drop(ana), clientRef: 'client-2' }))).toBe('port-busy');
    expect(world.grantWorld.net.seen).toEqual([]);
    expect(world.grantWorld.stateOf(ana)).toBe('active');
  });

  it.each(['cancel', 'deadline', 'quit'] as const)('that is abandoned by %s says that there is no access now', async (how) => {
    const world = await ConsentWorld.open();
    const ana = await world.grantWorld.granted('ana');
    world.grantWorld.net.on('/revoke', () => json(200, {}));
    const { id } = await world.begun(drop(ana));
    if (how === 'cancel') world.consent.cancel(id);
    else if (how === 'deadline') world.grantWorld.clock.advance(300_000);
    else await world.consent.shutdown();
    expect([world.grantWorld.stateOf(ana), world.grantWorld.reasonOf(ana)]).toEqual(['revoked', 'drop-unfinished']);
    const authorization = world.grantWorld.grants.get(ana);
    expect(authorization?.markReason?.message).toContain('no access now');
  });

  it('can be tried again without asking Google to revoke twice', async () => {
    const world = await ConsentWorld.open();
    const ana = await world.grantWorld.granted('ana');
    world.grantWorld.net.on('/revoke', () => json(200, {}));
    const { id } = await world.begun(drop(ana));
    world.consent.cancel(id);
    await world.begun(drop(ana));
    expect(world.outcome).toBe('pending');
    expect(world.grantWorld.net.to('/revoke')).toHaveLength(1);
  });
});
