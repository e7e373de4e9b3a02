import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { okay, refused, type FakeBridge } from '../../bridge/fake-bridge.ts';
import { authorization } from './testing/samples.ts';
import { renderApp } from './testing/render-app.tsx';

// Whole pages with dialogs are slow to query in jsdom, more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const dying = [
  { id: 'a1', email: 'ada.lovelace@harbor.example', clientLabel: 'rota-sync' },
  { id: 'a2', email: 'ada.lovelace@harbor.example', clientLabel: 'rota-web' },
];
const page = (prepare: (bridge: FakeBridge) => void) => renderApp('#/authorization/a1', { authorizations: [authorization()], prepare });

describe('Revoke at Google?', () => {
  it('names everything that dies before it is done', async () => {
    const { user, bridge } = await page((made) => {
      made.answer('revokePreview', async () => okay({ dying }));
      made.answer('revokeAuthorization', async () => okay({ alreadyRevoked: false, marked: ['a1', 'a2'] }));
    });
    await user.click(screen.getByRole('button', { name: 'Revoke at Google' }));
    const dialog = await screen.findByRole('dialog', { name: 'Revoke at Google?' });
    expect(await within(dialog).findByText('rota-web')).toBeVisible();
    expect(within(dialog).getAllByRole('listitem')).toHaveLength(2);
    expect(bridge.inputs('revokeAuthorization')).toHaveLength(0);
    await user.click(within(dialog).getByRole('button', { name: 'Revoke' }));
    expect(bridge.inputs('revokeAuthorization')).toEqual([{ id: 'a1' }]);
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
  });

  it('starts on Cancel, and Cancel does nothing', async () => {
    const { user, bridge } = await page((made) => {
      made.answer('revokePreview', async () => okay({ dying }));
    });
    await user.click(screen.getByRole('button', { name: 'Revoke at Google' }));
    const cancel = await screen.findByRole('button', { name: 'Cancel' });
    await waitFor(() => {
      expect(cancel).toHaveFocus();
    });
    await user.click(cancel);
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(bridge.inputs('revokeAuthorization')).toHaveLength(0);
  });

  it('stays open when Google cannot be reached, and leads to the account page', async () => {
    const { user, bridge } = await page((made) => {
      made.answer('revokePreview', async () => okay({ dying }));
      made.answer('revokeAuthorization', async () => refused('offline', 'Google cannot be reached, so nothing was revoked.'));
    });
    await user.click(screen.getByRole('button', { name: 'Revoke at Google' }));
    await user.click(await screen.findByRole('button', { name: 'Revoke' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('nothing was revoked');
    await user.click(screen.getByRole('button', { name: 'Open the account page' }));
    expect(bridge.inputs('openLink')).toEqual([{ link: 'google-account-connections' }]);
  });

  it('still names the one in hand when the list cannot be read', async () => {
    const { user } = await page((made) => {
      made.answer('revokePreview', async () => refused('vault-locked', 'The vault is locked.'));
    });
    await user.click(screen.getByRole('button', { name: 'Revoke at Google' }));
    const dialog = await screen.findByRole('dialog', { name: 'Revoke at Google?' });
    expect(await within(dialog).findByText('The vault is locked.')).toBeVisible();
    expect(within(dialog).getAllByRole('listitem')[0]).toHaveTextContent('ada.lovelace@harbor.example');
  });
});

describe('Forget on this computer?', () => {
  it('says that it is not a revoke, forgets, and goes back to the list', async () => {
    const { user, bridge } = await page((made) => {
      made.answer('forgetAuthorization', async () => {
        made.emit({ type: 'authorizations', authorizations: [authorization({ id: 'other' })] });
        return okay(null);
      });
    });
    await user.click(screen.getByRole('button', { name: 'Forget on this computer' }));
    const dialog = await screen.findByRole('dialog', { name: 'Forget on this computer?' });
    expect(dialog).toHaveTextContent('This is not a revoke');
    await user.click(within(dialog).getByRole('button', { name: 'Forget' }));
    expect(bridge.inputs('forgetAuthorization')).toEqual([{ id: 'a1' }]);
    expect(await screen.findByRole('heading', { level: 1, name: 'Authorizations' })).toBeVisible();
  });

  it('keeps the page when it fails', async () => {
    const { user } = await page((made) => {
      made.answer('forgetAuthorization', async () => refused('vault-disk-full', 'The disk is full.', 'Make room and try again.'));
    });
    await user.click(screen.getByRole('button', { name: 'Forget on this computer' }));
    await user.click(await screen.findByRole('button', { name: 'Forget' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full.');
    expect(window.location.hash).toBe('#/authorization/a1');
  });
});
