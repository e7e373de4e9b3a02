import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeScope, okay, refused } from '../../bridge/fake-bridge.ts';
import { authorization, client, SCOPE } from '../authorizations/testing/samples.ts';
import { renderApp } from '../authorizations/testing/render-app.tsx';
import { forgetConsentRun } from './consent-run.ts';
import { attempt } from './testing/attempts.ts';

// Whole pages with dialogs are slow to query in jsdom, more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const web = client({ id: 'c2', type: 'web', label: 'room-board', worksInBrowser: false });
const one = authorization();

async function open(world: Parameters<typeof renderApp>[1] = {}, hash = '#/authorizations?new=') {
  const rendered = await renderApp(hash, { authorizations: [one], ...world });
  const dialog = await screen.findByRole('dialog', { name: 'What should this account allow?' });
  return { ...rendered, dialog: within(dialog), element: dialog };
}
const asked = ({ dialog }: Pick<Awaited<ReturnType<typeof open>>, 'dialog'>) =>
  within(dialog.getByRole('list', { name: 'You will ask for' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);

beforeEach(forgetConsentRun);

describe('choosing', () => {
  it('starts in the search field, with nothing ticked but sign-in', async () => {
    const { dialog } = await open();
    await waitFor(() => {
      expect(dialog.getByRole('searchbox', { name: 'Search scopes' })).toHaveFocus();
    });
    expect(dialog.getByRole('checkbox', { name: /calendar\.events/ })).not.toBeChecked();
    expect(dialog.getByRole('checkbox', { name: /openid/ })).toBeChecked();
    expect(dialog.getByRole('checkbox', { name: /openid/ })).toBeDisabled();
    expect(asked({ dialog })).toEqual(['Which account this is always']);
  });

  it('names each box by title and short name, under its product', async () => {
    const { dialog } = await open();
    const box = dialog.getByRole('checkbox', { name: 'View and manage the settings of groups apps.groups.settings' });
    expect(box).toHaveAccessibleDescription('Admin only Sensitive');
    expect(within(dialog.getByRole('group', { name: 'Drive' })).getAllByRole('checkbox')).toHaveLength(2);
  });

  it('finds scopes, and says when there is none', async () => {
    const { user, dialog } = await open();
    const search = dialog.getByRole('searchbox', { name: 'Search scopes' });
    await user.type(search, 'drive');
    await waitFor(() => {
      expect(dialog.getAllByRole('checkbox')).toHaveLength(2);
    });
    await user.type(search, 'zzz');
    expect(await dialog.findByText(/No scope on the list matches “drivezzz”/)).toBeVisible();
  });

  it('ticks, sums up and removes again', async () => {
    const { user, dialog } = await open();
    await user.click(dialog.getByRole('checkbox', { name: /drive\.file/ }));
    await user.click(dialog.getByRole('checkbox', { name: /calendar\.events/ }));
    expect(asked({ dialog })).toEqual(['See and change events on every calendar ', 'Only files this client creates or opens ', 'Which account this is always']);
    await user.click(dialog.getByRole('button', { name: 'Remove drive.file' }));
    expect(dialog.getByRole('checkbox', { name: /drive\.file/ })).not.toBeChecked();
  });

  it('ticks a whole set with one click', async () => {
    const { user, dialog } = await open();
    const set = dialog.getByRole('button', { name: 'Manage events' });
    expect(set).toHaveAttribute('aria-pressed', 'false');
    await user.click(set);
    expect(set).toHaveAttribute('aria-pressed', 'true');
    expect(dialog.getByRole('checkbox', { name: /calendar\.events/ })).toBeChecked();
    expect(dialog.getByRole('checkbox', { name: /calendar\.freebusy/ })).toBeChecked();
    await user.click(set);
    expect(dialog.getByRole('checkbox', { name: /calendar\.events/ })).not.toBeChecked();
  });

  it('warns of restricted and administrator scopes, and offers the narrower one', async () => {
    const { user, dialog } = await open();
    await user.click(dialog.getByRole('checkbox', { name: /drive\.readonly/ }));
    await user.click(dialog.getByRole('checkbox', { name: /apps\.groups\.settings/ }));
    const notes = dialog.getAllByRole('note');
    expect(notes[0]).toHaveTextContent('Administrators only');
    expect(notes[1]).toHaveTextContent('Restricted');
    await user.click(dialog.getByRole('button', { name: 'Use drive.file instead' }));
    expect(dialog.getByRole('checkbox', { name: /drive\.readonly/ })).not.toBeChecked();
    expect(dialog.getByRole('checkbox', { name: /drive\.file/ })).toBeChecked();
    expect(dialog.queryByRole('button', { name: 'Use drive.file instead' })).toBeNull();
  });

  it('adds any other scope by its address, and says what is wrong with one', async () => {
    const { user, bridge, dialog } = await open();
    const field = dialog.getByRole('textbox', { name: 'Scope URL' });
    bridge.answer('readScope', async () => refused('scope-not-google', 'Scopes of Google do not live at evil.example.', 'Write another.'));
    await user.type(field, 'https://evil.example/auth/x');
    await user.click(dialog.getByRole('button', { name: 'Add scope' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('Scopes of Google do not live at evil.example. Write another.');
    expect(field).toHaveValue('https://evil.example/auth/x');
    await user.clear(field);
    expect(dialog.queryByRole('alert')).toBeNull();
    bridge.answer('readScope', async () => okay(fakeScope('tasks', { product: 'Other' })));
    await user.type(field, 'tasks{Enter}');
    expect(await dialog.findByRole('checkbox', { name: /tasks/ })).toBeChecked();
    expect(bridge.inputs('readScope')).toEqual([{ text: 'https://evil.example/auth/x' }, { text: 'tasks' }]);
    expect(field).toHaveValue('');
    expect(dialog.getByText('tasks is ticked now.')).toBeVisible();
  });

  it('tells what Google will show', async () => {
    const { user, dialog } = await open();
    await user.click(dialog.getByRole('checkbox', { name: /drive\.file/ }));
    const pages = dialog.getByRole('list', { name: 'What Google will show' });
    expect(pages).toHaveTextContent('One question: allow or cancel');
    await user.click(dialog.getByRole('checkbox', { name: /calendar\.events/ }));
    expect(pages).toHaveTextContent('2 checkboxes; tick what you allow');
  });
});

describe('going on', () => {
  it.each([
    ['Continue in app window', 'app-window'],
    ['Continue in browser', 'browser'],
  ] as const)('%s starts the attempt there and goes to its page', async (name, surface) => {
    const { user, bridge, dialog } = await open();
    bridge.answer('startConsent', async () => okay(attempt({ surface })));
    await user.click(dialog.getByRole('checkbox', { name: /calendar\.events/ }));
    await user.click(dialog.getByRole('button', { name }));
    expect(bridge.inputs('startConsent')).toEqual([{ clientId: 'c1', scopes: [SCOPE.events.scope], surface, purpose: 'new', authorizationId: null, timeBoxHours: null }]);
    expect(await screen.findByRole('status', { name: 'Waiting for consent' })).toBeVisible();
    expect(window.location.hash).toBe('#/consent/try-1');
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
  });

  it.each([
    ['app-window', 'Continue in app window', 'Continue in browser'],
    ['browser', 'Continue in browser', 'Continue in app window'],
  ] as const)('fills the button of the surface chosen in Settings: %s', async (openConsentIn, filled, other) => {
    const { dialog } = await open({ openConsentIn });
    expect(dialog.getByRole('button', { name: filled })).toHaveAttribute('data-variant', 'filled');
    expect(dialog.getByRole('button', { name: other })).toHaveAttribute('data-variant', 'default');
  });

  it('stays open and says why it could not start', async () => {
    const { user, bridge, dialog } = await open();
    bridge.answer('startConsent', async () => refused('port-busy', 'Port 8080 is in use.', 'Close the program that holds it, or use the app window.'));
    await user.click(dialog.getByRole('button', { name: 'Continue in browser' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('Port 8080 is in use.');
  });

  it('leads to the consent that is still waiting', async () => {
    const { user, bridge, dialog } = await open();
    bridge.answer('startConsent', async () => refused('consent-in-progress', 'Another consent is waiting.', 'Finish or cancel it first.'));
    bridge.emit({ type: 'consent', attempt: attempt() });
    await user.click(dialog.getByRole('button', { name: 'Continue in app window' }));
    await user.click(await dialog.findByRole('link', { name: 'Show it' }));
    expect(await screen.findByRole('status', { name: 'Waiting for consent' })).toBeVisible();
  });

  it('asks which client when there are several', async () => {
    const { user, bridge, dialog } = await open({ clients: [client(), client({ id: 'c3', label: 'third' })] });
    bridge.answer('startConsent', async () => okay(attempt()));
    const select = dialog.getByRole('combobox', { name: 'Client' });
    expect(select).toHaveValue('c1');
    await user.selectOptions(select, 'c3');
    await user.click(dialog.getByRole('button', { name: 'Continue in app window' }));
    expect(bridge.inputs('startConsent')).toMatchObject([{ clientId: 'c3' }]);
  });

  it('opens for the client it was opened from, and asks nothing when there is only one', async () => {
    const { dialog } = await open({ clients: [client(), web] }, '#/authorizations?new=c2');
    expect(dialog.getByRole('combobox', { name: 'Client' })).toHaveValue('c2');
  });

  it('explains why a Web client without a loopback redirect cannot use the browser', async () => {
    const { user, bridge, dialog } = await open({ clients: [web], openConsentIn: 'browser' });
    expect(dialog.queryByRole('combobox', { name: 'Client' })).toBeNull();
    const browser = dialog.getByRole('button', { name: 'Continue in browser' });
    expect(browser).toHaveAccessibleDescription(/room-board is a Web client without a redirect address/);
    expect(dialog.getByRole('button', { name: 'Continue in app window' })).toHaveAttribute('data-variant', 'filled');
    await user.click(browser);
    expect(bridge.inputs('startConsent')).toHaveLength(0);
    expect(dialog.getByRole('alert')).toHaveTextContent('room-board is a Web client');
  });

  it('leads to importing a client when there is none, and goes on with it', async () => {
    const { user, bridge, dialog } = await open({ clients: [] });
    bridge.answer('importClientFile', async () => {
      bridge.emit({ type: 'clients', clients: [client()] });
      return okay({ client: client(), updated: false });
    });
    expect(dialog.getByText('There is no client to ask with yet.')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Import client file' }));
    expect(await dialog.findByRole('searchbox', { name: 'Search scopes' })).toBeVisible();
  });

  it('says so when the client of an authorization was removed', async () => {
    const { user } = await renderApp('#/authorization/a1', { authorizations: [one], clients: [] });
    await user.click(screen.getByRole('button', { name: 'Re-authorize' }));
    expect(await screen.findByText('The client rota-sync is no longer here.')).toBeVisible();
  });

  it('forgets what was ticked when it is closed', async () => {
    const { user, dialog } = await open();
    await user.click(dialog.getByRole('checkbox', { name: /drive\.file/ }));
    await user.keyboard('{Escape}');
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    await user.click(screen.getByRole('button', { name: 'New authorization' }));
    expect(await screen.findByRole('checkbox', { name: /drive\.file/ })).not.toBeChecked();
  });
});
