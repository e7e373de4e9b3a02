import { chooseRedirect } from '../clients/choose-redirect.ts';
import type { OAuthClient } from '../clients/client.ts';
import { calendarV3, groupsSettingsV1, type MethodTable } from '../google/methods/method-table.ts';
import type { Authorization } from '../grants/authorization.ts';

/** What the tutorial fills in: everything of a client and an account that its code may show. There is no place for a secret. */
export interface TutorialFacts {
  readonly client: Pick<OAuthClient, 'clientId' | 'type' | 'projectId' | 'redirectUris'>;
  /** Address of the account; null: nobody has consented yet. */
  readonly email: string | null;
  readonly scopes: readonly string[];
  /** Address of the group whose settings are read. */
  readonly group: string;
}

/** The two of the tutorial as it was in 2013. */
const TUTORIAL_SCOPES: readonly string[] = ['https://www.googleapis.com/auth/calendar', 'https://www.googleapis.com/auth/apps.groups.settings'];

/** Stand in for a client that nobody has imported yet. */
const PLACEHOLDER_CLIENT: TutorialFacts['client'] = {
  clientId: 'your-client-id.apps.googleusercontent.com',
  type: 'installed',
  projectId: 'your-project',
  redirectUris: ['http://localhost'],
};

/** Field by field: the client's secret and the account's tokens are not looked at. @param group last one that was read, if any */
export function tutorialFacts(client: OAuthClient | null, authorization: Authorization | null, group: string | null = null): TutorialFacts {
  const own = client === null ? PLACEHOLDER_CLIENT : { clientId: client.clientId, type: client.type, projectId: client.projectId, redirectUris: client.redirectUris };
  const granted = authorization?.granted ?? [];
  return {
    client: own,
    email: authorization?.email ?? null,
    scopes: granted.length === 0 ? TUTORIAL_SCOPES : granted,
    group: group ?? `group@${authorization?.hostedDomain ?? 'example.com'}`,
  };
}

/**
 * How the answer comes back. `any-port`: Desktop, a free loopback port. `listen`: a registered loopback address.
 * `paste`: a registered address where the program cannot wait.
 */
export type ComesBack =
  | { readonly kind: 'any-port' }
  | { readonly kind: 'listen'; readonly uri: string; readonly host: string; readonly port: number; readonly path: string }
  | { readonly kind: 'paste'; readonly uri: string };

export function comesBack({ client }: TutorialFacts): ComesBack {
  const choice = chooseRedirect(client);
  if (choice.kind === 'loopback-free') return { kind: 'any-port' };
  if (!choice.listens) return { kind: 'paste', uri: choice.uri };
  const { hostname, port, pathname } = new URL(choice.uri);
  return { kind: 'listen', uri: choice.uri, host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port), path: pathname };
}

/** Which of the two calls the scopes do not open. */
export function refusedCalls({ scopes }: TutorialFacts): { readonly events: boolean; readonly group: boolean } {
  const refused = (table: MethodTable, id: string): boolean => !(table.methods.find((method) => method.id === id)?.scopes ?? []).some((scope) => scopes.includes(scope));
  return { events: refused(calendarV3, 'calendar.events.list'), group: refused(groupsSettingsV1, 'groupsSettings.groups.get') };
}
