import type { GoogleMethod, MethodTable } from '../../domain/google/methods/method-table.ts';
import { json, type Reply } from '../http/reply.ts';

interface ErrorItem {
  readonly reason: string;
  readonly domain?: string;
  readonly location?: string;
  readonly locationType?: 'parameter' | 'header';
}

/** The classic shape: code, message, errors[]. What the APIs themselves answer with. */
export function classicError(code: number, message: string, item: ErrorItem): Reply {
  return json(code, { error: { code, message, errors: [errorItem(message, item)] } });
}

/** 404 as Google words it; it says nothing about whether the thing exists for others. */
export function notFound(): Reply {
  return classicError(404, 'Not Found', { reason: 'notFound' });
}

/** 400 for one parameter. */
export function invalidParameter(location: string, message: string, reason = 'invalid'): Reply {
  return classicError(400, message, { reason, location, locationType: 'parameter' });
}

interface MixedError extends ErrorItem {
  readonly code: number;
  readonly message: string;
  readonly itemMessage?: string;
  readonly status: string;
  readonly details?: readonly unknown[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Today's front-end shape: the classic one plus status and details[]. */
export function mixedError(error: MixedError): Reply {
  return json(
    error.code,
    {
      error: {
        code: error.code,
        message: error.message,
        errors: [errorItem(error.itemMessage ?? error.message, error)],
        status: error.status,
        ...(error.details === undefined ? {} : { details: error.details }),
      },
    },
    error.headers ?? {},
  );
}

/** 401 authError: no token, a wrong one, or one that ran out. */
export function badToken(): Reply {
  return mixedError({
    code: 401,
    message: 'Request had invalid authentication credentials.',
    itemMessage: 'Invalid Credentials',
    reason: 'authError',
    location: 'Authorization',
    locationType: 'header',
    status: 'UNAUTHENTICATED',
    headers: { 'www-authenticate': 'Bearer realm="https://accounts.google.com/", error="invalid_token"' },
  });
}

/** 403 for a token without any of the method's scopes; the header lists the acceptable ones (RFC 6750 §3.1). */
export function missingScope(table: MethodTable, method: GoogleMethod): Reply {
  const { service } = serviceOf(table);
  return mixedError({
    code: 403,
    message: 'Request had insufficient authentication scopes.',
    itemMessage: 'Insufficient Permission',
    reason: 'insufficientPermissions',
    status: 'PERMISSION_DENIED',
    details: [errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT', { service, method: rpcName(table, method) })],
    headers: {
      'www-authenticate': `Bearer realm="https://accounts.google.com/", error="insufficient_scope", scope="${method.scopes.join(' ')}"`,
    },
  });
}

/** 403 for an API that is switched off in the client's project, with the page that switches it on. */
export function apiDisabled(table: MethodTable, projectNumber: string): Reply {
  const { service, serviceTitle } = serviceOf(table);
  const activationUrl = `https://console.developers.google.com/apis/api/${service}/overview?project=${projectNumber}`;
  const message = `${serviceTitle} has not been used in project ${projectNumber} before or it is disabled. Enable it by visiting ${activationUrl} then retry.`;
  return mixedError({
    code: 403,
    message,
    reason: 'accessNotConfigured',
    domain: 'usageLimits',
    status: 'PERMISSION_DENIED',
    details: [
      errorInfo('SERVICE_DISABLED', {
        service,
        serviceTitle,
        consumer: `projects/${projectNumber}`,
        containerInfo: projectNumber,
        activationUrl,
      }),
      { '@type': 'type.googleapis.com/google.rpc.Help', links: [{ description: 'Google developers console API activation', url: activationUrl }] },
    ],
  });
}

/** Too many calls: 429, or 403 in the older manner; only the reason tells the 403 from a refusal. */
export function tooMany(code: 429 | 403, retryAfterSeconds: number | undefined): Reply {
  return mixedError({
    code,
    message: 'Rate Limit Exceeded',
    reason: 'rateLimitExceeded',
    domain: 'usageLimits',
    status: code === 429 ? 'RESOURCE_EXHAUSTED' : 'PERMISSION_DENIED',
    details: [errorInfo('RATE_LIMIT_EXCEEDED', {})],
    headers: retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
  });
}

/** 403 for too much of everything in one day, or too many strangers invited; hours may pass until Calendar takes writes again. */
export function quotaExceeded(): Reply {
  return classicError(403, 'Calendar usage limits exceeded.', { reason: 'quotaExceeded', domain: 'usageLimits' });
}

/** 412 for a write on top of another version than the one that is there. */
export function conditionNotMet(): Reply {
  return classicError(412, 'Precondition Failed', { reason: 'conditionNotMet', location: 'If-Match', locationType: 'header' });
}

/** 403 for an account without the right, whatever its token holds. */
export function notAuthorized(): Reply {
  return mixedError({
    code: 403,
    message: 'Not Authorized to access this resource/api',
    reason: 'forbidden',
    status: 'PERMISSION_DENIED',
  });
}

/** 500 or 503 from behind the front end. */
export function backendError(code: 500 | 503, retryAfterSeconds: number | undefined): Reply {
  return mixedError({
    code,
    message: code === 500 ? 'Backend Error' : 'The service is currently unavailable.',
    reason: 'backendError',
    status: code === 500 ? 'INTERNAL' : 'UNAVAILABLE',
    headers: retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
  });
}

function errorItem(message: string, item: ErrorItem): Readonly<Record<string, string>> {
  return {
    message,
    domain: item.domain ?? 'global',
    reason: item.reason,
    ...(item.location === undefined ? {} : { location: item.location }),
    ...(item.locationType === undefined ? {} : { locationType: item.locationType }),
  };
}

function errorInfo(reason: string, metadata: Readonly<Record<string, string>>): unknown {
  return { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com', metadata };
}

function serviceOf(table: MethodTable): { readonly service: string; readonly serviceTitle: string } {
  switch (table.api) {
    case 'calendar':
      return { service: 'calendar-json.googleapis.com', serviceTitle: 'Google Calendar API' };
    case 'admin':
      return { service: 'admin.googleapis.com', serviceTitle: 'Admin SDK API' };
    default:
      return { service: 'groupssettings.googleapis.com', serviceTitle: 'Groups Settings API' };
  }
}

/** `calendar.events.list` → `calendar.v3.Events.List`. */
function rpcName(table: MethodTable, method: GoogleMethod): string {
  const upper = (part: string): string => part.charAt(0).toUpperCase() + part.slice(1);
  return [table.api, table.version, ...method.id.split('.').slice(1).map(upper)].join('.');
}
