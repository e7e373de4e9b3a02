import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { okay, refused } from '../../bridge/fake-bridge.ts';
import { account, authorization, granted, NOW, SCOPE } from './testing/samples.ts';
import { renderApp } from './testing/render-app.tsx';

// Whole pages with dialogs are slow to query in jsdom, more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const MINUTE = 60_000;
const four = [
  authorization({ id: 'a', account: account('1', 'ada@harbor.example') }),
  authorization({ id: 'b', account: account('2', 'maya@harbor.example'), state: 'expired', accessToken: { issuedAt: NOW - 180 * MINUTE, expiresAt: NOW - 120 * MINUTE } }),
  authorization({
    id: 'c',
    account: account('3', 'tomas@orchard.example'),
    client: { id: 'c2', clientId: '9-x', label: 'room-board', type: 'web' },
    state: 'sign-in-needed',
    reason: { code: 'invalid_grant', message: 'Sign-in ended after 7 days.', hint: null },
    granted: [granted(SCOPE.drive)],
  }),
  authorization({ id: 'd', account: account('4', 'lin@choir.example'), state: 'revoked', reason: { code: 'revoked', message: 'Revoked by you.', hint: null } }),
];
const row = (email: string) => within(screen.getByRole('link', { name: email }).closest('li') as HTMLElement);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('AuthorizationsPage', () => {
  it('sums up, and shows each account with its client, state and what is left', async () => {
    await renderApp('#/authorizations', { authorizations: four });
    expect(screen.getByRole('heading', { level: 1, name: 'Authorizations' })).toBeVisible();
    expect(screen.getByText('4 accounts · 2 need you')).toBeVisible();
    expect(row('ada@harbor.example').getByText('Active')).toBeVisible();
    expect(row('ada@harbor.example').getByText('41 min left')).toBeVisible();
    expect(row('ada@harbor.example').getByText('rota-sync · Desktop client')).toBeVisible();
    expect(row('maya@harbor.example').getByText('Ended 2 hours ago')).toBeVisible();
    expect(row('tomas@orchard.example').getByText('Sign-in ended after 7 days')).toBeVisible();
    expect(row('tomas@orchard.example').getByText('room-board · Web client')).toBeVisible();
    expect(row('tomas@orchard.example').getByText('drive.readonly')).toBeVisible();
    expect(row('lin@choir.example').getByText('Revoked')).toBeVisible();
  });

  it('offers each what helps it, and the active one nothing', async () => {
    await renderApp('#/authorizations', { authorizations: four });
    expect(row('ada@harbor.example').queryByRole('button')).toBeNull();
    expect(row('maya@harbor.example').getByRole('button', { name: 'Refresh now' })).toBeEnabled();
    expect(row('tomas@orchard.example').getByRole('button', { name: 'Re-authorize' })).toBeEnabled();
    expect(row('lin@choir.example').getByRole('button', { name: 'Re-authorize' })).toBeEnabled();
  });

  it('opens an authorization by its link', async () => {
    const { user } = await renderApp('#/authorizations', { authorizations: four });
    await user.click(screen.getByRole('link', { name: 'maya@harbor.example' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'maya@harbor.example' })).toBeVisible();
  });

  it('refreshes from the row, and says in the row why it did not work', async () => {
    const { user, bridge } = await renderApp('#/authorizations', {
      authorizations: four,
      prepare: (made) => {
        made.answer('refreshAuthorization', async () => refused('offline', 'Google cannot be reached.', 'Try again later.'));
      },
    });
    await user.click(row('maya@harbor.example').getByRole('button', { name: 'Refresh now' }));
    expect(bridge.inputs('refreshAuthorization')).toEqual([{ id: 'b' }]);
    expect(await row('maya@harbor.example').findByRole('alert')).toHaveTextContent('Google cannot be reached.');
  });

  it('leads from Re-authorize to the picker with everything that was asked before', async () => {
    const { user } = await renderApp('#/authorizations', { authorizations: four });
    await user.click(row('lin@choir.example').getByRole('button', { name: 'Re-authorize' }));
    const dialog = await screen.findByRole('dialog', { name: 'What should this account allow?' });
    expect(within(dialog).getByRole('checkbox', { name: /calendar\.events/ })).toBeChecked();
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
  });

  it('opens the picker by New authorization and by its address, and Cancel goes back', async () => {
    const { user } = await renderApp('#/authorizations', { authorizations: four });
    await user.click(screen.getByRole('button', { name: 'New authorization' }));
    expect(await screen.findByRole('dialog', { name: 'What should this account allow?' })).toBeVisible();
    expect(window.location.hash).toBe('#/authorizations?new=');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(window.location.hash).toBe('#/authorizations');
  });

  it('filters, and says when nothing is left', async () => {
    const { user } = await renderApp('#/authorizations', { authorizations: four });
    await user.type(screen.getByRole('searchbox', { name: 'Filter accounts' }), 'orchard');
    expect(screen.getAllByRole('link').map((one) => one.textContent)).toEqual(['tomas@orchard.example']);
    await user.type(screen.getByRole('searchbox', { name: 'Filter accounts' }), 'x');
    expect(screen.getByText('No account matches “orchardx”.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(screen.getAllByRole('link')).toHaveLength(4);
  });

  it('tells the next seven days as words too', async () => {
    const ends = { at: NOW + 3 * 24 * 60 * MINUTE, certain: false, why: '7-day Testing limit' };
    await renderApp('#/authorizations', { authorizations: [authorization({ signInEnds: ends }), ...four.slice(1)] });
    const region = screen.getByRole('region', { name: 'Next 7 days' });
    const words = within(region).getAllByRole('listitem').map((item) => item.textContent);
    expect(words).toEqual([
      'ada.lovelace: sign-in likely ends Thu 26 Nov, 10:24, 7-day Testing limit',
      'maya: no known end',
      'tomas: sign-in ended',
    ]);
  });

  it('shows rows to come while the vault is read, and never the empty page', async () => {
    const { bridge } = await renderApp('#/authorizations', {
      prepare: (made) => {
        made.answer('authorizations', () => new Promise(() => undefined));
      },
    });
    expect(screen.getByLabelText('Loading authorizations')).toBeInTheDocument();
    expect(screen.queryByText('No authorizations yet')).toBeNull();
    expect(bridge.inputs('authorizations')).toHaveLength(1);
  });

  it('begins with the first-run page, and grows a list when the first authorization arrives', async () => {
    const { bridge } = await renderApp('#/authorizations', { clients: [] });
    expect(screen.getByRole('heading', { name: 'No authorizations yet' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Import client file' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try the sandbox' })).toBeVisible();
    act(() => {
      bridge.emit({ type: 'authorizations', authorizations: four });
    });
    expect(screen.getByRole('link', { name: 'ada@harbor.example' })).toBeVisible();
  });

  it('follows what main says', async () => {
    const { bridge } = await renderApp('#/authorizations', { authorizations: four });
    act(() => {
      bridge.emit({ type: 'authorizations', authorizations: [authorization({ id: 'a', account: account('1', 'ada@harbor.example'), state: 'revoked' })] });
    });
    expect(row('ada@harbor.example').getByText('Revoked')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'maya@harbor.example' })).toBeNull();
  });

  it('answers Refresh now with the new state', async () => {
    const { user, bridge } = await renderApp('#/authorizations', { authorizations: four });
    bridge.answer('refreshAuthorization', async () => {
      const renewed = authorization({ id: 'b', account: account('2', 'maya@harbor.example') });
      bridge.emit({ type: 'authorizations', authorizations: [renewed] });
      return okay(renewed);
    });
    await user.click(row('maya@harbor.example').getByRole('button', { name: 'Refresh now' }));
    expect(await row('maya@harbor.example').findByText('Active')).toBeVisible();
  });
});
