import { describe, expect, it } from 'vitest';
import { fail, fault, FaultError, ok } from '../shared/fault.ts';
import { json } from '../testing/scripted-fetch.ts';
import type { ApiRequest, Exchange } from './exchange.ts';
import { FakeTokens, never, QueuedFetch, refusal, runOn, settle, transportOver } from './testing/fakes.ts';

const get: ApiRequest = {
  authorizationId: 'authorization-1',
  methodId: 'calendar.calendarList.list',
  method: 'GET',
  url: 'https://www.googleapis.com/calendar/v3/users/me/calendarList?alt=json',
};
const post: ApiRequest = { ...get, methodId: 'calendar.events.insert', method: 'POST', url: 'https://www.googleapis.com/calendar/v3/calendars/a/events', body: '{}' };
const good = json(200, { items: [] });

async function run(setup: ReturnType<typeof transportOver>, request = get): Promise<Exchange> {
  return runOn(setup.clock, setup.transport.send(request));
}

describe('a call that works', () => {
  it('sends the token, and shows everything but the token', async () => {
    const setup = transportOver(new QueuedFetch(good));
    const exchange = await run(setup);
    expect(exchange).toMatchObject({ kind: 'response', status: 200, body: '{"items":[]}', bytes: 12, attempts: 1, truncated: false, cutOff: false, tokenFault: null });
    expect(setup.fetch.tokens).toEqual(['Bearer ya29.fake-token']);
    expect(exchange.request).toEqual({
      method: 'GET',
      url: get.url,
      headers: [['Accept', 'application/json'], ['Authorization', 'Bearer …redacted']],
    });
  });

  it('follows no redirect, sends no cookies, caches nothing', async () => {
    const setup = transportOver(new QueuedFetch(good));
    await run(setup);
    expect(setup.fetch.seen[0]?.init).toMatchObject({ redirect: 'manual', credentials: 'omit', cache: 'no-store', method: 'GET' });
  });

  it('sends a body as JSON', async () => {
    const setup = transportOver(new QueuedFetch(good));
    const exchange = await run(setup, post);
    expect(setup.fetch.seen[0]?.init.body).toBe('{}');
    expect(exchange.request.headers).toContainEqual(['Content-Type', 'application/json; charset=utf-8']);
  });

  it('leaves one redacted line in Activity', async () => {
    const setup = transportOver(new QueuedFetch(good));
    await run(setup);
    expect(setup.activity).toEqual([
      {
        account: 'ada@harbor.example',
        what: 'call calendar.calendarList.list',
        outcome: 'ok',
        detail: `GET ${get.url} · 200 OK · 12 bytes · 0 ms`,
      },
    ]);
  });

  it('leaves no timer behind', async () => {
    const setup = transportOver(new QueuedFetch(good));
    await run(setup);
    expect(setup.clock.pending).toBe(0);
  });
});

describe('where a token may go', () => {
  it.each([
    'https://example.com/calendar/v3/users/me/calendarList',
    'http://www.googleapis.com/calendar/v3/',
    'https://www.googleapis.com.example.com/',
    'https://www.googleapis.com:8443/',
    'https://www.googleapis.com@example.com/',
    'https://user:pw@www.googleapis.com/',
    'https://oauth2.googleapis.com/token',
    'https://a.drive.googleapis.com/',
    'https://googleapis.com/',
    'https://drive.googleapis.com./',
    'http://drive.googleapis.com/',
    'https://drive.googleapis.com:444/',
    'https://drivegoogleapis.com/',
    'https://drive.googleapis.com.attacker.example/',
    'file:///etc/passwd',
    'nonsense',
  ])('not to %s', async (url) => {
    const setup = transportOver(new QueuedFetch(good));
    const exchange = await run(setup, { ...get, url });
    expect(exchange).toMatchObject({ kind: 'failed', failure: { kind: 'foreign-origin' }, attempts: 0 });
    expect(setup.fetch.seen).toEqual([]);
    expect(setup.tokens.asked).toEqual([]);
    expect(setup.activity[0]).toMatchObject({ outcome: 'failed' });
  });

  it.each([301, 302, 303, 307, 308])('not after a redirect (%s)', async (status) => {
    const setup = transportOver(new QueuedFetch(new Response(null, { status, headers: { location: 'https://example.com/' } })));
    expect(await run(setup)).toMatchObject({ kind: 'failed', failure: { kind: 'redirected' } });
    expect(setup.fetch.seen).toHaveLength(1);
  });

  it.each(['Redirect was cancelled', 'unexpected redirect'])('not after a redirect that made fetch fail (%s)', async (message) => {
    const setup = transportOver(new QueuedFetch(new TypeError('fetch failed', { cause: new Error(message) })));
    expect(await run(setup)).toMatchObject({ kind: 'failed', failure: { kind: 'redirected' } });
  });

  it('not back to us, should the server repeat it', async () => {
    const echo = json(400, { error: { message: 'bad token ya29.fake-token' } }, { 'www-authenticate': 'Bearer error="x ya29.fake-token"' });
    const exchange = await run(transportOver(new QueuedFetch(echo)));
    expect(JSON.stringify(exchange)).not.toContain('ya29');
    expect(exchange).toMatchObject({ body: '{"error":{"message":"bad token …redacted"}}' });
  });
});

describe('401', () => {
  it('leads to one refresh and one retry', async () => {
    const tokens = new FakeTokens(ok('ya29.old'), ok('ya29.new'));
    const setup = transportOver(new QueuedFetch(refusal(401, 'authError'), good), tokens);
    expect(await run(setup)).toMatchObject({ kind: 'response', status: 200, attempts: 2 });
    expect(setup.fetch.tokens).toEqual(['Bearer ya29.old', 'Bearer ya29.new']);
    expect(tokens.asked.map(({ stale }) => stale)).toEqual([undefined, 'ya29.old']);
  });

  it('works the same for a write, which was not done', async () => {
    const setup = transportOver(new QueuedFetch(refusal(401, 'authError'), good), new FakeTokens(ok('a'), ok('b')));
    expect(await run(setup, post)).toMatchObject({ status: 200, attempts: 2 });
  });

  it('twice is the answer', async () => {
    const setup = transportOver(new QueuedFetch(refusal(401, 'authError')), new FakeTokens(ok('a'), ok('b'), ok('c')));
    expect(await run(setup)).toMatchObject({ kind: 'response', status: 401, attempts: 2, tokenFault: null });
  });

  it('is not repeated with the same token', async () => {
    const setup = transportOver(new QueuedFetch(refusal(401, 'authError')));
    expect(await run(setup)).toMatchObject({ status: 401, attempts: 1 });
  });

  it('keeps why the refresh failed', async () => {
    const tokens = new FakeTokens(ok('a'), fail('sign-in-needed', 'Sign in again.'));
    const setup = transportOver(new QueuedFetch(refusal(401, 'authError')), tokens);
    expect(await run(setup)).toMatchObject({ status: 401, attempts: 1, tokenFault: { code: 'sign-in-needed' } });
  });

  it('may come after a wait, and still is refreshed once', async () => {
    const setup = transportOver(new QueuedFetch(refusal(503, 'backendError'), refusal(401, 'authError'), good), new FakeTokens(ok('a'), ok('b')));
    expect(await run(setup)).toMatchObject({ status: 200, attempts: 3 });
  });
});

describe('no token', () => {
  it.each(['sign-in-needed', 'revoked', 'offline', 'client-missing', 'vault-locked'])('%s: nothing is sent', async (code) => {
    const setup = transportOver(new QueuedFetch(good), new FakeTokens(fail(code, 'No.')));
    expect(await run(setup)).toMatchObject({ kind: 'failed', failure: { kind: 'token', fault: { code } }, attempts: 0 });
    expect(setup.fetch.seen).toEqual([]);
    expect(setup.activity[0]?.detail).toContain(`no token (${code}) · 0 ms · not sent`);
  });

  it('cancelled is a cancel', async () => {
    const setup = transportOver(new QueuedFetch(good), new FakeTokens(fail('cancelled', 'Cancelled.')));
    expect(await run(setup)).toMatchObject({ kind: 'cancelled' });
  });

  it('takes a thrown fault for one returned, and a source that hangs for being offline', async () => {
    const throwing = transportOver(new QueuedFetch(good));
    throwing.tokens.accessToken = async () => { throw new FaultError(fault('vault-locked', 'Locked.')); };
    expect(await run(throwing)).toMatchObject({ failure: { kind: 'token', fault: { code: 'vault-locked' } } });
    const hanging = transportOver(new QueuedFetch(good));
    hanging.tokens.accessToken = () => new Promise(() => undefined);
    expect(await run(hanging)).toMatchObject({ failure: { kind: 'token', fault: { code: 'offline' } }, durationMs: 120_000 });
  });
});

describe('backoff', () => {
  it.each([429, 500, 502, 503, 504])('repeats a read on %s, and gives up after five tries', async (status) => {
    const setup = transportOver(new QueuedFetch(refusal(status, 'backendError')));
    // 1 + 2 + 4 + 8 s, and half a second of jitter each.
    expect(await run(setup)).toMatchObject({ kind: 'response', status, attempts: 5, durationMs: 17_000 });
  });

  it.each(['rateLimitExceeded', 'userRateLimitExceeded'])('repeats a 403 %s', async (reason) => {
    const setup = transportOver(new QueuedFetch(refusal(403, reason), good));
    expect(await run(setup)).toMatchObject({ status: 200, attempts: 2, durationMs: 1500 });
  });

  it.each([
    [403, 'forbidden'],
    [403, 'insufficientPermissions'],
    [403, 'accessNotConfigured'],
    [403, 'quotaExceeded'],
    [403, 'dailyLimitExceeded'],
    [429, 'quotaExceeded'],
    [404, 'notFound'],
    [400, 'invalid'],
    [409, 'duplicate'],
    [410, 'fullSyncRequired'],
    [501, 'notImplemented'],
  ])('does not repeat %s %s', async (status, reason) => {
    const setup = transportOver(new QueuedFetch(refusal(status, reason)));
    expect(await run(setup)).toMatchObject({ status, attempts: 1, durationMs: 0 });
  });

  it('never repeats a write', async () => {
    for (const status of [429, 500, 503]) {
      const setup = transportOver(new QueuedFetch(refusal(status, 'backendError')));
      expect(await run(setup, post)).toMatchObject({ status, attempts: 1 });
    }
  });

  it.each([
    ['7', 7000],
    ['Mon, 23 Nov 2026 10:00:20 GMT', 20_000],
    // Shorter than the formula, in the past, or nonsense: the formula.
    ['0', 1500],
    ['Mon, 23 Nov 2026 09:00:00 GMT', 1500],
    ['soon', 1500],
  ])('waits as Retry-After %s says', async (header, durationMs) => {
    const setup = transportOver(new QueuedFetch(refusal(429, 'rateLimitExceeded', { 'retry-after': header }), good));
    expect(await run(setup)).toMatchObject({ status: 200, durationMs });
  });

  it('waits as RetryInfo says', async () => {
    const body = { error: { code: 429, status: 'RESOURCE_EXHAUSTED', details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '5.5s' }] } };
    expect(await run(transportOver(new QueuedFetch(json(429, body), good)))).toMatchObject({ status: 200, durationMs: 5500 });
  });

  it('does not start a wait that would outlast the deadline', async () => {
    const setup = transportOver(new QueuedFetch(refusal(429, 'rateLimitExceeded', { 'retry-after': '3600' })));
    expect(await run(setup)).toMatchObject({ status: 429, attempts: 1, durationMs: 0 });
  });

  it('can be cancelled while it waits', async () => {
    const setup = transportOver(new QueuedFetch(refusal(503, 'backendError')));
    const abort = new AbortController();
    const sent = setup.transport.send(get, { signal: abort.signal });
    await settle();
    abort.abort();
    expect(await sent).toMatchObject({ kind: 'cancelled', attempts: 1 });
    expect(setup.clock.pending).toBe(0);
    expect(setup.activity[0]).toMatchObject({ outcome: 'cancelled' });
  });
});

describe('deadlines and cancel', () => {
  it('gives an attempt 30 seconds, body included', async () => {
    expect(await run(transportOver(new QueuedFetch(never)))).toMatchObject({
      kind: 'failed',
      failure: { kind: 'network', cause: 'timeout' },
      durationMs: 30_000,
    });
    const stalled = new Response(new ReadableStream({ start: (stream) => { stream.enqueue(new TextEncoder().encode('{')); } }));
    expect(await run(transportOver(new QueuedFetch(() => stalled)))).toMatchObject({ failure: { cause: 'timeout' }, durationMs: 30_000 });
  });

  it('tells fetch to stop', async () => {
    const setup = transportOver(new QueuedFetch(never));
    await run(setup);
    expect(setup.fetch.seen[0]?.init.signal?.aborted).toBe(true);
  });

  it('ends at once when cancelled, even if fetch does not', async () => {
    const setup = transportOver(new QueuedFetch(never));
    const abort = new AbortController();
    const sent = setup.transport.send(get, { signal: abort.signal });
    await settle();
    abort.abort();
    expect(await sent).toMatchObject({ kind: 'cancelled', attempts: 1 });
    expect(setup.clock.pending).toBe(0);
  });

  it('sends nothing when it was cancelled before', async () => {
    const setup = transportOver(new QueuedFetch(good));
    expect(await setup.transport.send(get, { signal: AbortSignal.abort() })).toMatchObject({ kind: 'cancelled', attempts: 0 });
    expect(setup.fetch.seen).toEqual([]);
  });
});

describe('what the network does', () => {
  it('is named by its code', async () => {
    const setup = transportOver(new QueuedFetch(new TypeError('net::ERR_NAME_NOT_RESOLVED')));
    expect(await run(setup)).toMatchObject({ kind: 'failed', failure: { kind: 'network', cause: 'dns' }, attempts: 1 });
    expect(setup.activity[0]?.detail).toContain('no answer (dns)');
  });

  it('marks a body that breaks off', async () => {
    const broken = new Response(
      new ReadableStream({
        start: (stream) => { stream.enqueue(new TextEncoder().encode('{"items":')); },
        pull: (stream) => { stream.error(new Error('net::ERR_CONTENT_LENGTH_MISMATCH')); },
      }),
      { headers: { 'content-type': 'application/json' } },
    );
    const setup = transportOver(new QueuedFetch(() => broken));
    expect(await run(setup)).toMatchObject({ kind: 'response', status: 200, body: '{"items":', cutOff: true });
    expect(setup.activity[0]).toMatchObject({ outcome: 'failed', detail: expect.stringContaining('cut off') as string });
  });
});
