import { describe, expect, it } from 'vitest';
import { Explorer } from '../domain/explorer/explorer.ts';
import { calendarV3 } from '../domain/google/methods/method-table.ts';
import { RunningCalls } from '../domain/google/running-calls.ts';
import { GOOGLE } from '../domain/oauth/endpoints.ts';
import { fail, ok, type Outcome } from '../domain/shared/fault.ts';
import type { ActivityEntry } from '../domain/shared/ports.ts';
import { CountingRandom } from '../domain/testing/counting-random.ts';
import { ManualClock } from '../domain/testing/manual-clock.ts';
import { MemoryRecords } from '../domain/testing/memory-records.ts';
import { explorerCalls } from './explorer-calls.ts';
import type { Services } from './services.ts';

const LIVE = 'ya29.live-token';

function setUp(token: Outcome<string> = ok(LIVE)) {
  const used: string[] = [];
  const copied: string[] = [];
  const activity: ActivityEntry[] = [];
  const explorer = new Explorer({
    transport: {
      send: async ({ method, url }) => {
        const facts = { request: { method, url, headers: [] }, durationMs: 5, attempts: 1, contentType: 'application/json', challenge: null, retryAfter: null };
        const headers = [['etag', '"1"'], ['location', `https://www.googleapis.com/x?access_token=${LIVE}`]] as const;
        return { kind: 'response', status: 200, ...facts, headers, body: '{}', bytes: 2, truncated: false, cutOff: false, tokenFault: null };
      },
    },
    endpoints: () => GOOGLE,
    apis: { find: (id) => (id === 'calendar:v3' ? ({ id, title: id, table: calendarV3 } as never) : null) },
    records: new MemoryRecords(),
    clock: new ManualClock(),
    random: new CountingRandom(),
    running: new RunningCalls(),
    reportError: () => undefined,
  });
  const apis = { find: (id: string) => (id === 'calendar:v3' ? { id, title: id, table: calendarV3 } : null) };
  const workspace = {
    apis,
    explorer,
    grants: { markUsed: async (id: string) => used.push(id), accessToken: async () => token, get: () => ({ email: 'ada@harbor.example', granted: ['https://www.googleapis.com/auth/calendar', 'https://www.googleapis.com/auth/calendar.readonly'] }) },
    activity: { record: (entry: ActivityEntry) => activity.push(entry) },
  };
  const copySecret = async (text: string): Promise<number> => {
    copied.push(text);
    return 1234;
  };
  return { calls: explorerCalls({ workspace: async () => workspace, copySecret, scripts: { status: () => ({ command: 'grantdesk' }) } } as unknown as Services), used, copied, activity };
}

const request = { authorizationId: 'a', apiId: 'calendar:v3', methodId: 'calendar.events.list', parameters: { calendarId: ["it's"] }, body: null };

describe('the calls of the explorer', () => {
  it('answer with the call, its telling headers without secrets, and count as a use', async () => {
    const { calls, used } = setUp();
    const answer = await calls.sendMethod({ ...request, callId: 'c', allPages: false });
    expect(answer).toMatchObject({
      ok: true,
      value: { outcome: 'called', morePages: false, result: { status: 200 }, headers: [{ name: 'etag', value: '"1"', meaning: expect.stringMatching(/version/) as string }, { name: 'location' }] },
    });
    expect(JSON.stringify(answer)).not.toContain(LIVE);
    expect(used).toEqual(['a']);
  });

  it('do not count what was not sent as a use', async () => {
    const { calls, used } = setUp();
    expect(await calls.sendMethod({ ...request, parameters: {}, callId: 'c', allPages: false })).toMatchObject({ ok: true, value: { outcome: 'invalid', problems: [{ field: 'calendarId' }] } });
    expect(await calls.sendMethod({ ...request, methodId: 'calendar.no.such', callId: 'c', allPages: false })).toMatchObject({ ok: false, error: { code: 'method-missing' } });
    expect(used).toEqual([]);
  });

  it('give code without a token: curl asks the command for the narrowest one, the others take a variable', async () => {
    const { calls, copied } = setUp();
    for (const language of ['curl', 'python', 'node'] as const) {
      const answer = await calls.callSnippet({ ...request, language });
      expect(answer).toMatchObject({ ok: true, value: { text: expect.stringContaining(language === 'curl' ? '"Authorization: Bearer $(grantdesk token ada@harbor.example --scopes calendar.readonly)"' : 'GRANTDESK_TOKEN') as string } });
      expect(JSON.stringify(answer)).not.toContain(LIVE);
    }
    expect(copied).toEqual([]);
  });

  it('copy code with the token, and hand on neither', async () => {
    const { calls, copied, activity } = setUp();
    expect(await calls.copyLiveSnippet({ ...request, language: 'curl' })).toEqual({ ok: true, value: { clearsAt: 1234 } });
    expect(copied).toEqual([expect.stringContaining(`Bearer ${LIVE}`)]);
    expect(activity).toEqual([{ account: 'ada@harbor.example', what: 'copy call with token', outcome: 'ok', detail: 'curl · calendar.events.list' }]);
  });

  it('copy nothing for a call that is not complete, or without a token', async () => {
    const incomplete = setUp();
    expect(await incomplete.calls.copyLiveSnippet({ ...request, parameters: {}, language: 'curl' })).toMatchObject({ ok: false, error: { code: 'call-invalid' } });
    const without = setUp(fail('sign-in-needed', 'The sign-in has ended.'));
    expect(await without.calls.copyLiveSnippet({ ...request, language: 'node' })).toMatchObject({ ok: false, error: { code: 'sign-in-needed' } });
    expect([...incomplete.copied, ...without.copied, ...incomplete.activity, ...without.activity]).toEqual([]);
  });

  it('list the calls made before, and forget one or all', async () => {
    const { calls } = setUp();
    for (const callId of ['1', '2', '3']) await calls.sendMethod({ ...request, callId, allPages: false });
    const list = async (): Promise<readonly { readonly id: string }[]> => {
      const answer = await calls.callHistory({ authorizationId: 'a' });
      return answer.ok ? answer.value : [];
    };
    const [newest] = await list();
    expect(newest).toMatchObject({ methodId: 'calendar.events.list', path: "/calendar/v3/calendars/it's/events?alt=json&prettyPrint=false", status: 200 });
    expect(await calls.forgetCalls({ authorizationId: 'a', id: newest?.id ?? '' })).toEqual({ ok: true, value: null });
    expect(await list()).toHaveLength(2);
    await calls.forgetCalls({ authorizationId: 'a', id: null });
    expect(await list()).toEqual([]);
  });
});
