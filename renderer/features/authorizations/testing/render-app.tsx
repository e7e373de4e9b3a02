import type { UserEvent } from '@testing-library/user-event';
import type { AuthorizationDto } from '../../../../preload/contract/authorizations.ts';
import type { ClientDto } from '../../../../preload/contract/clients.ts';
import type { ConsentAttemptDto } from '../../../../preload/contract/consent.ts';
import { CurrentPage } from '../../../app/current-page.tsx';
import { renderPage } from '../../../app/render-page.tsx';
import { fakeAppState, fakeBridge, okay, type FakeBridge } from '../../../bridge/fake-bridge.ts';
import { ClientImportProvider } from '../../clients/client-import.tsx';
import { CredentialImportProvider } from '../../credentials/credential-import.tsx';
import { CATALOG, client } from './samples.ts';

interface World {
  readonly authorizations?: readonly AuthorizationDto[];
  readonly clients?: readonly ClientDto[];
  readonly attempt?: ConsentAttemptDto;
  readonly openConsentIn?: 'app-window' | 'browser';
  /** Last word on the bridge before anything is drawn. */
  readonly prepare?: (bridge: FakeBridge) => void;
}

/** The pages below the frame, on a bridge in memory, at an address: pressing things navigates as in the app. */
export async function renderApp(hash: string, world: World = {}): Promise<{ readonly user: UserEvent; readonly bridge: FakeBridge }> {
  const bridge = fakeBridge({
    app: fakeAppState({ settings: { openConsentIn: world.openConsentIn ?? 'app-window', theme: 'system', ssoHosts: [], remindBeforeEnd: true, letScripts: false } }),
    authorizations: world.authorizations ?? [],
    clients: world.clients ?? [client()],
  });
  bridge.answer('scopeCatalog', async () => okay(CATALOG));
  bridge.answer('consent', async () => okay(world.attempt ?? null));
  bridge.answer('tokenPanel', async () => okay({ tokens: [], idTokenClaims: null }));
  world.prepare?.(bridge);
  const user = await renderPage(
    <CredentialImportProvider>
      <ClientImportProvider>
        <CurrentPage />
      </ClientImportProvider>
    </CredentialImportProvider>,
    bridge,
    hash,
  );
  return { user, bridge };
}
