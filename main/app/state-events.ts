import type { ConsentAttempt } from '../domain/oauth/consent-attempt.ts';
import { authorizationDtos } from '../ipc/authorization-calls.ts';
import { clientDtos } from '../ipc/client-calls.ts';
import { consentDto } from '../ipc/consent-dto.ts';
import type { Services } from '../ipc/services.ts';
import type { Events } from './events.ts';
import type { WorkspaceEvents } from './workspace.ts';

/** Turns "this changed" into an event with the whole new state. */
export class StateEvents implements WorkspaceEvents {
  readonly #events: Events;
  /** Asked late: the services need this object to be made. */
  readonly #services: () => Services;

  constructor(events: Events, services: () => Services) {
    this.#events = events;
    this.#services = services;
  }

  appState(): void {
    this.#events.soon('app-state', async () => ({ type: 'app-state', state: await this.#services().appState() }));
  }

  clients(): void {
    this.#events.soon('clients', async () => {
      const workspace = await this.#services().workspace();
      return { type: 'clients', clients: this.#isOpen() ? await clientDtos(workspace) : [] };
    });
  }

  authorizations(): void {
    this.#events.soon('authorizations', async () => {
      const workspace = await this.#services().workspace();
      return { type: 'authorizations', authorizations: this.#isOpen() ? await authorizationDtos(workspace) : [] };
    });
    // How many authorizations a client has is told with the client.
    this.clients();
  }

  consent(attempt: ConsentAttempt | null): void {
    this.#events.now({ type: 'consent', attempt: attempt === null ? null : consentDto(attempt) });
  }

  activity(): void {
    this.#events.soon('activity', async () => ({ type: 'activity' }));
  }

  /** Mode or vault changed: nothing the page holds can be trusted. */
  everything(): void {
    this.appState();
    this.authorizations();
    this.activity();
    this.#events.soon('consent', async () => {
      const attempt = (await this.#services().workspace()).consent.current();
      return { type: 'consent', attempt: attempt === null ? null : consentDto(attempt) };
    });
  }

  #isOpen(): boolean {
    const { state } = this.#services().keyring.status();
    return state === 'unlocked' || state === 'memory-only';
  }
}
