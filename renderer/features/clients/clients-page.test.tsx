import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../../app/render-page.tsx';
import { parseHash } from '../../app/route.ts';
import { fakeBridge, fakeClient, okay, refused, type FakeBridge } from '../../bridge/fake-bridge.ts';
import { ToastArea } from '../../ui/toast.tsx';
import { CredentialImportProvider } from '../credentials/credential-import.tsx';
import { ClientImportProvider } from './client-import.tsx';
import { ClientsPage } from './clients-page.tsx';

const page = (
  <CredentialImportProvider>
  <ClientImportProvider>
    <ClientsPage />
    <ToastArea />
  </ClientImportProvider>
  </CredentialImportProvider>
);
const web = fakeClient({
  id: 'client-2',
  clientId: '9988-web.apps.googleusercontent.com',
  type: 'web',
  label: 'room-board',
  projectId: 'room-board',
  redirectUri: 'http://example.com/auth_return',
  redirectUris: ['http://example.com/auth_return', 'https://example.com/b'],
  worksInBrowser: false,
  authorizationCount: 2,
  notices: [{ code: 'foreign-endpoint', message: 'The file names https://evil.example/token.', hint: 'It is not used.' }],
});

const items = () => within(screen.getByRole('list', { name: 'Clients' })).getAllByRole('listitem').filter((item) => item.hasAttribute('aria-labelledby'));

describe('list', () => {
  it('shows what each client is and can do', async () => {
    await renderPage(page, fakeBridge({ clients: [fakeClient(), web] }));
    const [first, second] = items();
    expect(first).toHaveTextContent('1234567890-harbor.apps.googleusercontent.com');
    expect(first).toHaveTextContent('Desktop');
    expect(first).toHaveTextContent('rota-sync');
    expect(second).toHaveTextContent('Web');
    expect(second).toHaveTextContent('http://example.com/auth_return');
    expect(second).toHaveTextContent('App window only');
    expect(second).toHaveTextContent('The file names https://evil.example/token. It is not used.');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('starts an authorization with the client it stands at', async () => {
    const user = await renderPage(page, fakeBridge({ clients: [fakeClient(), web] }));
    const [, second] = items();
    await user.click(within(second ?? document.body).getByRole('button', { name: 'New authorization' }));
    expect(parseHash(window.location.hash).dialog).toEqual({ kind: 'new-authorization', client: 'client-2' });
  });

  it('helps on when there is none, with the way to the console', async () => {
    const bridge = fakeBridge();
    const user = await renderPage(page, bridge);
    expect(screen.queryByRole('list', { name: 'Clients' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Open the Cloud console' }));
    expect(bridge.inputs('openLink')).toEqual([{ link: 'cloud-console-credentials' }]);
  });
});

describe('removing', () => {
  it('says what becomes of the authorizations, and does it only when confirmed', async () => {
    const bridge = fakeBridge({ clients: [web] });
    bridge.answer('removeClient', async () => {
      bridge.emit({ type: 'clients', clients: [] });
      return okay(null);
    });
    const user = await renderPage(page, bridge);
    await user.click(screen.getByRole('button', { name: 'Remove client' }));
    let dialog = screen.getByRole('dialog', { name: 'Remove room-board?' });
    expect(dialog).toHaveTextContent('The 2 authorizations made with it stay');
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(bridge.inputs('removeClient')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Remove client' }));
    dialog = screen.getByRole('dialog', { name: 'Remove room-board?' });
    await user.click(within(dialog).getByRole('button', { name: 'Remove client' }));
    expect(bridge.inputs('removeClient')).toEqual([{ id: 'client-2' }]);
    expect(screen.queryByRole('list', { name: 'Clients' })).toBeNull();
  });

  it('keeps the dialog and the client when main refuses', async () => {
    const bridge = fakeBridge({ clients: [web] });
    bridge.answer('removeClient', async () => refused('vault-disk-full', 'The disk is full.', 'Nothing was removed.'));
    const user = await renderPage(page, bridge);
    await user.click(screen.getByRole('button', { name: 'Remove client' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove client' }));
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toHaveTextContent('The disk is full.');
  });
});

describe('pasting', () => {
  async function paste(bridge: FakeBridge, text: string) {
    const user = await renderPage(page, bridge);
    await user.click(screen.getByRole('button', { name: 'Paste client JSON' }));
    const dialog = screen.getByRole('dialog', { name: 'Paste client JSON' });
    await user.click(within(dialog).getByRole('textbox', { name: 'Client JSON' }));
    await user.paste(text);
    await user.click(within(dialog).getByRole('button', { name: 'Import' }));
    return { user, dialog };
  }

  it('imports and closes', async () => {
    const bridge = fakeBridge();
    bridge.answer('importClientText', async () => okay({ client: fakeClient(), updated: true }));
    const { dialog } = await paste(bridge, '{"installed":{}}');
    expect(bridge.inputs('importClientText')).toEqual([{ text: '{"installed":{}}' }]);
    expect(dialog).not.toBeInTheDocument();
    expect(screen.getByText(/^Updated rota-sync/)).toBeInTheDocument();
  });

  it('shows every problem in the dialog, and forgets the text when it closes', async () => {
    const bridge = fakeBridge();
    const problems = [
      { code: 'missing-client-id', message: 'client_id is missing.', hint: null },
      { code: 'no-redirect', message: 'No redirect URI can come back here.', hint: 'Add http://127.0.0.1.' },
    ];
    bridge.answer('importClientText', async () => ({ ok: false, error: { code: 'client-file', message: 'This file has two problems.', hint: null, problems } }));
    const { user, dialog } = await paste(bridge, '{"web":{"client_secret":"top"}}');
    expect(within(await within(dialog).findByRole('alert')).getAllByRole('listitem')).toHaveLength(2);
    await user.keyboard('{Escape}');
    expect(dialog).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Paste client JSON' }));
    expect(screen.getByRole('textbox', { name: 'Client JSON' })).toHaveValue('');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
