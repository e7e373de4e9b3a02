import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConsentAttemptDto, ConsentOutcomeDto } from '../../../preload/contract/consent.ts';
import { okay, refused } from '../../bridge/fake-bridge.ts';
import { authorization, client, NOW, SCOPE } from '../authorizations/testing/samples.ts';
import { renderApp } from '../authorizations/testing/render-app.tsx';
import { beginConsent, forgetConsentRun } from './consent-run.ts';
import { attempt } from './testing/attempts.ts';

// Whole pages with dialogs are slow to query in jsdom, more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const page = (over: Partial<ConsentAttemptDto> = {}) => renderApp('#/consent/try-1', { authorizations: [authorization()], attempt: attempt(over) });
const grantedOutcome: ConsentOutcomeDto = {
  kind: 'granted',
  authorizationId: 'a1',
  granted: [SCOPE.events, SCOPE.file, SCOPE.openid],
  refused: [SCOPE.groups, SCOPE.drive],
  unexpected: [SCOPE.file],
  otherAccount: null,
};

beforeEach(() => {
  forgetConsentRun();
  vi.useFakeTimers({ toFake: ['Date'], now: NOW + 48_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('waiting', () => {
  it('says that it waits, for how long, and for whom', async () => {
    await page({ expectedEmail: 'ada@harbor.example' });
    expect(screen.getByRole('heading', { level: 1, name: 'Waiting for consent' })).toBeVisible();
    expect(screen.getByRole('status', { name: 'Waiting for consent' })).toHaveTextContent('Finish in the app window');
    expect(screen.getByRole('timer')).toHaveTextContent('4:12 left');
    expect(screen.getByText('3 scopes · 1 restricted')).toBeVisible();
    expect(screen.getByText('127.0.0.1:49217')).toBeVisible();
    expect(screen.getByText('ada@harbor.example')).toBeVisible();
  });

  it('counts down by the second', async () => {
    await page();
    vi.setSystemTime(NOW + 51_000);
    await waitFor(() => expect(screen.getByRole('timer')).toHaveTextContent('4:09 left'), { timeout: 3_000 });
  });

  it('follows the steps', async () => {
    const { bridge } = await page();
    const steps = () => within(screen.getByRole('list', { name: 'Steps' })).getAllByRole('listitem');
    expect(steps()[0]).toHaveTextContent('(done)');
    expect(steps()[1]).toHaveAttribute('aria-current', 'step');
    act(() => {
      const later = attempt({ step: 'D', stepsDone: (['A', 'B', 'C'] as const).map((step) => ({ step, at: NOW })) });
      bridge.emit({ type: 'consent', attempt: later });
    });
    expect(steps()[3]).toHaveAttribute('aria-current', 'step');
    expect(screen.getByRole('status', { name: 'Waiting for consent' })).toHaveTextContent('trading it for tokens');
  });

  it('cancels, copies the link and shows the window', async () => {
    const { user, bridge } = await page();
    for (const name of ['cancelConsent', 'copyConsentLink', 'showConsentSurface'] as const) bridge.answer(name, async () => okay(null));
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    expect(await screen.findByText(/Link copied/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show the window' }));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    for (const name of ['cancelConsent', 'copyConsentLink', 'showConsentSurface'] as const) expect(bridge.inputs(name)).toEqual([{ id: 'try-1' }]);
  });

  it('speaks of the browser when it is there, and says why it moved', async () => {
    await page({ surface: 'browser', moved: { code: 'moved', message: 'Google refused the app window.', hint: 'Finish in your browser.' } });
    expect(screen.getByRole('button', { name: 'Open the browser again' })).toBeVisible();
    expect(screen.getByText('Google refused the app window.')).toBeVisible();
    expect(screen.getByRole('status', { name: 'Waiting for consent' })).toHaveTextContent('browser page');
  });

  it('lists ignored answers quietly and goes on', async () => {
    const ignored = [
      { code: 'state-mismatch', message: 'An answer with another check value came in.', hint: null },
      { code: 'state-mismatch', message: 'An answer with another check value came in.', hint: null },
    ];
    await page({ ignored });
    expect(screen.getByText(/2 answers were ignored; still waiting/)).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeEnabled();
  });

  it('says aloud what stands in the way of signing in', async () => {
    await page({ ignored: [{ code: 'blocked-host', message: 'The app window did not open sso.example.', hint: 'Add the host in Settings.' }] });
    expect(screen.getByText('The app window did not open sso.example.')).toBeVisible();
    expect(screen.queryByText(/ignored/)).toBeNull();
  });

  it('shows a failed action', async () => {
    const { user, bridge } = await page();
    bridge.answer('copyConsentLink', async () => refused('clipboard', 'The clipboard could not be written.'));
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The clipboard could not be written.');
  });
});

describe('Paste the address', () => {
  it('opens a field with the focus in it, and finishes with what was pasted', async () => {
    const { user, bridge } = await page();
    bridge.answer('pasteConsentAddress', async () => okay(null));
    expect(screen.queryByRole('textbox', { name: 'Redirect address' })).toBeNull();
    const toggle = screen.getByRole('button', { name: 'Paste the address' });
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await user.click(toggle);
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('textbox', { name: 'Redirect address' })).toHaveFocus();
    await user.paste('  http://127.0.0.1:49217/?state=x&code=y ');
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    expect(bridge.inputs('pasteConsentAddress')).toEqual([{ id: 'try-1', address: 'http://127.0.0.1:49217/?state=x&code=y' }]);
  });

  it('says in one sentence what is wrong, until something else is typed', async () => {
    const { user, bridge } = await page();
    bridge.answer('pasteConsentAddress', async () => refused('state-mismatch', 'This address is from another attempt.', 'Copy the one of this attempt.'));
    await user.click(screen.getByRole('button', { name: 'Paste the address' }));
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Paste the whole address first');
    expect(bridge.inputs('pasteConsentAddress')).toHaveLength(0);
    await user.type(screen.getByRole('textbox', { name: 'Redirect address' }), 'http://x{Enter}');
    await waitFor(() => {
      expect(screen.getByRole('alert')).toHaveTextContent('This address is from another attempt. Copy the one of this attempt.');
    });
    await user.type(screen.getByRole('textbox', { name: 'Redirect address' }), 'y');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('settled', () => {
  it('gives a receipt that leads to the authorization', async () => {
    const { user } = await page({ outcome: grantedOutcome });
    expect(screen.getByText('Asked for 3, granted 2, refused 2, 1 not asked for.')).toBeVisible();
    expect(within(screen.getByRole('list', { name: 'Granted' })).getAllByRole('listitem')).toHaveLength(1);
    expect(within(screen.getByRole('list', { name: 'Refused' })).getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByRole('list', { name: 'Not asked for, yet granted' })).toHaveTextContent('drive.file');
    expect(screen.queryByRole('status', { name: 'Waiting for consent' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Open authorization' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'ada.lovelace@harbor.example' })).toBeVisible();
  });

  it('does not move on by itself from a receipt of earlier', async () => {
    await page({ outcome: grantedOutcome });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(window.location.hash).toBe('#/consent/try-1');
  });

  it('goes to the authorization by itself after an attempt of this window, once', async () => {
    const { bridge } = await page({ outcome: null });
    bridge.answer('startConsent', async () => okay(attempt()));
    await act(async () => {
      await beginConsent(bridge, { clientId: 'c1', scopes: [], surface: 'app-window', purpose: 'new', authorizationId: null, timeBoxHours: null }, null);
    });
    act(() => {
      bridge.emit({ type: 'consent', attempt: attempt({ outcome: grantedOutcome }) });
    });
    expect(screen.getByRole('heading', { level: 1, name: 'Consent given' })).toBeVisible();
    expect(await screen.findByRole('heading', { level: 1, name: 'ada.lovelace@harbor.example' }, { timeout: 4_000 })).toBeVisible();
    act(() => {
      window.location.hash = '#/consent/try-1';
    });
    expect(await screen.findByRole('heading', { level: 1, name: 'Consent given' })).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(screen.getByRole('heading', { level: 1, name: 'Consent given' })).toBeVisible();
  });

  it('says so when another account agreed', async () => {
    await page({ outcome: { ...grantedOutcome, otherAccount: { expected: 'ada@x.example', actual: 'maya@x.example' } } });
    expect(screen.getByRole('note')).toHaveTextContent('maya@x.example agreed, not ada@x.example.');
  });

  it('offers another try and the browser after a cancel', async () => {
    const { user, bridge } = await page({ outcome: { kind: 'cancelled' } });
    bridge.answer('startConsent', async () => okay(attempt({ id: 'try-2' })));
    expect(screen.getByRole('heading', { level: 1, name: 'Consent cancelled' })).toBeVisible();
    expect(screen.getByText(/nothing that was stored has changed/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Open in browser instead' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(bridge.inputs('startConsent')).toEqual([
      { clientId: 'c1', scopes: [SCOPE.events.scope, SCOPE.groups.scope, SCOPE.drive.scope], surface: 'app-window', purpose: 'new', authorizationId: null, timeBoxHours: null },
    ]);
    expect(await screen.findByRole('status', { name: 'Waiting for consent' })).toBeVisible();
  });

  it('keeps the focus on the page when the pressed Cancel goes away', async () => {
    const { user, bridge } = await page();
    bridge.answer('cancelConsent', async () => {
      bridge.emit({ type: 'consent', attempt: attempt({ outcome: { kind: 'cancelled' } }) });
      return okay(null);
    });
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => {
      expect(screen.getByRole('heading', { level: 1, name: 'Consent cancelled' })).toHaveFocus();
    });
  });

  it('explains a failure and opens it in the browser instead', async () => {
    const error = { code: 'timeout', message: 'Nobody answered within 5 minutes.', hint: 'Try again when you are ready.', problems: [] };
    const { user, bridge } = await page({ outcome: { kind: 'failed', error } });
    bridge.answer('startConsent', async () => okay(attempt({ id: 'try-2', surface: 'browser' })));
    expect(screen.getByRole('alert')).toHaveTextContent('Nobody answered within 5 minutes.');
    await user.click(screen.getByRole('button', { name: 'Open in browser instead' }));
    expect(bridge.inputs('startConsent')).toMatchObject([{ surface: 'browser' }]);
  });

  it('does not offer the browser where Google would say the same there', async () => {
    const error = { code: 'access-denied', message: 'Consent was declined at Google.', hint: null, problems: [] };
    await page({ outcome: { kind: 'failed', error } });
    expect(screen.queryByRole('button', { name: 'Open in browser instead' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  });

  it('does not offer the browser where the client cannot use it', async () => {
    await renderApp('#/consent/try-1', {
      clients: [client({ worksInBrowser: false, type: 'web' })],
      attempt: attempt({ outcome: { kind: 'cancelled' } }),
    });
    expect(screen.queryByRole('button', { name: 'Open in browser instead' })).toBeNull();
  });

  it('does not say that nothing changed after a cancelled drop', async () => {
    await page({ outcome: { kind: 'cancelled' }, purpose: 'drop', authorizationId: 'a1', expectedEmail: 'ada@harbor.example' });
    expect(screen.getByText(/has no access until a consent is finished/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Back to the account' })).toHaveAttribute('href', '#/authorization/a1');
  });

  it('is empty when there was no attempt', async () => {
    await renderApp('#/consent', { authorizations: [authorization()] });
    expect(screen.getByRole('heading', { level: 1, name: 'No consent is open' })).toBeVisible();
  });
});
