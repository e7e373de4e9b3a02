import { describe, expect, it } from 'vitest';
import type { CallHistoryRowDto } from '../../../preload/contract/explorer.ts';
import { fakeAuthorization, fakeVault } from '../../bridge/fake-bridge.ts';
import { standingOf, type Progress } from './standing.ts';

const nothing: Progress = { clients: 0, vault: fakeVault({ state: 'memory-only' }), authorizations: [], clientId: null, authorization: null, calls: [] };
const steps = ['flow', 'storage', 'run', 'credentials', 'authorize', 'build'] as const;
const call = (outcome: CallHistoryRowDto['outcome']): CallHistoryRowDto => ({ outcome }) as CallHistoryRowDto;

describe('how far a step is', () => {
  it('is nowhere at the start, and every step leads on all the same', () => {
    expect(steps.map((step) => standingOf(step, nothing).done)).toEqual([false, false, false, false, false, false]);
    for (const step of steps) expect(standingOf(step, nothing).doors.length).toBeGreaterThan(0);
    expect(standingOf('credentials', nothing).doors).toEqual([{ label: 'Open Authorizations', target: { page: 'authorizations' } }]);
    expect(standingOf('storage', nothing).words).toBe('In memory only: nothing is kept');
  });

  it('is everywhere at the end', () => {
    const authorization = fakeAuthorization({ lastUsedAt: 1 });
    const all: Progress = { clients: 1, vault: fakeVault(), authorizations: [authorization], clientId: 'client-1', authorization, calls: [call('response')] };
    expect(steps.map((step) => standingOf(step, all)).map(({ done, words }) => [done, words])).toEqual([
      [true, '1 client imported'],
      [true, 'Sealed · Linux keyring · libsecret'],
      [true, 'Consent given once'],
      [true, '1 authorization stored'],
      [true, 'Used as ada.lovelace@harbor.example'],
      [true, '1 call made in the API Explorer'],
    ]);
    expect(standingOf('run', all).doors[0]?.target).toEqual({ page: 'authorizations', dialog: { kind: 'new-authorization', client: 'client-1' } });
  });

  it('counts those that need a sign-in, and takes a call that failed for none', () => {
    const ended = fakeAuthorization({ id: 'b', state: 'sign-in-needed' });
    const some: Progress = { ...nothing, clients: 2, authorizations: [fakeAuthorization(), ended], authorization: ended, calls: [call('failed'), call('cancelled')] };
    expect(standingOf('credentials', some)).toMatchObject({ done: true, words: '2 authorizations stored, 1 needs sign-in', doors: [{ target: { page: 'authorization', id: 'b' } }] });
    expect(standingOf('credentials', { ...some, authorizations: [ended] })).toMatchObject({ done: false });
    expect(standingOf('authorize', some)).toMatchObject({ done: false, words: 'No call made yet' });
    expect(standingOf('build', some)).toMatchObject({ done: false, words: '2 calls made in the API Explorer' });
    const locked = fakeVault({ wraps: { keychain: false, passphrase: true, recoveryCode: true } });
    expect(standingOf('storage', { ...some, vault: locked }).words).toBe('Sealed · passphrase');
  });
});
