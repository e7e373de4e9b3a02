import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CauseDto, CheckAllDto } from '../../../preload/contract/authorizations.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { okay, refused, type FakeBridge } from '../../bridge/fake-bridge.ts';
import { account, authorization, client, NOW } from '../authorizations/testing/samples.ts';
import { renderApp } from '../authorizations/testing/render-app.tsx';

// Whole pages with dialogs are slow to query in jsdom, more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ada = authorization();
const problem = { code: 'offline', message: 'Google could not be reached, so nothing was revoked.', hint: null };
const preview = (bridge: FakeBridge): void => {
  bridge.answer('revokePreview', async () =>
    okay({
      dying: [
        { id: 'a1', email: ada.account.email, clientLabel: 'rota-sync' },
        { id: 'a2', email: ada.account.email, clientLabel: 'rota-web' },
      ],
    }),
  );
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an end of its own', () => {
  const card = () => within(screen.getByRole('region', { name: 'Ends by itself' }));

  it('is set after the dialog has named what ends with it', async () => {
    const { user, bridge } = await renderApp('#/authorization/a1', { authorizations: [ada], prepare: preview });
    bridge.answer('setTimeBox', async () => okay(ada));
    await user.selectOptions(card().getByRole('combobox', { name: 'When this grant ends' }), '8 hours from now');
    const dialog = await screen.findByRole('dialog', { name: 'Let this grant end by itself?' });
    expect(await within(dialog).findByRole('list', { name: 'Ends with it' })).toHaveTextContent('rota-web');
    expect(bridge.inputs('setTimeBox')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Set the end' }));
    expect(bridge.inputs('setTimeBox')).toEqual([{ id: 'a1', hours: 8 }]);
  });

  it('takes hours typed by hand, and refuses nonsense', async () => {
    const { user, bridge } = await renderApp('#/authorization/a1', { authorizations: [ada], prepare: preview });
    bridge.answer('setTimeBox', async () => refused('vault-disk-full', 'The disk is full.'));
    await user.selectOptions(card().getByRole('combobox'), 'Another time');
    const field = await screen.findByRole('textbox', { name: 'Hours from now' });
    await user.clear(field);
    await user.type(field, 'soon');
    expect(screen.getByRole('button', { name: 'Set the end' })).toBeDisabled();
    await user.clear(field);
    await user.type(field, '1,5{Enter}');
    expect(bridge.inputs('setTimeBox')).toEqual([{ id: 'a1', hours: 1.5 }]);
    expect(await screen.findByText('The disk is full.')).toBeInTheDocument();
  });

  it('counts down, and can be taken away', async () => {
    const boxed = authorization({ timeBox: { endsAt: NOW + 3 * HOUR, state: 'running', problem: null } });
    const { user, bridge } = await renderApp('#/authorization/a1', { authorizations: [boxed] });
    bridge.answer('setTimeBox', async () => okay(ada));
    expect(card().getByText('Revoked in 3 hours')).toBeVisible();
    await user.selectOptions(card().getByRole('combobox'), 'No end');
    expect(bridge.inputs('setTimeBox')).toEqual([{ id: 'a1', hours: null }]);
  });

  it('that could not be carried out says why, and offers to revoke now', async () => {
    const overdue = authorization({ timeBox: { endsAt: NOW - HOUR, state: 'overdue', problem } });
    const { user, bridge } = await renderApp('#/authorization/a1', { authorizations: [overdue] });
    bridge.answer('revokeAuthorization', async () => okay({ alreadyRevoked: false, marked: ['a1'] }));
    expect(card().getByText(/nothing was revoked. It is tried again by itself/)).toBeVisible();
    await user.click(card().getByRole('button', { name: 'Revoke now' }));
    expect(bridge.inputs('revokeAuthorization')).toEqual([{ id: 'a1' }]);
  });

  it('can be chosen with the scopes', async () => {
    const { user, bridge } = await renderApp('#/authorizations?new=c1', { authorizations: [ada], clients: [client()] });
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Keep this grant' }), '1 day');
    await user.click(screen.getByRole('button', { name: 'Continue in app window' }));
    expect(bridge.inputs('startConsent')).toMatchObject([{ timeBoxHours: 24 }]);
  });

  it('that was set before stays with a new consent unless another is chosen', async () => {
    const boxed = authorization({ timeBox: { endsAt: NOW + 3 * HOUR, state: 'running', problem: null } });
    const { user, bridge } = await renderApp('#/authorization/a1', { authorizations: [boxed], clients: [client()] });
    await user.click(screen.getByRole('button', { name: 'Re-authorize' }));
    expect(await screen.findByRole('option', { name: /As set, until/ })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Continue in app window' }));
    expect(bridge.inputs('startConsent')).toMatchObject([{ timeBoxHours: null }]);
  });
});

describe('why a sign-in ended', () => {
  const cause = (over: Partial<CauseDto>): CauseDto => ({ code: 'x', title: 'Something', likelihood: 'possible', evidence: ['A trace.'], mend: 'Do this.', action: null, ...over });
  const lost = authorization({ state: 'sign-in-needed', reason: { code: 'sign-in-needed', message: 'Google no longer accepts this sign-in.', hint: null } });
  const causes = [
    cause({ code: 'testing', title: 'The app is in Testing', likelihood: 'likely', action: 'open-console' }),
    cause({ code: 'removed-at-google', title: 'Somebody removed the app', action: 'open-connections' }),
    cause({ code: 'idle', title: 'Nobody used it', likelihood: 'unlikely', action: 'reauthorize' }),
  ];

  it('is weighed, likeliest first, the unlikely behind a button, each with its mend', async () => {
    const { user, bridge } = await renderApp('#/authorization/a1', {
      authorizations: [lost],
      prepare: (of) => {
        of.answer('detective', async () => okay({ causes }));
        of.answer('openLink', async () => okay(null));
      },
    });
    const panel = within(await screen.findByRole('region', { name: 'Why it ended' }));
    expect(panel.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual(['The app is in Testing', 'Somebody removed the app']);
    expect(panel.getAllByRole('listitem')[0]).toHaveTextContent('Likely');
    await user.click(panel.getByRole('button', { name: 'Open the connections page' }));
    expect(bridge.inputs('openLink')).toEqual([{ link: 'google-account-connections' }]);
    await user.click(panel.getByRole('button', { name: 'Show 1 unlikely cause' }));
    await user.click(panel.getByRole('button', { name: 'Sign in again' }));
    expect(await screen.findByRole('dialog')).toBeVisible();
  });

  it('is not asked of one that works', async () => {
    const { bridge } = await renderApp('#/authorization/a1', { authorizations: [ada] });
    expect(bridge.inputs('detective')).toEqual([]);
    expect(screen.queryByRole('region', { name: 'Why it ended' })).toBeNull();
  });
});

describe('check all', () => {
  const two = [authorization({ id: 'a', account: account('1', 'ada@harbor.example') }), authorization({ id: 'b', account: account('2', 'bo@harbor.example') })];
  const alive = { id: 'a', email: 'ada@harbor.example', clientLabel: 'rota-sync', outcome: 'alive', detail: null } as const;
  const ended = { id: 'b', email: 'bo@harbor.example', clientLabel: 'rota-sync', outcome: 'ended', detail: 'Google no longer accepts this sign-in.' } as const;
  const run = (over: Partial<CheckAllDto>): CheckAllDto => ({ startedAt: NOW, endedAt: null, cancelled: false, total: 2, checked: [], ...over });

  it('shows how far it is, then what needs its owner with links', async () => {
    const { user, bridge } = await renderApp('#/authorizations', { authorizations: two });
    let answer: (result: Result<CheckAllDto>) => void = () => undefined;
    bridge.answer('checkAll', () => new Promise((resolve) => { answer = resolve; }));
    await user.click(screen.getByRole('button', { name: 'Check all' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Check all authorizations' }));
    act(() => {
      bridge.emit({ type: 'check-all', run: run({ checked: [alive] }) });
    });
    expect(dialog.getByText('1 of 2 checked')).toBeVisible();
    expect(dialog.getByRole('progressbar', { name: 'Authorizations checked' })).toHaveAttribute('aria-valuenow', '50');
    await act(async () => {
      answer(okay(run({ checked: [alive, ended], endedAt: NOW + 1 })));
    });
    // A word that was still on its way does not take the answer back.
    act(() => {
      bridge.emit({ type: 'check-all', run: run({ checked: [alive] }) });
    });
    expect(dialog.getByRole('status')).toHaveTextContent('1 of 2 to look at. 1 alive, 1 needs you.');
    expect(within(dialog.getByRole('list', { name: 'To look at' })).getByRole('link', { name: 'bo@harbor.example' })).toHaveAttribute('href', '#/authorization/b');
  });

  it('can be cancelled, and closing cancels too', async () => {
    const { user, bridge } = await renderApp('#/authorizations', { authorizations: two });
    bridge.answer('checkAll', () => new Promise(() => undefined));
    bridge.answer('cancelCall', async () => okay(null));
    await user.click(screen.getByRole('button', { name: 'Check all' }));
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(bridge.inputs('cancelCall')).toEqual(bridge.inputs('checkAll'));
    await user.keyboard('{Escape}');
    await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull(); });
    expect(bridge.inputs('cancelCall')).toHaveLength(2);
  });
});

describe('the count of consents and the publishing status', () => {
  it('warn before Google drops tokens', async () => {
    await renderApp('#/authorization/a1', { authorizations: [authorization({ consents: 95 })] });
    expect(screen.getByText('This account consented 95 of 100 times to this client.')).toBeVisible();
  });

  it('stay silent below', async () => {
    await renderApp('#/authorization/a1', { authorizations: [authorization({ consents: 90 })] });
    expect(screen.queryByText(/consented 90/)).toBeNull();
  });

  it('are told by the owner, with a hint when Google gave it away', async () => {
    const named = authorization({ consentedAt: NOW, signInEnds: { at: NOW + 7 * DAY - 1000, certain: true, why: 'x' }, client: { id: 'c1', clientId: client().clientId, label: 'rota-sync', type: 'installed' } });
    const { user, bridge } = await renderApp('#/clients', { authorizations: [named], clients: [client()] });
    bridge.answer('setPublishing', async () => okay(client({ publishing: 'testing' })));
    expect(screen.getByText(/that is how apps in Testing are treated/)).toBeVisible();
    await user.selectOptions(screen.getByRole('combobox', { name: /Publishing status of/ }), 'Testing');
    expect(bridge.inputs('setPublishing')).toEqual([{ id: client().id, publishing: 'testing' }]);
  });
});
