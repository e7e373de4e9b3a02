import type { ScopeDto } from '../../../preload/contract/scopes.ts';

export type ScopeUrlVerdict = { readonly ok: true; readonly scope: ScopeDto } | { readonly ok: false; readonly problem: string };

/** What RFC 6749 §3.3 lets a scope token hold: printable ASCII without space, quote and backslash. */
const SCOPE_TOKEN = /^[\x21\x23-\x5b\x5d-\x7e]+$/;
const LONGEST = 500;
const EXAMPLE = 'https://www.googleapis.com/auth/drive.file';

/**
 * Reads one scope from what was typed: an address, or the short name of a scope on the list.
 * @returns a scope ready to be ticked, or one sentence on what is wrong and what to do
 */
export function readScopeUrl(typed: string, catalog: readonly ScopeDto[]): ScopeUrlVerdict {
  const text = typed.trim();
  if (text === '') return no(`Type the address of a scope, such as ${EXAMPLE}.`);
  if (/\s/.test(text)) return no('There is a space in it: add one scope at a time.');
  const listed = catalog.find((one) => one.scope === text || one.shortName === text || one.scope === `${text}/` || `${one.scope}/` === text);
  if (listed !== undefined) return { ok: true, scope: listed };
  if (text.length > LONGEST) return no(`A scope has at most ${String(LONGEST)} characters; this has ${String(text.length)}.`);
  if (!SCOPE_TOKEN.test(text)) return no('Scopes hold plain letters, digits and signs only: copy the address from Google’s list of scopes again.');
  if (!URL.canParse(text)) return no(`No scope on the list is called that. Type its whole address, such as ${EXAMPLE}.`);
  const url = new URL(text);
  if (url.protocol !== 'https:') return no('Google’s scopes begin with https://. Add that, or copy the address again.');
  if (!isGoogleHost(url.hostname)) return no(`${url.hostname} is not a host of Google’s: their scopes begin with https://www.googleapis.com/auth/.`);
  if (url.search !== '' || url.hash !== '' || url.username !== '') {
    return no('This is the address of a page, not of a scope: leave out everything from ? or # on.');
  }
  if (url.hostname === 'www.googleapis.com' && !/^\/auth\/.+/.test(url.pathname)) {
    return no('The name is missing: scopes at this host look like https://www.googleapis.com/auth/name.');
  }
  return { ok: true, scope: unlistedScope(text) };
}

function no(problem: string): ScopeUrlVerdict {
  return { ok: false, problem };
}

function isGoogleHost(host: string): boolean {
  return ['google.com', 'googleapis.com'].some((base) => host === base || host.endsWith(`.${base}`));
}

/** A scope the catalog does not know: nothing is claimed about it. */
export function unlistedScope(scope: string): ScopeDto {
  return {
    scope,
    shortName: shortNameOf(scope),
    product: 'Other',
    title: 'A scope that is not on the list',
    detail: null,
    sensitivity: 'unknown',
    sensitivityConfirmed: false,
    adminOnly: false,
    signIn: false,
    warning: null,
    narrower: null,
  };
}

function shortNameOf(scope: string): string {
  if (!URL.canParse(scope)) return scope;
  const url = new URL(scope);
  const path = url.pathname.replace(/^\/auth\//, '').replace(/^\/|\/$/g, '');
  return path === '' ? url.hostname : path;
}
