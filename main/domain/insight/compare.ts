import type { Authorization } from '../grants/authorization.ts';
import type { Receipt } from '../receipts/receipt.ts';
import { findScope } from '../scopes/catalog.ts';
import { covers } from '../scopes/covers.ts';
import { normalizeScope } from '../scopes/normalize.ts';
import { grantedOf } from './ready.ts';
import { scopeHistory, type ScopeEvent } from './scope-history.ts';

export interface Side {
  readonly authorizationId: string;
  readonly state: 'granted' | 'covered' | 'refused' | 'never';
  /** Milliseconds since the epoch; null when no receipt tells. */
  readonly at: number | null;
  /** How it came to be so, to stand under the state; no full stop. */
  readonly words: string;
}

export interface Comparison {
  readonly sides: readonly [Side, Side];
  readonly answer: string;
  /** What makes the poorer one equal; null when both can. */
  readonly mend: { readonly authorizationId: string; readonly purpose: 'add' | 'ask-again' | 'reauthorize' } | null;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

interface Account {
  readonly authorization: Authorization;
  /** Its own. */
  readonly receipts: readonly Receipt[];
}

/** Why one account can do with a scope what the other cannot. */
export function compareScope(scope: string, one: Account, other: Account): Comparison {
  const wanted = normalizeScope(scope);
  const sides = [sideOf(wanted, one), sideOf(wanted, other)] as const;
  const poorer = sides.findIndex(({ state }) => !can(state));
  const poor = sides[poorer];
  const richer = sides[1 - poorer];
  const account = (poorer === 0 ? one : other).authorization;
  if (poor === undefined || richer === undefined) {
    return { sides, answer: sides.some(({ state }) => state === 'covered') ? `Both can: ${nameOf(wanted)} is granted, or included in what is.` : 'Both granted it.', mend: null };
  }
  const mend = { authorizationId: account.id, purpose: account.mark === 'none' ? (poor.state === 'refused' ? ('ask-again' as const) : ('add' as const)) : ('reauthorize' as const) };
  return { sides, answer: answerFor(wanted, account, poor, can(richer.state)), mend };
}

function can(state: Side['state']): boolean {
  return state === 'granted' || state === 'covered';
}

function sideOf(scope: string, { authorization, receipts }: Account): Side {
  const id = authorization.id;
  const held = authorization.mark === 'revoked' ? new Set<string>() : grantedOf(authorization.granted);
  const event = scopeHistory(receipts).get(scope);
  if (held.has(scope)) return { authorizationId: id, state: 'granted', at: event?.state === 'granted' ? event.at : null, words: grantedWords(event) };
  const by = [...held].find((wider) => covers(wider, scope));
  if (by !== undefined) return { authorizationId: id, state: 'covered', at: null, words: `Included in ${nameOf(by)}` };
  if (authorization.mark === 'revoked') return { authorizationId: id, state: 'never', at: null, words: 'The whole grant was revoked' };
  if (!grantedOf(authorization.requested).has(scope) && event?.state !== 'refused') return { authorizationId: id, state: 'never', at: null, words: 'Never asked' };
  return { authorizationId: id, state: 'refused', at: event?.state === 'refused' ? event.at : null, words: refusedWords(event) };
}

function grantedWords(event: ScopeEvent | undefined): string {
  if (event?.state !== 'granted') return 'No receipt tells when';
  return event.first ? 'Ticked when first asked' : 'Ticked when asked again';
}

function refusedWords(event: ScopeEvent | undefined): string {
  if (event?.state !== 'refused') return 'Asked, not granted';
  if (event.others === 0) return 'Asked alone, not granted';
  return `Asked with ${event.others === 1 ? 'one other' : `${NUMBERS[event.others] ?? event.others} others`}, left unticked`;
}

function answerFor(scope: string, account: Authorization, poor: Side, richerCan: boolean): string {
  const name = nameOf(scope);
  const lead = richerCan ? '' : 'Neither can. ';
  if (account.mark === 'revoked') return `${lead}The grant of ${account.email} was revoked: it has to be given anew.`;
  if (account.mark === 'sign-in-needed') return `${lead}${account.email} has to sign in again first.`;
  const what = poor.state === 'refused' ? `${account.email} left ${name} unticked` : `${account.email} was never asked for ${name}`;
  const groups = name === 'apps.groups.settings' ? ' The account must administer the group too: a scope alone opens none.' : '';
  return `${lead}${what}; consenting to it is enough.${groups}`;
}

function nameOf(scope: string): string {
  return findScope(scope)?.entry.name ?? scope;
}
