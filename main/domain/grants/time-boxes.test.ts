import { beforeEach, describe, expect, it } from 'vitest';
import { codeOf, GrantWorld, HOUR, rest } from '../testing/grant-world.ts';
import { desktopClient, webClient } from '../testing/sample-client.ts';
import { json } from '../testing/scripted-fetch.ts';
import { TimeBoxes } from './time-boxes.ts';

const MINUTE = 60_000;

describe('a grant with an end of its own', () => {
  let world: GrantWorld;
  let boxes: TimeBoxes;
  let ana: string;
  let revokes: number;

  const make = (): TimeBoxes =>
    new TimeBoxes({
      records: world.records,
      clock: world.clock,
      grants: world.grants,
      activity: world.activity,
      onChange: () => undefined,
      reportError: (error) => {
        throw error;
      },
    });
  const stored = async (): Promise<number> => (await world.records.list('time-box')).length;
  /** Google revokes, or is away. */
  const google = (answers: boolean): void => {
    world.net.on('/revoke', () => {
      revokes += 1;
      return answers ? json(200, {}) : Promise.reject(new TypeError('offline'));
    });
  };

  beforeEach(async () => {
    world = await GrantWorld.open();
    revokes = 0;
    google(true);
    ana = await world.granted('ana');
    boxes = make();
    await boxes.load();
  });

  it('revokes itself when the time comes, not a minute before', async () => {
    expect(codeOf(await boxes.set(ana, 8))).toBe('ok');
    expect(boxes.get(ana)).toEqual({ endsAt: world.clock.now() + 8 * HOUR, setAt: world.clock.now(), state: 'running', problem: null });
    world.clock.advance(8 * HOUR - MINUTE);
    await rest();
    expect([revokes, world.reasonOf(ana)]).toEqual([0, 'access-token-ended']);
    world.clock.advance(MINUTE);
    await rest();
    expect([revokes, world.stateOf(ana), world.reasonOf(ana)]).toEqual([1, 'revoked', 'time-over']);
    expect(boxes.get(ana)).toBeNull();
    expect(await stored()).toBe(0);
    expect(world.activity.entries.at(-1)).toEqual({ account: 'ana@example.com', what: 'revoke', outcome: 'ok', detail: 'its time was over' });
    expect(world.clock.pending).toBe(0);
  });

  it('waits for months, and a timer never waits longer than ten minutes', async () => {
    await boxes.set(ana, 24 * 60);
    world.clock.advance(24 * 60 * HOUR - 1);
    await rest();
    expect(revokes).toBe(0);
    world.clock.advance(1);
    await rest();
    expect(revokes).toBe(1);
  });

  it('that fell due while the app was closed is revoked at the start', async () => {
    await boxes.set(ana, 1);
    await boxes.close();
    expect(world.clock.pending).toBe(0);
    world.clock.advance(3 * HOUR);
    await rest();
    expect(revokes).toBe(0);
    const next = make();
    await next.load();
    await rest();
    expect([revokes, world.reasonOf(ana), await stored()]).toEqual([1, 'time-over', 0]);
  });

  it('is tried again at growing distances while Google cannot be reached, and says so', async () => {
    google(false);
    await boxes.set(ana, 1);
    world.clock.advance(HOUR);
    await rest();
    expect(boxes.get(ana)).toMatchObject({ state: 'overdue', problem: { code: 'offline' } });
    expect(revokes).toBe(1);
    for (const wait of [1, 2, 4]) {
      world.clock.advance(wait * MINUTE - 1);
      await rest();
      const before = revokes;
      world.clock.advance(1);
      await rest();
      expect(revokes).toBe(before + 1);
    }
    google(true);
    world.clock.advance(8 * MINUTE);
    await rest();
    expect([world.stateOf(ana), await stored()]).toEqual(['revoked', 0]);
  });

  it('is tried at once when the computer wakes up, and after a restart', async () => {
    google(false);
    await boxes.set(ana, 1);
    world.clock.advance(HOUR);
    await rest();
    boxes.look();
    await rest();
    expect(revokes).toBe(2);
    await boxes.close();
    google(true);
    const next = make();
    await next.load();
    await rest();
    expect([revokes, world.stateOf(ana)]).toEqual([3, 'revoked']);
  });

  it('is settled when Google had no such grant any more', async () => {
    world.net.on('/revoke', () => json(400, { error: 'invalid_token' }));
    await boxes.set(ana, 1);
    world.clock.advance(HOUR);
    await rest();
    expect([world.stateOf(ana), await stored()]).toEqual(['revoked', 0]);
    expect(world.activity.entries.at(-1)?.detail).toBe('its time was over: Google had no such grant any more.');
  });

  it('asks once for siblings of one project that end together', async () => {
    const web = await world.granted('ana', { idToken: world.idToken('ana', { aud: webClient.clientId }), refreshToken: '1//web' }, { client: webClient });
    await boxes.set(ana, 1);
    await boxes.set(web, 1);
    world.clock.advance(HOUR);
    await rest();
    expect([revokes, world.stateOf(ana), world.stateOf(web), await stored()]).toEqual([1, 'revoked', 'revoked', 0]);
    expect(desktopClient.id).not.toBe(webClient.id);
  });

  it('can be moved, and taken away', async () => {
    await boxes.set(ana, 1);
    await boxes.set(ana, 2);
    world.clock.advance(HOUR);
    await rest();
    expect(revokes).toBe(0);
    await boxes.set(ana, null);
    world.clock.advance(5 * HOUR);
    await rest();
    expect([revokes, await stored(), world.clock.pending]).toEqual([0, 0, 0]);
  });

  it('goes without a word when it was revoked by hand before', async () => {
    await boxes.set(ana, 1);
    await world.grants.revoke(ana);
    expect(codeOf(await boxes.set(ana, 5))).toBe('revoked');
    world.clock.advance(HOUR);
    await rest();
    expect([revokes, await stored()]).toEqual([1, 0]);
  });

  it('stays with a new consent that lies before it, and goes with one after it', async () => {
    await boxes.set(ana, 1);
    await boxes.consented(ana, null);
    expect(boxes.get(ana)).not.toBeNull();
    google(false);
    world.clock.advance(HOUR);
    await rest();
    await boxes.consented(ana, null);
    expect(boxes.get(ana)).toBeNull();
    await boxes.consented(ana, 4);
    expect(boxes.get(ana)?.endsAt).toBe(world.clock.now() + 4 * HOUR);
  });

  it('refuses what the vault cannot keep; after a consent it holds in memory and says so', async () => {
    world.records.full = true;
    expect(codeOf(await boxes.set(ana, 1))).toBe('vault-disk-full');
    expect(boxes.get(ana)).toBeNull();
    expect(codeOf(await boxes.consented(ana, 1))).toBe('vault-disk-full');
    expect(boxes.get(ana)).toMatchObject({ state: 'running', problem: { code: 'end-not-saved' } });
    expect(world.activity.entries.at(-1)).toMatchObject({ what: 'set the end of a grant', outcome: 'failed' });
    world.records.full = false;
    world.clock.advance(HOUR);
    await rest();
    expect(world.stateOf(ana)).toBe('revoked');
  });

  it('knows nothing while the vault is locked, and nothing of strangers', async () => {
    expect(codeOf(await boxes.set('nobody', 1))).toBe('authorization-missing');
    await boxes.set(ana, 1);
    await boxes.forget(ana);
    expect(await stored()).toBe(0);
    await boxes.close();
    expect(boxes.get(ana)).toBeNull();
    expect(codeOf(await boxes.set(ana, 1))).toBe('vault-locked');
  });
});
