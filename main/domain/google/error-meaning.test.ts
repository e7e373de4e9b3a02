import { describe, expect, it } from 'vitest';
import { fault } from '../shared/fault.ts';
import { explainExchange } from './error-meaning.ts';
import type { Exchange, ResponseExchange, TransportFailure } from './exchange.ts';
import type { CallContext, Explanation } from './explanation.ts';
import { calendarV3, directoryV1, findMethod, groupsSettingsV1, type GoogleMethod, type MethodTable } from './methods/method-table.ts';

const P = 'https://www.googleapis.com/auth/';
const NOW = Date.UTC(2026, 10, 23, 10);

function contextOf(table: MethodTable, id: string): CallContext {
  return { table, method: findMethod(table, id) as GoogleMethod, now: NOW };
}
const calendar = contextOf(calendarV3, 'calendar.calendarList.list');
const directory = contextOf(directoryV1, 'directory.groups.list');
const groups = contextOf(groupsSettingsV1, 'groupsSettings.groups.get');

const facts = { request: { method: 'GET', url: 'https://www.googleapis.com/', headers: [] }, durationMs: 1, attempts: 1 };
const plain = { contentType: 'application/json', challenge: null, retryAfter: null, bytes: 0, truncated: false, cutOff: false, tokenFault: null };

function response(status: number, body: unknown, more: Partial<ResponseExchange> = {}): Exchange {
  return { ...facts, ...plain, kind: 'response', status, body: typeof body === 'string' ? body : JSON.stringify(body), ...more };
}
const classic = (status: number, reason: string, location?: string): Exchange =>
  response(status, { error: { code: status, message: 'words that may change', errors: [{ reason, location }] } });
const failure = (of: TransportFailure): Exchange => ({ ...facts, kind: 'failed', failure: of });

function explained(exchange: Exchange, context = calendar): Explanation {
  const explanation = explainExchange(exchange, context);
  if (explanation === null) throw new Error('nothing explained');
  return explanation;
}

describe('every row of Google’s errors', () => {
  it.each<[number, string, string, CallContext, readonly string[]]>([
    [400, 'invalid', 'invalid-request', calendar, []],
    [400, 'required', 'invalid-request', calendar, []],
    [400, 'badRequest', 'invalid-request', calendar, []],
    [400, 'parseError', 'invalid-request', calendar, []],
    [400, 'timeRangeEmpty', 'time-range-empty', calendar, []],
    [400, 'syncTokenWithRequestRestrictions', 'sync-token-conflict', calendar, []],
    [401, 'authError', 'sign-in-needed', calendar, ['reauthorize']],
    [403, 'accessNotConfigured', 'api-not-enabled', calendar, ['enable-api', 'retry']],
    [403, 'SERVICE_DISABLED', 'api-not-enabled', groups, ['enable-api', 'retry']],
    [403, 'insufficientPermissions', 'scope-missing', calendar, ['grant-scope']],
    [403, 'ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'scope-missing', groups, ['grant-scope']],
    [403, 'forbidden', 'no-rights', calendar, []],
    [403, 'requiredAccessLevel', 'no-rights', calendar, []],
    [403, 'forbidden', 'not-group-admin', groups, ['reauthorize']],
    [403, 'forbidden', 'not-directory-admin', directory, ['reauthorize']],
    [403, 'SERVICE_DISABLED', 'api-not-enabled', directory, ['enable-api', 'retry']],
    [403, 'insufficientPermissions', 'scope-missing', directory, ['grant-scope']],
    [403, 'forbiddenForNonOrganizer', 'not-organizer', calendar, []],
    [403, 'forbiddenForServiceAccounts', 'service-account-guests', calendar, []],
    [403, 'notACalendarUser', 'not-calendar-user', calendar, []],
    [403, 'domainPolicy', 'blocked-by-admin', calendar, []],
    [403, 'admin_policy_enforced', 'blocked-by-admin', calendar, []],
    [403, 'rateLimitExceeded', 'rate-limited', calendar, ['retry']],
    [403, 'userRateLimitExceeded', 'rate-limited', calendar, ['retry']],
    [429, 'RATE_LIMIT_EXCEEDED', 'rate-limited', groups, ['retry']],
    [403, 'quotaExceeded', 'usage-limit', calendar, []],
    [403, 'dailyLimitExceeded', 'daily-limit', calendar, []],
    [404, 'notFound', 'not-found', calendar, []],
    [404, 'notFound', 'not-found', groups, ['retry']],
    [409, 'duplicate', 'already-exists', calendar, []],
    [409, 'conflict', 'conflict', calendar, ['retry']],
    [410, 'fullSyncRequired', 'sync-expired', calendar, []],
    [410, 'updatedMinTooLongAgo', 'sync-expired', calendar, []],
    [410, 'deleted', 'already-deleted', calendar, []],
    [412, 'conditionNotMet', 'changed-meanwhile', calendar, []],
    [500, 'backendError', 'google-unavailable', calendar, ['retry']],
    [503, 'serviceNotAvailable', 'google-unavailable', groups, ['retry']],
    [403, 'BILLING_DISABLED', 'billing-disabled', calendar, []],
    [403, 'CONSUMER_SUSPENDED', 'project-suspended', calendar, []],
    [403, 'USER_PROJECT_DENIED', 'project-suspended', calendar, []],
    [401, 'ACCOUNT_STATE_INVALID', 'account-unavailable', calendar, []],
  ])('%s %s → %s', (status, reason, code, context, remedies) => {
    const explanation = explained(classic(status, reason), context);
    expect(explanation.code).toBe(code);
    expect(explanation.remedies.map((remedy) => remedy.kind)).toEqual(remedies);
    expect(explanation.title).toMatch(/^[A-Z].*\.$/);
    expect(explanation.meaning).toMatch(/^[A-Z].*\.$/);
    expect(JSON.stringify(explanation)).not.toContain('words that may change');
  });

  it.each<[number, string | object, string, CallContext]>([
    [400, {}, 'invalid-request', calendar],
    [401, '', 'sign-in-needed', calendar],
    [403, {}, 'no-rights', calendar],
    [403, {}, 'not-group-admin', groups],
    [403, '<html>no</html>', 'refused', groups],
    [404, '<html>', 'not-found', calendar],
    [407, '', 'network-sign-in', calendar],
    [409, {}, 'conflict', calendar],
    [410, {}, 'gone', calendar],
    [412, {}, 'changed-meanwhile', calendar],
    [418, {}, 'refused', calendar],
    [429, 'slow down', 'rate-limited', calendar],
    [500, '<html>', 'google-unavailable', calendar],
    [501, {}, 'refused', calendar],
    [502, '', 'google-unavailable', calendar],
    [504, '', 'google-unavailable', calendar],
    [511, '<html>', 'network-sign-in', calendar],
    [403, { error: { status: 'PERMISSION_DENIED' } }, 'no-rights', calendar],
    [403, 'Invalid domain.', 'group-domain-foreign', groups],
    [403, 'Domain cannot use apis.', 'domain-apis-off', groups],
  ])('%s without a known reason (%j) → %s', (status, body, code, context) => {
    expect(explained(response(status, body), context).code).toBe(code);
  });

  it('names the field Google points at', () => {
    expect(explained(classic(400, 'invalid', 'orderBy')).meaning).toContain('“orderBy”');
  });
});

describe('a missing scope', () => {
  const missing = (scope: string): Exchange =>
    response(403, { error: { errors: [{ reason: 'insufficientPermissions' }] } }, { challenge: `Bearer error=insufficient_scope, scope="${scope}"` });

  it('offers the narrowest of those the challenge lists', () => {
    expect(explained(missing(`${P}calendar ${P}calendar.readonly`)).remedies).toEqual([{ kind: 'grant-scope', scopes: [`${P}calendar.readonly`] }]);
  });

  it('falls back to the method’s own', () => {
    expect(explained(classic(403, 'insufficientPermissions')).remedies).toEqual([{ kind: 'grant-scope', scopes: [`${P}calendar.calendarlist.readonly`] }]);
    expect(explained(classic(403, 'insufficientPermissions'), groups).remedies).toEqual([{ kind: 'grant-scope', scopes: [`${P}apps.groups.settings`] }]);
  });

  it('offers nothing that is no scope of Google, and prefers what the method knows', () => {
    expect(explained(missing('javascript:alert(1) https://evil.example/scope')).remedies).toEqual([
      { kind: 'grant-scope', scopes: [`${P}calendar.calendarlist.readonly`] },
    ]);
    expect(explained(missing(`${P}drive.file ${P}calendar`)).remedies).toEqual([{ kind: 'grant-scope', scopes: [`${P}calendar`] }]);
  });

  it('is known by the challenge alone', () => {
    expect(explained(response(403, '', { challenge: `Bearer error="insufficient_scope", scope="${P}calendar"` })).code).toBe('scope-missing');
  });

  it('does not ask to sign in again, nor call it a missing right', () => {
    const mixed = response(403, {
      error: { errors: [{ reason: 'forbidden' }], details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }] },
    });
    expect(explained(mixed).code).toBe('scope-missing');
  });
});

describe('an API of which only the document is known', () => {
  const method: GoogleMethod = { id: 'drive.files.list', httpMethod: 'GET', path: 'files', parameters: {}, scopes: [`${P}drive`, `${P}drive.readonly`] };
  const drive: CallContext = { table: { ...calendarV3, api: 'drive', title: 'Google Drive API', methods: [method] }, method, now: NOW };
  const users: CallContext = { table: { ...directoryV1, api: 'admin' }, method: { ...method, id: 'directory.users.list' }, now: NOW };

  it('is called by its own name, and nothing is said of calendars or groups', () => {
    for (const reason of ['accessNotConfigured', 'insufficientPermissions', 'forbidden', 'notFound', 'quotaExceeded', 'rateLimitExceeded', 'conflict']) {
      const { title, meaning } = explained(classic(reason === 'notFound' ? 404 : 403, reason), drive);
      expect(`${title} ${meaning}`, reason).not.toMatch(/calendar|group|guest|invitation/i);
    }
    expect(explained(classic(403, 'accessNotConfigured'), drive).title).toContain('the Google Drive API');
    expect(explained(classic(403, 'accessNotConfigured'), drive).remedies[0]).toEqual({ kind: 'enable-api', url: 'https://console.cloud.google.com/apis/library/drive.googleapis.com' });
    expect(explained(classic(403, 'insufficientPermissions'), drive).remedies).toEqual([{ kind: 'grant-scope', scopes: [`${P}drive.readonly`] }]);
  });

  it('speaks of groups only where groups were looked up', () => {
    expect(explained(classic(403, 'forbidden'), users)).toMatchObject({ code: 'no-rights', meaning: expect.stringMatching(/administrators/) as string });
    expect(explained(classic(403, 'forbidden'), users).meaning).not.toMatch(/group/i);
  });
});

describe('an API that is not enabled', () => {
  const disabled = (activationUrl: string): Exchange =>
    response(403, { error: { details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'SERVICE_DISABLED', metadata: { activationUrl } }] } });

  it('links to the page Google names', () => {
    const url = 'https://console.developers.google.com/apis/api/calendar-json.googleapis.com/overview?project=1';
    expect(explained(disabled(url)).remedies[0]).toEqual({ kind: 'enable-api', url });
  });

  it('links to the library when the page is not on Google’s console', () => {
    expect(explained(disabled('https://evil.example/')).remedies[0]).toEqual({
      kind: 'enable-api',
      url: 'https://console.cloud.google.com/apis/library/calendar-json.googleapis.com',
    });
    expect(explained(disabled('x'), groups).remedies[0]).toEqual({
      kind: 'enable-api',
      url: 'https://console.cloud.google.com/apis/library/groupssettings.googleapis.com',
    });
  });
});

describe('too many calls', () => {
  it('says when to try again', () => {
    const explanation = explained(response(429, {}, { retryAfter: '90' }));
    expect(explanation.remedies).toEqual([{ kind: 'retry', notBefore: NOW + 90_000 }]);
    expect(explanation.meaning).toContain('90 s');
  });
});

describe('no response', () => {
  it.each([
    ['offline', 'offline'],
    ['dns', 'dns-failed'],
    ['connection', 'connection-failed'],
    ['proxy', 'proxy-failed'],
    ['tls', 'tls-failed'],
    ['timeout', 'timeout'],
    ['cut-off', 'response-cut-off'],
    ['unknown', 'network-failed'],
  ] as const)('network: %s → %s', (cause, code) => {
    expect(explained(failure({ kind: 'network', cause }))).toMatchObject({ code, remedies: [{ kind: 'retry', notBefore: null }] });
  });

  it.each([
    ['sign-in-needed', ['reauthorize']],
    ['revoked', ['reauthorize']],
    ['refresh-failed', ['retry']],
    ['offline', ['retry']],
    ['client-missing', []],
    ['vault-locked', []],
  ])('token: %s', (code, remedies) => {
    const explanation = explained(failure({ kind: 'token', fault: fault(code, 'It is so.', 'Do this.') }));
    expect(explanation.code).toBe(code);
    expect(explanation.remedies.map((remedy) => remedy.kind)).toEqual(remedies);
  });

  it('redirect and foreign address', () => {
    expect(explained(failure({ kind: 'redirected' })).code).toBe('redirected');
    expect(explained(failure({ kind: 'foreign-origin' })).code).toBe('foreign-origin');
  });

  it('a 401 whose refresh failed is explained by the refresh', () => {
    expect(explained(response(401, {}, { tokenFault: fault('revoked', 'Revoked.') }))).toMatchObject({ code: 'revoked', remedies: [{ kind: 'reauthorize' }] });
  });
});

describe('nothing to explain', () => {
  it('in a success or a cancel', () => {
    expect(explainExchange(response(200, {}), calendar)).toBeNull();
    expect(explainExchange({ ...facts, kind: 'cancelled' }, calendar)).toBeNull();
  });

  it('but in a success that broke off', () => {
    expect(explained(response(200, '{"it', { cutOff: true })).code).toBe('response-cut-off');
  });
});

describe('rules between settings of a group', () => {
  const broken = (message: string): Explanation =>
    explained(response(400, { error: { code: 400, message, errors: [{ reason: 'invalid', message }] } }), groups);

  it.each([
    ['WHO_CAN_VIEW_MEMBERSHIP_CANNOT_BE_BROADER_THAN_WHO_CAN_SEE_GROUP', 'whoCanViewMembership may not let in more people than whoCanDiscoverGroup does.'],
    ['WHO_CAN_MODERATE_MEMBERS_CANNOT_BE_BROADER_THAN_WHO_CAN_VIEW_MEMBERSHIP', 'whoCanModerateMembers may not let in more people than whoCanViewMembership does.'],
    ['ARCHIVE_ONLY_REQUIRES_NONE_CAN_POST', 'A frozen group'],
    ['A_RULE_OF_THE_FUTURE', 'Google calls the rule A_RULE_OF_THE_FUTURE.'],
  ])('%s', (rule, words) => {
    const explanation = broken(`Failed request validation in update settings: ${rule}`);
    expect(explanation).toMatchObject({ code: 'group-rule', remedies: [] });
    expect(explanation.meaning).toContain(words);
    expect(explanation.meaning).toContain('Nothing was changed.');
  });

  it.each(['Failed request validation in update settings: <b>', 'Failed request validation in update settings:', 'WHO_CAN_JOIN'])('takes no rule from %j', (message) => {
    expect(broken(message).code).toBe('invalid-request');
  });
});
