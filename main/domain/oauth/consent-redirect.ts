import { chooseRedirect } from '../clients/choose-redirect.ts';
import type { OAuthClient } from '../clients/client.ts';
import { FaultError, ok, type Outcome } from '../shared/fault.ts';
import { randomId } from '../shared/ids.ts';
import type { Random } from '../shared/ports.ts';
import type { ConsentSurface } from './consent-attempt.ts';
import { NEEDS_APP_WINDOW } from './consent-sentences.ts';
import type { Listening, LoopbackReceiver, RedirectHandler } from './surface.ts';

export interface PreparedRedirect {
  readonly redirectUri: string;
  /** Null when nothing listens: then only the app window, or a pasted address, can bring the answer. */
  readonly listening: Listening | null;
}

/**
 * Finds out where the answer comes back to, and listens there. A Desktop client gets a free port and a random path, bound before the
 * request is built; a Web client one of its registered addresses. In the app window the redirect is caught before anything is
 * connected, so there a busy port or a foreign address does no harm.
 * https://www.rfc-editor.org/rfc/rfc8252#section-7.3
 * Faults: `redirect-needs-app-window`, `port-busy` and others of the receiver.
 */
export async function prepareRedirect(
  deps: { readonly loopback: LoopbackReceiver; readonly random: Random },
  client: OAuthClient,
  surface: ConsentSurface,
  onRedirect: RedirectHandler,
): Promise<Outcome<PreparedRedirect>> {
  const choice = chooseRedirect(client);
  if (choice.kind === 'registered' && !choice.listens) {
    return surface === 'app-window' ? ok({ redirectUri: choice.uri, listening: null }) : { ok: false, error: NEEDS_APP_WINDOW };
  }
  try {
    const at = choice.kind === 'registered' ? { uri: choice.uri } : { free: `/cb/${randomId(deps.random)}` };
    const listening = await deps.loopback.listen(at, onRedirect);
    return ok({ redirectUri: listening.redirectUri, listening });
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    if (choice.kind === 'registered' && surface === 'app-window') return ok({ redirectUri: choice.uri, listening: null });
    return { ok: false, error: error.fault };
  }
}
