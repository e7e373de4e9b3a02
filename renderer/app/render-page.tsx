import { act, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { FakeBridge } from '../bridge/fake-bridge.ts';
import { Providers } from './providers.tsx';

/** For component tests: renders `page` as the app would, with a bridge in memory, after main's first answers arrived. */
export async function renderPage(page: ReactNode, bridge: FakeBridge, hash = '#/'): Promise<UserEvent> {
  window.location.hash = hash;
  const user = userEvent.setup();
  // The read model fills itself from promises: act waits until they settled.
  await act(async () => {
    render(
      <Providers bridge={bridge} test>
        {page}
      </Providers>,
    );
    await Promise.resolve();
  });
  return user;
}
