import type { CalendarEvent } from '../calendar/event.ts';

/** Everything that survives a restart. No secret is in here in clear: codes, tokens and client secrets are SHA-256 hashes. */
export interface SandboxState {
  version: 1;
  /** Changes on reset, so that old sync tokens are answered 410. */
  instance: string;
  clients: SandboxClient[];
  grants: Grant[];
  codes: CodeRecord[];
  refreshTokens: RefreshRecord[];
  accessTokens: AccessRecord[];
  /** Changed settings by group address. */
  groups: Record<string, Record<string, string>>;
  calendar: CalendarEdits;
}

export interface SandboxClient {
  clientId: string;
  secretHash: string;
  kind: 'installed' | 'web';
  projectNumber: string;
  projectId: string;
  redirectUris: string[];
  verified: boolean;
  testing: boolean;
  testUsers: string[];
  internalDomain: string | null;
  deleted: boolean;
  disabled: boolean;
}

/** What an account allows a whole Cloud project, whichever of its clients asked. */
export interface Grant {
  projectNumber: string;
  sub: string;
  scopes: string[];
}

export interface TokenOwner {
  clientId: string;
  projectNumber: string;
  sub: string;
  scopes: string[];
}

export interface CodeRecord extends TokenOwner {
  hash: string;
  redirectUri: string;
  challenge: string | null;
  challengeMethod: 'S256' | 'plain';
  nonce: string | null;
  /** Whether the exchange gives a refresh token. */
  offline: boolean;
  expiresAt: number;
  used: boolean;
}

export interface RefreshRecord extends TokenOwner {
  hash: string;
  issuedAt: number;
  /** Testing status: 7 days after issue; null lives on. */
  expiresAt: number | null;
}

export interface AccessRecord extends TokenOwner {
  hash: string;
  expiresAt: number;
  offline: boolean;
}

/** Edits over the generated events. `revision` grows with every write and is what a sync token remembers. */
export interface CalendarEdits {
  revision: number;
  /** By calendar id, then event id. */
  events: Record<string, Record<string, EditedEvent>>;
  /** Calendars filled with many generated events, by calendar id. */
  fills?: Record<string, CalendarFill>;
}

export interface EditedEvent {
  revision: number;
  event: CalendarEvent;
  /** Series only: what it was before each edit, oldest first, so that a sync can tell which instances are no more. */
  past?: PastSeries[];
}

export interface PastSeries extends Pick<CalendarEvent, 'status' | 'start' | 'end' | 'recurrence'> {
  /** Since when it was like that; 0 for the generated series. */
  revision: number;
}

export interface CalendarFill {
  events: number;
  /** Days they spread over. */
  days: number;
  /** Day number in the middle. */
  day: number;
  revision: number;
}

/** A sandbox nobody has used yet. */
export function freshState(instance: string): SandboxState {
  return {
    version: 1,
    instance,
    clients: [],
    grants: [],
    codes: [],
    refreshTokens: [],
    accessTokens: [],
    groups: {},
    calendar: { revision: 0, events: {} },
  };
}
