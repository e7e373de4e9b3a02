import { describe, expect, it } from 'vitest';
import type { Authorization } from '../domain/grants/authorization.ts';
import { ManualClock } from '../domain/testing/manual-clock.ts';
import { fault, FaultError } from '../domain/shared/fault.ts';
import type { Services } from '../ipc/services.ts';
import type { AppEvent } from '../../preload/contract/bridge.ts';
import { Events } from './events.ts';
import { StateEvents } from './state-events.ts';

const minute = 60_000;

const attempt = { stepsDone: [], scopes: [], ignored: [], hops: [], client: { clientId: 'x' }, moved: null, outcome: null, expectedEmail: 'ada@harbor.example' };

function setUp(state: 'unlocked' | 'locked' = 'unlocked') {
  const clock = new ManualClock();
  const sent: AppEvent[] = [];
  const errors: unknown[] = [];
  const authorization = {
    id: 'a',
    requested: ['openid'],
    granted: ['openid'],
    clientId: 'x',
    clientRef: 'c',
    accessToken: 't',
    accessTokenIssuedAt: clock.now(),
    accessTokenExpiresAt: clock.now() + 10 * minute,
    refreshToken: null,
    mark: 'none',
    tokenLives: [],
  } as unknown as Authorization;
  const services = {
    keyring: { status: () => ({ state }) },
    workspace: async () => ({
      grants: { list: () => [authorization], standing: () => ({ state: 'active', reason: null }) },
      timeBoxes: { get: () => null },
      clients: { list: async () => [] },
      consent: { current: () => attempt },
      calendars: {
        state: async (authorizationId: string) => {
          if (authorizationId === 'gone') throw new FaultError(fault('authorization-missing', 'Gone.'));
          return { authorizationId, calendars: [], problem: null };
        },
      },
    }),
    appState: async () => ({ mode: 'google' }),
  } as unknown as Services;
  const told = new StateEvents(new Events((event) => sent.push(event), (error) => errors.push(error)), clock, () => services);
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));
  const types = (): string[] => sent.map((event) => event.type);
  return { clock, sent, errors, told, settle, types };
}

describe('state events', () => {
  it('tell the list again when a token ends by itself, and leave no timer behind', async () => {
    const { clock, told, settle, types } = setUp();
    told.authorizations();
    await settle();
    expect(types()).toEqual(['authorizations', 'clients']);
    clock.advance(9 * minute);
    await settle();
    expect(types()).toHaveLength(2);
    clock.advance(minute + 50);
    await settle();
    expect(types()).toEqual(['authorizations', 'clients', 'authorizations', 'clients']);
    expect(clock.pending).toBe(0);
  });

  it('hold nothing while the vault is locked', async () => {
    const { clock, told, settle, sent } = setUp('locked');
    told.everything();
    await settle();
    expect(sent).toContainEqual({ type: 'authorizations', authorizations: [] });
    expect(sent).toContainEqual({ type: 'clients', clients: [] });
    expect(sent).toContainEqual({ type: 'consent', attempt: null });
    expect(JSON.stringify(sent)).not.toContain('ada@');
    expect(clock.pending).toBe(0);
  });

  it('tell the calendars of each account, and nothing of one that was forgotten meanwhile', async () => {
    const { told, settle, sent, errors } = setUp();
    told.calendar('a');
    told.calendar('b');
    told.calendar('a');
    told.calendar('gone');
    await settle();
    expect(sent).toMatchObject([
      { type: 'calendar', state: { authorizationId: 'a', calendars: [] } },
      { type: 'calendar', state: { authorizationId: 'b' } },
    ]);
    expect(errors).toEqual([]);
  });

  it('tell everything after a change of mode', async () => {
    const { told, settle, types, errors } = setUp();
    told.everything();
    await settle();
    expect(types().sort()).toEqual(['activity', 'app-state', 'authorizations', 'clients', 'consent']);
    expect(errors).toEqual([]);
    told.stop();
  });
});
