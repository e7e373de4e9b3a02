import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuthorizationDto, CheckDto } from '../../../preload/contract/authorizations.ts';
import { okay, refused } from '../../bridge/fake-bridge.ts';
import { attempt } from '../consent/testing/attempts.ts';
import { authorization, granted, NOW, SCOPE } from './testing/samples.ts';
import { renderApp } from './testing/render-app.tsx';

// Whole pages with dialogs are slow to query in jsdom, more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const page = (over: Partial<AuthorizationDto> = {}, world: Parameters<typeof renderApp>[1] = {}) =>
  renderApp('#/authorization/a1', { authorizations: [authorization(over)], ...world });
const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('head of the page', () => {
  it('is headed by the address, and says client, when and where', async () => {
    await page();
    expect(screen.getByRole('heading', { level: 1, name: 'ada.lovelace@harbor.example' })).toBeVisible();
    expect(screen.getByText(/signed in Thu 19 Nov, 10:42, in your browser/)).toBeVisible();
    expect(screen.getAllByText('41 min left').length).toBeGreaterThan(0);
  });

  it.each([
    ['active', 'Active'],
    ['expired', 'Expired'],
    ['sign-in-needed', 'Sign-in needed'],
    ['revoked', 'Revoked'],
    ['unknown-offline', 'Unknown (offline)'],
  ] as const)('has for %s the status "%s" and no other', async (state, word) => {
    await page({ state });
    const status = screen.getByRole('status', { name: word });
    expect(status).toHaveTextContent(new RegExp(`^${word.replace(/[()]/g, '\\$&')}$`));
    expect(screen.getAllByText(word)).toHaveLength(1);
  });

  it('turns to Expired by itself when the access token ends', async () => {
    await page();
    expect(screen.getByRole('status', { name: 'Active' })).toBeVisible();
    vi.setSystemTime(NOW + 41 * MINUTE);
    expect(await screen.findByRole('status', { name: 'Expired' }, { timeout: 3_000 })).toBeVisible();
  });

  it.each([
    ['active', 1, 1],
    ['expired', 1, 1],
    ['sign-in-needed', 1, 1],
    ['revoked', 1, 1],
  ] as const)('has while %s each button of the contract exactly once', async (state, refreshes, reauthorizes) => {
    await page({ state });
    expect(screen.getAllByRole('button', { name: 'Refresh now' })).toHaveLength(refreshes);
    expect(screen.getAllByRole('button', { name: 'Re-authorize' })).toHaveLength(reauthorizes);
    for (const name of ['Add scopes', 'Check with Google', 'Revoke at Google', 'Forget on this computer']) {
      expect(screen.getAllByRole('button', { name })).toHaveLength(1);
    }
  });

  it('says why it is not active, and what to do', async () => {
    await page({ state: 'sign-in-needed', reason: { code: 'invalid_grant', message: 'Sign-in ended after 7 days.', hint: 'Sign in again.' } });
    const note = screen.getByRole('note');
    expect(note).toHaveTextContent('Sign-in ended after 7 days.');
    expect(within(note).getByRole('button', { name: 'Re-authorize' })).toBeVisible();
  });

  it('has words of its own where main gave none', async () => {
    await page({ state: 'expired', hasRefreshToken: false });
    expect(screen.getByRole('note')).toHaveTextContent('there is no refresh token');
  });

  it('refreshes, and shows why it could not', async () => {
    const { user, bridge } = await page();
    bridge.answer('refreshAuthorization', async () => refused('offline', 'Google cannot be reached.'));
    await user.click(screen.getByRole('button', { name: 'Refresh now' }));
    expect(bridge.inputs('refreshAuthorization')).toEqual([{ id: 'a1' }]);
    expect(await screen.findByRole('alert')).toHaveTextContent('Google cannot be reached.');
  });

  it('says why a refresh failed while the authorization stays active, for no notice below does', async () => {
    const reason = { code: 'reauth-required', message: 'Your organisation wants you to sign in again.', hint: null };
    const { user, bridge } = await page({ reason });
    bridge.answer('refreshAuthorization', async () => refused(reason.code, reason.message));
    await user.click(screen.getByRole('button', { name: 'Refresh now' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(reason.message);
  });

  it('says so when the authorization is gone', async () => {
    await renderApp('#/authorization/nope', { authorizations: [authorization()] });
    expect(screen.getByRole('heading', { level: 1, name: 'This authorization is not here any more' })).toBeVisible();
  });
});

describe('scopes', () => {
  it('lists what is granted, each with Drop scope but for sign-in', async () => {
    await page();
    const items = within(screen.getByRole('list', { name: 'Granted scopes' })).getAllByRole('listitem');
    expect(items).toHaveLength(3);
    expect(items[0]).toHaveTextContent('See and change events on every calendar');
    expect(items[0]).toHaveTextContent('calendar.events');
    expect(items[0]).toHaveTextContent('Sensitive');
    expect(within(items[0] as HTMLElement).getByRole('button', { name: 'Drop scope' })).toHaveAccessibleDescription('See and change events on every calendar');
    expect(items[2]).toHaveTextContent('openid');
    expect(items[2]).toHaveTextContent('Always kept');
    expect(within(items[2] as HTMLElement).queryByRole('button')).toBeNull();
  });

  it('marks what was granted without being asked for', async () => {
    await page({ granted: [granted(SCOPE.drive, true)] });
    expect(within(screen.getByRole('list', { name: 'Granted scopes' })).getByText('Not asked for')).toBeVisible();
  });

  it('shows Refused scopes only when there are some', async () => {
    await page();
    expect(screen.queryByRole('list', { name: 'Refused scopes' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Ask again' })).toBeNull();
  });

  it('asks again for refused ones, keeping what is granted', async () => {
    const { user } = await page({ refused: [SCOPE.groups] });
    expect(within(screen.getByRole('list', { name: 'Refused scopes' })).getByText('apps.groups.settings')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ask again' }));
    const dialog = await screen.findByRole('dialog', { name: 'What should this account allow?' });
    expect(within(dialog).getByRole('checkbox', { name: /apps\.groups\.settings/ })).toBeChecked();
    expect(within(dialog).getByRole('checkbox', { name: /calendar\.events/ })).toBeChecked();
    expect(within(dialog).getByRole('checkbox', { name: /calendar\.events/ })).toBeDisabled();
  });

  it('adds on top of what is granted', async () => {
    const { user, bridge } = await page();
    bridge.answer('startConsent', async () => okay(attempt({ purpose: 'add', authorizationId: 'a1' })));
    await user.click(screen.getByRole('button', { name: 'Add scopes' }));
    await user.click(await screen.findByRole('checkbox', { name: /drive\.file/ }));
    await user.click(screen.getByRole('button', { name: 'Continue in browser' }));
    expect(bridge.inputs('startConsent')).toEqual([
      { clientId: 'c1', scopes: [SCOPE.events.scope, SCOPE.readonly.scope, SCOPE.file.scope], surface: 'browser', purpose: 'add', authorizationId: 'a1', timeBoxHours: null },
    ]);
  });

  it('drops one by asking for the rest, and warns of what that means', async () => {
    const { user, bridge } = await page();
    bridge.answer('startConsent', async () => okay(attempt({ purpose: 'drop', authorizationId: 'a1' })));
    await user.click(screen.getAllByRole('button', { name: 'Drop scope' })[0] as HTMLElement);
    const dialog = await screen.findByRole('dialog', { name: 'What should this account allow?' });
    expect(dialog).toHaveTextContent('To drop calendar.events, everything is taken back first.');
    expect(dialog).toHaveTextContent('this revokes everything');
    expect(within(dialog).getByRole('checkbox', { name: /calendar\.events/ })).not.toBeChecked();
    await user.click(within(dialog).getByRole('button', { name: 'Continue in app window' }));
    expect(bridge.inputs('startConsent')).toEqual([
      { clientId: 'c1', scopes: [SCOPE.readonly.scope], surface: 'app-window', purpose: 'drop', authorizationId: 'a1', timeBoxHours: null },
    ]);
  });
});

describe('Check with Google', () => {
  const check: CheckDto = {
    checkedAt: NOW,
    audience: '1234-abc',
    audienceMatches: true,
    expiresInSeconds: 2460,
    scopes: [SCOPE.events, SCOPE.readonly],
    missing: [],
    added: [],
    email: 'ada.lovelace@harbor.example',
  };

  it('shows what Google says, and goes away again', async () => {
    const { user, bridge } = await page();
    bridge.answer('checkAuthorization', async () => okay(check));
    await user.click(screen.getByRole('button', { name: 'Check with Google' }));
    const panel = await screen.findByRole('region', { name: 'What Google says' });
    expect(panel).toHaveTextContent('this client');
    expect(panel).toHaveTextContent('41 min left');
    expect(panel).toHaveTextContent('the same 2 as stored here');
    expect(within(panel).queryByRole('list', { name: 'Differences' })).toBeNull();
    await user.click(within(panel).getByRole('button', { name: 'Close the check' }));
    expect(screen.queryByRole('region', { name: 'What Google says' })).toBeNull();
  });

  it('names every difference', async () => {
    const { user, bridge } = await page();
    bridge.answer('checkAuthorization', async () =>
      okay({ ...check, audienceMatches: false, audience: '77-other', expiresInSeconds: 0, missing: [SCOPE.readonly.scope], added: [SCOPE.drive.scope] }),
    );
    await user.click(screen.getByRole('button', { name: 'Check with Google' }));
    const panel = await screen.findByRole('region', { name: 'What Google says' });
    expect(panel).toHaveTextContent('another client: 77-other');
    expect(within(panel).getByRole('list', { name: 'Differences' })).toHaveTextContent('Gone at Google calendar.readonly');
    expect(within(panel).getByRole('list', { name: 'Differences' })).toHaveTextContent('New at Google drive.readonly');
  });

  it('says why it failed', async () => {
    const { user, bridge } = await page();
    bridge.answer('checkAuthorization', async () => refused('offline', 'Google cannot be reached.'));
    await user.click(screen.getByRole('button', { name: 'Check with Google' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Google cannot be reached.');
    bridge.answer('refreshAuthorization', async () => refused('offline', 'Still nobody there.'));
    await user.click(screen.getByRole('button', { name: 'Refresh now' }));
    await waitFor(() => {
      expect(screen.getByRole('alert')).toHaveTextContent('Still nobody there.');
    });
  });
});

describe('receipt', () => {
  const settled = attempt({
    outcome: { kind: 'granted', authorizationId: 'a1', granted: [SCOPE.events, SCOPE.file], refused: [SCOPE.groups], unexpected: [SCOPE.file], otherAccount: null },
  });

  it('stands on the page of what was granted until it is closed', async () => {
    const { user, bridge } = await page({}, { attempt: settled });
    bridge.answer('dismissConsent', async () => {
      bridge.emit({ type: 'consent', attempt: null });
      return okay(null);
    });
    expect(screen.getByRole('note')).toHaveTextContent('Asked for 3, granted 2, refused 1, 1 not asked for.');
    expect(screen.getByRole('note')).toHaveTextContent('drive.file');
    await user.click(screen.getByRole('button', { name: 'Close receipt' }));
    expect(bridge.inputs('dismissConsent')).toEqual([{ id: 'try-1' }]);
    expect(screen.queryByRole('note')).toBeNull();
  });

  it('does not praise what was revoked since', async () => {
    await page({ state: 'revoked' }, { attempt: settled });
    expect(screen.queryByText('Consent given.')).toBeNull();
  });

  it('does not stand on another page', async () => {
    const { bridge } = await page({}, { attempt: settled });
    act(() => {
      bridge.emit({ type: 'consent', attempt: { ...settled, outcome: { kind: 'cancelled' } } });
    });
    expect(screen.queryByRole('note')).toBeNull();
  });
});
