import type { AppStateDto, SettingsDto, VaultStatusDto } from '../../preload/contract/app.ts';
import type { AuthorizationDto } from '../../preload/contract/authorizations.ts';
import type { AppEvent, Bridge, Calls } from '../../preload/contract/bridge.ts';
import { CHANNEL } from '../../preload/contract/channels.ts';
import type { ClientDto } from '../../preload/contract/clients.ts';
import type { PracticeFaultsDto } from '../../preload/contract/practice.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { ScopeDto } from '../../preload/contract/scopes.ts';

/** For tests and screen harnesses: a bridge in memory. Never imported by the app itself. */
export interface FakeBridge extends Bridge {
  /** Names and arguments of the calls made so far, oldest first (reads at start included). */
  readonly calls: readonly { readonly name: keyof Calls; readonly input: unknown }[];
  /** Says something as main would. */
  emit(event: AppEvent): void;
  /** Replaces one call's answer from now on. */
  answer<K extends keyof Calls>(name: K, call: Calls[K]): void;
  /** The arguments of every call of that name. */
  inputs(name: keyof Calls): readonly unknown[];
}

export function fakeVault(over: Partial<VaultStatusDto> = {}): VaultStatusDto {
  return {
    state: 'unlocked',
    wraps: { keychain: true, passphrase: false, recoveryCode: false },
    backend: 'gnome_libsecret',
    backendLabel: 'Linux keyring · libsecret',
    backendProtects: true,
    folder: '/home/ada/.config/Grantdesk/vault',
    notice: null,
    damaged: [],
    ...over,
  };
}

export function fakeAppState(over: Partial<AppStateDto> = {}): AppStateDto {
  return {
    version: '0.1.0',
    electron: '45.4.1',
    platform: 'linux',
    packaged: false,
    mode: 'google',
    authorizationOrigin: 'https://accounts.google.com',
    vault: fakeVault(),
    settings: { openConsentIn: 'app-window', theme: 'system', ssoHosts: [], remindBeforeEnd: true, letScripts: false },
    ...over,
  };
}

export function fakeClient(over: Partial<ClientDto> = {}): ClientDto {
  return {
    id: 'client-1',
    clientId: '1234567890-harbor.apps.googleusercontent.com',
    type: 'installed',
    label: 'rota-sync',
    projectId: 'rota-sync',
    projectNumber: '1234567890',
    redirectUris: ['http://localhost'],
    redirectUri: null,
    worksInBrowser: true,
    hasSecret: true,
    notices: [],
    practice: false,
    addedAt: Date.UTC(2026, 10, 19, 9, 30),
    authorizationCount: 0,
    publishing: 'unknown',
    ...over,
  };
}

export function fakeScope(shortName: string, over: Partial<ScopeDto> = {}): ScopeDto {
  return {
    scope: `https://www.googleapis.com/auth/${shortName}`,
    shortName,
    product: 'Calendar',
    title: 'See every calendar, change nothing',
    detail: null,
    sensitivity: 'sensitive',
    sensitivityConfirmed: true,
    adminOnly: false,
    signIn: false,
    warning: null,
    narrower: null,
    ...over,
  };
}

export function fakeAuthorization(over: Partial<AuthorizationDto> = {}): AuthorizationDto {
  const now = Date.now();
  return {
    id: 'authorization-1',
    account: { sub: '1001', email: 'ada.lovelace@harbor.example', name: 'Ada Lovelace', hostedDomain: 'harbor.example' },
    client: { id: 'client-1', clientId: '1234567890-harbor.apps.googleusercontent.com', label: 'rota-sync', type: 'installed' },
    state: 'active',
    reason: null,
    granted: [{ ...fakeScope('calendar.readonly'), unexpected: false }],
    refused: [],
    accessToken: { issuedAt: now - 19 * 60_000, expiresAt: now + 41 * 60_000 },
    hasRefreshToken: true,
    signInEnds: null,
    consentedAt: now - 4 * 86_400_000,
    consentedIn: 'browser',
    lastRefreshedAt: now - 19 * 60_000,
    lastUsedAt: null,
    consents: 1,
    timeBox: null,
    tokenLives: [],
    ...over,
  };
}

export const noFaults: PracticeFaultsDto = {
  refuseScopes: [],
  blockAppWindows: false,
  deny: false,
  wrongAccount: false,
  noRefreshToken: false,
  api: null,
  token: null,
  syncTokenGone: false,
  oddData: false,
  groupsAtom: false,
};

export function okay<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refused(code: string, message: string, hint: string | null = null): { readonly ok: false; readonly error: Extract<Result<never>, { ok: false }>['error'] } {
  return { ok: false, error: { code, message, hint, problems: [] } };
}

export interface FakeStart {
  readonly app?: AppStateDto;
  readonly clients?: readonly ClientDto[];
  readonly authorizations?: readonly AuthorizationDto[];
  readonly scopes?: readonly ScopeDto[];
}

/** Reads answer from `start`; every other call answers `not-faked` until `answer()` gives it one. */
export function fakeBridge(start: FakeStart = {}): FakeBridge {
  let app = start.app ?? fakeAppState();
  const listeners = new Set<(event: AppEvent) => void>();
  const log: { name: keyof Calls; input: unknown }[] = [];
  let faults = noFaults;

  const known: Partial<Calls> = {
    appState: async () => okay(app),
    clients: async () => okay(start.clients ?? []),
    authorizations: async () => okay(start.authorizations ?? []),
    scopeCatalog: async () => okay({ scopes: start.scopes ?? [], sets: [] }),
    consent: async () => okay(null),
    activity: async () => okay([]),
    apis: async () => okay([]),
    receipts: async () => okay([]),
    scriptQuestion: async () => okay(null),
    callHistory: async () => okay([]),
    openLink: async () => okay(null),
    practiceFaults: async () => okay(faults),
    setPracticeFaults: async (input) => okay((faults = input)),
    practiceAction: async () => okay(null),
    updateSettings: async (patch) => {
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<SettingsDto>;
      app = { ...app, settings: { ...app.settings, ...given } };
      emit({ type: 'app-state', state: app });
      return okay(app.settings);
    },
  };

  function emit(event: AppEvent): void {
    if (event.type === 'app-state') app = event.state;
    for (const listener of [...listeners]) listener(event);
  }

  function caller(name: keyof Calls): (input?: unknown) => Promise<Result<unknown>> {
    return async (input) => {
      log.push({ name, input });
      const call = known[name] as ((input: unknown) => Promise<Result<unknown>>) | undefined;
      return call === undefined ? refused('not-faked', `The fake bridge has no answer for ${name}.`) : call(input);
    };
  }

  const calls = Object.fromEntries(Object.keys(CHANNEL).map((name) => [name, caller(name as keyof Calls)])) as unknown as Calls;
  return {
    ...calls,
    calls: log,
    emit,
    answer(name, call) {
      known[name] = call;
    },
    inputs: (name) => log.filter((entry) => entry.name === name).map((entry) => entry.input),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pathForFile: (file) => (file instanceof File && file.name !== '' ? `/dropped/${file.name}` : ''),
  };
}
