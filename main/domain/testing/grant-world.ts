import type { Accepted, Acceptance } from '../grants/acceptor.ts';
import { GrantService } from '../grants/grant-service.ts';
import { GOOGLE } from '../oauth/endpoints.ts';
import type { TokenResponse } from '../oauth/token-response.ts';
import { FaultError, type Fault, type Outcome } from '../shared/fault.ts';
import { ActivityList } from './activity-list.ts';
import { jwt } from './jwt.ts';
import { ManualClock } from './manual-clock.ts';
import { MemoryRecords } from './memory-records.ts';
import { desktopClient, MemoryClients, webClient } from './sample-client.ts';
import { json, ScriptedFetch } from './scripted-fetch.ts';

export const CALENDAR = 'https://www.googleapis.com/auth/calendar.readonly';
export const GROUPS = 'https://www.googleapis.com/auth/apps.groups.settings';
export const SIGN_IN = ['openid', 'https://www.googleapis.com/auth/userinfo.email', 'https://www.googleapis.com/auth/userinfo.profile'];
export const HOUR = 3_600_000;

/** A grant service over fakes, and helpers that speak of accounts instead of tokens. */
export class GrantWorld {
  readonly clock = new ManualClock();
  readonly records = new MemoryRecords();
  readonly net = new ScriptedFetch();
  readonly activity = new ActivityList();
  readonly clients = new MemoryClients(desktopClient, webClient);
  changes = 0;
  /** Ids whose other data was to go with them. */
  readonly forgotten: string[] = [];
  forgetFault: Fault | null = null;
  readonly grants = new GrantService({
    records: this.records,
    clients: this.clients,
    endpoints: () => GOOGLE,
    fetch: this.net.fetch,
    clock: this.clock,
    activity: this.activity,
    onChange: () => { this.changes += 1; },
    onForget: async (id) => {
      if (this.forgetFault !== null) throw new FaultError(this.forgetFault);
      this.forgotten.push(id);
    },
  });

  static async open(): Promise<GrantWorld> {
    const world = new GrantWorld();
    await world.grants.reload();
    return world;
  }

  idToken(sub: string, change: Record<string, unknown> = {}): string {
    const now = Math.floor(this.clock.now() / 1000);
    const aud = desktopClient.clientId;
    return jwt({ iss: 'https://accounts.google.com', aud, sub, email: `${sub}@example.com`, name: sub, iat: now, exp: now + 3600, ...change });
  }

  response(sub: string, change: Partial<TokenResponse> = {}): TokenResponse {
    return {
      accessToken: `ya29.${sub}`,
      expiresIn: 3600,
      scopes: [...SIGN_IN, CALENDAR],
      refreshToken: `1//${sub}`,
      refreshTokenExpiresIn: null,
      idToken: this.idToken(sub),
      ...change,
    };
  }

  accept(sub: string, change: Partial<TokenResponse> = {}, more: Partial<Acceptance> = {}): Promise<Outcome<Accepted>> {
    return this.grants.accept({
      tokenResponse: this.response(sub, change),
      requested: ['openid', 'email', 'profile', CALENDAR],
      client: desktopClient,
      surface: 'browser',
      expectedAuthorizationId: null,
      nonce: null,
      ...more,
    });
  }

  /** Stores an authorization of `sub` and gives its id. */
  async granted(sub: string, change: Partial<TokenResponse> = {}, more: Partial<Acceptance> = {}): Promise<string> {
    const accepted = await this.accept(sub, change, more);
    if (!accepted.ok) throw new Error(accepted.error.message);
    return accepted.value.authorization.id;
  }

  /** The token endpoint renews with these members in its answer. */
  renewsWith(change: Record<string, unknown> = {}): void {
    let count = 0;
    this.net.on('/token', () => {
      count += 1;
      return json(200, { access_token: `ya29.renewed-${count}`, expires_in: 3600, token_type: 'Bearer', scope: [...SIGN_IN, CALENDAR].join(' '), ...change });
    });
  }

  stateOf(id: string): string {
    const authorization = this.grants.get(id);
    return authorization === null ? 'gone' : this.grants.standing(authorization).state;
  }

  reasonOf(id: string): string | null {
    const authorization = this.grants.get(id);
    return authorization === null ? null : (this.grants.standing(authorization).reason?.code ?? null);
  }
}

export function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'ok' : outcome.error.code;
}

/** Lets everything that needs no clock come to rest. Digests come from other threads: asking for one more waits for those before it. */
export async function rest(): Promise<void> {
  for (let round = 0; round < 8; round += 1) {
    await crypto.subtle.digest('SHA-256', new Uint8Array(1));
    await new Promise((resolve) => { setTimeout(resolve, 0); });
  }
}
