import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { App } from '../../app/app.tsx';
import { listenForDrops } from '../../app/dropped-files.ts';
import { navigate, parseHash } from '../../app/route.ts';
import { renderPage } from '../../app/render-page.tsx';
import { fakeAppState, fakeAuthorization, fakeBridge, fakeClient, fakeVault, okay, refused } from '../../bridge/fake-bridge.ts';

const LINKS = ['Authorizations', 'Calendar', 'Groups Settings', 'API Explorer', 'For scripts', 'Activity', 'Clients', 'Sweep', 'Tutorial', 'Settings'];
const practice = fakeAppState({ mode: 'practice' });

describe('frame', () => {
  it('has every link under its exact name, whatever waits', async () => {
    const authorizations = [fakeAuthorization({ state: 'sign-in-needed' }), fakeAuthorization({ id: 'b', state: 'expired' })];
    await renderPage(<App />, fakeBridge({ authorizations }), '#/clients');
    const nav = screen.getByRole('navigation', { name: 'Main' });
    expect(within(nav).getAllByRole('link').map((link) => link.getAttribute('aria-current'))).toEqual([null, null, null, null, null, null, 'page', null, null, null]);
    for (const name of LINKS) expect(within(nav).getByRole('link', { name })).toBeInTheDocument();
    expect(within(nav).getByText('2')).toHaveAttribute('aria-hidden', 'true');
  });

  it('moves the focus to the title of a page that was opened', async () => {
    const user = await renderPage(<App />, fakeBridge(), '#/clients');
    await user.click(screen.getByRole('link', { name: 'Settings' }));
    await waitFor(() => {
      expect(screen.getByRole('heading', { level: 1, name: 'Settings' })).toHaveFocus();
    });
  });

  it('moves it to the part of a page that the address names', async () => {
    await renderPage(<App />, fakeBridge(), '#/clients');
    act(() => {
      navigate({ page: 'settings', id: 'credential-storage' });
    });
    await waitFor(() => {
      expect(screen.getByRole('region', { name: 'Credential storage' })).toHaveFocus();
    });
  });

  it('lets the keyboard skip the navigation', async () => {
    const user = await renderPage(<App />, fakeBridge(), '#/clients');
    await user.tab();
    expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('main')).toHaveFocus();
    expect(parseHash(window.location.hash).page).toBe('clients');
  });

  it('names the vault’s backend and locks it', async () => {
    const bridge = fakeBridge();
    bridge.answer('vaultLock', async () => {
      bridge.emit({ type: 'app-state', state: fakeAppState({ vault: fakeVault({ state: 'locked' }) }) });
      return okay(null);
    });
    const user = await renderPage(<App />, bridge);
    expect(screen.getByText('Linux keyring · libsecret')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Lock the vault' }));
    expect(await screen.findByText('Vault locked')).toBeInTheDocument();
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  it('tells damaged records and the vault’s news on every page', async () => {
    const vault = fakeVault({
      notice: { code: 'vault-header-restored', message: 'The key file was restored.', hint: 'Check the disk.' },
      damaged: [{ id: 'r-1', message: 'It is cut off.' }],
    });
    await renderPage(<App />, fakeBridge({ app: fakeAppState({ vault }) }), '#/activity');
    expect(screen.getByText('The key file was restored.')).toBeInTheDocument();
    expect(screen.getByText('r-1')).toBeInTheDocument();
  });
});

describe('banners', () => {
  it('practice mode is named on every page and can be left, not dismissed', async () => {
    const bridge = fakeBridge({ app: practice });
    bridge.answer('leavePractice', async () => {
      bridge.emit({ type: 'app-state', state: fakeAppState() });
      return okay(null);
    });
    const user = await renderPage(<App />, bridge, '#/settings');
    const banner = screen.getByRole('region', { name: 'Practice mode' });
    expect(within(banner).getAllByRole('button').map((button) => button.textContent)).toEqual(['Practice faults', 'Leave practice mode']);
    await user.click(within(banner).getByRole('button', { name: 'Leave practice mode' }));
    await waitFor(() => {
      expect(screen.queryByRole('region', { name: 'Practice mode' })).toBeNull();
    });
    await waitFor(() => {
      expect(screen.getByRole('heading', { level: 1, name: 'No authorizations yet' })).toBeInTheDocument();
    });
  });

  it('says why practice mode could not be left', async () => {
    const bridge = fakeBridge({ app: practice });
    bridge.answer('leavePractice', async () => refused('busy', 'A consent is still open.'));
    const user = await renderPage(<App />, bridge, '#/settings');
    await user.click(screen.getByRole('button', { name: 'Leave practice mode' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('A consent is still open.');
  });

  it('names an origin that is not Google', async () => {
    await renderPage(<App />, fakeBridge({ app: fakeAppState({ mode: 'custom', authorizationOrigin: 'http://127.0.0.1:43817' }) }), '#/clients');
    expect(screen.getByRole('region', { name: 'Not Google' })).toHaveTextContent('http://127.0.0.1:43817');
  });

  it('there is none for Google itself', async () => {
    await renderPage(<App />, fakeBridge(), '#/clients');
    expect(screen.queryByText(/practice mode/i)).toBeNull();
    expect(screen.queryByText(/not google/i)).toBeNull();
  });
});

describe('menu commands', () => {
  it('lead where they say', async () => {
    const bridge = fakeBridge({ clients: [fakeClient()] });
    bridge.answer('importClientFile', async () => okay(null));
    await renderPage(<App />, bridge, '#/activity');
    act(() => {
      bridge.emit({ type: 'command', command: 'settings' });
    });
    expect(parseHash(window.location.hash).page).toBe('settings');
    await act(async () => {
      bridge.emit({ type: 'command', command: 'import-client' });
      await Promise.resolve();
    });
    expect(parseHash(window.location.hash).page).toBe('clients');
    expect(bridge.inputs('importClientFile')).toHaveLength(1);
    act(() => {
      bridge.emit({ type: 'command', command: 'new-authorization' });
    });
    expect(parseHash(window.location.hash).dialog).toEqual({ kind: 'new-authorization', client: null });
  });
});

describe('command menu', () => {
  it('opens by Ctrl K, finds a page by its name and goes there', async () => {
    const user = await renderPage(<App />, fakeBridge(), '#/clients');
    await user.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('combobox', { name: 'Search or run a command' });
    await user.type(field, 'act');
    const first = screen.getAllByRole('option')[0];
    expect(first).toHaveTextContent('Activity');
    expect(field).toHaveAttribute('aria-activedescendant', first?.id);
    await user.keyboard('{Enter}');
    expect(parseHash(window.location.hash).page).toBe('activity');
    await waitFor(() => {
      expect(screen.queryByRole('listbox')).toBeNull();
    });
  });

  it('finds accounts, and runs actions', async () => {
    const bridge = fakeBridge({ authorizations: [fakeAuthorization()] });
    const user = await renderPage(<App />, bridge, '#/clients');
    await user.click(screen.getByRole('button', { name: 'Search or run a command' }));
    await user.type(await screen.findByRole('combobox', { name: 'Search or run a command' }), 'lovelace');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await user.click(screen.getByRole('option'));
    expect(parseHash(window.location.hash)).toMatchObject({ page: 'authorization', id: 'authorization-1' });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: 'Search or run a command' }), 'dark{Enter}');
    await waitFor(() => {
      expect(bridge.inputs('updateSettings')).toEqual([{ theme: 'dark' }]);
    });
  });

  it('goes round with the arrows and says when nothing fits', async () => {
    const user = await renderPage(<App />, fakeBridge(), '#/clients');
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox', { name: 'Search or run a command' });
    await user.keyboard('{ArrowUp}');
    const options = screen.getAllByRole('option');
    expect(options.at(-1)).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{ArrowDown}');
    expect(options[0]).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('xyzzy');
    expect(screen.getByText('Nothing by that name')).toBeInTheDocument();
    await user.keyboard('{Enter}{Escape}');
    expect(parseHash(window.location.hash).page).toBe('clients');
  });
});

describe('a dropped file', () => {
  let stop: () => void = () => undefined;
  beforeEach(() => {
    stop = listenForDrops();
  });
  afterEach(() => {
    stop();
  });
  const file = (text: string) => new File([text], 'client_secret.json', { type: 'application/json' });
  const transfer = (one: File) => ({ dataTransfer: { types: ['Files'], files: [one], dropEffect: 'none' } });

  it('is imported by its path, after a target showed where', async () => {
    const bridge = fakeBridge();
    bridge.answer('importDropped', async () => okay({ kind: 'client', client: { client: fakeClient(), updated: false } }));
    await renderPage(<App />, bridge, '#/settings');
    fireEvent.dragOver(document.body, transfer(file('{}')));
    expect(screen.getByText('Drop the file to import it')).toBeInTheDocument();
    fireEvent.drop(document.body, transfer(file('{}')));
    expect(screen.queryByText('Drop the file to import it')).toBeNull();
    expect(await screen.findByText('Imported rota-sync')).toBeInTheDocument();
    expect(bridge.inputs('importDropped')).toEqual([{ callId: expect.any(String) as string, path: '/dropped/client_secret.json' }]);
    expect(parseHash(window.location.hash).page).toBe('clients');
  });

  it('without a path is imported by its text; a refusal is an alert on the page', async () => {
    const bridge = { ...fakeBridge(), pathForFile: () => '' };
    bridge.answer('importClientText', async () => refused('service-account', 'This is a service account key.', 'Choose a client file.'));
    await renderPage(<App />, bridge, '#/settings');
    fireEvent.drop(document.body, transfer(file('{"type":"service_account"}')));
    expect(await screen.findByRole('alert')).toHaveTextContent('This is a service account key.');
    expect(bridge.inputs('importClientText')).toEqual([{ text: '{"type":"service_account"}' }]);
    expect(parseHash(window.location.hash).page).toBe('settings');
  });

  it('that came before the frame was there is not lost', async () => {
    const bridge = fakeBridge();
    bridge.answer('importDropped', async () => okay({ kind: 'client', client: { client: fakeClient(), updated: false } }));
    fireEvent.drop(document.body, transfer(file('{}')));
    await renderPage(<App />, bridge, '#/settings');
    await waitFor(() => {
      expect(bridge.inputs('importDropped')).toEqual([{ callId: expect.any(String) as string, path: '/dropped/client_secret.json' }]);
    });
  });

  it('never opens in place of the app, also while the vault is locked', async () => {
    await renderPage(<App />, fakeBridge({ app: fakeAppState({ vault: fakeVault({ state: 'locked' }) }) }));
    expect(fireEvent.dragOver(document.body, transfer(file('{}')))).toBe(false);
    expect(fireEvent.drop(document.body, { dataTransfer: { types: ['Files'], files: [] } })).toBe(false);
    expect(screen.queryByText('Drop the file to import it')).toBeNull();
  });

  it('far too long is not even read', async () => {
    const bridge = { ...fakeBridge(), pathForFile: () => '' };
    await renderPage(<App />, bridge, '#/settings');
    fireEvent.drop(document.body, transfer(file('x'.repeat(1024 * 1024 + 1))));
    expect(await screen.findByRole('alert')).toHaveTextContent('too large');
    expect(bridge.inputs('importClientText')).toEqual([]);
  });
});
