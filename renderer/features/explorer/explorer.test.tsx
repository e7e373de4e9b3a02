import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ExplanationDto } from '../../../preload/contract/calls.ts';
import type { MethodCallDto } from '../../../preload/contract/explorer.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { navigate } from '../../app/route.ts';
import { keepAccounts } from '../../bridge/account-memory.ts';
import { okay, refused } from '../../bridge/fake-bridge.ts';
import { beginConsent, forgetConsentRun, openGranted } from '../consent/consent-run.ts';
import { attempt } from '../consent/testing/attempts.ts';
import { answered, row } from './testing/samples.ts';
import { chooseMethod, openExplorer } from './testing/open-explorer.tsx';

const EVENTS = 'https://www.googleapis.com/auth/calendar.events';
const scopeMissing: ExplanationDto = { code: 'scope-missing', title: 'The account did not allow this.', meaning: 'It needs calendar.events.', remedies: [{ kind: 'grant-scope', scopes: [EVENTS] }] };
const response = () => screen.getByRole('region', { name: 'Response' });
const send = () => screen.getByRole('button', { name: 'Send' });

beforeEach(() => {
  keepAccounts(new Set());
  forgetConsentRun();
});

describe('sending', () => {
  it('sends what is filled in, with the account, and shows the answer from all sides', async () => {
    const { bridge, user } = await openExplorer();
    expect(screen.getByRole('combobox', { name: 'Method' })).toHaveValue('calendar.calendarList.list');
    await chooseMethod(user, 'calendar.events.list');
    await user.type(screen.getByRole('textbox', { name: 'calendarId' }), 'primary');
    await user.click(screen.getByRole('checkbox', { name: 'Load all pages' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.inputs('sendMethod')).toMatchObject([
      { authorizationId: 'authorization-1', apiId: 'calendar:v3', methodId: 'calendar.events.list', parameters: { calendarId: ['primary'] }, body: null, allPages: true },
    ]);
    expect(await within(response()).findByText('200 OK')).toBeInTheDocument();
    expect(response()).toHaveTextContent('142 ms · 1.8 kB');
    expect(within(response()).getByRole('treeitem', { name: /^items/ })).toHaveAttribute('aria-expanded', 'true');
    await user.click(within(response()).getByRole('tab', { name: 'Headers' }));
    expect(response()).toHaveTextContent('Version of the answer.');
    await user.click(within(response()).getByRole('tab', { name: 'Request' }));
    expect(response()).toHaveTextContent('Bearer [redacted]');
    await user.click(within(response()).getByRole('tab', { name: 'Raw' }));
    expect(response()).toHaveTextContent('"accessRole"');
  });

  it('puts what main says at its field, the first in focus, and unfolds the rest', async () => {
    const { user } = await openExplorer((bridge) =>
      bridge.answer('sendMethod', async () =>
        okay({ outcome: 'invalid', problems: [{ field: 'maxResults', message: 'maxResults takes 1 to 2500.' }, { field: 'ghost', message: 'There is no such parameter.' }] }),
      ),
    );
    await chooseMethod(user, 'calendar.events.list');
    expect(screen.queryByRole('textbox', { name: 'maxResults' })).toBeNull();
    await user.click(send());
    const field = await screen.findByRole('textbox', { name: 'maxResults' });
    expect(field).toBeInvalid();
    expect(field).toHaveFocus();
    expect(screen.getByText('maxResults takes 1 to 2500.')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('There is no such parameter.');
    await user.type(field, '5');
    expect(screen.getByRole('textbox', { name: 'maxResults' })).toBeValid();
  });

  it('asks once before a delete, naming what it is about', async () => {
    const { bridge, user } = await openExplorer();
    await chooseMethod(user, 'calendar.events.delete');
    await user.type(screen.getByRole('textbox', { name: 'eventId' }), 'dinner');
    await user.click(send());
    const question = await screen.findByRole('dialog', { name: 'Delete this?' });
    expect(question).toHaveTextContent('eventId = dinner');
    expect(bridge.inputs('sendMethod')).toEqual([]);
    await user.click(within(question).getByRole('button', { name: 'Send the delete' }));
    await waitFor(() => {
      expect(bridge.inputs('sendMethod')).toMatchObject([{ methodId: 'calendar.events.delete' }]);
    });
  });

  it('can be cancelled, and another method drops the answer', async () => {
    let answer: (result: Result<MethodCallDto>) => void = () => undefined;
    const { bridge, user } = await openExplorer((one) => one.answer('sendMethod', () => new Promise((resolve) => (answer = resolve))));
    await user.click(send());
    await user.click(within(response()).getByRole('button', { name: 'Cancel' }));
    const [call] = bridge.inputs('sendMethod') as [{ callId: string }];
    expect(bridge.inputs('cancelCall')).toEqual([{ callId: call.callId }]);
    await act(async () => {
      answer(okay(answered({ outcome: 'cancelled', status: null, statusText: '', body: '' })));
      await Promise.resolve();
    });
    expect(within(response()).getByText('Cancelled')).toBeInTheDocument();
    await chooseMethod(user, 'calendar.events.list');
    expect(within(response()).queryByText('Cancelled')).toBeNull();
  });

  it('says when the call could not even be made', async () => {
    const { user } = await openExplorer((bridge) => bridge.answer('sendMethod', async () => refused('sign-in-needed', 'The sign-in has ended.', 'Re-authorize the account.')));
    await user.click(send());
    expect(await screen.findByRole('alert')).toHaveTextContent('The sign-in has ended.');
  });
});

describe('what is typed', () => {
  it('is kept by method, and over leaving the page, and goes with the account', async () => {
    const { user } = await openExplorer();
    await chooseMethod(user, 'calendar.events.list');
    await user.type(screen.getByRole('textbox', { name: 'calendarId' }), 'primary');
    await chooseMethod(user, 'calendar.events.delete');
    expect(screen.getByRole('textbox', { name: 'calendarId' })).toHaveValue('');
    await chooseMethod(user, 'calendar.events.list');
    expect(screen.getByRole('textbox', { name: 'calendarId' })).toHaveValue('primary');
    await user.click(screen.getByRole('link', { name: 'Settings' }));
    await user.click(screen.getByRole('link', { name: 'API Explorer' }));
    expect(await screen.findByRole('textbox', { name: 'calendarId' })).toHaveValue('primary');
    await user.click(screen.getByRole('link', { name: 'Settings' }));
    keepAccounts(new Set());
    await user.click(screen.getByRole('link', { name: 'API Explorer' }));
    expect(await screen.findByRole('form', { name: 'calendar.calendarList.list' })).toBeInTheDocument();
    await chooseMethod(user, 'calendar.events.list');
    expect(screen.getByRole('textbox', { name: 'calendarId' })).toHaveValue('');
  });

  it('goes to the method that an address names, once', async () => {
    const { user } = await openExplorer();
    const box = () => screen.getByRole('combobox', { name: 'Method' });
    await chooseMethod(user, 'calendar.events.list');
    await user.type(screen.getByRole('textbox', { name: 'calendarId' }), 'primary');
    act(() => {
      navigate({ page: 'explorer', id: 'calendar:v3', tab: 'calendar.calendarList.list' });
    });
    await waitFor(() => {
      expect(box()).toHaveValue('calendar.calendarList.list');
    });
    expect(window.location.hash).toBe('#/explorer');
    await chooseMethod(user, 'calendar.events.list');
    expect(screen.getByRole('textbox', { name: 'calendarId' })).toHaveValue('primary');
  });

  it('stays with its own account', async () => {
    const { bridge, user } = await openExplorer();
    await chooseMethod(user, 'calendar.events.list');
    await user.type(screen.getByRole('textbox', { name: 'calendarId' }), 'primary');
    await user.click(screen.getByRole('combobox', { name: 'Account' }));
    await user.click(await screen.findByRole('option', { name: 'maya.okafor@harbor.example' }));
    await screen.findByRole('form', { name: 'calendar.calendarList.list' });
    await user.click(send());
    expect(bridge.inputs('sendMethod')).toMatchObject([{ authorizationId: 'authorization-2', parameters: {} }]);
    await user.click(screen.getByRole('combobox', { name: 'Account' }));
    await user.click(await screen.findByRole('option', { name: 'ada.lovelace@harbor.example' }));
  });
});

describe('a locked method', () => {
  it('names the narrowest scope and leads to consent', async () => {
    const { user } = await openExplorer();
    await chooseMethod(user, 'calendar.events.insert');
    expect(screen.getByText('calendar.events')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Grant scope and retry' }));
    const step = await screen.findByRole('dialog');
    expect(within(step).getByRole('button', { name: 'Continue in app window' })).toBeInTheDocument();
  });

  it('offers the way out once when Google refused the call', async () => {
    const { user } = await openExplorer((bridge) => bridge.answer('sendMethod', async () => okay(answered({ status: 403, statusText: 'Forbidden', explanation: scopeMissing }))));
    await chooseMethod(user, 'calendar.events.insert');
    await user.click(send());
    expect(await screen.findByText('The account did not allow this.')).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: 'Grant scope and retry' })).toHaveLength(1);
  });

  it('is carried out after consent, with the values typed', async () => {
    const { bridge, user } = await openExplorer();
    await user.click(screen.getByRole('link', { name: 'Settings' }));
    const pending = attempt({ purpose: 'add', authorizationId: 'authorization-1' });
    bridge.answer('startConsent', async () => okay(pending));
    const draft = { values: { calendarId: ['primary'] }, body: '{"summary":"Dinner"}', allPages: false };
    await act(async () => {
      const call = { kind: 'explorer-send', apiId: 'calendar:v3', methodId: 'calendar.events.insert', draft, confirmed: false } as const;
      await beginConsent(bridge, { clientId: 'c', scopes: [EVENTS], surface: 'browser', purpose: 'add', authorizationId: 'authorization-1' }, call);
      openGranted({ ...pending, outcome: { kind: 'granted', authorizationId: 'authorization-1', granted: [], refused: [], unexpected: [], otherAccount: null } });
    });
    await waitFor(() => {
      expect(bridge.inputs('sendMethod')).toMatchObject([{ methodId: 'calendar.events.insert', parameters: { calendarId: ['primary'] }, body: '{"summary":"Dinner"}' }]);
    });
    expect(screen.getByRole('textbox', { name: 'calendarId' })).toHaveValue('primary');
  });
});

describe('methods', () => {
  it('draws few rows of ten thousand, and finds any', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => row(`big.r${Math.floor(at / 20)}.m${at}`, { ready: at % 2 === 0 }));
    const { user } = await openExplorer((bridge) => {
      bridge.answer('apiMethods', async () => okay(many));
      bridge.answer('apiMethod', async ({ methodId }) => okay({ ...row(methodId), description: null, scopes: [], opensWith: null, parameters: [], body: null, schemas: {}, pageable: false, unsupported: null }));
    });
    const list = screen.getByRole('list', { name: 'Methods' });
    expect(within(list).getAllByRole('button').length).toBeLessThan(60);
    expect(screen.getByText('5,000 of 10,000 ready')).toBeInTheDocument();
    await user.type(screen.getByRole('searchbox', { name: 'Filter methods' }), 'm9999');
    expect(await screen.findByRole('button', { name: 'big.r499.m9999, locked' })).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Ready only' }));
    expect(screen.getByText('No method matches. Change the filter.')).toBeInTheDocument();
    await user.click(screen.getByRole('combobox', { name: 'Method' }));
    expect((await screen.findAllByRole('option')).length).toBeLessThan(100);
  });

  it('goes from method to method by arrow keys', async () => {
    const { user } = await openExplorer();
    screen.getByRole('button', { name: 'calendar.calendarList.list, ready' }).focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'calendar.events.list, ready' })).toHaveFocus();
    });
  });

  it('shows hostile words as words', async () => {
    const { user } = await openExplorer();
    await chooseMethod(user, 'calendar.events.list');
    expect(screen.getByText('Returns events. <img src=x onerror=alert(1)>')).toBeInTheDocument();
    expect(document.querySelector('img[src="x"]')).toBeNull();
  });

  it('says why they could not be read and tries again', async () => {
    let good = false;
    const { bridge, user } = await openExplorer();
    bridge.answer('apiMethod', async () => (good ? refused('method-missing', 'Still gone.') : refused('vault-read-failed', 'The disk does not answer.')));
    await user.click(await screen.findByRole('button', { name: 'calendar.events.list, ready' }));
    expect(await screen.findByText('The disk does not answer.')).toBeInTheDocument();
    good = true;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Still gone.')).toBeInTheDocument();
  });
});
