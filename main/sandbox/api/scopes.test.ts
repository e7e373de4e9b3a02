import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarV3, groupsSettingsV1, type GoogleMethod, type MethodTable } from '../../domain/google/methods/method-table.ts';
import { call, reasonOf, type ApiAnswer } from '../testing/api.ts';
import { authorize } from '../testing/consent.ts';
import { startTestSandbox, type TestSandbox } from '../testing/start.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

const all = [calendarV3, groupsSettingsV1].flatMap((table) => table.methods.map((method): [string, MethodTable, GoogleMethod] => [method.id, table, method]));
const tokens = new Map<string, Promise<string>>();

/** One token per scope, got once. */
function tokenWith(scope: string): Promise<string> {
  let token = tokens.get(scope);
  if (token === undefined) {
    token = authorize(sandbox.origin, { scopes: [scope] }).then(({ access }) => access);
    tokens.set(scope, token);
  }
  return token;
}

function send(table: MethodTable, method: GoogleMethod, token: string): Promise<ApiAnswer> {
  const path = method.path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'groupUniqueId' ? 'choir%40harbor.example' : name === 'calendarId' ? 'primary' : 'unknown'));
  const hasBody = method.httpMethod !== 'GET' && method.httpMethod !== 'DELETE';
  return call(sandbox.origin, token, `/${table.servicePath}${path}?alt=json`, { method: method.httpMethod, ...(hasBody ? { body: {} } : {}) });
}

describe('every method of both tables', () => {
  it.each(all)('%s wants one of its scopes', async (_id, table, method) => {
    for (const scope of table.scopes.filter((candidate) => !method.scopes.includes(candidate))) {
      const answer = await send(table, method, await tokenWith(scope));
      expect([answer.status, reasonOf(answer)], scope).toEqual([403, 'insufficientPermissions']);
    }
    for (const scope of method.scopes) {
      const answer = await send(table, method, await tokenWith(scope));
      expect(reasonOf(answer), scope).not.toBe('insufficientPermissions');
      expect(answer.status, scope).not.toBe(401);
    }
  });

  it.each(all)('%s wants a token', async (_id, table, method) => {
    const answer = await send(table, method, 'ya29.unknown');
    expect([answer.status, reasonOf(answer)]).toEqual([401, 'authError']);
    expect(answer.body['error']).toMatchObject({ status: 'UNAUTHENTICATED' });
  });
});

it('a missing scope is told in all three places', async () => {
  const list = calendarV3.methods.find((method) => method.id === 'calendar.events.list');
  const answer = await call(sandbox.origin, await tokenWith('calendar.settings.readonly'), '/calendar/v3/calendars/primary/events');
  expect(answer.headers.get('www-authenticate')).toBe(
    `Bearer realm="https://accounts.google.com/", error="insufficient_scope", scope="${list?.scopes.join(' ') ?? ''}"`,
  );
  expect(answer.body['error']).toMatchObject({
    code: 403,
    status: 'PERMISSION_DENIED',
    errors: [{ domain: 'global', reason: 'insufficientPermissions' }],
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
        domain: 'googleapis.com',
        metadata: { method: 'calendar.v3.Events.List', service: 'calendar-json.googleapis.com' },
      },
    ],
  });
});

it('narrow scopes see less: busy times, owned calendars, public ones', async () => {
  const list = async (scope: string, calendar: string): Promise<ApiAnswer> =>
    call(sandbox.origin, await tokenWith(scope), `/calendar/v3/calendars/${encodeURIComponent(calendar)}/events?maxResults=1`);
  const first = (answer: ApiAnswer): unknown => (answer.body['items'] as unknown[])[0];
  expect(first(await list('calendar.events.freebusy', 'c_rota.harbor@group.calendar.example'))).not.toHaveProperty('summary');
  expect(first(await list('calendar.events.owned.readonly', 'c_rota.harbor@group.calendar.example'))).toHaveProperty('summary');
  expect((await list('calendar.events.owned.readonly', 'c_launch.harbor@group.calendar.example')).status).toBe(404);
  expect((await list('calendar.events.public.readonly', 'en.coast#holiday@group.v.calendar.example')).status).toBe(200);
  expect((await list('calendar.events.public.readonly', 'primary')).status).toBe(404);
});

describe('discovery', () => {
  it.each([calendarV3, groupsSettingsV1])('$api is made from the method table', async (table) => {
    const answer = await fetch(`${sandbox.origin}/discovery/v1/apis/${table.api}/${table.version}/rest`);
    const document = (await answer.json()) as Record<string, unknown>;
    expect(document).toMatchObject({ kind: 'discovery#restDescription', id: `${table.api}:${table.version}`, rootUrl: `${sandbox.origin}/`, servicePath: table.servicePath });
    const ids = [...JSON.stringify(document['resources']).matchAll(/"id":"([^"]+)"/g)].map((match) => match[1]);
    expect(ids.sort()).toEqual(table.methods.map((method) => method.id).sort());
    expect(Object.keys(document['schemas'] as object).sort()).toEqual(Object.keys(table.schemas).sort());
  });
});
