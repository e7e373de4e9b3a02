/** A web address in running text. */
export const ADDRESS = /https?:\/\/[^\s<>"`]{1,2000}/gi;

export type LinkTarget =
  | { readonly kind: 'web'; readonly host: string }
  /** Only to be copied, as a phone number is. */
  | { readonly kind: 'mail'; readonly address: string }
  | { readonly kind: 'phone'; readonly number: string };

/**
 * Where an address leads, for the question before it is opened. The host is the one the browser will ask: no user part,
 * and other alphabets as punycode.
 * @returns null for anything but https, http, mailto and tel
 */
export function linkTarget(url: string): LinkTarget | null {
  if (!/^(https?|mailto|tel):/i.test(url) || !URL.canParse(url)) return null;
  const { protocol, host, pathname } = new URL(url);
  if (protocol === 'mailto:') return pathname === '' ? null : { kind: 'mail', address: decoded(pathname) };
  if (protocol === 'tel:') return pathname === '' ? null : { kind: 'phone', number: decoded(pathname) };
  return host === '' ? null : { kind: 'web', host };
}

/** Whether main opens it: https, and no user part, which only ever hides where an address leads. */
export function isOpenable(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return protocol === 'https:' && username === '' && password === '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
