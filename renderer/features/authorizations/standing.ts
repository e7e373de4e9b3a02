import type { AuthorizationDto, AuthorizationState } from '../../../preload/contract/authorizations.ts';
import type { ScopeDto } from '../../../preload/contract/scopes.ts';
import { clockTime, dateLabel, timeAgo, timeLeft } from '../../ui/duration.ts';
import { shareLeft, type RingLook } from '../../ui/ring-geometry.ts';

/** What main said, corrected by the clock: an access token can end while the page is open. */
export function stateAt(authorization: AuthorizationDto, now: number): AuthorizationState {
  const { state, accessToken } = authorization;
  return state === 'active' && accessToken !== null && accessToken.expiresAt <= now ? 'expired' : state;
}

/** Does it wait for its owner? A revoked one was ended on purpose and asks for nothing. */
export function needsOwner(authorization: AuthorizationDto, now: number): boolean {
  const state = stateAt(authorization, now);
  return state === 'expired' || state === 'sign-in-needed';
}

/** The moment at which the words about an authorization change next; null when they stand still. */
export function watched(authorization: AuthorizationDto): number | null {
  return authorization.accessToken?.expiresAt ?? null;
}

export function ringLook(authorization: AuthorizationDto, now: number): { readonly look: RingLook; readonly frozen: boolean } {
  const token = authorization.accessToken;
  const share = token === null ? 0 : shareLeft(token.issuedAt, token.expiresAt, now);
  switch (stateAt(authorization, now)) {
    case 'active':
      return { look: { kind: 'share', share }, frozen: false };
    case 'expired':
      return { look: { kind: 'dashed' }, frozen: false };
    case 'sign-in-needed':
      return { look: { kind: 'alert' }, frozen: false };
    case 'revoked':
      return { look: { kind: 'empty' }, frozen: false };
    case 'unknown-offline':
      return { look: share > 0 ? { kind: 'share', share } : { kind: 'dashed' }, frozen: true };
  }
}

/** The text beside the state chip: `41 min left`, `Ended 2 hours ago`, or why. */
export function liveText(authorization: AuthorizationDto, now: number): string {
  const ends = authorization.accessToken?.expiresAt ?? null;
  const state = stateAt(authorization, now);
  if (state === 'active') return ends === null ? 'No access token yet' : (timeLeft(ends - now) ?? 'Ended just now');
  if (state === 'expired') return ends === null ? 'No access token' : `Ended ${timeAgo(now - ends)}`;
  if (state === 'unknown-offline') {
    if (ends === null) return 'Google could not be reached';
    return ends > now ? `Last known: until ${clockTime(ends)}` : `Last known: ended ${timeAgo(now - ends)}`;
  }
  const reason = authorization.reason?.message;
  if (reason !== undefined) return withoutStop(reason);
  return state === 'revoked' ? 'Access was taken back' : 'Google wants a new sign-in';
}

function withoutStop(sentence: string): string {
  return sentence.endsWith('.') ? sentence.slice(0, -1) : sentence;
}

export function clientTypeWord(type: AuthorizationDto['client']['type']): 'Desktop client' | 'Web client' {
  return type === 'web' ? 'Web client' : 'Desktop client';
}

/** `signed in Thu 19 Nov, 10:42, in your browser` without the time of day for days long past. */
export function consentedWords(authorization: AuthorizationDto): string {
  if (authorization.consentedIn === 'file') return `imported from a file ${dateLabel(authorization.consentedAt)}, ${clockTime(authorization.consentedAt)}`;
  const where = authorization.consentedIn === 'browser' ? 'in your browser' : 'in an app window';
  return `signed in ${dateLabel(authorization.consentedAt)}, ${clockTime(authorization.consentedAt)}, ${where}`;
}

const WEIGHT: Readonly<Record<ScopeDto['sensitivity'], number>> = { restricted: 0, sensitive: 1, unknown: 2, 'non-sensitive': 3 };

/** What exposes most comes first, so that no count hides it; sign-in scopes only say who the account is. */
export function byWeight<S extends ScopeDto>(scopes: readonly S[]): readonly S[] {
  const real = scopes.filter((scope) => !scope.signIn).toSorted((a, b) => WEIGHT[a.sensitivity] - WEIGHT[b.sensitivity]);
  return [...real, ...scopes.filter((scope) => scope.signIn)];
}

/** `4 accounts · 2 need you` */
export function listSummary(authorizations: readonly AuthorizationDto[], now: number): string {
  const accounts = new Set(authorizations.map((one) => one.account.sub)).size;
  const waiting = authorizations.filter((one) => needsOwner(one, now)).length;
  const parts = [`${String(accounts)} ${accounts === 1 ? 'account' : 'accounts'}`];
  if (authorizations.length !== accounts) parts.push(`${String(authorizations.length)} authorizations`);
  if (waiting > 0) parts.push(`${String(waiting)} ${waiting === 1 ? 'needs' : 'need'} you`);
  return parts.join(' · ');
}

/** Which button a row and a notice offer first. */
export function nextStep(authorization: AuthorizationDto, now: number): 'refresh' | 'reauthorize' | null {
  switch (stateAt(authorization, now)) {
    case 'active':
      return null;
    case 'expired':
      return authorization.hasRefreshToken ? 'refresh' : 'reauthorize';
    case 'unknown-offline':
      return 'refresh';
    case 'sign-in-needed':
    case 'revoked':
      return 'reauthorize';
  }
}

/** Finds an account by any part of address, name, client or scope. */
export function matchesFilter(authorization: AuthorizationDto, filter: string): boolean {
  const { account, client, granted, refused } = authorization;
  const text = [account.email, account.name ?? '', client.label, client.clientId, ...[...granted, ...refused].map((one) => one.shortName)];
  const haystack = text.join('\n').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}
