import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { App } from '../../../app/app.tsx';
import { renderPage } from '../../../app/render-page.tsx';
import { fakeAuthorization, fakeBridge, fakeClient, okay, refused, type FakeBridge } from '../../../bridge/fake-bridge.ts';
import { answered, api, DETAILS, fetched, method, rows } from './samples.ts';

export const maya = fakeAuthorization({ id: 'authorization-2', account: { sub: '2', email: 'maya.okafor@harbor.example', name: null, hostedDomain: null } });

/** A page without layout draws nothing of a long list: gives every box a height. */
export function giveHeight(): void {
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, get: () => 480 });
  Object.defineProperty(Element.prototype, 'clientWidth', { configurable: true, get: () => 300 });
}

/** The explorer in the app, with two accounts, two APIs and a few methods. */
export async function openExplorer(prepare: (bridge: FakeBridge) => void = () => undefined): Promise<{ readonly bridge: FakeBridge; readonly user: UserEvent }> {
  giveHeight();
  const bridge = fakeBridge({ clients: [fakeClient()], authorizations: [fakeAuthorization(), maya] });
  bridge.answer('cancelCall', async () => okay(null));
  bridge.answer('apis', async () => okay([api(), fetched]));
  bridge.answer('apiMethods', async () => okay(rows));
  bridge.answer('apiMethod', async ({ methodId }) => {
    const row = rows.find(({ id }) => id === methodId);
    return row === undefined ? refused('method-missing', 'This API has no such method.') : okay(method(row, DETAILS[methodId]));
  });
  bridge.answer('sendMethod', async () => okay(answered()));
  prepare(bridge);
  const user = await renderPage(<App />, bridge, '#/explorer');
  await screen.findByRole('button', { name: 'Send' });
  return { bridge, user };
}

/** Chooses by the list on the left. */
export async function chooseMethod(user: UserEvent, id: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name: new RegExp(`^${id}, `) }));
  await screen.findByRole('form', { name: id });
}
