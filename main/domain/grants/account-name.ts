import { toHex, utf8 } from '../shared/bytes.ts';
import type { Authorization } from './authorization.ts';

/** Google's `sub` is made of digits: this is never one. */
const UNNAMED = 'unnamed-';

/** Shown where neither Google nor a file says whose credential it is. */
export const UNKNOWN_ACCOUNT = 'Unknown account';

/**
 * A `sub` for a credential whose scopes do not say whose it is. The same token gives the same, so that a file imported twice is one authorization.
 * @param token secret; 64 bits of its hash tell nothing of it
 */
export async function unnamedSub(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', utf8(`unnamed account ${token}`));
  return `${UNNAMED}${toHex(new Uint8Array(digest).subarray(0, 8))}`;
}

export function isUnnamed({ sub }: Pick<Authorization, 'sub'>): boolean {
  return sub.startsWith(UNNAMED);
}

/** By `sub`; where one of them has none of Google's, by the address that it seems to belong to. */
export function isSameAccount(one: Pick<Authorization, 'sub' | 'email'>, other: Pick<Authorization, 'sub' | 'email'>): boolean {
  if (one.sub === other.sub) return true;
  if (!isUnnamed(one) && !isUnnamed(other)) return false;
  return one.email !== UNKNOWN_ACCOUNT && one.email.toLowerCase() === other.email.toLowerCase();
}
