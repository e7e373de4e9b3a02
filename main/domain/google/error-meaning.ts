import { normalizeScope } from '../scopes/normalize.ts';
import { narrowestScope } from '../scopes/narrowest.ts';
import { describeScope } from '../scopes/describe-scope.ts';
import { validateScopeUrl } from '../scopes/validate-scope-url.ts';
import { GROUP_RULE, parseApiError, type ApiError } from './api-error.ts';
import type { Exchange, ResponseExchange } from './exchange.ts';
import { apiTitle, RETRY, type CallContext, type Explanation, type Remedy } from './explanation.ts';
import { explainGroupRule } from './group-rules.ts';
import { explainFailure, explainNetwork, explainTokenFault } from './failure-meaning.ts';
import { meaningOfStatus, meanings, type Meaning } from './meanings.ts';
import { isTransient } from './retry-policy.ts';

/** Explains how a call ended; null when there is nothing to explain: a success, or the user's own cancel. */
export function explainExchange(exchange: Exchange, context: CallContext): Explanation | null {
  switch (exchange.kind) {
    case 'cancelled':
      return null;
    case 'failed':
      return explainFailure(exchange.failure);
    case 'response':
      if (exchange.status >= 400) return explainRefusal(exchange, context);
      return exchange.cutOff ? explainNetwork('cut-off') : null;
  }
}

function explainRefusal(exchange: ResponseExchange, context: CallContext): Explanation {
  // A refused sign-in that could not be renewed: why it could not is the real cause.
  if (exchange.tokenFault !== null) return explainTokenFault(exchange.tokenFault);
  return explainError(parseApiError(exchange, context.now), context);
}

/** Explains a refusal by its codes, most telling first; Google's wording decides nothing. */
export function explainError(error: ApiError, context: CallContext): Explanation {
  for (const reason of error.reasons) {
    const special = explainReason(reason, error, context);
    if (special !== null) return special;
    const meaning = meanings.get(reason);
    if (meaning !== undefined) return explanationOf(meaning, error);
  }
  if (error.status === 429) return rateLimited(error, context);
  // A web page with 403 can come from a proxy just as well: then nothing is known of rights.
  if (error.status === 403 && error.foreignBody === null) return noRights(context);
  return explanationOf(meaningOfStatus(error.status), error);
}

/** The rows whose words or remedies depend on the call. */
function explainReason(reason: string, error: ApiError, context: CallContext): Explanation | null {
  if (reason.startsWith(GROUP_RULE)) return explainGroupRule(reason.slice(GROUP_RULE.length));
  switch (reason) {
    case 'insufficientPermissions':
    case 'ACCESS_TOKEN_SCOPE_INSUFFICIENT':
    case 'insufficient_scope':
      return scopeMissing(error, context);
    case 'accessNotConfigured':
    case 'SERVICE_DISABLED':
      return apiNotEnabled(error, context);
    case 'rateLimitExceeded':
    case 'userRateLimitExceeded':
    case 'RATE_LIMIT_EXCEEDED':
    case 'RATE_LIMIT_EXCEEDED_GLOBAL':
      return rateLimited(error, context);
    case 'forbidden':
    case 'requiredAccessLevel':
      return noRights(context);
    case 'notFound':
      return context.table.api === 'groupssettings' ? groupNotFound() : null;
    default:
      return null;
  }
}

/** The scopes that would do: those the challenge lists, else the method's own. */
function acceptedScopes(error: ApiError, { method }: CallContext): readonly string[] {
  const listed = error.scopes.filter((scope) => validateScopeUrl(scope).ok);
  // A server may list more than is known here; what both agree on is best.
  const agreed = listed.filter((scope) => method.scopes.includes(normalizeScope(scope)));
  return agreed.length > 0 ? agreed : listed.length > 0 ? listed : method.scopes;
}

/** The same answer before anything is sent: the granted scopes are known not to be enough for the method. */
export function explainMissingScope(context: CallContext): Explanation {
  return explainError(unsent(403, 'insufficientPermissions'), context);
}

/** The same answer before anything is sent: there cannot be a thing of that id. */
export function explainNotFound(context: CallContext): Explanation {
  return explainError(unsent(404, 'notFound'), context);
}

function unsent(status: number, reason: string): ApiError {
  return { status, reasons: [reason], message: null, location: null, scopes: [], activationUrl: null, retryAfterMs: null, foreignBody: null };
}

function scopeMissing(error: ApiError, context: CallContext): Explanation {
  const scope = narrowestScope(acceptedScopes(error, context), context.table);
  const offer = scope === null ? '' : ` The narrowest one that does is ${describeScope(scope).shortName}.`;
  return {
    code: 'scope-missing',
    title: 'A scope is missing.',
    meaning: `The account did not grant what this call to ${apiTitle(context.table)} needs.${offer} What is granted already stays.`,
    remedies: scope === null ? [] : [{ kind: 'grant-scope', scopes: [scope] }],
  };
}

function apiNotEnabled(error: ApiError, { table }: CallContext): Explanation {
  const service = table.api === 'calendar' ? 'calendar-json.googleapis.com' : `${table.api}.googleapis.com`;
  const url = error.activationUrl ?? `https://console.cloud.google.com/apis/library/${service}`;
  const further = table.api === 'groupssettings' ? ' The Admin SDK API has to be enabled there too.' : '';
  return {
    code: 'api-not-enabled',
    title: `The Cloud project of this client has not enabled ${apiTitle(table)}.`,
    meaning: `Its owner can enable it in the Google Cloud console; it takes some minutes until Google knows.${further}`,
    remedies: [{ kind: 'enable-api', url }, RETRY],
  };
}

function rateLimited(error: ApiError, { now }: CallContext): Explanation {
  const notBefore = error.retryAfterMs === null ? null : now + error.retryAfterMs;
  const wait = error.retryAfterMs === null ? 'Wait a minute' : `Google asks to wait ${Math.max(1, Math.ceil(error.retryAfterMs / 1000))} s`;
  return {
    code: 'rate-limited',
    title: 'Too many calls in a short time.',
    meaning: `${wait}, then try again. The limit is shared by everybody who uses the Cloud project of this client.`,
    remedies: [{ kind: 'retry', notBefore }],
  };
}

/** A right of the account is missing, not a scope: no consent would help. */
function noRights({ table, method }: CallContext): Explanation {
  if (table.api === 'groupssettings') {
    return {
      code: 'not-group-admin',
      title: 'This account may not administer the group.',
      meaning:
        'Groups Settings answers to Workspace administrators: a super administrator, or one with the Groups privilege, of the organisation the group belongs to. Owning the group is not enough.',
      remedies: [{ kind: 'reauthorize' }],
    };
  }
  if (method.id === 'directory.groups.list') {
    return {
      code: 'not-directory-admin',
      title: 'This account may not look up groups.',
      meaning: 'The Directory answers to administrators of the organisation. Type the address of the group instead.',
      remedies: [{ kind: 'reauthorize' }],
    };
  }
  return { code: 'no-rights', title: 'This account lacks the right to do that.', meaning: whoMayChangeThat(table), remedies: [] };
}

function whoMayChangeThat({ api }: CallContext['table']): string {
  switch (api) {
    case 'calendar':
      return 'The calendar is not shared with it, or not with enough rights. The owner of the calendar can change that.';
    case 'admin':
      return 'The Admin SDK answers to administrators of the organisation, each within the rights of their role. A super administrator can change the role.';
    default:
      return 'The scope is there, the right is not: what was asked for belongs to somebody else. Its owner, or an administrator, can change that.';
  }
}

function groupNotFound(): Explanation {
  return {
    code: 'not-found',
    title: 'Google does not find this group.',
    meaning: 'The address is wrong, this account may not see the group, or the group was made a moment ago and takes some minutes to appear.',
    remedies: [RETRY],
  };
}

function explanationOf(meaning: Meaning, error: ApiError): Explanation {
  const place = error.location === null || meaning.code !== 'invalid-request' ? '' : ` Google points at “${error.location}”.`;
  return { code: meaning.code, title: meaning.title, meaning: meaning.meaning + place, remedies: remediesOf(meaning, error) };
}

function remediesOf(meaning: Meaning, error: ApiError): readonly Remedy[] {
  if (meaning.remedy === 'reauthorize') return [{ kind: 'reauthorize' }];
  return meaning.remedy === 'retry' || isTransient(error) ? [RETRY] : [];
}
