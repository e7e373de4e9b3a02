import { beforeEach, describe, expect, it } from 'vitest';
import type { ConsentAttemptDto, StartConsent } from '../../../preload/contract/consent.ts';
import { keepAccounts } from '../../bridge/account-memory.ts';
import { fakeBridge, okay } from '../../bridge/fake-bridge.ts';
import { beginConsent, callWaitingFor, forgetConsentRun, openGranted, takeDueCall, type WaitingCall } from './consent-run.ts';
import { attempt } from './testing/attempts.ts';

const write: WaitingCall = { kind: 'calendar-write', write: { kind: 'quick-add', calendarId: 'primary', text: 'Dinner with Maya', sendUpdates: 'none' } };
const input: StartConsent = { clientId: 'c', scopes: [], surface: 'browser', purpose: 'add', authorizationId: 'a' };
const pending = attempt({ id: 'attempt-1', purpose: 'add', authorizationId: 'a' });
const granted: ConsentAttemptDto = { ...pending, outcome: { kind: 'granted', authorizationId: 'a', granted: [], refused: [], unexpected: [], otherAccount: null } };

async function begin(): Promise<void> {
  const bridge = fakeBridge();
  bridge.answer('startConsent', async () => okay(pending));
  await beginConsent(bridge, input, write);
}

beforeEach(() => {
  forgetConsentRun();
});

describe('a call that waits for consent', () => {
  it('is handed out once, to the page it came from', async () => {
    await begin();
    expect(callWaitingFor('attempt-1')).toBe(write);
    expect(takeDueCall('a', ['calendar-write'])).toBeNull();
    openGranted(granted);
    expect(window.location.hash).toBe('#/calendar');
    expect(takeDueCall('a', ['group-load'])).toBeNull();
    expect(takeDueCall('b', ['calendar-write'])).toBeNull();
    expect(takeDueCall('a', ['calendar-write'])).toBe(write);
    expect(takeDueCall('a', ['calendar-write'])).toBeNull();
  });

  it('goes with the account, the lock and the mode', async () => {
    await begin();
    keepAccounts(new Set());
    openGranted(granted);
    expect(takeDueCall('a', ['calendar-write'])).toBeNull();
    expect(window.location.hash).toBe('#/authorization/a');
    await begin();
    openGranted(granted);
    keepAccounts(new Set(['b']));
    expect(takeDueCall('a', ['calendar-write'])).toBeNull();
  });
});
