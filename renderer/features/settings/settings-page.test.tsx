import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../../app/render-page.tsx';
import { fakeAppState, fakeBridge, fakeVault, okay, refused, type FakeBridge } from '../../bridge/fake-bridge.ts';
import { hostFrom } from './host-from.ts';
import { SettingsPage } from './settings-page.tsx';

const storage = () => screen.getByRole('region', { name: 'Credential storage' });

function bridgeWith(vault: Parameters<typeof fakeVault>[0] = {}): FakeBridge {
  return fakeBridge({ app: fakeAppState({ vault: fakeVault(vault) }) });
}

describe('choices', () => {
  it('are radio groups under their names and are saved at once', async () => {
    const bridge = bridgeWith();
    const user = await renderPage(<SettingsPage />, bridge);
    const surface = screen.getByRole('radiogroup', { name: 'Open consent in' });
    expect(within(surface).getByRole('radio', { name: 'App window' })).toBeChecked();
    await user.click(within(surface).getByRole('radio', { name: 'System browser' }));
    const theme = screen.getByRole('radiogroup', { name: 'Theme' });
    expect(within(theme).getAllByRole('radio')).toHaveLength(3);
    await user.click(within(theme).getByRole('radio', { name: 'Dark' }));
    expect(bridge.inputs('updateSettings')).toEqual([{ openConsentIn: 'browser' }, { theme: 'dark' }]);
    expect(within(theme).getByRole('radio', { name: 'Dark' })).toBeChecked();
    expect(within(surface).getByRole('radio', { name: 'System browser' })).toBeChecked();
  });

  it('show at once, before main has answered', async () => {
    const bridge = bridgeWith();
    bridge.answer('updateSettings', () => new Promise(() => undefined));
    const user = await renderPage(<SettingsPage />, bridge);
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    expect(screen.getByRole('radio', { name: 'Light' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'System' })).not.toBeChecked();
  });

  it('stay as they were when main refuses, with the reason', async () => {
    const bridge = bridgeWith();
    bridge.answer('updateSettings', async () => refused('settings-write-failed', 'The settings could not be written.'));
    const user = await renderPage(<SettingsPage />, bridge);
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('could not be written');
    expect(screen.getByRole('radio', { name: 'System' })).toBeChecked();
  });
});

describe('credential storage', () => {
  it('names the real backend and the ways in', async () => {
    await renderPage(<SettingsPage />, bridgeWith());
    expect(storage()).toHaveTextContent('gnome_libsecret');
    const ways = within(storage()).getByRole('list', { name: 'Ways into the vault' });
    expect(within(ways).getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Keychain: opens the vault',
      'Passphrase: not set up',
      'Recovery code: not set up',
    ]);
  });

  it('never calls basic_text encryption', async () => {
    await renderPage(
      <SettingsPage />,
      bridgeWith({ backend: 'basic_text', backendLabel: 'No keychain', backendProtects: false, wraps: { keychain: false, passphrase: true, recoveryCode: true } }),
    );
    expect(storage()).toHaveTextContent('basic_text');
    expect(storage().textContent).not.toMatch(/basic_text[^.]*encrypt/i);
    expect(storage()).toHaveTextContent('protects nothing');
  });

  it('adds a passphrase beside the keychain and shows a recovery code', async () => {
    const bridge = bridgeWith();
    bridge.answer('vaultChangePassphrase', async () => okay(null));
    bridge.answer('vaultNewRecoveryCode', async () => okay({ recoveryCode: 'AAAA-BBBB' }));
    const user = await renderPage(<SettingsPage />, bridge);
    await user.click(screen.getByRole('button', { name: 'Set a passphrase' }));
    const dialog = screen.getByRole('dialog', { name: 'Protect your credentials' });
    await user.click(within(dialog).getByRole('textbox', { name: 'Passphrase' }));
    await user.paste('four unrelated words');
    await user.click(within(dialog).getByRole('textbox', { name: 'Repeat passphrase' }));
    await user.paste('four unrelated words');
    await user.click(within(dialog).getByRole('button', { name: 'Create vault' }));
    expect(bridge.inputs('vaultChangePassphrase')).toEqual([{ current: null, next: 'four unrelated words' }]);
    expect(bridge.inputs('vaultCreate')).toEqual([]);
    const recovery = await screen.findByRole('dialog', { name: 'Recovery code' });
    await user.click(within(recovery).getByRole('button', { name: 'I have saved it' }));
    expect(screen.queryByText('AAAA')).toBeNull();
  });

  it('replaces the keychain when the passphrase is to be asked for at every start', async () => {
    const bridge = bridgeWith();
    bridge.answer('vaultCreate', async () => okay({ recoveryCode: 'AAAA-BBBB' }));
    const user = await renderPage(<SettingsPage />, bridge);
    await user.click(screen.getByRole('button', { name: 'Set a passphrase' }));
    await user.click(screen.getByRole('textbox', { name: 'Passphrase' }));
    await user.paste('four unrelated words');
    await user.click(screen.getByRole('textbox', { name: 'Repeat passphrase' }));
    await user.paste('four unrelated words');
    await user.click(screen.getByRole('checkbox', { name: /every start/ }));
    await user.click(screen.getByRole('button', { name: 'Create vault' }));
    expect(bridge.inputs('vaultCreate')).toEqual([{ passphrase: 'four unrelated words' }]);
    expect(await screen.findByRole('dialog', { name: 'Recovery code' })).toBeInTheDocument();
  });

  it('changes a passphrase only with the current one', async () => {
    const bridge = bridgeWith({ wraps: { keychain: false, passphrase: true, recoveryCode: true } });
    bridge.answer('vaultChangePassphrase', async ({ current }) => (current === 'old' ? okay(null) : refused('wrong-passphrase', 'Wrong passphrase')));
    const user = await renderPage(<SettingsPage />, bridge);
    await user.click(screen.getByRole('button', { name: 'Change passphrase' }));
    const dialog = screen.getByRole('dialog', { name: 'Change passphrase' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Current passphrase' }), 'odd');
    await user.click(within(dialog).getByRole('textbox', { name: 'Passphrase' }));
    await user.paste('new words here');
    await user.click(within(dialog).getByRole('textbox', { name: 'Repeat passphrase' }));
    await user.paste('new words here');
    await user.click(within(dialog).getByRole('button', { name: 'Change passphrase' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Wrong passphrase');
    await user.clear(within(dialog).getByRole('textbox', { name: 'Current passphrase' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'Current passphrase' }), 'old');
    await user.click(within(dialog).getByRole('button', { name: 'Change passphrase' }));
    expect(bridge.inputs('vaultChangePassphrase').at(-1)).toEqual({ current: 'old', next: 'new words here' });
    expect(dialog).not.toBeInTheDocument();
  });

  it('in memory only says so and offers to make it last', async () => {
    await renderPage(<SettingsPage />, bridgeWith({ state: 'memory-only', wraps: { keychain: false, passphrase: false, recoveryCode: false } }));
    expect(storage()).toHaveTextContent('Nothing is written to disk.');
    expect(within(storage()).getAllByRole('button').map((button) => button.textContent)).toEqual(['Set a passphrase']);
  });

  it('locks', async () => {
    const bridge = bridgeWith();
    bridge.answer('vaultLock', async () => okay(null));
    const user = await renderPage(<SettingsPage />, bridge);
    await user.click(screen.getByRole('button', { name: 'Lock now' }));
    expect(bridge.inputs('vaultLock')).toHaveLength(1);
  });
});

describe('sign-in hosts', () => {
  it('adds a host, drops one, and turns nonsense away', async () => {
    const bridge = bridgeWith();
    const user = await renderPage(<SettingsPage />, bridge);
    const field = screen.getByRole('textbox', { name: 'Host' });
    await user.type(field, 'not a host{Enter}');
    expect(field).toBeInvalid();
    await user.clear(field);
    await user.type(field, 'https://Login.Harbor.example/start{Enter}');
    expect(bridge.inputs('updateSettings')).toEqual([{ ssoHosts: ['login.harbor.example'] }]);
    expect(field).toHaveValue('');
    await user.click(await screen.findByRole('button', { name: 'Remove login.harbor.example' }));
    expect(bridge.inputs('updateSettings').at(-1)).toEqual({ ssoHosts: [] });
  });

  it.each([
    ['login.harbor.example', 'login.harbor.example'],
    [' HTTPS://idp.example/x?y ', 'idp.example'],
    ['http://idp.example', null],
    ['idp.example:8443', null],
    ['user@idp.example', null],
    ['localhost', null],
    ['10.0.0.1', null],
    ['[::1]', null],
    ['', null],
    ['*.example.com', null],
  ])('hostFrom %s', (text, host) => {
    expect(hostFrom(text)).toBe(host);
  });
});
