import type { VaultStatusDto } from '../../../preload/contract/app.ts';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import type { CallHistoryRowDto } from '../../../preload/contract/explorer.ts';
import type { TutorialStep } from '../../../preload/contract/tutorial.ts';
import type { Target } from '../../app/route.ts';

/** What the user has of the app so far. */
export interface Progress {
  readonly clients: number;
  readonly vault: VaultStatusDto;
  readonly authorizations: readonly AuthorizationDto[];
  /** The client and the account that the page shows. */
  readonly clientId: string | null;
  readonly authorization: AuthorizationDto | null;
  /** Calls of that account in the API Explorer. */
  readonly calls: readonly CallHistoryRowDto[];
}

/** How far a step is in the app, and the screens for it. */
export interface Standing {
  readonly done: boolean;
  readonly words: string;
  readonly doors: readonly { readonly label: string; readonly target: Target }[];
}

const counted = (count: number, one: string, many = `${one}s`): string => `${String(count)} ${count === 1 ? one : many}`;
const usable = ({ state }: AuthorizationDto): boolean => state !== 'sign-in-needed' && state !== 'revoked';

const STANDINGS: Readonly<Record<TutorialStep, (progress: Progress) => Standing>> = {
  flow: ({ clients }) => ({
    done: clients > 0,
    words: clients === 0 ? 'No client imported yet' : `${counted(clients, 'client')} imported`,
    doors: [{ label: 'Open Clients', target: { page: 'clients' } }],
  }),
  storage: ({ vault }) => ({
    done: vault.state === 'unlocked',
    words: vault.state === 'unlocked' ? `Sealed · ${vault.wraps.keychain ? vault.backendLabel : 'passphrase'}` : 'In memory only: nothing is kept',
    doors: [{ label: 'Open Credential storage', target: { page: 'settings', id: 'credential-storage' } }],
  }),
  run: ({ authorizations, clientId }) => ({
    done: authorizations.length > 0,
    words: authorizations.length === 0 ? 'Nobody has consented yet' : `Consent given ${authorizations.length === 1 ? 'once' : `for ${String(authorizations.length)} authorizations`}`,
    doors: [{ label: 'Open the scope picker', target: { page: 'authorizations', dialog: { kind: 'new-authorization', client: clientId } } }],
  }),
  credentials: ({ authorizations, authorization }) => ({
    done: authorizations.some(usable),
    words: storedWords(authorizations),
    doors: [pageOf(authorization, 'Open the authorization')],
  }),
  authorize: ({ authorization }) => ({
    done: authorization !== null && authorization.lastUsedAt !== null,
    words: authorization === null ? 'No account to call as' : authorization.lastUsedAt === null ? 'No call made yet' : `Used as ${authorization.account.email}`,
    doors: [pageOf(authorization, 'Open test calls')],
  }),
  build: ({ calls }) => ({
    done: calls.some(({ outcome }) => outcome === 'response'),
    words: calls.length === 0 ? 'No call made in the API Explorer' : `${counted(calls.length, 'call')} made in the API Explorer`,
    doors: [explorer('List events', 'calendar:v3', 'calendar.events.list'), explorer('Read a group', 'groupssettings:v1', 'groupsSettings.groups.get')],
  }),
};

export function standingOf(step: TutorialStep, progress: Progress): Standing {
  return STANDINGS[step](progress);
}

function storedWords(authorizations: readonly AuthorizationDto[]): string {
  if (authorizations.length === 0) return 'No authorization stored yet';
  const ended = authorizations.filter((one) => !usable(one)).length;
  const stored = `${counted(authorizations.length, 'authorization')} stored`;
  return ended === 0 ? stored : `${stored}, ${counted(ended, 'needs', 'need')} sign-in`;
}

function pageOf(authorization: AuthorizationDto | null, label: string): Standing['doors'][number] {
  return authorization === null ? { label: 'Open Authorizations', target: { page: 'authorizations' } } : { label, target: { page: 'authorization', id: authorization.id } };
}

function explorer(label: string, id: string, tab: string): Standing['doors'][number] {
  return { label, target: { page: 'explorer', id, tab } };
}
