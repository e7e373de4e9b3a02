import { useSyncExternalStore } from 'react';

/** Pages of the app. `authorization` is one authorization's page and needs an id. */
export type Page = 'authorizations' | 'authorization' | 'calendar' | 'groups' | 'explorer' | 'scripts' | 'activity' | 'clients' | 'sweep' | 'tutorial' | 'settings' | 'consent';

export interface Route {
  readonly page: Page;
  /** Id of the authorization (or attempt) the page is about; of `explorer` the API, of `settings` the section to go to. Null: none. */
  readonly id: string | null;
  /** Part of the page that is shown, as the page names it, of `explorer` the method; null: its first one. */
  readonly tab: string | null;
  /** On `authorizations`: the scope picker is open for a new authorization; `client` preselects the client. */
  readonly dialog: { readonly kind: 'new-authorization'; readonly client: string | null } | null;
}

export interface Target {
  readonly page: Page;
  readonly id?: string | null;
  /** Needs an id. */
  readonly tab?: string | null;
  readonly dialog?: Route['dialog'];
}

const PAGES: readonly string[] = ['authorizations', 'authorization', 'calendar', 'groups', 'explorer', 'scripts', 'activity', 'clients', 'sweep', 'tutorial', 'settings', 'consent'];
const HOME: Route = { page: 'authorizations', id: null, tab: null, dialog: null };

/** Reads `#/authorization/<id>`, `#/authorization/<id>/<tab>` or `#/authorizations?new=<client>`; anything else is the first page. */
export function parseHash(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [page = '', id, tab] = path.split('/');
  if (!PAGES.includes(page)) return HOME;
  const client = new URLSearchParams(query).get('new');
  return {
    page: page as Page,
    id: part(id),
    tab: part(tab),
    dialog: client === null ? null : { kind: 'new-authorization', client: client === '' ? null : client },
  };
}

function part(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The address of a page, for links. */
export function hashOf({ page, id = null, tab = null, dialog = null }: Target): string {
  const query = dialog === null ? '' : `?${new URLSearchParams({ new: dialog.client ?? '' }).toString()}`;
  const parts = [page, ...(id === null ? [] : [id]), ...(id === null || tab === null ? [] : [tab])];
  return `#/${parts.map(encodeURIComponent).join('/')}${query}`;
}

export function navigate(target: Target): void {
  window.location.hash = hashOf(target);
}

/** Leaves a dialog of the current page without a trace in the history. */
export function replaceRoute(target: Target): void {
  window.history.replaceState(null, '', hashOf(target));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

let lastHash: string | null = null;
let lastRoute = HOME;

function currentRoute(): Route {
  const { hash } = window.location;
  if (hash !== lastHash) {
    lastHash = hash;
    lastRoute = parseHash(hash);
  }
  return lastRoute;
}

function onChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
  };
}

export function useRoute(): Route {
  return useSyncExternalStore(onChange, currentRoute);
}

/** Opens the scope picker over the authorizations page, from anywhere. */
export function openNewAuthorization(client: string | null = null): void {
  navigate({ page: 'authorizations', dialog: { kind: 'new-authorization', client } });
}
