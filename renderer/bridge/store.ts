import type { AppStateDto, VaultStatusDto } from '../../preload/contract/app.ts';
import type { AuthorizationDto } from '../../preload/contract/authorizations.ts';
import type { AppEvent, Bridge } from '../../preload/contract/bridge.ts';
import type { ClientDto } from '../../preload/contract/clients.ts';
import type { ConsentAttemptDto } from '../../preload/contract/consent.ts';
import type { ErrorDto, Result } from '../../preload/contract/result.ts';
import type { ScopeCatalogDto } from '../../preload/contract/scopes.ts';
import { keepAccounts } from './account-memory.ts';
import { run } from './run.ts';

/** What the renderer knows of main: a snapshot at start, then replaced piece by piece by events. */
export interface ReadModel {
  /** Null until the first answer. */
  readonly app: AppStateDto | null;
  readonly authorizations: readonly AuthorizationDto[];
  readonly clients: readonly ClientDto[];
  readonly consent: ConsentAttemptDto | null;
  readonly catalog: ScopeCatalogDto;
  /** True once the lists above were answered for the vault as it is now (empty then means empty). */
  readonly listsLoaded: boolean;
  /** Grows by one whenever something was written to Activity. */
  readonly activityRevision: number;
  /** The app's state could not be read at all. */
  readonly failure: ErrorDto | null;
  /** One of the lists could not be read. */
  readonly listProblem: ErrorDto | null;
}

const EMPTY: ReadModel = {
  app: null,
  authorizations: [],
  clients: [],
  consent: null,
  catalog: { scopes: [], sets: [] },
  listsLoaded: false,
  activityRevision: 0,
  failure: null,
  listProblem: null,
};

/** Vault open (or kept in memory): only then do the lists mean anything. */
export function isOpen({ state }: Pick<VaultStatusDto, 'state'>): boolean {
  return state === 'unlocked' || state === 'memory-only';
}

export interface ReadStore {
  readonly get: () => ReadModel;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks main for everything again. */
  readonly reload: () => Promise<void>;
  /** Stops listening to main. */
  readonly close: () => void;
}

/**
 * Makes the store and starts filling it. An event that arrives while a list is on its way wins over that list:
 * it is the newer truth. When the vault opens, closes, or the mode changes, all lists are asked for again.
 */
export function createReadStore(bridge: Bridge): ReadStore {
  let model = EMPTY;
  let closed = false;
  const listeners = new Set<() => void>();
  const events = { authorizations: 0, clients: 0, consent: 0, 'app-state': 0 };

  function set(patch: Partial<ReadModel>): void {
    if (closed) return;
    model = { ...model, ...patch };
    for (const listener of listeners) listener();
  }

  /** Grows with every change of vault or mode. */
  let worlds = 0;

  async function loadLists(): Promise<void> {
    const world = worlds;
    const seen = { ...events };
    const [authorizations, clients, consent, catalog] = await Promise.all([
      run(bridge.authorizations()),
      run(bridge.clients()),
      run(bridge.consent()),
      run(bridge.scopeCatalog()),
    ]);
    // Answered for a vault or a mode that is not on any more.
    if (world !== worlds) return;
    const fresh = <T>(kind: keyof typeof events, answer: Result<T>, now: T): T => (answer.ok && seen[kind] === events[kind] ? answer.value : now);
    const failed = [authorizations, clients, consent, catalog].find((answer) => !answer.ok);
    set({
      authorizations: fresh('authorizations', authorizations, model.authorizations),
      clients: fresh('clients', clients, model.clients),
      consent: fresh('consent', consent, model.consent),
      catalog: catalog.ok ? catalog.value : model.catalog,
      listsLoaded: true,
      listProblem: failed?.ok === false ? failed.error : null,
    });
  }

  async function accept(app: AppStateDto): Promise<void> {
    const before = model.app;
    const world = (of: AppStateDto): string => `${of.mode} ${of.authorizationOrigin} ${isOpen(of.vault)}`;
    if (before !== null && world(before) === world(app)) {
      set({ app, failure: null });
      return;
    }
    // Nothing of a locked vault, or of the other profile, stays on the screen or in memory.
    worlds += 1;
    if (before !== null) keepAccounts(new Set());
    set({ ...EMPTY, app, activityRevision: model.activityRevision + 1 });
    if (isOpen(app.vault)) await loadLists();
  }

  async function reload(): Promise<void> {
    const seen = events['app-state'];
    const answer = await run(bridge.appState());
    if (!answer.ok) {
      set({ failure: answer.error });
      return;
    }
    if (seen === events['app-state']) await accept(answer.value);
    else if (model.app !== null && isOpen(model.app.vault)) await loadLists();
  }

  function onEvent(event: AppEvent): void {
    switch (event.type) {
      case 'app-state':
        events['app-state'] += 1;
        void accept(event.state);
        break;
      case 'authorizations':
        events.authorizations += 1;
        keepAccounts(new Set(event.authorizations.map(({ id }) => id)));
        set({ authorizations: event.authorizations });
        break;
      case 'clients':
        events.clients += 1;
        set({ clients: event.clients });
        break;
      case 'consent':
        events.consent += 1;
        set({ consent: event.attempt });
        break;
      case 'activity':
        set({ activityRevision: model.activityRevision + 1 });
        break;
      // Only the page concerned follows these, and asks first.
      case 'calendar':
      case 'apis':
      case 'check-all':
      case 'sweep':
      case 'credential-import':
      case 'script-question':
      case 'scripts':
      case 'open-authorization':
      case 'command':
        break;
    }
  }

  const unsubscribe = bridge.onEvent(onEvent);
  void reload();

  return {
    get: () => model,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reload,
    close() {
      closed = true;
      unsubscribe();
      listeners.clear();
    },
  };
}
