import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CallResultDto, ExplanationDto } from '../../../preload/contract/calls.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { App } from '../../app/app.tsx';
import { renderPage } from '../../app/render-page.tsx';
import { parseHash } from '../../app/route.ts';
import { fakeAuthorization, fakeBridge, fakeClient, okay, refused, type FakeBridge } from '../../bridge/fake-bridge.ts';

const SETTINGS = 'https://www.googleapis.com/auth/apps.groups.settings';
const maya = fakeAuthorization({ id: 'authorization-2', account: { sub: '2', email: 'maya.okafor@harbor.example', name: null, hostedDomain: null } });

function result(over: Partial<CallResultDto> = {}): CallResultDto {
  return {
    callId: 'c',
    outcome: 'response',
    status: 200,
    statusText: 'OK',
    durationMs: 142.4,
    bytes: 1834,
    attempts: 1,
    pages: 1,
    request: { method: 'GET', url: 'https://www.googleapis.com/calendar/v3/users/me/calendarList', headers: [['authorization', 'Bearer [redacted]']] },
    contentType: 'application/json',
    body: '{\n  "items": [\n    { "id": "a", "summary": "Choir", "accessRole": "owner" }\n  ]\n}',
    truncated: false,
    explanation: null,
    ...over,
  };
}

const scopeMissing: ExplanationDto = { code: 'scope-missing', title: 'The account did not allow this.', meaning: 'It needs apps.groups.settings.', remedies: [{ kind: 'grant-scope', scopes: [SETTINGS] }] };

const response = () => screen.getByRole('region', { name: 'Response' });

async function open(page: 'calendar' | 'groups' | 'explorer', prepare: (bridge: FakeBridge) => void = () => undefined) {
  const bridge = fakeBridge({ clients: [fakeClient()], authorizations: [fakeAuthorization(), maya] });
  bridge.answer('cancelCall', async () => okay(null));
  prepare(bridge);
  return { bridge, user: await renderPage(<App />, bridge, `#/${page}`) };
}

async function choose(user: Awaited<ReturnType<typeof open>>['user'], box: string, option: string): Promise<void> {
  await user.click(screen.getByRole('combobox', { name: box }));
  await user.click(await screen.findByRole('option', { name: option }));
}

describe('groups settings', () => {
  it('a missing scope leads to the scope step', async () => {
    const { user } = await open('groups', (one) => one.answer('loadGroup', async () => okay({ outcome: 'refused', explanation: scopeMissing })));
    await user.type(screen.getByRole('textbox', { name: 'Group email' }), ' choir@harbor.example {Enter}');
    await user.click(await screen.findByRole('button', { name: 'Grant scope and retry' }));
    const step = await screen.findByRole('dialog');
    for (const name of ['Continue in app window', 'Continue in browser', 'Cancel']) {
      expect(within(step).getByRole('button', { name })).toBeInTheDocument();
    }
  });
});

describe('api explorer', () => {
  it('sends the chosen method with its parameters and shows the request', async () => {
    const { bridge, user } = await open('explorer', (one) => {
      one.answer('listCalendars', async () => okay(result()));
      one.answer('readGroupSettings', async () => okay(result()));
    });
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(bridge.inputs('listCalendars')).toHaveLength(1);
    expect(await screen.findByText('Bearer [redacted]')).toBeInTheDocument();
    await choose(user, 'API', 'Groups Settings API v1');
    expect(screen.getByRole('combobox', { name: 'Method' })).toHaveValue('groupsSettings.groups.get');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(screen.getByRole('textbox', { name: 'groupUniqueId' })).toBeInvalid();
    await user.type(screen.getByRole('textbox', { name: 'groupUniqueId' }), 'choir@harbor.example');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(bridge.inputs('readGroupSettings')).toMatchObject([{ groupEmail: 'choir@harbor.example' }]);
  });
});

describe('one call at a time', () => {
  it('shows the answer of the chosen account', async () => {
    const { bridge, user } = await open('explorer', (one) => one.answer('listCalendars', async () => okay(result())));
    await choose(user, 'Account', 'maya.okafor@harbor.example');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(bridge.inputs('listCalendars')).toMatchObject([{ authorizationId: 'authorization-2' }]);
    expect(await within(response()).findByText(/200 OK/)).toBeInTheDocument();
    expect(response()).toHaveTextContent('142 ms · 1.8 kB');
    expect(response()).toHaveTextContent('"accessRole"');
  });

  it('can be cancelled', async () => {
    let answer: (result: Result<CallResultDto>) => void = () => undefined;
    const { bridge, user } = await open('explorer', (one) => one.answer('listCalendars', () => new Promise((resolve) => (answer = resolve))));
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await user.click(within(response()).getByRole('button', { name: 'Cancel' }));
    const [call] = bridge.inputs('listCalendars') as [{ callId: string }];
    expect(bridge.inputs('cancelCall')).toEqual([{ callId: call.callId }]);
    answer(okay(result({ outcome: 'cancelled', status: null, statusText: '', body: '' })));
    expect(await within(response()).findByText('Cancelled')).toBeInTheDocument();
  });

  it('says when the call could not even be made', async () => {
    const { user } = await open('explorer', (one) => one.answer('listCalendars', async () => refused('sign-in-needed', 'The sign-in has ended.', 'Re-authorize the account.')));
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The sign-in has ended.');
  });
});

describe('without an account', () => {
  it.each(['calendar', 'groups', 'explorer'] as const)('%s says what is missing and leads on', async (page) => {
    const user = await renderPage(<App />, fakeBridge(), `#/${page}`);
    expect(screen.queryByRole('combobox', { name: 'Account' })).toBeNull();
    await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'New authorization' }));
    expect(parseHash(window.location.hash).dialog?.kind).toBe('new-authorization');
  });
});
