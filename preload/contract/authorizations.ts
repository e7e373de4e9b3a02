import { z } from 'zod';
import type { Surface } from './app.ts';
import type { ClientType } from './clients.ts';
import type { ProblemDto } from './result.ts';
import type { ScopeDto } from './scopes.ts';

/** Shown as `Active`, `Expired`, `Sign-in needed`, `Revoked`, `Unknown (offline)`. */
export type AuthorizationState = 'active' | 'expired' | 'sign-in-needed' | 'revoked' | 'unknown-offline';

export interface GrantedScopeDto extends ScopeDto {
  /** True when consent returned it although it was not asked for. */
  readonly unexpected: boolean;
}

export interface TimeBoxDto {
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
  /** `overdue`: the end has passed and the revoke has not succeeded yet; it is tried again. */
  readonly state: 'running' | 'overdue';
  /** Why the last revoke failed, or that the end could not be saved. */
  readonly problem: ProblemDto | null;
}

/** One Google account × one client. Times are milliseconds since the epoch. */
export interface AuthorizationDto {
  readonly id: string;
  readonly account: {
    readonly sub: string;
    readonly email: string;
    readonly name: string | null;
    readonly hostedDomain: string | null;
  };
  readonly client: { readonly id: string; readonly clientId: string; readonly label: string; readonly type: ClientType };
  readonly state: AuthorizationState;
  /** Why the state is what it is, with the next step; null when active. */
  readonly reason: ProblemDto | null;
  readonly granted: readonly GrantedScopeDto[];
  /** Asked for and not granted. */
  readonly refused: readonly ScopeDto[];
  readonly accessToken: { readonly issuedAt: number; readonly expiresAt: number } | null;
  readonly hasRefreshToken: boolean;
  /** Sign-in's likely end; `certain` when Google itself named it (refresh_token_expires_in). */
  readonly signInEnds: { readonly at: number; readonly certain: boolean; readonly why: string } | null;
  readonly consentedAt: number;
  /** `file`: imported from another program's file; `consentedAt` is then when that was. */
  readonly consentedIn: Surface | 'file';
  readonly lastRefreshedAt: number | null;
  readonly lastUsedAt: number | null;
  /** Consents here that gave a refresh token since the grant began: Google drops the oldest of more than 100. */
  readonly consents: number;
  /** Revoked by itself at this moment; null when it has no end of its own. */
  readonly timeBox: TimeBoxDto | null;
  /** Lives of past access tokens, oldest first, at most 200: the token clock draws them. */
  readonly tokenLives: readonly { readonly from: number; readonly to: number }[];
}

export const authorizationRefSchema = z.strictObject({ id: z.string().min(1).max(100) });

/** What `Check with Google` (tokeninfo) said. */
export interface CheckDto {
  readonly checkedAt: number;
  readonly audience: string | null;
  readonly audienceMatches: boolean;
  readonly expiresInSeconds: number | null;
  readonly scopes: readonly ScopeDto[];
  /** Scopes stored here as granted that Google no longer lists, and the other way round. */
  readonly missing: readonly string[];
  readonly added: readonly string[];
  readonly email: string | null;
}

export interface RevokePreviewDto {
  /** Every stored authorization that dies: same Google account, same Cloud project; this one included. */
  readonly dying: readonly { readonly id: string; readonly email: string; readonly clientLabel: string }[];
}

export interface RevokeOutcomeDto {
  /** True when Google had no such grant any more. */
  readonly alreadyRevoked: boolean;
  readonly marked: readonly string[];
}

export const tokenKindSchema = z.enum(['access', 'refresh', 'id']);
export type TokenKind = z.infer<typeof tokenKindSchema>;
export const copyTokenSchema = z.strictObject({ id: z.string().min(1).max(100), kind: tokenKindSchema });

/** The token panel: concealed values and what is known about them. */
export interface TokenPanelDto {
  readonly tokens: readonly {
    readonly kind: TokenKind;
    /** `ya29…9f`: never more than 6 characters of the token. */
    readonly masked: string;
    readonly expiresAt: number | null;
    readonly note: string | null;
  }[];
  /** Claims of the ID token, in order, values as text; null when there is no ID token. */
  readonly idTokenClaims: readonly { readonly name: string; readonly value: string; readonly meaning: string }[] | null;
}

export interface CopiedDto {
  /** When the clipboard is cleared, if it still holds the copy. */
  readonly clearsAt: number;
}

/** Hours from now after which the grant is revoked by itself; null takes the end away. At most a year. */
export const timeBoxHoursSchema = z.number().positive().max(24 * 366);
export const setTimeBoxSchema = z.strictObject({ id: z.string().min(1).max(100), hours: timeBoxHoursSchema.nullable() });

/** Why a sign-in may have ended, by what is known on this computer. */
export interface CauseDto {
  readonly code: string;
  readonly title: string;
  readonly likelihood: 'certain' | 'likely' | 'possible' | 'unlikely';
  /** What speaks for it, or against. */
  readonly evidence: readonly string[];
  /** What mends it, in words, and the button for it. */
  readonly mend: string;
  readonly action: 'reauthorize' | 'refresh' | 'open-clients' | 'open-connections' | 'open-console' | null;
}
export interface DetectiveDto {
  /** Ranked, likeliest first. */
  readonly causes: readonly CauseDto[];
}

/** Check all: how one authorization came out. */
export interface CheckedDto {
  readonly id: string;
  readonly email: string;
  readonly clientLabel: string;
  readonly outcome: 'alive' | 'changed' | 'ended' | 'unreachable' | 'skipped';
  /** `2 scopes are gone`; why it ended. */
  readonly detail: string | null;
}
export interface CheckAllDto {
  readonly startedAt: number;
  /** Null while it runs. */
  readonly endedAt: number | null;
  readonly cancelled: boolean;
  readonly total: number;
  readonly checked: readonly CheckedDto[];
}
export const checkAllSchema = z.strictObject({ callId: z.string().min(1).max(100) });
