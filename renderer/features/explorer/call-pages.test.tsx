import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ExplanationDto } from '../../../preload/contract/calls.ts';
import { App } from '../../app/app.tsx';
import { renderPage } from '../../app/render-page.tsx';
import { parseHash } from '../../app/route.ts';
import { fakeAuthorization, fakeBridge, fakeClient, okay, type FakeBridge } from '../../bridge/fake-bridge.ts';

const SETTINGS = 'https://www.googleapis.com/auth/apps.groups.settings';
const maya = fakeAuthorization({ id: 'authorization-2', account: { sub: '2', email: 'maya.okafor@harbor.example', name: null, hostedDomain: null } });

const scopeMissing: ExplanationDto = { code: 'scope-missing', title: 'The account did not allow this.', meaning: 'It needs apps.groups.settings.', remedies: [{ kind: 'grant-scope', scopes: [SETTINGS] }] };

async function open(page: 'calendar' | 'groups' | 'explorer', prepare: (bridge: FakeBridge) => void = () => undefined) {
  const bridge = fakeBridge({ clients: [fakeClient()], authorizations: [fakeAuthorization(), maya] });
  bridge.answer('cancelCall', async () => okay(null));
  prepare(bridge);
  return { bridge, user: await renderPage(<App />, bridge, `#/${page}`) };
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

describe('without an account', () => {
  it.each(['calendar', 'groups', 'explorer'] as const)('%s says what is missing and leads on', async (page) => {
    const user = await renderPage(<App />, fakeBridge(), `#/${page}`);
    expect(screen.queryByRole('combobox', { name: 'Account' })).toBeNull();
    await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'New authorization' }));
    expect(parseHash(window.location.hash).dialog?.kind).toBe('new-authorization');
  });
});
