import { beforeEach, describe, expect, it } from 'vitest';
import { GrantWorld, HOUR, rest } from '../testing/grant-world.ts';
import type { Publishing } from '../clients/client.ts';
import { desktopClient } from '../testing/sample-client.ts';
import { Reminders } from './reminders.ts';
import type { TimeBox } from './time-box.ts';

const DAY = 24 * HOUR;

describe('a reminder', () => {
  let world: GrantWorld;
  let said: { readonly title: string; readonly body: string; readonly onClick: () => void }[];
  let enabled: boolean;
  let publishing: Publishing | undefined;
  let box: TimeBox | null;
  let chosen: string[];
  let reminders: Reminders;

  const make = (): Reminders =>
    new Reminders({
      records: world.records,
      clock: world.clock,
      grants: world.grants,
      clients: { list: async () => [{ ...desktopClient, publishing }] },
      timeBoxes: { get: () => box },
      notifier: { show: (one) => said.push(one) },
      enabled: () => enabled,
      onChosen: (id) => chosen.push(id),
      reportError: (error) => {
        throw error;
      },
    });
  /** In steps, so that what a timer starts can come to rest. */
  const pass = async (ms: number): Promise<void> => {
    world.clock.advance(ms);
    await rest();
    world.clock.advance(1500);
    await rest();
  };

  beforeEach(async () => {
    world = await GrantWorld.open();
    said = [];
    chosen = [];
    enabled = true;
    publishing = undefined;
    box = null;
    reminders = make();
  });

  it('comes a day and an hour before an end that Google named, once each', async () => {
    const ana = await world.granted('ana', { refreshTokenExpiresIn: (7 * DAY) / 1000 });
    await reminders.load();
    await pass(5 * DAY);
    expect(said).toEqual([]);
    await pass(DAY);
    expect(said.map((one) => one.title)).toEqual(['The sign-in of ana@example.com ends in 24 hours']);
    reminders.changed();
    await pass(HOUR);
    expect(said).toHaveLength(1);
    await pass(22 * HOUR);
    expect(said.map((one) => one.title).at(-1)).toBe('The sign-in of ana@example.com ends in 60 minutes');
    await pass(2 * HOUR);
    expect(said).toHaveLength(2);
    said[1]?.onClick();
    expect(chosen).toEqual([ana]);
    expect(JSON.stringify(said)).not.toMatch(/ya29|1\/\//);
  });

  it('comes before the seventh day of an app in Testing', async () => {
    publishing = 'testing';
    await world.granted('ana');
    await reminders.load();
    await pass(6 * DAY);
    expect(said.map((one) => one.title)).toEqual(['The sign-in of ana@example.com likely ends in 24 hours']);
  });

  it('comes once when the app starts late within the time, and never after the end', async () => {
    await world.granted('ana', { refreshTokenExpiresIn: (7 * DAY) / 1000 });
    await reminders.load();
    await reminders.close();
    world.clock.advance(7 * DAY - HOUR / 2);
    const late = make();
    await late.load();
    await pass(0);
    expect(said).toHaveLength(1);
    await late.close();
    const again = make();
    await again.load();
    await pass(0);
    expect(said).toHaveLength(1);
    await pass(DAY);
    expect(said).toHaveLength(1);
    await again.close();
    expect(world.clock.pending).toBe(0);
  });

  it('comes two weeks before six idle months are over', async () => {
    await world.granted('ana');
    await reminders.load();
    await pass(165 * DAY);
    expect(said).toEqual([]);
    await pass(3 * DAY);
    expect(said.map((one) => one.title)).toEqual(['ana@example.com may lapse in 13 days']);
  });

  it('comes a quarter of an hour before a time box ends, unless that was within the hour anyway', async () => {
    await world.granted('ana');
    const start = world.clock.now();
    box = { endsAt: start + HOUR, setAt: start, state: 'running', problem: null };
    await reminders.load();
    await pass(50 * 60_000);
    expect(said).toEqual([]);
    box = { endsAt: start + 3 * HOUR, setAt: start, state: 'running', problem: null };
    reminders.changed();
    await pass(2 * HOUR - 60_000);
    expect(said.map((one) => one.title)).toEqual(['ana@example.com is revoked in 11 minutes']);
  });

  it('stays silent while switched off, and about what is revoked', async () => {
    enabled = false;
    const ana = await world.granted('ana', { refreshTokenExpiresIn: (7 * DAY) / 1000 });
    await reminders.load();
    await pass(6 * DAY + HOUR);
    expect(said).toEqual([]);
    expect(await world.records.list('reminder')).toEqual([]);
    enabled = true;
    reminders.changed();
    await pass(1000);
    expect(said).toHaveLength(1);
    await reminders.forget(ana);
    expect(await world.records.list('reminder')).toEqual([]);
  });

  it('of an access token that cannot be renewed is none: it ends within the hour', async () => {
    await world.granted('ana', { refreshToken: null });
    await reminders.load();
    await pass(HOUR / 2);
    expect(said).toEqual([]);
  });
});
