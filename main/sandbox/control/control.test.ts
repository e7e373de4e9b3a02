import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noFaults, type LoggedRequest, type SandboxFaults } from '../faults.ts';
import { call } from '../testing/api.ts';
import { ada, authorize, consent, maya, refresh, type Tokens } from '../testing/consent.ts';
import { controlKey, startTestSandbox, type TestSandbox } from '../testing/start.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => sandbox.close());

const scopes = ['openid', 'email', 'calendar.readonly'];
const control = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> =>
  fetch(`${sandbox.origin}/__control/${path}`, { ...init, headers: { 'x-sandbox-key': controlKey, ...init.headers } });
const list = (tokens: Tokens): Promise<number> =>
  call(sandbox.origin, tokens.access, '/calendar/v3/users/me/calendarList').then((answer) => answer.status);

describe('the control door', () => {
  it('opens with the key only, and never for a page', async () => {
    expect((await control('faults')).status).toBe(200);
    expect((await control('faults', { headers: { 'x-sandbox-key': '' } })).status).toBe(403);
    expect((await control('faults', { headers: { 'x-sandbox-key': `${controlKey}x` } })).status).toBe(403);
    expect((await control('faults', { headers: { origin: sandbox.origin } })).status).toBe(403);
    expect((await control('faults', { headers: { origin: 'null' } })).status).toBe(403);
    expect((await control('nothing')).status).toBe(404);
  });

  it('cannot be opened at all with an empty key', async () => {
    const open = await startTestSandbox({ controlKey: '' });
    const answer = await fetch(`${open.origin}/__control/faults`, { headers: { 'x-sandbox-key': '' } });
    await open.close();
    expect(answer.status).toBe(403);
  });

  it('replaces faults as a whole and names what it does not understand', async () => {
    const put = (body: unknown): Promise<Response> => control('faults', { method: 'PUT', body: JSON.stringify(body) });
    expect(await (await put({ deny: true, api: { kind: '429', retryAfterSeconds: 2, times: 1 } })).json()).toEqual({
      ...noFaults,
      deny: true,
      api: { kind: '429', retryAfterSeconds: 2, times: 1 },
    });
    expect(((await (await put({ wrongIss: true })).json()) as SandboxFaults).deny).toBe(false);
    for (const [body, name] of [
      [{ denny: true }, 'denny'],
      [{ deny: 'yes' }, 'deny'],
      [{ api: { kind: 'invalid_grant' } }, 'api'],
      [{ token: { kind: '503', times: -1 } }, 'token'],
      [{ errorPage: 'no_such_code' }, 'errorPage'],
      [{ blockAppWindows: true }, 'blockAppWindows'],
    ] as const) {
      const answer = await put(body);
      expect([answer.status, await answer.json()]).toEqual([400, { error: 'bad_fault', name }]);
    }
    expect(await (await control('faults')).json()).toEqual({ ...noFaults, wrongIss: true });
  });

  it('refuses actions it does not know', async () => {
    for (const body of ['{"type":"explode"}', '{}', 'nonsense', '{"type":"register-client","client":{"kind":"tv"}}', '{"type":"update-client"}']) {
      expect((await control('actions', { method: 'POST', body })).status, body).toBe(400);
    }
    const unknown = await control('actions', { method: 'POST', body: JSON.stringify({ type: 'revoke-from-afar', account: 'nobody@harbor.example' }) });
    expect(unknown.status).toBe(404);
  });
});

describe('the actions', () => {
  it('expire-access-tokens: of one account or of all', async () => {
    const mine = await authorize(sandbox.origin, { scopes });
    const hers = await authorize(sandbox.origin, { scopes, account: maya });
    expect(await sandbox.act({ type: 'expire-access-tokens', account: maya })).toEqual({ ok: true, expired: 1 });
    expect([await list(mine), await list(hers)]).toEqual([200, 401]);
    expect(await sandbox.act({ type: 'expire-access-tokens' })).toEqual({ ok: true, expired: 1 });
    expect([await list(mine), (await refresh(sandbox.origin, mine.refresh)).status]).toEqual([401, 200]);
  });

  it('revoke-from-afar: grants end without the app', async () => {
    const mine = await authorize(sandbox.origin, { scopes });
    const hers = await authorize(sandbox.origin, { scopes, account: maya });
    expect(await sandbox.act({ type: 'revoke-from-afar', account: ada })).toEqual({ ok: true, revoked: 2 });
    expect((await refresh(sandbox.origin, mine.refresh)).body).toEqual({
      error: 'invalid_grant',
      error_description: 'Token has been expired or revoked.',
    });
    expect(await list(hers)).toBe(200);
    expect(await sandbox.act({ type: 'revoke-from-afar', projectNumber: '1' })).toEqual({ ok: true, revoked: 0 });
  });

  it('reset: as on the first start', async () => {
    const tokens = await authorize(sandbox.origin, { scopes });
    await sandbox.faults({ deny: true });
    await sandbox.act({ type: 'reset' });
    expect((await refresh(sandbox.origin, tokens.refresh)).body['error']).toBe('invalid_grant');
    expect(await (await control('faults')).json()).toEqual(noFaults);
    expect((await consent(sandbox.origin, { scopes })).redirect.searchParams.has('code')).toBe(true);
  });

  it('issued and requests: what was asked, without secrets', async () => {
    const tokens = await authorize(sandbox.origin, { scopes, parameters: { login_hint: ada } });
    await list(tokens);
    await refresh(sandbox.origin, tokens.refresh);
    const { counts, secrets } = (await sandbox.act({ type: 'issued' })) as { counts: Record<string, number>; secrets: string[] };
    expect(counts).toMatchObject({ 'GET /o/oauth2/v2/auth': 1, 'POST /token': 2, 'calendar.calendarList.list': 1 });
    expect(counts).not.toHaveProperty('control');
    const { requests } = (await sandbox.act({ type: 'requests' })) as unknown as { requests: LoggedRequest[] };
    const grants = requests.filter((line) => line.path === '/token').map((line) => [line.status, line.parameters['grant_type']]);
    expect(grants).toEqual([
      [200, 'authorization_code'],
      [200, 'refresh_token'],
    ]);
    expect(requests[0]?.parameters).toMatchObject({ login_hint: ada, code_challenge_method: 'S256' });
    for (const secret of secrets) expect(JSON.stringify(requests)).not.toContain(secret);
  });

  it('issued: keeps no secrets unless started to', async () => {
    const quiet = await startTestSandbox({ rememberSecrets: false });
    const answer = await quiet.act({ type: 'issued' });
    await quiet.close();
    expect(answer).not.toHaveProperty('secrets');
  });
});
