import type { AuthorizationDto, GrantedScopeDto } from '../../../../preload/contract/authorizations.ts';
import type { ClientDto } from '../../../../preload/contract/clients.ts';
import type { ScopeCatalogDto, ScopeDto } from '../../../../preload/contract/scopes.ts';
import { fakeAuthorization, fakeClient, fakeScope } from '../../../bridge/fake-bridge.ts';

/** Invented data for component tests. Nothing here is a real account, client or token. */

const AUTH = 'https://www.googleapis.com/auth/';

export function scope(shortName: string, over: Partial<ScopeDto> = {}): ScopeDto {
  return fakeScope(shortName, { title: `Title of ${shortName}`, ...over });
}

const signIn = { product: 'Sign-in', sensitivity: 'non-sensitive', signIn: true } as const;

export const SCOPE = {
  events: scope('calendar.events', { title: 'See and change events on every calendar' }),
  readonly: scope('calendar.readonly', { title: 'See every calendar, change nothing' }),
  freebusy: scope('calendar.freebusy', { title: 'See only free and busy times' }),
  groups: scope('apps.groups.settings', { product: 'Groups', title: 'View and manage the settings of groups', adminOnly: true, warning: 'Only a Workspace administrator can use this scope.' }),
  file: scope('drive.file', { product: 'Drive', title: 'Only files this client creates or opens', sensitivity: 'non-sensitive' }),
  drive: scope('drive.readonly', {
    product: 'Drive',
    title: 'Read every file in Drive',
    sensitivity: 'restricted',
    warning: 'Reading every file is among the most guarded scopes.',
    narrower: `${AUTH}drive.file`,
  }),
  openid: scope('openid', { ...signIn, scope: 'openid', title: 'Know which account this is' }),
  email: scope('userinfo.email', { ...signIn, title: 'See the email address' }),
} satisfies Record<string, ScopeDto>;

export const CATALOG: ScopeCatalogDto = {
  scopes: Object.values(SCOPE),
  sets: [
    { id: 'calendar-read', title: 'Read calendars', scopes: [SCOPE.readonly.scope] },
    { id: 'calendar-events', title: 'Manage events', scopes: [SCOPE.events.scope, SCOPE.freebusy.scope] },
    { id: 'groups', title: 'Groups Settings', scopes: [SCOPE.groups.scope] },
  ],
};

export const granted = (of: ScopeDto, unexpected = false): GrantedScopeDto => ({ ...of, unexpected });

export const NOW = new Date(2026, 10, 23, 10, 24).getTime();
const MINUTE = 60_000;

/** An active authorization with 41 minutes left. */
export function authorization(over: Partial<AuthorizationDto> = {}): AuthorizationDto {
  return fakeAuthorization({
    id: 'a1',
    client: { id: 'c1', clientId: '1234-abc.apps.googleusercontent.com', label: 'rota-sync', type: 'installed' },
    granted: [granted(SCOPE.events), granted(SCOPE.readonly), granted(SCOPE.openid), granted(SCOPE.email)],
    accessToken: { issuedAt: NOW - 19 * MINUTE, expiresAt: NOW + 41 * MINUTE },
    consentedAt: new Date(2026, 10, 19, 10, 42).getTime(),
    lastRefreshedAt: NOW - 19 * MINUTE,
    ...over,
  });
}

export function account(sub: string, email: string): AuthorizationDto['account'] {
  return { sub, email, name: null, hostedDomain: null };
}

export function client(over: Partial<ClientDto> = {}): ClientDto {
  return fakeClient({
    id: 'c1',
    clientId: '1234-abc.apps.googleusercontent.com',
    projectNumber: '1234',
    addedAt: NOW - 5 * 24 * 60 * MINUTE,
    ...over,
  });
}
