import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CredentialImportDto, ImportedCredentialDto } from '../../../preload/contract/credentials.ts';
import { CurrentPage } from '../../app/current-page.tsx';
import { renderPage } from '../../app/render-page.tsx';
import { fakeAuthorization, fakeBridge, fakeClient, fakeScope, okay, refused, type FakeBridge } from '../../bridge/fake-bridge.ts';
import { ClientImportProvider } from '../clients/client-import.tsx';
import { CredentialImportNotice } from './credential-import-notice.tsx';
import { CredentialImportProvider } from './credential-import.tsx';

const page = (
  <CredentialImportProvider>
    <ClientImportProvider>
      <CredentialImportNotice />
      <CurrentPage />
    </ClientImportProvider>
  </CredentialImportProvider>
);

const one = (over: Partial<ImportedCredentialDto> = {}): ImportedCredentialDto => ({
  authorizationId: 'authorization-9',
  email: 'ada@harbor.example',
  clientLabel: 'rota-sync',
  stored: 'new',
  state: 'active',
  why: null,
  scopes: [fakeScope('calendar')],
  notices: [],
  ...over,
});
const run = (imported: readonly ImportedCredentialDto[], over: Partial<CredentialImportDto> = {}): CredentialImportDto => ({
  fileName: 'some file.dat',
  format: 'oauth2client',
  total: imported.length,
  cancelled: false,
  imported,
  skipped: [],
  ...over,
});

async function open(bridge: FakeBridge, hash = '#/authorizations') {
  return await renderPage(page, bridge, hash);
}

describe('importing a credential of another program', () => {
  it('says whose it is, that it lives and what it may do, and where it lies now', async () => {
    const bridge = fakeBridge();
    bridge.answer('importCredentials', async () => okay(run([one({ notices: [{ code: 'token-endpoint-old', message: 'The file names an older address.', hint: null }] })])));
    const user = await open(bridge);
    await user.click(screen.getByRole('button', { name: 'Import credentials' }));
    const notice = await screen.findByRole('status');
    expect(notice).toHaveTextContent('Imported ada@harbor.example from some file.dat');
    expect(notice).toHaveTextContent('Alive at Google, granted: calendar.');
    expect(notice).toHaveTextContent('The file names an older address.');
    expect(within(notice).getByRole('link', { name: 'ada@harbor.example' })).toHaveAttribute('href', '#/authorization/authorization-9');
    expect(bridge.inputs('importCredentials')).toEqual([{ callId: expect.any(String) as string, clientId: null, again: false }]);
    await user.click(within(notice).getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('says why one has ended, and what was left out', async () => {
    const bridge = fakeBridge();
    const why = { code: 'sign-in-needed', message: 'Google no longer accepts this sign-in.', hint: 'Re-authorize this account.' };
    bridge.answer('importCredentials', async () => okay(run([one({ state: 'sign-in-needed', why })], { total: 2, skipped: [{ code: 'x', message: 'Entry 2 was left out.', hint: null }] })));
    const user = await open(bridge);
    await user.click(screen.getByRole('button', { name: 'Import credentials' }));
    const notice = await screen.findByRole('status');
    expect(notice).toHaveTextContent('Imported 1 of 2 credentials from some file.dat');
    expect(notice).toHaveTextContent('Google no longer accepts this sign-in. Re-authorize this account.');
    expect(notice).toHaveTextContent('Entry 2 was left out.');
  });

  it('that is refused is an alert, with the way to another file', async () => {
    const bridge = fakeBridge();
    bridge.answer('importCredentials', async () => refused('credential-file-pickle', 'This is a Python pickle.', 'Save it as JSON.'));
    const user = await open(bridge);
    await user.click(screen.getByRole('button', { name: 'Import credentials' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This is a Python pickle. Save it as JSON.'.split('. ')[0] ?? '');
    expect(screen.getByRole('button', { name: 'Choose another file' })).toBeInTheDocument();
  });

  it('that names no client asks which, and reads the same file again', async () => {
    const bridge = fakeBridge({ clients: [fakeClient(), fakeClient({ id: 'client-2', clientId: '99-other.apps.googleusercontent.com', label: 'other' })] });
    bridge.answer('importCredentials', async () => refused('credential-client-unnamed', 'This token file does not say which client it belongs to.', 'Choose the client it was made with.'));
    const user = await open(bridge);
    await user.click(screen.getByRole('button', { name: 'Import credentials' }));
    await user.click(await screen.findByRole('combobox', { name: 'Client of the file' }));
    await user.click(screen.getByRole('option', { name: /other/ }));
    bridge.answer('importCredentials', async () => okay(run([one()], { format: 'node-token' })));
    await user.click(screen.getByRole('button', { name: 'Import with it' }));
    expect(await screen.findByRole('status')).toHaveTextContent(/Imported ada@harbor.example/);
    expect(bridge.inputs('importCredentials').at(-1)).toMatchObject({ clientId: 'client-2', again: true });
  });

  it('of many shows how far it is, and can be cancelled', async () => {
    const bridge = fakeBridge();
    let answer: (value: CredentialImportDto) => void = () => undefined;
    bridge.answer('importCredentials', () => new Promise((resolve) => { answer = (value) => { resolve(okay(value)); }; }));
    const user = await open(bridge);
    await user.click(screen.getByRole('button', { name: 'Import credentials' }));
    bridge.emit({ type: 'credential-import', done: 3, total: 12 });
    expect(await screen.findByRole('progressbar', { name: '3 of 12 asked' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    const [{ callId }] = bridge.inputs('importCredentials') as [{ callId: string }];
    expect(bridge.inputs('cancelCall')).toEqual([{ callId }]);
    answer(run([one()], { total: 12, cancelled: true }));
    expect(await screen.findByText('Imported 1 of 12 credentials from some file.dat, then cancelled')).toBeInTheDocument();
  });
});

describe('exporting', () => {
  const authorization = fakeAuthorization({ id: 'authorization-1' });

  async function choose(bridge: FakeBridge, format: RegExp) {
    bridge.answer('tokenPanel', async () => okay({ tokens: [], idTokenClaims: null }));
    const user = await open(bridge, '#/authorization/authorization-1');
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: format }));
    return { user, dialog: await screen.findByRole('dialog', { name: 'Export credentials?' }) };
  }

  it('warns first, and writes only after the confirmation', async () => {
    const bridge = fakeBridge({ authorizations: [authorization] });
    bridge.answer('exportPreview', async () => okay({ path: null, overwrites: null, backup: null }));
    bridge.answer('exportCredential', async () => okay({ saved: true, backup: null }));
    const { user, dialog } = await choose(bridge, /oauth2client file/);
    expect(dialog).toHaveTextContent(/The refresh token and the client secret of .* leave the vault/);
    expect(bridge.inputs('exportCredential')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Export' }));
    expect(bridge.inputs('exportCredential')).toEqual([{ id: 'authorization-1', format: 'oauth2client' }]);
  });

  it('to the place of gcloud shows what lies there and where the copy goes', async () => {
    const bridge = fakeBridge({ authorizations: [authorization] });
    bridge.answer('exportPreview', async () =>
      okay({ path: '~/.config/gcloud/application_default_credentials.json', overwrites: { what: 'the credential of bo@harbor.example', modifiedAt: Date.UTC(2026, 10, 1), same: false }, backup: 'adc.backup' }),
    );
    const { dialog } = await choose(bridge, /gcloud ADC/);
    expect(await within(dialog).findByText('It replaces the credential of bo@harbor.example.')).toBeInTheDocument();
    expect(dialog).toHaveTextContent('adc.backup');
  });

  it('says why it cannot be, and then does nothing', async () => {
    const bridge = fakeBridge({ authorizations: [authorization] });
    bridge.answer('exportPreview', async () => refused('export-no-client-secret', 'This client has no secret.', null));
    const { dialog } = await choose(bridge, /authorized_user/);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('This client has no secret.');
    expect(within(dialog).getByRole('button', { name: 'Export' })).toBeDisabled();
  });
});
