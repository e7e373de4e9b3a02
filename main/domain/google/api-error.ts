import { isObject, parseJsonObject, textOf, type JsonObject } from '../shared/guards.ts';
import { redact } from '../shared/redact.ts';
import { readBearerChallenge } from './challenge.ts';
import { durationMs, retryAfterMs } from './retry-after.ts';

/** A refusal, whichever of Google's shapes it came in. */
export interface ApiError {
  /** HTTP status. */
  readonly status: number;
  /** Every code that names the cause, most telling first: ErrorInfo.reason, errors[].reason, then error.status. */
  readonly reasons: readonly string[];
  /** Google's own words, redacted and shortened; null when there are none. For showing beside ours, never for deciding. */
  readonly message: string | null;
  /** The parameter or field it is about. */
  readonly location: string | null;
  /** Scopes the challenge lists: any one is enough. */
  readonly scopes: readonly string[];
  /** Where the API can be enabled; only ever on Google's console. */
  readonly activationUrl: string | null;
  /** By Retry-After or RetryInfo, whichever is longer. */
  readonly retryAfterMs: number | null;
  /** Body that is not JSON: `html`, `xml` or `text`; null for JSON. */
  readonly foreignBody: 'html' | 'xml' | 'text' | null;
}

export interface ErrorResponse {
  readonly status: number;
  readonly contentType: string | null;
  readonly challenge: string | null;
  readonly retryAfter: string | null;
  readonly body: string;
}

/**
 * Reads an error response of any shape: classic (errors[]), mixed, modern (status and details[]), OAuth (a string), or no JSON at all.
 * https://cloud.google.com/apis/design/errors
 * @param now milliseconds since the epoch, for a Retry-After that is a date
 */
export function parseApiError(response: ErrorResponse, now: number): ApiError {
  const json = parseJsonObject(response.body);
  const error = json?.['error'];
  const body = isObject(error) ? error : {};
  const details = objectsIn(body['details']);
  const items = objectsIn(body['errors']);
  const challenge = readBearerChallenge(response.challenge);
  const message = textOf(body['message']) ?? textOf(json?.['error_description']);
  const reasons = [
    groupRule(message),
    ...details.filter((detail) => isDetail(detail, 'ErrorInfo')).map((detail) => textOf(detail['reason'])),
    ...items.map((item) => textOf(item['reason'])),
    textOf(body['status']),
    // The OAuth endpoints' shape: { "error": "invalid_grant" }. https://www.rfc-editor.org/rfc/rfc6749#section-5.2
    textOf(error),
    challenge.error,
    json === null ? plainTextReason(response.body) : null,
  ].filter((reason) => reason !== null);
  const waits = [
    retryAfterMs(response.retryAfter, now),
    ...details.filter((detail) => isDetail(detail, 'RetryInfo')).map((detail) => durationMs(detail['retryDelay'])),
  ].filter((wait) => wait !== null);
  return {
    status: response.status,
    reasons: [...new Set(reasons)],
    message: message === null ? null : shorten(redact(message)),
    location: locationOf(items, details),
    scopes: challenge.scopes,
    activationUrl: activationUrlOf(details, items),
    retryAfterMs: waits.reduce<number | null>((longest, wait) => Math.max(longest ?? 0, wait), null),
    foreignBody: json === null ? foreignKind(response) : null,
  };
}

/** Prefix of the reason that stands for a rule between settings of a group. */
export const GROUP_RULE = 'groupRule:';

/** Groups Settings names the rule that a change breaks in the message alone; the name is a code all the same. */
function groupRule(message: string | null): string | null {
  const rule = /^Failed request validation in update settings: ([A-Z][A-Z0-9_]{2,120})\b/.exec(message ?? '')?.[1];
  return rule === undefined ? null : GROUP_RULE + rule;
}

/** The two refusals Groups Settings gives as bare text; beside the rules above the only wording anything here is decided by. */
function plainTextReason(body: string): string | null {
  const text = body.trim();
  if (text === 'Invalid domain.') return 'invalidDomain';
  if (text === 'Domain cannot use apis.') return 'domainCannotUseApis';
  return null;
}

function foreignKind({ contentType, body }: ErrorResponse): 'html' | 'xml' | 'text' {
  const start = body.trimStart().slice(0, 200).toLowerCase();
  if (/\bhtml\b/.test(contentType ?? '') || /^<(!doctype html|html)/.test(start)) return 'html';
  return /\bxml\b/.test(contentType ?? '') || start.startsWith('<') ? 'xml' : 'text';
}

function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** details[] entries are told apart by the end of their @type: type.googleapis.com/google.rpc.ErrorInfo. */
function isDetail(detail: JsonObject, name: string): boolean {
  const type = detail['@type'];
  return typeof type === 'string' && type.endsWith(`google.rpc.${name}`);
}

function locationOf(items: readonly JsonObject[], details: readonly JsonObject[]): string | null {
  const violations = details.filter((detail) => isDetail(detail, 'BadRequest')).flatMap((detail) => objectsIn(detail['fieldViolations']));
  const named = [...items.map((item) => textOf(item['location'])), ...violations.map((violation) => textOf(violation['field']))];
  const location = named.find((one) => one !== null) ?? null;
  return location !== null && /^[\w.[\]-]{1,80}$/.test(location) ? location : null;
}

function activationUrlOf(details: readonly JsonObject[], items: readonly JsonObject[]): string | null {
  const candidates = [
    ...details.map((detail) => (isObject(detail['metadata']) ? detail['metadata']['activationUrl'] : undefined)),
    ...items.map((item) => item['extendedHelp']),
    ...details.filter((detail) => isDetail(detail, 'Help')).flatMap((detail) => objectsIn(detail['links']).map((link) => link['url'])),
  ];
  return candidates.find((one): one is string => typeof one === 'string' && isConsoleUrl(one)) ?? null;
}

/** Whether an address from an error may be opened: https, on Google's console, nothing smuggled in. */
export function isConsoleUrl(text: string): boolean {
  if (text.length > 2048 || !URL.canParse(text)) return false;
  const url = new URL(text);
  const plain = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === 'https:' && plain && ['console.developers.google.com', 'console.cloud.google.com'].includes(url.hostname);
}

function shorten(text: string): string {
  return text.length > 500 ? `${text.slice(0, 499)}…` : text;
}
