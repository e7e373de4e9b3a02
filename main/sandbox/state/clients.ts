import { randomInt } from 'node:crypto';
import type { ClientFlags, ClientRegistration } from '../faults.ts';
import {
  clientFileEntry,
  practiceClients,
  practiceProjectNumber,
  type ClientFileEntry,
  type DesktopClientFile,
  type WebClientFile,
} from '../practice-clients.ts';
import { hashSecret, type SecretMint } from './secrets.ts';
import type { SandboxClient, SandboxState } from './state.ts';

const idLetters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The client with this id, or undefined. */
export function findClient(state: SandboxState, clientId: string): SandboxClient | undefined {
  return state.clients.find((client) => client.clientId === clientId);
}

/** Puts the two practice clients into a state that lacks them. */
export function addPracticeClients(state: SandboxState, mint: SecretMint): void {
  const both: [SandboxClient['kind'], ClientFileEntry][] = [
    ['installed', practiceClients.desktop.installed],
    ['web', practiceClients.web.web],
  ];
  for (const [kind, entry] of both) {
    mint.note(entry.client_secret);
    if (findClient(state, entry.client_id) === undefined) state.clients.push(record(kind, practiceProjectNumber, entry, {}));
  }
}

/** Registers a client and gives its file; this is the only time its secret is in clear. */
export function registerClient(
  state: SandboxState,
  mint: SecretMint,
  registration: ClientRegistration,
): DesktopClientFile | WebClientFile {
  const projectNumber = registration.projectNumber ?? String(randomInt(100_000_000_000, 281_474_976_710_655)).slice(0, 12);
  const entry = clientFileEntry({
    client_id: `${projectNumber}-${randomLetters(32)}.apps.googleusercontent.com`,
    project_id: registration.projectId ?? `practice-${projectNumber.slice(-6)}`,
    client_secret: mint.clientSecret(),
    redirect_uris: registration.kind === 'web' ? (registration.redirectUris ?? []) : ['http://localhost'],
  });
  state.clients.push(record(registration.kind, projectNumber, entry, registration));
  return registration.kind === 'web' ? { web: entry } : { installed: entry };
}

/** Changes only the flags that are given. False when the client is unknown. */
export function updateClient(state: SandboxState, clientId: string, flags: ClientFlags): boolean {
  const client = findClient(state, clientId);
  if (client === undefined) return false;
  if (flags.verified !== undefined) client.verified = flags.verified;
  if (flags.testing !== undefined) client.testing = flags.testing;
  if (flags.testUsers !== undefined) client.testUsers = [...flags.testUsers];
  if (flags.internalDomain !== undefined) client.internalDomain = flags.internalDomain;
  if (flags.deleted !== undefined) client.deleted = flags.deleted;
  if (flags.disabled !== undefined) client.disabled = flags.disabled;
  return true;
}

function record(kind: SandboxClient['kind'], projectNumber: string, entry: ClientFileEntry, flags: ClientFlags): SandboxClient {
  return {
    clientId: entry.client_id,
    secretHash: hashSecret(entry.client_secret),
    kind,
    projectNumber,
    projectId: entry.project_id,
    redirectUris: [...entry.redirect_uris],
    verified: flags.verified ?? false,
    testing: flags.testing ?? false,
    testUsers: [...(flags.testUsers ?? [])],
    internalDomain: flags.internalDomain ?? null,
    deleted: flags.deleted ?? false,
    disabled: flags.disabled ?? false,
  };
}

function randomLetters(count: number): string {
  return Array.from({ length: count }, () => idLetters.charAt(randomInt(idLetters.length))).join('');
}
