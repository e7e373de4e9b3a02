import { describe, expect, it } from 'vitest';
import { ApiLibrary } from '../domain/google/library/api-library.ts';
import { calendarV3, type MethodTable } from '../domain/google/methods/method-table.ts';
import { RunningCalls } from '../domain/google/running-calls.ts';
import { standInEndpoints, type GoogleEndpoints } from '../domain/oauth/endpoints.ts';
import { CALENDAR, GrantWorld, SIGN_IN } from '../domain/testing/grant-world.ts';
import { MemoryCache } from '../domain/testing/memory-cache.ts';
import { desktopClient } from '../domain/testing/sample-client.ts';
import { json } from '../domain/testing/scripted-fetch.ts';
import type { Result } from '../../preload/contract/result.ts';
import { apiCalls } from './api-calls.ts';
import type { Services } from './services.ts';

const origin = 'http://127.0.0.1:5000';
const calendar = { apiId: 'calendar:v3' };
const EVENTS = 'https://www.googleapis.com/auth/calendar.events';

async function opened() {
  const world = await GrantWorld.open();
  await world.accept('sub1');
  const apis = new ApiLibrary({
    fetch: world.net.fetch,
    clock: world.clock,
    endpoints: () => standInEndpoints(origin) as GoogleEndpoints,
    cache: new MemoryCache(),
    running: new RunningCalls(),
    onChange: () => undefined,
    reportError: () => undefined,
  });
  const workspace = { apis, grants: world.grants, clients: { list: async () => [desktopClient] } };
  const calls = apiCalls({ workspace: async () => workspace } as unknown as Services);
  const authorizationId = world.grants.list()[0]?.id ?? '';
  const serve = (table: MethodTable): void => {
    world.net.on(`/discovery/v1/apis/${table.api}/${table.version}/rest`, () => json(200, documentOf(table)));
  };
  return { world, calls, authorizationId, serve };
}

/** Enough of a document for what is asked here. */
function documentOf({ api, version, servicePath, methods, schemas }: MethodTable): unknown {
  const named = methods.map((method, at) => [`m${at}`, { ...method, request: { $ref: method.request }, response: { $ref: method.response } }] as const);
  return { name: api, version, rootUrl: `${origin}/`, servicePath, resources: { all: { methods: Object.fromEntries(named) } }, schemas };
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function without(scope: string): MethodTable {
  return { ...calendarV3, methods: calendarV3.methods.map((method) => ({ ...method, scopes: method.scopes.filter((one) => one !== scope) })) };
}

describe('the calls about APIs', () => {
  it('list what is shipped before anything was fetched', async () => {
    const { calls } = await opened();
    const found = valueOf(await calls.apis(undefined));
    expect(found.map(({ id, source, shipped, changes, problem }) => ({ id, source, shipped, changes, problem }))).toEqual([
      { id: 'calendar:v3', source: 'shipped', shipped: true, changes: 0, problem: null },
      { id: 'groupssettings:v1', source: 'shipped', shipped: true, changes: 0, problem: null },
    ]);
    expect(found[0]).toMatchObject({ title: 'Google Calendar API', methods: 38, document: null });
  });

  it('say of each method what it does and whether the grant opens it', async () => {
    const { calls, authorizationId } = await opened();
    const rows = new Map(valueOf(await calls.apiMethods({ ...calendar, authorizationId })).map((row) => [row.id, row]));
    expect(rows.get('calendar.events.list')).toEqual({
      id: 'calendar.events.list',
      httpMethod: 'GET',
      path: '/calendar/v3/calendars/{calendarId}/events',
      resource: 'events',
      effect: 'read',
      ready: true,
      deprecated: false,
    });
    expect(rows.get('calendar.events.delete')).toMatchObject({ effect: 'delete', ready: false });
    expect(rows.get('calendar.acl.insert')).toMatchObject({ effect: 'share', ready: false });
    expect(valueOf(await calls.apiMethods({ ...calendar, authorizationId: null })).some(({ ready }) => ready)).toBe(false);
  });

  it('describe a method for a form: what carries credentials is not offered, the narrowest scope is', async () => {
    const { calls, authorizationId } = await opened();
    const list = valueOf(await calls.apiMethod({ ...calendar, authorizationId, methodId: 'calendar.events.list' }));
    expect(list).toMatchObject({ opensWith: null, body: null, schemas: {}, pageable: true, unsupported: null });
    expect(list.parameters[0]).toMatchObject({ name: 'calendarId', required: true, location: 'path', global: false });
    const names = list.parameters.map(({ name }) => name);
    for (const name of ['alt', 'key', 'oauth_token', 'prettyPrint', 'userIp', 'alwaysIncludeEmail']) expect(names).not.toContain(name);
    expect(list.parameters.filter(({ global }) => global).map(({ name }) => name)).toEqual(['fields', 'quotaUser']);

    const move = valueOf(await calls.apiMethod({ ...calendar, authorizationId, methodId: 'calendar.events.move' }));
    expect(move.parameters.slice(0, 3).map(({ name }) => name)).toEqual(['calendarId', 'eventId', 'destination']);
    const insert = valueOf(await calls.apiMethod({ ...calendar, authorizationId, methodId: 'calendar.events.insert' }));
    expect(insert).toMatchObject({ body: 'Event', pageable: false });
    expect(insert.opensWith).not.toBeNull();
    expect(Object.keys(insert.schemas)).toEqual(expect.arrayContaining(['Event', 'EventDateTime', 'EventAttendee']));
    expect(Object.keys(insert.schemas)).not.toContain('CalendarList');
  });

  it('survive schemas in a circle, and name no more than a page can hold', async () => {
    const { calls, serve, authorizationId } = await opened();
    const schemas = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`S${at}`, { type: 'object', properties: { next: { $ref: `S${(at + 1) % 1000}` }, me: { $ref: `S${at}` } } }]));
    serve({ ...calendarV3, schemas, methods: calendarV3.methods.map((method) => ({ ...method, ...(method.request === undefined ? {} : { request: 'S0' }) })) });
    await calls.fetchApi({ name: 'calendar', version: 'v3', callId: 'c' });
    const insert = valueOf(await calls.apiMethod({ ...calendar, authorizationId, methodId: 'calendar.events.insert' }));
    expect(Object.keys(insert.schemas)).toHaveLength(300);
  });

  it('name the grants that a changed document touches', async () => {
    const { world, calls, serve, authorizationId } = await opened();
    await world.accept('sub2', { scopes: [...SIGN_IN, EVENTS] });
    serve(without(CALENDAR));
    expect(valueOf(await calls.fetchApi({ name: 'calendar', version: 'v3', callId: 'c' }))).toMatchObject({ source: 'document', shipped: true, problem: null });
    const { changes, touched } = valueOf(await calls.apiChanges(calendar));
    expect(changes).toContainEqual({ kind: 'method-closed', subject: 'calendar.events.list', detail: CALENDAR });
    expect(touched.map((one) => one.authorizationId)).toEqual([authorizationId]);
    expect(touched[0]).toMatchObject({ email: 'sub1@example.com', gains: [], loses: expect.arrayContaining(['calendar.events.list', 'calendar.calendarList.list']) as string[] });

    expect(await calls.removeApi(calendar)).toEqual({ ok: true, value: null });
    expect(valueOf(await calls.apiChanges(calendar))).toEqual({ changes: [], touched: [] });
  });

  it('touch nobody with an API there is nothing to compare with', async () => {
    const { calls, serve } = await opened();
    serve({ ...calendarV3, api: 'diary', version: 'v1' });
    expect(valueOf(await calls.fetchApi({ name: 'diary', version: 'v1', callId: 'c' }))).toMatchObject({ id: 'diary:v1', shipped: false, changes: 0 });
    expect(valueOf(await calls.apiChanges({ apiId: 'diary:v1' }))).toEqual({ changes: [], touched: [] });
  });

  it('mark in the directory what is known already', async () => {
    const { world, calls } = await opened();
    world.net.on('/discovery/v1/apis', () => json(200, { items: [{ name: 'calendar', version: 'v3', title: 'Calendar' }, { name: 'drive', version: 'v3', title: 'Drive', preferred: true }] }));
    const listed = valueOf(await calls.apiDirectory({ callId: 'c' }));
    expect(listed.map(({ id, known, preferred }) => [id, known, preferred])).toEqual([
      ['calendar:v3', true, false],
      ['drive:v3', false, true],
    ]);
  });

  it('say what they do not know', async () => {
    const { calls } = await opened();
    expect(await calls.apiMethods({ apiId: 'drive:v3', authorizationId: null })).toMatchObject({ ok: false, error: { code: 'api-missing' } });
    expect(await calls.apiMethod({ ...calendar, methodId: 'calendar.none', authorizationId: null })).toMatchObject({ ok: false, error: { code: 'method-missing' } });
  });
});
