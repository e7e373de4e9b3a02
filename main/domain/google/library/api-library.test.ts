import { describe, expect, it } from 'vitest';
import { GOOGLE, standInEndpoints } from '../../oauth/endpoints.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { MemoryCache } from '../../testing/memory-cache.ts';
import { json, ScriptedFetch } from '../../testing/scripted-fetch.ts';
import { RunningCalls } from '../running-calls.ts';
import { ApiLibrary, changesOf, type ApiFacts } from './api-library.ts';
import { DOCUMENTS_OWNER } from './kept-documents.ts';

const DAY = 86_400_000;
const CALENDAR = '/discovery/v1/apis/calendar/v3/rest';

function setUp({ cache = new MemoryCache(), endpoints = GOOGLE, clock = new ManualClock() } = {}) {
  const net = new ScriptedFetch();
  const errors: unknown[] = [];
  let changes = 0;
  const library = new ApiLibrary({
    fetch: net.fetch,
    clock,
    endpoints: () => endpoints,
    cache,
    running: new RunningCalls(),
    onChange: () => { changes += 1; },
    reportError: (error) => errors.push(error),
  });
  return { net, cache, clock, errors, library, changes: () => changes };
}

function document(name: string, version: string, over: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    name,
    version,
    title: `The ${name} API`,
    rootUrl: 'https://www.googleapis.com/',
    servicePath: `${name}/${version}/`,
    auth: { oauth2: { scopes: { [`https://www.googleapis.com/auth/${name}`]: {} } } },
    resources: { things: { methods: { list: { id: `${name}.things.list`, httpMethod: 'GET', path: 'things', scopes: [`https://www.googleapis.com/auth/${name}`] } } } },
    ...over,
  };
}

function known(library: ApiLibrary, id: string): ApiFacts {
  const api = library.find(id);
  if (api === null) throw new Error(`${id} is not known`);
  return api;
}

describe('the library of APIs', () => {
  it('knows the shipped ones without a network, also after a restart', async () => {
    const { library, errors } = setUp();
    await library.load();
    expect(library.apis().map(({ id, document: kept }) => [id, kept])).toEqual([
      ['calendar:v3', null],
      ['groupssettings:v1', null],
    ]);
    expect(errors).toEqual([]);
  });

  it('adds an API by its name and version, without any token, and keeps it', async () => {
    const { net, library, cache } = setUp();
    net.on('/discovery/v1/apis/drive/v3/rest', () => json(200, document('drive', 'v3')));
    const added = await library.fetch(' Drive ', 'v3', 'c');
    expect(added).toMatchObject({ ok: true, value: { id: 'drive:v3', title: 'The drive API', document: { from: 'www.googleapis.com/discovery/v1/apis/drive/v3/rest' } } });
    expect(added.ok && added.value.document?.hash).toMatch(/^[0-9a-f]{64}$/);
    const [request] = net.seen;
    expect(request?.headers.has('authorization')).toBe(false);
    expect(request?.init).toMatchObject({ redirect: 'manual', credentials: 'omit' });

    const again = setUp({ cache }).library;
    await again.load();
    expect(again.find('drive:v3')?.table.methods.map(({ id }) => id)).toEqual(['drive.things.list']);
    expect(await again.remove('drive:v3')).toEqual({ ok: true, value: null });
    expect(again.find('drive:v3')).toBeNull();
  });

  it('asks the API’s own host when the old address does not have it', async () => {
    const { net, library } = setUp();
    net.on(CALENDAR, () => json(403, {})).on('/$discovery/rest', () => json(200, document('calendar', 'v3')));
    expect((await library.fetch('calendar', 'v3', 'c')).ok).toBe(true);
    expect(net.seen.map(({ url }) => url)).toEqual([
      'https://www.googleapis.com/discovery/v1/apis/calendar/v3/rest',
      'https://calendar-json.googleapis.com/$discovery/rest?version=v3',
    ]);
  });

  it('stays with a stand-in on its own origin', async () => {
    const endpoints = standInEndpoints('http://127.0.0.1:5000') ?? GOOGLE;
    const { net, library } = setUp({ endpoints });
    net.on(CALENDAR, () => json(404, {}));
    expect(await library.fetch('calendar', 'v3', 'c')).toMatchObject({ ok: false, error: { code: 'document-unavailable' } });
    expect(net.seen.map(({ url }) => new URL(url).origin)).toEqual(['http://127.0.0.1:5000']);
    net.on(CALENDAR, () => json(200, document('calendar', 'v3')));
    expect(await library.fetch('calendar', 'v3', 'c')).toMatchObject({ ok: false, error: { code: 'document-foreign-root' } });
  });

  it('uses on what it knew when a fetch fails, and says why', async () => {
    const { net, library } = setUp();
    net.on(CALENDAR, () => json(200, document('calendar', 'v3', { rootUrl: 'https://attacker.example/' }))).on('/$discovery/rest', () => json(404, {}));
    expect(await library.fetch('calendar', 'v3', 'c')).toMatchObject({ ok: false, error: { code: 'document-foreign-root' } });
    expect(library.find('calendar:v3')).toMatchObject({ document: null, problem: { code: 'document-foreign-root' } });
    expect(library.find('calendar:v3')?.table.methods).toHaveLength(38);
  });

  it('believes in a shipped method for three days after a document left it out', async () => {
    const { net, library, clock } = setUp();
    net.on(CALENDAR, () => json(200, document('calendar', 'v3')));
    await library.fetch('calendar', 'v3', 'c');
    const has = (): boolean => library.find('calendar:v3')?.table.methods.some(({ id }) => id === 'calendar.events.list') ?? false;
    expect(has()).toBe(true);
    expect(changesOf(known(library, 'calendar:v3'))).toContainEqual(expect.objectContaining({ kind: 'method-removed', subject: 'calendar.events.list' }));
    clock.advance(2 * DAY);
    await library.fetch('calendar', 'v3', 'c');
    expect(has()).toBe(true);
    clock.advance(2 * DAY);
    expect(has()).toBe(false);
  });

  it.each([
    ['../token', 'v3'],
    ['drive', '../../token'],
    ['drive', 'v3?x=1'],
    ['drive.evil', 'v3'],
    ['', ''],
  ])('takes no address for a name: %s %s', async (name, version) => {
    const { net, library } = setUp();
    expect(await library.fetch(name, version, 'c')).toMatchObject({ ok: false, error: { code: 'api-name-malformed' } });
    expect(net.seen).toEqual([]);
  });

  it('says when there is no network, and waits no longer than its deadline', async () => {
    const running = setUp();
    expect(await running.library.fetch('drive', 'v3', 'c')).toMatchObject({ ok: false, error: { code: 'offline' } });
    running.net.on('/discovery/v1/apis/drive/v3/rest', () => new Promise(() => undefined));
    const fetching = running.library.fetch('drive', 'v3', 'c');
    running.clock.advance(31_000);
    await Promise.resolve();
    running.clock.advance(31_000);
    expect(await fetching).toMatchObject({ ok: false, error: { code: 'offline' } });
  });

  it('fetches under one id once at a time, which is no problem of the API', async () => {
    const { net, library } = setUp();
    net.on(CALENDAR, () => json(200, document('calendar', 'v3')));
    const [first, second] = await Promise.all([library.fetch('calendar', 'v3', 'c'), library.fetch('calendar', 'v3', 'c')]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ ok: false, error: { code: 'call-in-progress' } });
    expect(library.find('calendar:v3')?.problem).toBeNull();
  });

  it('asks no second address when the first is broken, only when it does not have the document', async () => {
    const { net, library } = setUp();
    net.on(CALENDAR, () => json(500, {})).on('/$discovery/rest', () => json(200, document('calendar', 'v3')));
    expect(await library.fetch('calendar', 'v3', 'c')).toMatchObject({ ok: false, error: { message: 'Google answered 500 instead of the document.' } });
    expect(net.seen).toHaveLength(1);
  });

  it('follows no redirect', async () => {
    const { net, library } = setUp();
    net.on(CALENDAR, () => new Response(null, { status: 302, headers: { location: 'https://attacker.example/' } }));
    expect(await library.fetch('calendar', 'v3', 'c')).toMatchObject({ ok: false, error: { code: 'document-unavailable' } });
    expect(net.seen).toHaveLength(1);
  });

  it('reads no more than 12 MB', async () => {
    const { net, library } = setUp();
    net.on(CALENDAR, () => new Response(new Uint8Array(12_000_001).fill(32)));
    expect(await library.fetch('calendar', 'v3', 'c')).toMatchObject({ ok: false, error: { code: 'document-too-large' } });
  });

  it('gives one hash for every order of keys, and keeps only what can be read', async () => {
    const one = setUp();
    one.net.on(CALENDAR, () => json(200, document('calendar', 'v3')));
    const other = setUp();
    other.net.on(CALENDAR, () => json(200, Object.fromEntries(Object.entries(document('calendar', 'v3')).reverse())));
    await one.library.fetch('calendar', 'v3', 'c');
    await other.library.fetch('calendar', 'v3', 'c');
    expect(one.library.find('calendar:v3')?.document?.hash).toBe(other.library.find('calendar:v3')?.document?.hash);

    await one.cache.put(DOCUMENTS_OWNER, 'document calendar v3', '<html>');
    const again = setUp({ cache: one.cache });
    await again.library.load();
    expect(again.library.find('calendar:v3')).toMatchObject({ document: null, shipped: { api: 'calendar' } });
    expect(again.errors).toEqual([]);
  });

  it('reads the directory once, without strange names', async () => {
    const { net, library } = setUp();
    net.on('/discovery/v1/apis', () => json(200, { items: [{ name: 'drive', version: 'v3', title: 'Drive', preferred: true }, { name: '../x', version: 'v1' }, 'no'] }));
    expect(await library.directory('c')).toEqual({ ok: true, value: [{ id: 'drive:v3', name: 'drive', version: 'v3', title: 'Drive', preferred: true }] });
    await library.directory('c');
    expect(net.seen).toHaveLength(1);
  });

  it('looks for an API of any name at the address of that name', async () => {
    const { net, library } = setUp();
    net.on('/discovery/v1/apis/constructor/v1/rest', () => json(404, {}));
    await library.fetch('constructor', 'v1', 'c');
    expect(net.seen.map(({ url }) => new URL(url).host)).toEqual(['www.googleapis.com', 'constructor.googleapis.com']);
  });
});
