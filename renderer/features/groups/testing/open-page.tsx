import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { renderPage } from '../../../app/render-page.tsx';
import { fakeAppState, fakeAuthorization, fakeBridge, fakeClient, okay, type FakeBridge } from '../../../bridge/fake-bridge.ts';
import { GroupsPage } from '../groups-page.tsx';
import { group } from './samples.ts';

export interface OpenedPage {
  readonly bridge: FakeBridge;
  readonly user: UserEvent;
}

/** The page of one account on a bridge in memory that knows every group by the sample's values. */
export async function openPage(prepare: (bridge: FakeBridge) => void = () => undefined): Promise<OpenedPage> {
  const bridge = fakeBridge({ app: fakeAppState(), clients: [fakeClient()], authorizations: [fakeAuthorization()] });
  bridge.answer('rememberedGroups', async () => okay([]));
  bridge.answer('groupSnapshots', async () => okay([]));
  bridge.answer('cancelCall', async () => okay(null));
  bridge.answer('loadGroup', async ({ groupEmail }) => okay({ outcome: 'loaded', group: group({ email: groupEmail }, { email: groupEmail }) }));
  prepare(bridge);
  return { bridge, user: await renderPage(<GroupsPage />, bridge, '#/groups') };
}

/** The same with choir@harbor.example loaded. */
export async function openLoaded(prepare?: (bridge: FakeBridge) => void): Promise<OpenedPage> {
  const opened = await openPage(prepare);
  await opened.user.click(screen.getByRole('textbox', { name: 'Group email' }));
  await opened.user.paste('choir@harbor.example');
  await opened.user.keyboard('{Enter}');
  await screen.findByRole('heading', { name: 'Harbor choir' });
  return opened;
}
