import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { TutorialDto, TutorialStep } from '../../../preload/contract/tutorial.ts';
import { renderPage } from '../../app/render-page.tsx';
import { parseHash } from '../../app/route.ts';
import { fakeAuthorization, fakeBridge, fakeClient, okay, refused, type FakeStart } from '../../bridge/fake-bridge.ts';
import { TutorialPage } from './tutorial-page.tsx';

const STEPS: readonly TutorialStep[] = ['flow', 'storage', 'run', 'credentials', 'authorize', 'build'];
const tutorial: TutorialDto = {
  clientFile: '{\n  "installed": {}\n}\n',
  parts: STEPS.map((step) => ({
    step,
    title: step.toUpperCase(),
    what: `What ${step} does`,
    changed: [`Changed in ${step}`],
    here: `Here is ${step}`,
    code: { python2013: `then_${step}()`, python: `now_${step}()`, node: `await ${step}();` },
  })),
};
const second = fakeClient({ id: 'client-2', label: 'photo-frame', type: 'web', clientId: '99-frame.apps.googleusercontent.com' });

async function open(start: FakeStart) {
  const bridge = fakeBridge(start);
  bridge.answer('tutorial', async () => okay(tutorial));
  const user = await renderPage(<TutorialPage />, bridge);
  await screen.findByRole('list', { name: 'Steps' });
  return { bridge, user };
}
const choose = async (user: Awaited<ReturnType<typeof renderPage>>, name: string, option: RegExp) => {
  await user.click(screen.getByRole('combobox', { name }));
  await user.click(await screen.findByRole('option', { name: option }));
};

describe('the tutorial', () => {
  it('asks for placeholders when there is no client', async () => {
    const { bridge } = await open({});
    expect(bridge.inputs('tutorial')).toEqual([{ clientId: null, authorizationId: null }]);
    expect(bridge.inputs('callHistory')).toEqual([]);
    expect(screen.getByText(/placeholders stand in the code/)).toBeInTheDocument();
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(within(screen.getByRole('list', { name: 'Steps' })).getAllByRole('region')).toHaveLength(6);
  });

  it('asks for the client and the account that are chosen', async () => {
    const others = fakeAuthorization({ id: 'b', account: { sub: '2', email: 'maya@harbor.example', name: null, hostedDomain: null } });
    const { bridge, user } = await open({ clients: [fakeClient(), second], authorizations: [fakeAuthorization(), others] });
    expect(bridge.inputs('tutorial').at(-1)).toEqual({ clientId: 'client-1', authorizationId: 'authorization-1' });
    await choose(user, 'Account', /maya/);
    expect(bridge.inputs('tutorial').at(-1)).toEqual({ clientId: 'client-1', authorizationId: 'b' });
    expect(screen.getByText(/names this client, maya@harbor.example/)).toBeInTheDocument();
    await choose(user, 'Client', /photo-frame/);
    expect(bridge.inputs('tutorial').at(-1)).toEqual({ clientId: 'client-2', authorizationId: null });
    expect(screen.queryByRole('combobox', { name: 'Account' })).toBeNull();
    expect(screen.getByText(/until somebody consents/)).toBeInTheDocument();
  });

  it('speaks one language in all steps, and still does when it is opened again', async () => {
    const { user } = await open({ clients: [fakeClient()] });
    expect(screen.getByLabelText('FLOW in 2013')).toHaveTextContent('then_flow()');
    await user.click(within(screen.getByRole('region', { name: /RUN/ })).getByText('Node.js'));
    for (const step of STEPS) expect(screen.getByLabelText(`${step.toUpperCase()} in Node.js`)).toHaveTextContent(`await ${step}();`);
    await user.click(screen.getByRole('button', { name: 'Copy the whole program' }));
    expect(await navigator.clipboard.readText()).toBe(STEPS.map((step) => `await ${step}();`).join('\n'));
    await user.click(within(screen.getByRole('region', { name: /BUILD/ })).getByRole('button', { name: 'Copy code' }));
    expect(await navigator.clipboard.readText()).toBe('await build();');
  });

  it('leads to the screens that do the same, as the account shown', async () => {
    const { user } = await open({ clients: [fakeClient()], authorizations: [fakeAuthorization()] });
    const leave = async (name: string) => {
      await user.click(screen.getByRole('button', { name }));
      return parseHash(window.location.hash);
    };
    expect(await leave('Open Clients')).toMatchObject({ page: 'clients' });
    expect(await leave('Open Credential storage')).toMatchObject({ page: 'settings', id: 'credential-storage' });
    expect(await leave('Open the scope picker')).toMatchObject({ page: 'authorizations', dialog: { client: 'client-1' } });
    expect(await leave('Open test calls')).toMatchObject({ page: 'authorization', id: 'authorization-1' });
    expect(await leave('List events')).toMatchObject({ page: 'explorer', id: 'calendar:v3', tab: 'calendar.events.list' });
    expect(await leave('Read a group')).toMatchObject({ page: 'explorer', id: 'groupssettings:v1', tab: 'groupsSettings.groups.get' });
  });

  it('says why there are no steps, and tries again', async () => {
    const bridge = fakeBridge({ clients: [fakeClient()] });
    bridge.answer('tutorial', async () => refused('vault-locked', 'The vault is locked.', 'Unlock it and try again.'));
    const user = await renderPage(<TutorialPage />, bridge);
    expect(await screen.findByRole('alert')).toHaveTextContent('The vault is locked.');
    bridge.answer('tutorial', async () => okay(tutorial));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('list', { name: 'Steps' })).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
