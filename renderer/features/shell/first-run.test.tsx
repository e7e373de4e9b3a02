import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../../app/render-page.tsx';
import { parseHash } from '../../app/route.ts';
import { fakeAppState, fakeBridge, fakeClient, fakeVault, okay, refused } from '../../bridge/fake-bridge.ts';
import { ClientImportNotice } from '../clients/client-import-notice.tsx';
import { ClientImportProvider } from '../clients/client-import.tsx';
import { CredentialImportProvider } from '../credentials/credential-import.tsx';
import { FirstRun } from './first-run.tsx';

const page = (
  <CredentialImportProvider>
  <ClientImportProvider>
    <ClientImportNotice />
    <FirstRun />
  </ClientImportProvider>
  </CredentialImportProvider>
);
const buttons = () => screen.getAllByRole('button').map((button) => button.textContent);

describe('first run', () => {
  it.each(['google', 'custom'] as const)('of mode %s offers a client file and the sandbox', async (mode) => {
    await renderPage(page, fakeBridge({ app: fakeAppState({ mode }) }));
    expect(screen.getByRole('heading', { level: 1, name: 'No authorizations yet' })).toBeInTheDocument();
    expect(buttons()).toEqual(['Import client file', 'Try the sandbox', 'Import credentials']);
    expect(screen.getByText(/encrypted on this computer/)).toBeInTheDocument();
  });

  it('shows a way to the tutorial, and asks nothing by it', async () => {
    await renderPage(page, fakeBridge());
    expect(parseHash(new URL(screen.getByRole<HTMLAnchorElement>('link', { name: 'The tutorial' }).href).hash).page).toBe('tutorial');
  });

  it('leads on to an authorization once there is a client', async () => {
    const user = await renderPage(page, fakeBridge({ clients: [fakeClient()] }));
    expect(buttons()[0]).toBe('New authorization');
    await user.click(screen.getByRole('button', { name: 'New authorization' }));
    expect(parseHash(window.location.hash).dialog?.kind).toBe('new-authorization');
  });

  it('in practice mode offers no second sandbox', async () => {
    await renderPage(page, fakeBridge({ app: fakeAppState({ mode: 'practice' }), clients: [fakeClient({ practice: true })] }));
    expect(buttons()).toEqual(['New authorization', 'Import credentials']);
  });

  it('does not promise encryption when nothing is written', async () => {
    await renderPage(page, fakeBridge({ app: fakeAppState({ vault: fakeVault({ state: 'memory-only' }) }) }));
    expect(screen.queryByText(/encrypted/)).toBeNull();
    expect(screen.getByText(/gone when the app closes/)).toBeInTheDocument();
  });

  it('enters practice mode, or says why not', async () => {
    const bridge = fakeBridge();
    bridge.answer('enterPractice', async () => refused('sandbox-failed', 'The sandbox did not start.', 'Try again.'));
    const user = await renderPage(page, bridge);
    await user.click(screen.getByRole('button', { name: 'Try the sandbox' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The sandbox did not start.');
    bridge.answer('enterPractice', async () => okay(null));
    await user.click(screen.getByRole('button', { name: 'Try the sandbox' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('a picker that was closed changes nothing; a bad file is an alert with another try', async () => {
    const bridge = fakeBridge();
    bridge.answer('importClientFile', async () => okay(null));
    const user = await renderPage(page, bridge);
    await user.click(screen.getByRole('button', { name: 'Import client file' }));
    expect(screen.queryByRole('alert')).toBeNull();
    bridge.answer('importClientFile', async () => refused('not-json', 'This file is not JSON.', 'Download it again.'));
    await user.click(screen.getByRole('button', { name: 'Import client file' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/This file is not JSON\.\s*Download it again\./);
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
