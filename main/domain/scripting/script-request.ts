import type { Problem } from '../shared/fault.ts';

/** What the command can ask for. Scopes as typed: short names or full; null: all that is allowed. */
export type ScriptRequest =
  | { readonly verb: 'list' }
  | { readonly verb: 'token' | 'header'; readonly account: string; readonly client: string | null; readonly scopes: readonly string[] | null }
  | {
      readonly verb: 'call';
      /** Null: the only account there is. */
      readonly account: string | null;
      readonly client: string | null;
      /** `calendar` or `calendar:v3` */
      readonly api: string;
      /** `events.list` or `calendar.events.list` */
      readonly method: string;
      readonly parameters: Readonly<Record<string, readonly string[]>>;
      /** JSON text. */
      readonly body: string | null;
      readonly allPages: boolean;
    };

export interface ScriptAccount {
  readonly account: string;
  readonly client: string;
  readonly clientId: string;
  readonly state: string;
  /** Short names. */
  readonly scopes: readonly string[];
}

/** An access token is the only secret in any of these. */
export type ScriptAnswer =
  | { readonly verb: 'list'; readonly accounts: readonly ScriptAccount[] }
  | {
      readonly verb: 'token';
      readonly account: string;
      readonly clientId: string;
      /** Full. */
      readonly scopes: readonly string[];
      readonly token: string;
      /** Milliseconds since the epoch. */
      readonly expiresAt: number;
      /** Scopes that were asked for and not allowed; short names. */
      readonly left: readonly string[];
    }
  | {
      readonly verb: 'call';
      readonly account: string;
      /** Null when no answer came. */
      readonly status: number | null;
      readonly body: string;
      readonly truncated: boolean;
      readonly morePages: boolean;
      /** What Google's refusal means; null on success. */
      readonly problem: Problem | null;
    };
