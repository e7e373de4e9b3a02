import { describe, expect, it } from 'vitest';
import { Explorer } from '../explorer/explorer.ts';
import { calendarV3 } from '../google/methods/method-table.ts';
import { RunningCalls } from '../google/running-calls.ts';
import { Transport } from '../google/transport.ts';
import { GOOGLE } from '../oauth/endpoints.ts';
import { CountingRandom } from '../testing/counting-random.ts';
import { CALENDAR, GrantWorld, GROUPS, SIGN_IN } from '../testing/grant-world.ts';
import { json } from '../testing/scripted-fetch.ts';
import { ApprovalBook } from './approval-book.ts';
import type { Program } from './program.ts';
import type { Answer, Question } from './questions.ts';
import { ScriptDesk } from './script-desk.ts';
import type { ScriptAnswer, ScriptRequest } from './script-request.ts';

const script: Program = { key: 'a'.repeat(64), kind: 'script', name: 'backup.sh', path: '/home/ada/backup.sh', runBy: '/bin/bash' };
const ada = 'ada@example.com';
const everything = [...SIGN_IN, CALENDAR, GROUPS];
const token = (scopes: readonly string[] | null = null): ScriptRequest => ({ verb: 'token', account: 'ada', client: null, scopes });
const call = (method: string, parameters: Record<string, readonly string[]> = {}): ScriptRequest => ({ verb: 'call', account: null, client: null, api: 'calendar', method, parameters, body: null, allPages: false });

async function setUp() {
  const world = await GrantWorld.open();
  const id = await world.granted('ada', { scopes: everything });
  const sent: (string | null)[] = [];
  world.net.on('/token', ({ body }) => json(200, { access_token: `ya29.narrow-${new URLSearchParams(body).get('scope')?.split('/').at(-1) ?? 'all'}`, expires_in: 3600, token_type: 'Bearer', scope: new URLSearchParams(body).get('scope') ?? everything.join(' ') }));
  world.net.on('/calendar/v3/users/me/calendarList', ({ headers }) => {
    sent.push(headers.get('authorization'));
    return json(200, { items: [] });
  });
  const { clock, records, grants, activity } = world;
  const random = new CountingRandom();
  const approvals = new ApprovalBook({ records, clock, activity, onChange: () => undefined, reportError: (error) => { throw error as Error; } });
  const api = { id: 'calendar:v3', title: 'Calendar', table: calendarV3, shipped: calendarV3, document: null, problem: null };
  const desk = new ScriptDesk({
    grants,
    approvals,
    apis: { apis: () => [api] },
    explorerWith: (tokens) =>
      new Explorer({
        transport: new Transport({ fetch: world.net.fetch, clock, random, endpoints: () => GOOGLE, tokens, activity, accountOf: () => ada }),
        endpoints: () => GOOGLE,
        apis: { find: () => api },
        records,
        clock,
        random,
        running: new RunningCalls(),
        remembers: false,
        reportError: (error) => { throw error as Error; },
      }),
    clientLabels: async () => new Map(),
    activity,
    random,
  });
  const asked: Question[] = [];
  let next: (question: Question) => Answer = () => { throw new Error('nobody should be asked'); };
  const run = async (request: ScriptRequest, program = script): Promise<ScriptAnswer | string> => {
    const outcome = await desk.answer(request, {
      program,
      signal: new AbortController().signal,
      ask: async (question) => {
        asked.push(question);
        return next(question);
      },
    });
    return outcome.ok ? outcome.value : outcome.error.code;
  };
  const willSay = (kind: 'once' | 'always', ceiling?: readonly string[]): void => {
    next = ({ asked: scopes }) => ({ kind, ceiling: ceiling ?? scopes });
  };
  const willRefuse = (): void => {
    next = () => ({ kind: 'no', why: { code: 'script-denied', message: 'No.', hint: null, problems: [] } });
  };
  const noneAsked = (): void => {
    next = () => { throw new Error('nobody should be asked'); };
  };
  return { world, id, desk, approvals, run, willSay, willRefuse, noneAsked, asked, sent };
}

describe('a token for a program', () => {
  it('is the authorization’s own for everything that was granted, asked about once for each time', async () => {
    const { run, willSay, asked, approvals, world } = await setUp();
    willSay('once');
    expect(await run(token())).toMatchObject({ verb: 'token', account: ada, token: 'ya29.ada', scopes: everything, left: [] });
    expect(await run(token())).toMatchObject({ token: 'ya29.ada' });
    expect(asked).toHaveLength(2);
    expect(asked[0]).toMatchObject({ program: script, account: { email: ada }, method: null, granted: everything, asked: everything });
    expect(await approvals.list()).toEqual([]);
    expect(world.activity.entries.filter(({ what }) => what === 'script token')).toEqual([
      expect.objectContaining({ account: ada, outcome: 'ok', detail: expect.stringMatching(/^\/home\/ada\/backup\.sh · .*calendar\.readonly apps\.groups\.settings · allowed once$/) as string }),
      expect.anything(),
    ]);
  });

  it('is a narrower one for some of it', async () => {
    const { run, willSay, world, id } = await setUp();
    willSay('once');
    expect(await run(token(['calendar.readonly']))).toMatchObject({ token: 'ya29.narrow-calendar.readonly', scopes: [CALENDAR] });
    expect(world.grants.tokens(id)?.access).toBe('ya29.ada');
  });

  it('comes without asking within an approval, and never from above it', async () => {
    const { run, willSay, noneAsked, approvals } = await setUp();
    willSay('always');
    expect(await run(token(['calendar.readonly']))).toMatchObject({ token: 'ya29.narrow-calendar.readonly' });
    noneAsked();
    expect(await run(token(['calendar.readonly']))).toMatchObject({ scopes: [CALENDAR] });
    // Without --scopes: what is allowed, not what is granted.
    expect(await run(token())).toMatchObject({ scopes: [CALENDAR] });
    expect(await run(token(['apps.groups.settings']))).toBe('script-beyond-ceiling');
    expect(await run(token(['calendar.readonly', 'apps.groups.settings']))).toBe('script-beyond-ceiling');
    expect(await approvals.list()).toMatchObject([{ uses: 3, ceiling: [CALENDAR], email: ada }]);
  });

  it('of another program, or of another version of this one, is asked about anew', async () => {
    const { run, willSay, asked } = await setUp();
    willSay('always');
    await run(token());
    await run(token(), { ...script, key: 'b'.repeat(64) });
    expect(asked).toHaveLength(2);
  });

  it('has only what was left ticked, and says what is missing', async () => {
    const { run, willSay } = await setUp();
    willSay('once', [CALENDAR]);
    expect(await run(token(['calendar.readonly', 'apps.groups.settings']))).toMatchObject({ scopes: [CALENDAR], left: ['apps.groups.settings'] });
    willSay('once', []);
    expect(await run(token())).toBe('script-denied');
  });

  it('may be given more room than was asked for', async () => {
    const { run, willSay, noneAsked } = await setUp();
    willSay('always', [CALENDAR, GROUPS]);
    expect(await run(token(['calendar.readonly']))).toMatchObject({ scopes: [CALENDAR] });
    noneAsked();
    expect(await run(token(['apps.groups.settings']))).toMatchObject({ scopes: [GROUPS] });
  });

  it('is not there for a scope that was not granted, an unknown account, or one that has to sign in: nobody is asked', async () => {
    const { run, world, id } = await setUp();
    expect(await run(token(['drive']))).toBe('scope-not-granted');
    expect(await run({ verb: 'token', account: 'eve', client: null, scopes: null })).toBe('account-unknown');
    world.net.on('/revoke', () => json(200, {}));
    await world.grants.revoke(id);
    expect(await run(token())).toBe('revoked');
    expect(world.activity.entries.filter(({ what, outcome }) => what === 'script token' && outcome === 'failed')).toHaveLength(3);
  });

  it('is not for a program that was turned down', async () => {
    const { run, willRefuse, approvals, world } = await setUp();
    willRefuse();
    expect(await run(token())).toBe('script-denied');
    expect(await approvals.list()).toEqual([]);
    expect(world.activity.entries.at(-1)).toMatchObject({ what: 'script token', outcome: 'failed' });
  });

  it('ends with its approval, and with its account', async () => {
    const { run, willSay, willRefuse, approvals, id } = await setUp();
    willSay('always');
    await run(token());
    const [approval] = await approvals.list();
    await approvals.remove(approval?.id ?? '');
    willRefuse();
    expect(await run(token())).toBe('script-denied');
    willSay('always');
    await run(token());
    await approvals.forgetAccount(id);
    expect(await approvals.list()).toEqual([]);
  });

  it('never comes with a refresh token, an id token or a client secret', async () => {
    const { run, willSay, world, id } = await setUp();
    willSay('once');
    const { refresh, id: idToken } = world.grants.tokens(id) ?? {};
    for (const request of [token(), token(['calendar.readonly']), { verb: 'list' } as const, call('calendarList.list')]) {
      const text = JSON.stringify(await run(request));
      expect(text).not.toContain(refresh ?? '?');
      expect(text).not.toContain(idToken ?? '?');
    }
  });
});

describe('a call for a program', () => {
  it('is sent with a token for the scopes of the method alone, which stays here', async () => {
    const { run, willSay, asked, sent, world } = await setUp();
    willSay('once');
    const answer = await run(call('calendarList.list'));
    expect(answer).toMatchObject({ verb: 'call', status: 200, problem: null });
    expect(JSON.stringify(answer)).not.toContain('ya29');
    expect(sent).toEqual(['Bearer ya29.narrow-calendar.readonly']);
    expect(asked[0]).toMatchObject({ method: 'calendar.calendarList.list', asked: [CALENDAR], granted: everything });
    expect(await world.records.list('call-history')).toEqual([]);
    expect(world.activity.entries.map(({ what }) => what)).toEqual(expect.arrayContaining(['call calendar.calendarList.list', 'script call']));
  });

  it('is held to the ceiling', async () => {
    const { run, willSay, noneAsked, sent } = await setUp();
    willSay('always', [GROUPS, CALENDAR]);
    await run(token(['apps.groups.settings']));
    noneAsked();
    expect(await run(call('calendarList.list'))).toMatchObject({ status: 200 });
    const other = await setUp();
    other.willSay('always', [GROUPS]);
    await other.run(token(['apps.groups.settings']));
    expect(await other.run(call('calendarList.list'))).toBe('script-beyond-ceiling');
    expect(other.sent).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it('that was allowed from now on gives no token: that is asked about, and holds for both when it is allowed', async () => {
    const { run, willSay, willRefuse, noneAsked, asked, approvals } = await setUp();
    willSay('always');
    expect(await run(call('calendarList.list'))).toMatchObject({ status: 200 });
    willRefuse();
    expect(await run(token(['calendar.readonly']))).toBe('script-denied');
    expect(await run(token())).toBe('script-denied');
    expect(await approvals.list()).toMatchObject([{ tokens: false, ceiling: [CALENDAR] }]);
    noneAsked();
    expect(await run(call('calendarList.list'))).toMatchObject({ status: 200 });
    willSay('always');
    expect(await run(token(['calendar.readonly']))).toMatchObject({ scopes: [CALENDAR] });
    noneAsked();
    expect(await run(token(['calendar.readonly']))).toMatchObject({ scopes: [CALENDAR] });
    expect(await run(call('calendarList.list'))).toMatchObject({ status: 200 });
    expect(await approvals.list()).toMatchObject([{ tokens: true, ceiling: [CALENDAR] }]);
    expect(asked).toHaveLength(4);
  });

  it('that cannot be made is refused before anything is sent', async () => {
    const { run, willSay, sent } = await setUp();
    willSay('once');
    expect(await run(call('events.insert', { calendarId: ['primary'] }))).toBe('scope-not-granted');
    expect(await run(call('events.list'))).toBe('call-invalid');
    expect(await run(call('no.such'))).toBe('method-unknown');
    expect(await run({ ...call('events.list'), api: 'drive' } as ScriptRequest)).toBe('api-unknown');
    expect(sent).toEqual([]);
  });

  it('that Google refuses comes back with what it means', async () => {
    const { run, willSay, world } = await setUp();
    willSay('once');
    world.net.on('/calendar/v3/calendars/nobody/events', () => json(404, { error: { code: 404, message: 'Not Found', errors: [{ reason: 'notFound' }] } }));
    expect(await run(call('events.list', { calendarId: ['nobody'] }))).toMatchObject({ status: 404, problem: { message: expect.any(String) as string } });
  });
});

describe('the list of accounts', () => {
  it('has to be allowed too, and holds no token', async () => {
    const { run, willSay, willRefuse, noneAsked, asked } = await setUp();
    willRefuse();
    expect(await run({ verb: 'list' })).toBe('script-denied');
    willSay('always');
    const list = await run({ verb: 'list' });
    expect(list).toMatchObject({ verb: 'list', accounts: [{ account: ada, state: 'active', scopes: expect.arrayContaining(['calendar.readonly']) as string[] }] });
    expect(JSON.stringify(list)).not.toMatch(/ya29|1\/\//);
    expect(asked[0]).toMatchObject({ account: null });
    noneAsked();
    expect(await run({ verb: 'list' })).toEqual(list);
  });
});
