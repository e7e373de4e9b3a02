import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../../app/render-page.tsx';
import { fakeAppState, fakeBridge, fakeVault, okay, refused, type FakeBridge } from '../../bridge/fake-bridge.ts';
import { groupsOf } from './recovery-code-dialog.tsx';
import { VaultGate } from './vault-gate.tsx';

const CODE = 'K7QP-2M4X-9RTV-WB3D';
const none = { keychain: false, passphrase: false, recoveryCode: false };

function bridgeWith(vault: Parameters<typeof fakeVault>[0]): FakeBridge {
  return fakeBridge({ app: fakeAppState({ vault: fakeVault(vault) }) });
}

const gate = (
  <VaultGate>
    <p>the app</p>
  </VaultGate>
);

describe('an open vault', () => {
  it.each(['unlocked', 'memory-only'] as const)('%s shows the app', async (state) => {
    await renderPage(gate, bridgeWith({ state }));
    expect(screen.getByText('the app')).toBeInTheDocument();
  });
});

describe('first start without a keychain', () => {
  const setup = () => bridgeWith({ state: 'needs-setup', backend: 'basic_text', backendProtects: false, wraps: none });

  it('asks for a passphrase twice, makes the vault, shows the recovery code once, then the app', async () => {
    const bridge = setup();
    bridge.answer('vaultCreate', async () => {
      bridge.emit({ type: 'app-state', state: fakeAppState({ vault: fakeVault({ wraps: { keychain: false, passphrase: true, recoveryCode: true } }) }) });
      return okay({ recoveryCode: CODE });
    });
    const user = await renderPage(gate, bridge);
    expect(screen.queryByText('the app')).toBeNull();
    const dialog = screen.getByRole('dialog', { name: 'Protect your credentials' });
    await user.click(within(dialog).getByRole('textbox', { name: 'Passphrase' }));
    await user.paste('four unrelated words');
    await user.click(within(dialog).getByRole('textbox', { name: 'Repeat passphrase' }));
    await user.paste('four unrelated words');
    await user.click(within(dialog).getByRole('button', { name: 'Create vault' }));
    expect(bridge.inputs('vaultCreate')).toEqual([{ passphrase: 'four unrelated words' }]);
    const recovery = await screen.findByRole('dialog', { name: 'Recovery code' });
    for (const group of CODE.split('-')) expect(within(recovery).getByText(group)).toBeInTheDocument();
    expect(screen.queryByText('the app')).toBeNull();
    await user.keyboard('{Escape}');
    expect(recovery).toBeInTheDocument();
    await user.click(within(recovery).getByRole('button', { name: 'I have saved it' }));
    expect(await screen.findByText('the app')).toBeInTheDocument();
    expect(document.body).not.toHaveTextContent('K7QP');
  });

  it('says at the field what is wrong and sends nothing', async () => {
    const bridge = setup();
    const user = await renderPage(gate, bridge);
    await user.click(screen.getByRole('button', { name: 'Create vault' }));
    expect(screen.getByRole('textbox', { name: 'Passphrase' })).toBeInvalid();
    await user.click(screen.getByRole('textbox', { name: 'Passphrase' }));
    await user.paste('one thing');
    await user.type(screen.getByRole('textbox', { name: 'Repeat passphrase' }), 'another');
    await user.click(screen.getByRole('button', { name: 'Create vault' }));
    expect(screen.getByRole('textbox', { name: 'Repeat passphrase' })).toBeInvalid();
    expect(screen.getByText(/not the same/)).toBeInTheDocument();
    expect(bridge.inputs('vaultCreate')).toEqual([]);
  });

  it('shows what main refuses', async () => {
    const bridge = setup();
    bridge.answer('vaultCreate', async () => refused('passphrase-too-short', 'Use a passphrase of at least 8 characters.'));
    const user = await renderPage(gate, bridge);
    await user.type(screen.getByRole('textbox', { name: 'Passphrase' }), 'short');
    await user.type(screen.getByRole('textbox', { name: 'Repeat passphrase' }), 'short');
    await user.click(screen.getByRole('button', { name: 'Create vault' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('at least 8 characters');
  });

  it('offers memory only, with its consequence in words', async () => {
    const bridge = setup();
    bridge.answer('vaultUseMemoryOnly', async () => {
      bridge.emit({ type: 'app-state', state: fakeAppState({ vault: fakeVault({ state: 'memory-only', wraps: none }) }) });
      return okay(null);
    });
    const user = await renderPage(gate, bridge);
    expect(screen.getByText(/gone when Grantdesk closes/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Keep in memory only' }));
    expect(await screen.findByText('the app')).toBeInTheDocument();
  });
});

describe('a locked vault', () => {
  const wraps = { keychain: false, passphrase: true, recoveryCode: true };

  it('says a passphrase is wrong, loses nothing, and opens with the right one', async () => {
    const bridge = bridgeWith({ state: 'locked', wraps });
    bridge.answer('vaultUnlock', async ({ passphrase }) => {
      if (passphrase !== 'right') return refused('wrong-passphrase', 'Wrong passphrase');
      bridge.emit({ type: 'app-state', state: fakeAppState() });
      return okay(null);
    });
    const user = await renderPage(gate, bridge);
    const field = screen.getByRole('textbox', { name: 'Passphrase' });
    expect(field).toHaveFocus();
    await user.type(field, 'wrong{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Wrong passphrase');
    await user.clear(field);
    await user.type(field, 'right');
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Unlock' }));
    expect(await screen.findByText('the app')).toBeInTheDocument();
  });

  it('takes the recovery code instead', async () => {
    const bridge = bridgeWith({ state: 'locked', wraps });
    bridge.answer('vaultUnlockWithRecovery', async () => okay(null));
    const user = await renderPage(gate, bridge);
    await user.click(screen.getByRole('button', { name: 'Use the recovery code' }));
    await user.type(screen.getByRole('textbox', { name: 'Recovery code' }), CODE);
    await user.click(screen.getByRole('button', { name: 'Unlock' }));
    expect(bridge.inputs('vaultUnlockWithRecovery')).toEqual([{ recoveryCode: CODE }]);
    await user.click(screen.getByRole('button', { name: 'Use the passphrase' }));
    expect(screen.getByRole('textbox', { name: 'Passphrase' })).toHaveValue('');
  });

  it('sends no empty passphrase', async () => {
    const bridge = bridgeWith({ state: 'locked', wraps });
    const user = await renderPage(gate, bridge);
    await user.click(screen.getByRole('button', { name: 'Unlock' }));
    expect(screen.getByText('Type the passphrase.')).toBeInTheDocument();
    expect(bridge.inputs('vaultUnlock')).toEqual([]);
  });

  it('by the keychain asks that again', async () => {
    const bridge = bridgeWith({ state: 'locked' });
    bridge.answer('vaultRetryKeychain', async () => refused('keychain-unavailable', 'The keychain does not answer.'));
    const user = await renderPage(gate, bridge);
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Try the keychain again' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('does not answer');
  });
});

describe('a vault its owner locked', () => {
  it('opens by the keychain at one press', async () => {
    const notice = { code: 'vault-locked', message: 'Your credentials are locked.', hint: null };
    const bridge = bridgeWith({ state: 'locked', notice });
    bridge.answer('vaultRetryKeychain', async () => {
      bridge.emit({ type: 'app-state', state: fakeAppState() });
      return okay(null);
    });
    const user = await renderPage(gate, bridge);
    await user.click(screen.getByRole('button', { name: 'Unlock' }));
    expect(await screen.findByText('the app')).toBeInTheDocument();
  });
});

describe('a vault that cannot be opened', () => {
  it.each(['corrupt', 'future-version'] as const)('%s names its folder, offers nothing destructive, and looks again', async (state) => {
    const bridge = bridgeWith({ state });
    const user = await renderPage(gate, bridge);
    expect(screen.queryByText('the app')).toBeNull();
    expect(screen.getByText('/home/ada/.config/Grantdesk/vault')).toBeInTheDocument();
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Look again', 'Copy the folder’s path']);
    bridge.answer('appState', async () => okay(fakeAppState()));
    await user.click(screen.getByRole('button', { name: 'Look again' }));
    expect(await screen.findByText('the app')).toBeInTheDocument();
  });
});

describe('groupsOf', () => {
  it('keeps given groups and makes its own otherwise', () => {
    expect(groupsOf(CODE)).toEqual(['K7QP', '2M4X', '9RTV', 'WB3D']);
    expect(groupsOf('K7QP2M4X9R')).toEqual(['K7QP', '2M4X', '9R']);
  });
});
