import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiChangesDto, ApiListingDto } from '../../../preload/contract/apis.ts';
import { keepAccounts } from '../../bridge/account-memory.ts';
import { okay, refused } from '../../bridge/fake-bridge.ts';
import { openExplorer } from './testing/open-explorer.tsx';
import { api, fetched, made } from './testing/samples.ts';

const drive: ApiListingDto = { id: 'drive:v3', name: 'drive', version: 'v3', title: 'Google Drive API', preferred: true, known: true };
const people: ApiListingDto = { id: 'people:v1', name: 'people', version: 'v1', title: '<b>People API</b>', preferred: true, known: false };

const changes: ApiChangesDto = {
  changes: [
    { kind: 'method-added', subject: 'calendar.practice.peek', detail: 'GET calendar/v3/practice/peek' },
    { kind: 'method-closed', subject: 'calendar.events.list', detail: 'https://www.googleapis.com/auth/calendar.events' },
    { kind: 'scope-added', subject: 'https://www.googleapis.com/auth/calendar.new', detail: '' },
  ],
  touched: [{ authorizationId: 'authorization-1', email: 'ada.lovelace@harbor.example', clientLabel: 'rota-sync', gains: ['calendar.practice.peek'], loses: ['calendar.events.list'] }],
};

beforeEach(() => {
  keepAccounts(new Set());
});

describe('adding an API', () => {
  it('by name and version, and goes there', async () => {
    const { bridge, user } = await openExplorer((one) => {
      one.answer('apiDirectory', async () => refused('offline', 'Google does not answer.'));
      one.answer('fetchApi', async () => okay(fetched));
    });
    await user.click(screen.getByRole('button', { name: 'Add an API' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add an API' });
    expect(await within(dialog).findByText('Google does not answer.')).toBeInTheDocument();
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'drive');
    await user.type(within(dialog).getByRole('textbox', { name: 'Version' }), 'v3');
    await user.click(within(dialog).getByRole('button', { name: 'Add' }));
    expect(bridge.inputs('fetchApi')).toMatchObject([{ name: 'drive', version: 'v3' }]);
    await waitFor(() => {
      expect(screen.getByRole('combobox', { name: 'API' })).toHaveValue('Google Drive API v3');
    });
  });

  it('out of the directory, whose titles are words, with one sentence when it fails', async () => {
    const { user } = await openExplorer((one) => {
      one.answer('apiDirectory', async () => okay([drive, people]));
      one.answer('fetchApi', async () => refused('document-unreadable', 'The document cannot be read.'));
    });
    await user.click(screen.getByRole('button', { name: 'Add an API' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add an API' });
    await user.type(within(dialog).getByRole('searchbox', { name: 'Search Google’s directory' }), 'people');
    await waitFor(() => {
      expect(within(dialog).getAllByRole('listitem')).toHaveLength(1);
    });
    await user.click(within(dialog).getByRole('button', { name: 'Add <b>People API</b> v1' }));
    expect(await within(dialog).findByText('The document cannot be read.')).toBeInTheDocument();
  });
});

describe('what changed', () => {
  it('is grouped, what closes first, and names the accounts it touches', async () => {
    const { user } = await openExplorer((one) => {
      one.answer('apis', async () => okay([api({ source: 'document', changes: 3, document: fetched.document })]));
      one.answer('apiChanges', async () => okay(changes));
    });
    await user.click(await screen.findByRole('button', { name: 'What changed' }));
    const dialog = await screen.findByRole('dialog', { name: 'What changed' });
    const touched = await within(dialog).findByRole('list', { name: 'Grants touched' });
    expect(touched).toHaveTextContent('ada.lovelace@harbor.example · rota-synccan now calendar.practice.peekcan no longer calendar.events.list');
    expect(within(dialog).getAllByRole('region').map((one) => one.getAttribute('aria-label'))).toEqual(['Methods that need other scopes now', 'New scopes', 'New methods']);
  });
});

describe('code', () => {
  it('is shown with the placeholder; the live token goes through main, after a question', async () => {
    const { bridge, user } = await openExplorer((one) => {
      one.answer('callSnippet', async () => okay({ text: 'curl -H "Authorization: Bearer $TOKEN"' }));
      one.answer('copyLiveSnippet', async () => okay({ clearsAt: Date.now() + 30_000 }));
    });
    await user.click(screen.getByRole('button', { name: 'Copy as curl' }));
    const preview = await screen.findByRole('region', { name: 'The call as curl' });
    expect(preview).toHaveTextContent('Bearer $TOKEN');
    expect(await navigator.clipboard.readText()).toContain('$TOKEN');
    await user.click(within(preview).getByRole('button', { name: 'Copy with live token' }));
    const question = await screen.findByRole('dialog', { name: 'Copy with the live token?' });
    expect(bridge.inputs('copyLiveSnippet')).toEqual([]);
    await user.click(within(question).getByRole('button', { name: 'Copy with live token' }));
    expect(await within(preview).findByText(/The clipboard is cleared at/)).toBeInTheDocument();
    expect(bridge.inputs('copyLiveSnippet')).toMatchObject([{ language: 'curl', methodId: 'calendar.calendarList.list' }]);
  });
});

describe('history', () => {
  it('is searched, run again with its values, and forgotten', async () => {
    let rows = [made(), made({ id: 'h2', methodId: 'calendar.calendarList.list', parameters: {}, status: 403, redacted: true })];
    const { bridge, user } = await openExplorer((one) => {
      one.answer('callHistory', async () => okay(rows));
      one.answer('forgetCalls', async ({ id }) => {
        rows = rows.filter((row) => row.id !== id);
        return okay(null);
      });
    });
    await user.click(screen.getByRole('button', { name: 'History' }));
    const drawer = await screen.findByRole('dialog', { name: 'History' });
    await user.type(within(drawer).getByRole('searchbox', { name: 'Search the history' }), '403');
    expect(within(drawer).getAllByRole('listitem')).toHaveLength(1);
    await user.click(within(drawer).getByRole('button', { name: 'Forget calendar.calendarList.list' }));
    expect(await within(drawer).findByText('No call matches. Change the search.')).toBeInTheDocument();
    await user.clear(within(drawer).getByRole('searchbox', { name: 'Search the history' }));
    await user.click(within(drawer).getByRole('button', { name: 'Run again' }));
    await waitFor(() => {
      expect(bridge.inputs('sendMethod')).toMatchObject([{ methodId: 'calendar.events.list', parameters: { calendarId: ['primary'] } }]);
    });
    expect(screen.getByRole('textbox', { name: 'calendarId' })).toHaveValue('primary');
  });

  it('says what will stand there', async () => {
    const { user } = await openExplorer();
    await user.click(screen.getByRole('button', { name: 'History' }));
    expect(await screen.findByText('No calls yet. Send one, and it stands here to be run again.')).toBeInTheDocument();
  });
});
