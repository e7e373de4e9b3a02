import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import type { CallResultDto } from '../../../preload/contract/calls.ts';
import { okay, refused, type FakeBridge } from '../../bridge/fake-bridge.ts';
import { forgetConsentRun } from '../consent/consent-run.ts';
import { attempt } from '../consent/testing/attempts.ts';
import { authorization, granted, SCOPE } from './testing/samples.ts';
import { renderApp } from './testing/render-app.tsx';

// Whole pages with dialogs are slow to query in jsdom, more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

function answer(over: Partial<CallResultDto> = {}): CallResultDto {
  return {
    callId: 'call',
    outcome: 'response',
    status: 200,
    statusText: 'OK',
    durationMs: 142.4,
    bytes: 1800,
    attempts: 1,
    pages: 1,
    request: { method: 'GET', url: 'https://www.googleapis.com/calendar/v3/users/me/calendarList', headers: [['Authorization', 'Bearer …']] },
    contentType: 'application/json',
    body: '{\n  "summary": "Rehearsals"\n}',
    truncated: false,
    explanation: null,
    ...over,
  };
}

const scopeMissing = answer({
  status: 403,
  statusText: 'Forbidden',
  explanation: {
    code: 'scope-missing',
    title: 'A scope is missing.',
    meaning: 'This call needs apps.groups.settings.',
    remedies: [{ kind: 'grant-scope', scopes: [SCOPE.groups.scope] }],
  },
});

const page = (prepare: (bridge: FakeBridge) => void = () => undefined, one: Partial<AuthorizationDto> = {}) =>
  renderApp('#/authorization/a1', { authorizations: [authorization(one)], prepare });
const calls = () => within(screen.getByRole('region', { name: 'Test calls' }));
const response = () => within(screen.getByRole('region', { name: 'Response' }));

beforeEach(forgetConsentRun);
afterEach(() => {
  vi.useRealTimers();
});

describe('Test calls', () => {
  it('lists calendars and shows status line, time, size, request and body', async () => {
    const { user, bridge } = await page((made) => {
      made.answer('listCalendars', async () => okay(answer()));
    });
    await user.click(calls().getByRole('button', { name: 'List calendars' }));
    expect(await response().findByText('200 OK')).toBeVisible();
    expect(response().getByText('142 ms · 1.8 kB')).toBeVisible();
    expect(response().getByText('GET /calendar/v3/users/me/calendarList')).toBeVisible();
    expect(response().getByText('"Rehearsals"')).toBeVisible();
    expect(bridge.inputs('listCalendars')).toEqual([{ authorizationId: 'a1', callId: expect.any(String) as string }]);
  });

  it('reads the settings of a group, and refuses an address without a domain', async () => {
    const { user, bridge } = await page((made) => {
      made.answer('readGroupSettings', async () => okay(answer()));
    });
    const field = calls().getByRole('textbox', { name: 'Group email' });
    await user.type(field, 'choir');
    await user.click(calls().getByRole('button', { name: 'Read group settings' }));
    expect(calls().getByRole('alert')).toHaveTextContent('Add the domain, such as choir@harbor.example.');
    expect(bridge.inputs('readGroupSettings')).toHaveLength(0);
    await user.type(field, '@harbor.example{Enter}');
    expect(await response().findByText('200 OK')).toBeVisible();
    expect(bridge.inputs('readGroupSettings')).toEqual([{ authorizationId: 'a1', callId: expect.any(String) as string, groupEmail: 'choir@harbor.example' }]);
  });

  it('can be cancelled while it runs', async () => {
    const { user, bridge } = await page((made) => {
      let finish: (() => void) | null = null;
      made.answer('listCalendars', () => new Promise((resolve) => {
        finish = () => {
          resolve(okay(answer({ outcome: 'cancelled', status: null, statusText: '', body: '' })));
        };
      }));
      made.answer('cancelCall', async () => {
        finish?.();
        return okay(null);
      });
    });
    await user.click(calls().getByRole('button', { name: 'List calendars' }));
    await user.click(response().getByRole('button', { name: 'Cancel' }));
    expect(await response().findByText('Cancelled')).toBeVisible();
    const [call] = bridge.inputs('listCalendars') as { callId: string }[];
    expect(bridge.inputs('cancelCall')).toEqual([{ callId: call?.callId }]);
  });

  it('shows why a call could not even be made', async () => {
    const { user } = await page((made) => {
      made.answer('listCalendars', async () => refused('offline', 'Google cannot be reached.', 'Try again when the network is back.'));
    });
    await user.click(calls().getByRole('button', { name: 'List calendars' }));
    expect(await calls().findByRole('alert')).toHaveTextContent('Google cannot be reached.');
  });
});

describe('what mends a refused call', () => {
  it('opens the Cloud console at the address Google gave', async () => {
    const url = 'https://console.developers.google.com/apis/api/calendar-json.googleapis.com/overview';
    const { user, bridge } = await page((made) => {
      made.answer('openConsole', async () => okay(null));
      const explanation = { code: 'api-not-enabled', title: 'The API is off.', meaning: 'Enable it in the project.', remedies: [{ kind: 'enable-api', url } as const] };
      made.answer('listCalendars', async () => okay(answer({ status: 403, statusText: 'Forbidden', explanation })));
    });
    await user.click(calls().getByRole('button', { name: 'List calendars' }));
    await user.click(await response().findByRole('button', { name: 'Enable the API' }));
    expect(bridge.inputs('openConsole')).toEqual([{ url }]);
  });

  it('waits as long as Google asks before it tries again', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
    const explanation = { code: 'rate-limited', title: 'Too many calls.', meaning: 'Slow down.', remedies: [{ kind: 'retry', notBefore: 1_012_000 } as const] };
    const { user, bridge } = await page((made) => {
      made.answer('listCalendars', async () => okay(answer({ status: 429, statusText: 'Too Many Requests', explanation })));
    });
    await user.click(calls().getByRole('button', { name: 'List calendars' }));
    const again = await response().findByRole('button', { name: 'Try again' });
    expect(again).toBeDisabled();
    expect(response().getByText('Google asks to wait 12 s')).toBeVisible();
    vi.setSystemTime(1_012_000);
    await waitFor(() => expect(response().getByRole('button', { name: 'Try again' })).toBeEnabled(), { timeout: 3_000 });
    await user.click(response().getByRole('button', { name: 'Try again' }));
    expect(bridge.inputs('listCalendars')).toHaveLength(2);
  });

  it('leads to the picker for a new sign-in', async () => {
    const explanation = { code: 'sign-in-needed', title: 'Sign-in ended.', meaning: 'Google wants a new one.', remedies: [{ kind: 'reauthorize' } as const] };
    const { user } = await page((made) => {
      made.answer('listCalendars', async () => okay(answer({ status: 401, statusText: 'Unauthorized', explanation })));
    });
    await user.click(calls().getByRole('button', { name: 'List calendars' }));
    await user.click(await response().findByRole('button', { name: 'Re-authorize' }));
    expect(await screen.findByRole('dialog', { name: 'What should this account allow?' })).toBeVisible();
  });

  it('grants the scope and then carries out the call by itself', async () => {
    const pending = attempt({ purpose: 'add', authorizationId: 'a1' });
    let calledBefore = false;
    const { user, bridge } = await page((made) => {
      made.answer('readGroupSettings', async () => {
        const first = !calledBefore;
        calledBefore = true;
        return okay(first ? scopeMissing : answer({ body: '{\n  "email": "choir@harbor.example"\n}' }));
      });
      made.answer('startConsent', async () => {
        made.emit({ type: 'consent', attempt: pending });
        return okay(pending);
      });
    });
    await user.type(calls().getByRole('textbox', { name: 'Group email' }), 'choir@harbor.example');
    await user.click(calls().getByRole('button', { name: 'Read group settings' }));
    await user.click(await response().findByRole('button', { name: 'Grant scope and retry' }));

    const box = await screen.findByRole('checkbox', { name: /apps\.groups\.settings/ });
    expect(box).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Continue in app window' }));
    expect(await screen.findByRole('status', { name: 'Waiting for consent' })).toBeVisible();

    act(() => {
      const more = authorization({ granted: [granted(SCOPE.events), granted(SCOPE.groups), granted(SCOPE.openid)] });
      bridge.emit({ type: 'authorizations', authorizations: [more] });
      bridge.emit({
        type: 'consent',
        attempt: { ...pending, outcome: { kind: 'granted', authorizationId: 'a1', granted: [SCOPE.groups], refused: [], unexpected: [], otherAccount: null } },
      });
    });
    expect(await screen.findByRole('heading', { level: 1, name: 'ada.lovelace@harbor.example' }, { timeout: 4_000 })).toBeVisible();
    expect(await response().findByText('200 OK')).toBeVisible();
    expect(bridge.inputs('readGroupSettings')).toHaveLength(2);
    expect((bridge.inputs('readGroupSettings')[1] as { groupEmail: string }).groupEmail).toBe('choir@harbor.example');
    expect(calls().getByRole('textbox', { name: 'Group email' })).toHaveValue('choir@harbor.example');
  });
});
