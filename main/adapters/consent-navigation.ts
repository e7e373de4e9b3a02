import { readAccountsPage } from '../domain/oauth/accounts-page.ts';
import { isAtRedirectUri } from '../domain/oauth/redirect.ts';

/** What a consent window may show, and what ends its errand. */
export interface ConsentRules {
  readonly redirectUri: string;
  /** `https://accounts.google.com`, or the one origin of a stand-in. */
  readonly accountsOrigin: string;
  /** Identity providers the user added: host names, https only. */
  readonly extraHosts: readonly string[];
}

export type Judgement = 'go' | 'redirect' | 'refused' | 'error-page' | 'blocked';

const google = 'https://accounts.google.com';
/** Besides the accounts host: the cookie hop, and pages that sign-in itself leads through. */
const googleHosts: readonly string[] = ['accounts.google.com', 'accounts.youtube.com', 'myaccount.google.com', 'consent.google.com'];

/**
 * Judges where a frame of the consent window wants to go. Addresses are parsed and compared part by part, never searched.
 * Only the main frame can bring the redirect: a page could put anything into a child frame.
 */
export function judge(target: { readonly url: string; readonly isMainFrame: boolean }, rules: ConsentRules): Judgement {
  if (!URL.canParse(target.url)) return 'blocked';
  const url = new URL(target.url);
  if (!target.isMainFrame) return mayEmbed(url, rules) ? 'go' : 'blocked';
  if (isAtRedirectUri(target.url, rules.redirectUri)) return 'redirect';
  if (!mayShow(url, rules)) return 'blocked';
  switch (readAccountsPage(target.url, rules.accountsOrigin)?.kind) {
    case 'refused':
      return 'refused';
    case 'error':
      return 'error-page';
    case undefined:
      return 'go';
  }
}

/** The scheme is compared too: a `blob:` address has the origin of the page that made it. */
function isOn(url: URL, origin: string): boolean {
  return url.origin === origin && origin.startsWith(url.protocol);
}

function mayShow(url: URL, rules: ConsentRules): boolean {
  if (url.username !== '' || url.password !== '') return false;
  if (isOn(url, rules.accountsOrigin)) return true;
  const hosts = rules.accountsOrigin === google ? [...googleHosts, ...rules.extraHosts] : rules.extraHosts;
  return url.protocol === 'https:' && url.port === '' && hosts.includes(url.hostname);
}

/** Sign-in embeds frames of many Google hosts; what matters is that no frame starts a program or reaches this computer. */
function mayEmbed(url: URL, rules: ConsentRules): boolean {
  if (url.href === 'about:blank' || url.href === 'about:srcdoc') return true;
  if (isAtRedirectUri(url.href, rules.redirectUri)) return false;
  return url.protocol === 'https:' || isOn(url, rules.accountsOrigin);
}

/** What the title bar says of a page: its host; the scheme too unless it is https. Never a word of the page's own. */
export function originTitle(address: string): string {
  if (!URL.canParse(address)) return 'Grantdesk';
  const url = new URL(address);
  if (url.protocol === 'https:') return url.host;
  return url.protocol === 'http:' ? url.origin : 'Grantdesk';
}

/** How a blocked address is named to the user: host, or scheme when it has none. */
export function blockedName(address: string): string {
  if (!URL.canParse(address)) return 'an unreadable address';
  const url = new URL(address);
  if (url.protocol === 'https:') return url.host;
  return url.host === '' ? url.protocol.slice(0, -1) : `${url.protocol}//${url.host}`;
}
