/**
 * What can be made to go wrong in the sandbox, and what can be asked of it. JSON-serialisable and free of Node, so that the app's side
 * and journeys can import the types. The routes are described in control/control.ts.
 */

/** `times`: how many requests it hits before it switches itself off; absent means until it is switched off. */
interface Limited {
  readonly times?: number;
  /** Whole seconds, sent as Retry-After (429 and 5xx kinds). */
  readonly retryAfterSeconds?: number;
  /** Milliseconds that `slow` waits before the normal answer; 10,000 when absent. */
  readonly slowMs?: number;
}

export type ApiFaultKind =
  | '401'
  | '403scope'
  | 'accessNotConfigured'
  | '429'
  | 'rateLimit403'
  | '500'
  | '503'
  | 'html'
  | 'slow'
  | 'cut'
  | 'notAdmin'
  /** Calendar's own limit against abuse: 403 quotaExceeded. Waiting a moment does not help. */
  | 'quotaExceeded'
  /** A write with If-Match is answered conditionNotMet although nothing changed; other calls pass and are not counted. */
  | '412';

export type TokenFaultKind = 'invalid_grant' | 'invalid_rapt' | 'invalid_client' | '503' | 'html' | 'cut' | 'slow';

export interface ApiFault extends Limited {
  readonly kind: ApiFaultKind;
}

export interface TokenFault extends Limited {
  readonly kind: TokenFaultKind;
}

/** The codes of Google's error pages (page, not redirect). */
export type ErrorPageCode =
  | 'redirect_uri_mismatch'
  | 'invalid_request'
  | 'invalid_scope'
  | 'unsupported_response_type'
  | 'origin_mismatch'
  | 'admin_policy_enforced'
  | 'access_not_configured'
  | 'policy_enforced'
  | 'invalid_client'
  | 'deleted_client'
  | 'disabled_client'
  | 'access_denied'
  | 'org_internal'
  | 'restricted_client'
  | 'disallowed_useragent';

export interface SandboxFaults {
  /** Scopes (full URL or short name) that consent never offers and never grants. */
  readonly refuseScopes: readonly string[];
  /** Only for user agents with `Electron/`. 'rejected': /v3/signin/rejected after the account; 'disallowed_useragent': error page at once. */
  readonly blockAppWindows: false | 'rejected' | 'disallowed_useragent';
  /** After the account, back with error=access_denied and no consent page. */
  readonly deny: boolean;
  /** Consent goes on with another account than the one chosen or hinted. */
  readonly wrongAccount: boolean;
  /** Codes that depend on the account (and access_denied, org_internal) appear after the account was chosen, the others at once. */
  readonly errorPage: ErrorPageCode | null;
  /** Life of access tokens in seconds; null is Google's 3599. */
  readonly accessTokenSeconds: number | null;
  readonly noRefreshToken: boolean;
  /** A refresh answers with a new refresh token and kills the old one. */
  readonly rotateRefreshToken: boolean;
  readonly api: ApiFault | null;
  readonly token: TokenFault | null;
  readonly revoke: TokenFault | null;
  /** The redirect carries another state. */
  readonly wrongState: boolean;
  /** The redirect carries another iss. */
  readonly wrongIss: boolean;
  /** The sandbox asks a loopback redirect's origin for /favicon.ico before it redirects, as a hasty browser does. */
  readonly faviconFirst: boolean;
  /** The first page of a list, and every second one after it, is empty but has a nextPageToken. */
  readonly emptyPages: boolean;
  /** Sync tokens are answered 410 fullSyncRequired: every one, or so many. */
  readonly syncTokenGone: boolean | { readonly times: number };
  /** Lists and reads hold what no client should trip over: missing fields, wrong types, unknown words, huge and hostile texts. */
  readonly oddData: boolean;
  /** Groups Settings answers in Atom although alt=json was sent. */
  readonly groupsAtom: boolean;
  /**
   * Discovery documents. 'changed': a method more, another maximum, a scope that opens one method less. 'hostile': circles, ten thousand
   * methods, markup, foreign paths, names of prototypes. 'refused': 403. 'slow': eight seconds later.
   */
  readonly discovery: 'usual' | 'changed' | 'hostile' | 'refused' | 'slow';
}

export const noFaults: SandboxFaults = {
  refuseScopes: [],
  blockAppWindows: false,
  deny: false,
  wrongAccount: false,
  errorPage: null,
  accessTokenSeconds: null,
  noRefreshToken: false,
  rotateRefreshToken: false,
  api: null,
  token: null,
  revoke: null,
  wrongState: false,
  wrongIss: false,
  faviconFirst: false,
  emptyPages: false,
  syncTokenGone: false,
  oddData: false,
  groupsAtom: false,
  discovery: 'usual',
};

/** Flags of a client as its Google Cloud project would have them. */
export interface ClientFlags {
  /** Verified by Google: no warning page for sensitive scopes. */
  readonly verified?: boolean;
  /** Publishing status Testing: refresh tokens live 7 days; only testUsers (when given) may consent. */
  readonly testing?: boolean;
  readonly testUsers?: readonly string[];
  /** Internal to this Workspace domain: outside accounts get org_internal. */
  readonly internalDomain?: string | null;
  readonly deleted?: boolean;
  readonly disabled?: boolean;
}

export interface ClientRegistration extends ClientFlags {
  readonly kind: 'installed' | 'web';
  /** Digits; clients of one project share it. Made up when absent. */
  readonly projectNumber?: string;
  readonly projectId?: string;
  /** Web only. */
  readonly redirectUris?: readonly string[];
}

/** Fields of an Event resource, taken as they are: no rule of the API is checked. */
export type RawFields = Readonly<Record<string, unknown>>;

/** A calendar by id. `primary` needs the account whose own it is; so does an id to be seen as that account sees it. */
interface CalendarRef {
  readonly calendarId: string;
  /** Mail address. */
  readonly account?: string;
}

export type SandboxAction =
  | { readonly type: 'expire-access-tokens'; readonly account?: string }
  | { readonly type: 'revoke-from-afar'; readonly account?: string; readonly projectNumber?: string }
  | { readonly type: 'reset' }
  | { readonly type: 'register-client'; readonly client: ClientRegistration }
  | { readonly type: 'update-client'; readonly clientId: string; readonly flags: ClientFlags }
  | ({ readonly type: 'change-event'; readonly eventId: string; readonly fields: RawFields } & CalendarRef)
  | ({ readonly type: 'remove-event'; readonly eventId: string } & CalendarRef)
  | ({ readonly type: 'add-event'; readonly fields: RawFields } & CalendarRef)
  | ({ readonly type: 'fill-calendar'; readonly events: number; readonly days: number } & CalendarRef)
  | { readonly type: 'issued' }
  | { readonly type: 'requests' };

/** One line of the log behind `requests`; `parameters` holds non-secret ones only. */
export interface LoggedRequest {
  /** Milliseconds since 1970, the sandbox's clock. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** It came with an Authorization header. */
  readonly authorized: boolean;
  readonly parameters: Readonly<Record<string, string>>;
}
