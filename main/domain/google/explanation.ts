import type { GoogleMethod, MethodTable } from './methods/method-table.ts';

/** What the user can press to mend a refused call. */
export type Remedy =
  | { readonly kind: 'grant-scope'; readonly scopes: readonly string[] }
  | { readonly kind: 'enable-api'; readonly url: string }
  | { readonly kind: 'retry'; readonly notBefore: number | null }
  | { readonly kind: 'reauthorize' };

/** What a failed call means, in words. */
export interface Explanation {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly title: string;
  readonly meaning: string;
  readonly remedies: readonly Remedy[];
}

/** What has to be known of a call to explain its failure. */
export interface CallContext {
  readonly table: MethodTable;
  readonly method: GoogleMethod;
  /** Milliseconds since the epoch: when the answer came. */
  readonly now: number;
}

export const RETRY: Remedy = { kind: 'retry', notBefore: null };

/** `the Google Calendar API`, `the Groups Settings API`, `the Admin SDK API`: as the Google Cloud console names them. */
export function apiTitle(table: MethodTable): string {
  switch (table.api) {
    case 'calendar':
      return 'the Google Calendar API';
    case 'admin':
      return 'the Admin SDK API';
    case 'groupssettings':
      return 'the Groups Settings API';
    default:
      return table.title === undefined ? `the API ${table.api} ${table.version}` : `the ${table.title}`;
  }
}
