import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cryptoRandom } from '../adapters/crypto-random.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { ClientService } from '../domain/clients/client-service.ts';
import { RunningCalls } from '../domain/google/running-calls.ts';
import { GrantService } from '../domain/grants/grant-service.ts';
import { CredentialImport, type ImportedCredential, type ImportRun } from '../domain/interop/credential-import.ts';
import type { FoundCredential } from '../domain/interop/found-credential.ts';
import { GOOGLE, standInEndpoints } from '../domain/oauth/endpoints.ts';
import { fail, ok, type Outcome } from '../domain/shared/fault.ts';
import { ActivityList } from '../domain/testing/activity-list.ts';
import { MemoryRecords } from '../domain/testing/memory-records.ts';
import { practiceClients } from '../sandbox/practice-clients.ts';
import { ada, consent, desktop, exchange, maya, post, prefix, web } from '../sandbox/testing/consent.ts';
import { startTestSandbox, type TestSandbox } from '../sandbox/testing/start.ts';

const CALENDAR = `${prefix}calendar`;
const GROUPS = `${prefix}apps.groups.settings`;

let sandbox: TestSandbox;
let clients: ClientService;
let grants: GrantService;
let activity: ActivityList;
let imports: CredentialImport;
let online: boolean;
let asked: string[];
let calls = 0;
let mayAsk: (found: FoundCredential) => Promise<Outcome<null>>;

beforeEach(async () => {
  sandbox = await startTestSandbox({ now: () => Date.now() });
  online = true;
  asked = [];
  mayAsk = async () => ok(null);
  const records = new MemoryRecords();
  activity = new ActivityList();
  clients = new ClientService({ records, clock: systemClock, random: cryptoRandom, activity });
  const shared = {
    endpoints: () => standInEndpoints(sandbox.origin) ?? GOOGLE,
    clients,
    activity,
    clock: systemClock,
    fetch: (url: string, init?: RequestInit) => {
      asked.push(new URL(url).pathname);
      return online ? fetch(url, init) : Promise.reject(new TypeError('no network'));
    },
  };
  grants = new GrantService({ ...shared, records, onChange: () => undefined });
  await grants.reload();
  imports = new CredentialImport({ ...shared, mayAsk: (found) => mayAsk(found), grants, running: new RunningCalls(), onProgress: () => undefined });
});

afterEach(() => sandbox.close());

interface Tokens {
  readonly access: string;
  readonly refresh: string;
}

/** What a script of the account holds after its own consent. */
async function scriptOf(account: string, scopes: readonly string[] = [CALENDAR, GROUPS], client = desktop): Promise<Tokens> {
  const ask = { scopes, account, client, ...(client === web ? { redirectUri: 'http://127.0.0.1:8085/oauth2callback' } : {}), parameters: { access_type: 'offline' } };
  const { body } = await exchange(sandbox.origin, await consent(sandbox.origin, ask), ask);
  return { access: String(body['access_token']), refresh: String(body['refresh_token']) };
}

const dat = (tokens: Tokens, change: Record<string, unknown> = {}): Record<string, unknown> => ({
  access_token: tokens.access,
  client_id: desktop.client_id,
  client_secret: desktop.client_secret,
  refresh_token: tokens.refresh,
  token_expiry: '2020-01-01T00:00:00Z',
  token_uri: 'https://accounts.google.com/o/oauth2/token',
  user_agent: null,
  invalid: false,
  scopes: [CALENDAR, GROUPS],
  _class: 'OAuth2Credentials',
  _module: 'oauth2client.client',
  ...change,
});

function importOf(value: unknown, clientRef: string | null = null): Promise<Outcome<ImportRun>> {
  calls += 1;
  return imports.import(new TextEncoder().encode(JSON.stringify(value)), { callId: `import-${String(calls)}`, clientRef });
}

async function only(value: unknown, clientRef: string | null = null): Promise<ImportedCredential> {
  const run = await importOf(value, clientRef);
  if (!run.ok) throw new Error(`${run.error.code}: ${run.error.message}`);
  const [first] = run.value.imported;
  if (first === undefined) throw new Error(JSON.stringify(run.value.skipped));
  return first;
}

describe('a credential of oauth2client at the sandbox', () => {
  it('is asked about, stored and works, under the address of its own calendar', async () => {
    const imported = await only(dat(await scriptOf(ada)));
    expect(imported).toMatchObject({ email: ada, stored: 'new', state: 'active', why: null, scopes: [CALENDAR, GROUPS] });
    expect(imported.notices.map(({ code }) => code)).toEqual(['token-endpoint-old']);
    expect(grants.get(imported.authorizationId)).toMatchObject({ consentedIn: 'file', granted: [CALENDAR, GROUPS], requested: [CALENDAR, GROUPS], mark: 'none' });
    // The client came out of the file, so that the credential can be renewed.
    expect((await clients.list()).map(({ clientId, clientSecret }) => [clientId, clientSecret])).toEqual([[desktop.client_id, desktop.client_secret]]);
    expect((await grants.refreshNow(imported.authorizationId)).ok).toBe(true);
    expect(activity.entries.map(({ what, outcome, account }) => [what, outcome, account])).toContainEqual(['import credential', 'ok', ada]);
  });

  it('with sign-in scopes is the same authorization as one that was made here', async () => {
    const first = await only(dat(await scriptOf(ada, ['openid', 'email', CALENDAR]), { scopes: null }));
    expect(first.email).toBe(ada);
    expect(grants.get(first.authorizationId)?.sub).toMatch(/^\d+$/);
    // Its second file says nothing of the account, but its calendar does.
    const second = await only(dat(await scriptOf(ada)));
    expect(second).toMatchObject({ authorizationId: first.authorizationId, stored: 'kept' });
    expect(grants.list()).toHaveLength(1);
  });

  it('twice is one authorization, also without any word on the account', async () => {
    const tokens = await scriptOf(maya, [GROUPS]);
    const first = await only(dat(tokens, { scopes: [GROUPS] }));
    expect(first).toMatchObject({ email: 'Unknown account', state: 'active' });
    expect((await only(dat(tokens, { scopes: [GROUPS] }))).authorizationId).toBe(first.authorizationId);
    expect(grants.list()).toHaveLength(1);
  });

  it('that has ended is stored all the same, to be re-authorized', async () => {
    const tokens = await scriptOf(ada);
    await post(sandbox.origin, '/revoke', { token: tokens.refresh });
    const imported = await only(dat(tokens, { id_token: { email: ada, sub: '1' } }));
    expect(imported).toMatchObject({ email: ada, state: 'sign-in-needed', stored: 'new', why: { code: 'sign-in-needed' } });
    // What the file claims of the account names it, but does not key it.
    expect(grants.get(imported.authorizationId)?.sub).not.toBe('1');
  });

  it('gets its name when the account is re-authorized, and leaves nothing behind', async () => {
    const tokens = await scriptOf(maya, [GROUPS]);
    const imported = await only(dat(tokens, { scopes: [GROUPS] }));
    const ask = { scopes: ['openid', 'email', GROUPS], account: maya, parameters: { access_type: 'offline' } };
    const { body } = await exchange(sandbox.origin, await consent(sandbox.origin, ask), ask);
    const [client] = await clients.list();
    if (client === undefined) throw new Error('no client');
    const accepted = await grants.accept({
      tokenResponse: { accessToken: String(body['access_token']), expiresIn: 3600, scopes: String(body['scope']).split(' '), refreshToken: String(body['refresh_token']), refreshTokenExpiresIn: null, idToken: String(body['id_token']) },
      requested: ask.scopes,
      client,
      surface: 'browser',
      expectedAuthorizationId: imported.authorizationId,
      nonce: null,
    });
    expect(accepted).toMatchObject({ ok: true, value: { otherAccount: null } });
    expect(grants.list().map(({ email }) => email)).toEqual([maya]);
  });

  it('cannot take the place of one that works, nor of somebody else’s', async () => {
    const mine = await only(dat(await scriptOf(ada, ['openid', 'email', CALENDAR])));
    const before = grants.tokens(mine.authorizationId);
    const forged = await only(dat(await scriptOf(maya, [GROUPS]), { id_token: { email: ada, sub: grants.get(mine.authorizationId)?.sub } }));
    expect(forged.stored === 'kept' || forged.authorizationId !== mine.authorizationId).toBe(true);
    expect(grants.tokens(mine.authorizationId)).toEqual(before);
  });

  it('does not come under a name that only its file claims, also where the one of that name has ended', async () => {
    const mine = await scriptOf(ada, ['openid', 'email', CALENDAR]);
    const { authorizationId } = await only(dat(mine));
    await post(sandbox.origin, '/revoke', { token: mine.refresh });
    expect((await grants.refreshNow(authorizationId)).ok).toBe(false);
    const before = grants.get(authorizationId);
    const forged = await only(dat(await scriptOf(maya, [GROUPS]), { id_token: { email: ada, sub: before?.sub } }));
    expect(forged.authorizationId).not.toBe(authorizationId);
    expect(grants.get(authorizationId)).toEqual(before);
  });

  it('is known by its very token while Google cannot be reached', async () => {
    const tokens = await scriptOf(ada, ['openid', 'email', CALENDAR]);
    const { authorizationId } = await only(dat(tokens));
    online = false;
    expect(await only(dat(tokens))).toMatchObject({ authorizationId, stored: 'kept' });
    expect(grants.list()).toHaveLength(1);
  });

  it('is kept while Google cannot be reached, and not called alive', async () => {
    const tokens = await scriptOf(ada);
    online = false;
    const imported = await only(dat(tokens));
    expect(imported).toMatchObject({ state: 'unknown-offline', why: { code: 'offline' }, scopes: [CALENDAR, GROUPS] });
    online = true;
    expect((await grants.refreshNow(imported.authorizationId)).ok).toBe(true);
  });

  it('is neither sent nor stored, its client as little, where its tokens must not be sent', async () => {
    mayAsk = async () => fail('credential-of-another-client', 'No.');
    const tokens = await scriptOf(ada);
    expect(await importOf(dat(tokens))).toMatchObject({ ok: false, error: { code: 'credential-of-another-client' } });
    expect([asked, grants.list(), await clients.list()]).toEqual([[], [], []]);
  });

  it('never goes to an address of its file', async () => {
    await only(dat(await scriptOf(ada), { token_uri: 'https://evil.example/token', revoke_uri: 'https://evil.example/revoke' }));
    expect(new Set(asked)).toEqual(new Set(['/token', '/calendar/v3/calendars/primary']));
  });
});

describe('other credentials at the sandbox', () => {
  it('of the Node quickstart belong to the only client, or to the chosen one', async () => {
    const tokens = await scriptOf(ada);
    const file = { refresh_token: tokens.refresh, access_token: tokens.access, scope: `${CALENDAR} ${GROUPS}`, token_type: 'Bearer', expiry_date: 1_600_000_000_000 };
    expect(await importOf(file)).toMatchObject({ ok: false, error: { code: 'credential-client-unnamed' } });
    await clients.import(JSON.stringify(practiceClients.desktop));
    const one = await only(file);
    expect(one).toMatchObject({ email: ada, state: 'active' });
    await clients.import(JSON.stringify(practiceClients.web));
    expect(await importOf(file)).toMatchObject({ ok: false, error: { code: 'credential-client-unnamed' } });
    const [first] = await clients.list();
    expect((await only(file, first?.id ?? null)).authorizationId).toBe(one.authorizationId);
  });

  it('of an access token alone are checked by tokeninfo, and against their client', async () => {
    const { access } = await scriptOf(ada, ['openid', 'email', CALENDAR]);
    const alone = { access_token: access, token_expiry: null, client_id: desktop.client_id, client_secret: desktop.client_secret, refresh_token: null, token_uri: null, user_agent: null, invalid: false, _class: 'AccessTokenCredentials' };
    const imported = await only(alone);
    expect(imported).toMatchObject({ email: ada, state: 'active' });
    const foreign = await only({ ...alone, client_id: web.client_id, client_secret: web.client_secret });
    expect(foreign.why?.code).toBe('credential-foreign');
    const ended = await only({ ...alone, access_token: 'ya29.nobody-knows-this' });
    expect(ended).toMatchObject({ state: 'sign-in-needed', why: { code: 'access-token-ended' } });
  });

  it('of a store come in together, and what cannot be used is named', async () => {
    const store = {
      file_version: 1,
      data: [{ key: {}, credential: dat(await scriptOf(ada)) }, { key: {} }, { key: {}, credential: dat(await scriptOf(maya), { client_id: 'not a client id' }) }, { key: {}, credential: dat(await scriptOf(maya)) }],
    };
    const run = await importOf(store);
    expect(run).toMatchObject({ ok: true, value: { total: 3, cancelled: false, imported: [{ email: ada }, { email: maya }] } });
    expect(run.ok && run.value.skipped.map(({ message }) => message.split(' was ')[0])).toEqual(['Entry 2', 'A credential']);
  });

  it('are cancelled without a trace of what was not reached', async () => {
    const store = { file_version: 1, data: await Promise.all(Array.from({ length: 12 }, async () => ({ key: {}, credential: dat(await scriptOf(ada)) }))) };
    const running = new RunningCalls();
    const slow = new CredentialImport({
      endpoints: () => GOOGLE,
      mayAsk,
      clients,
      grants,
      activity,
      clock: systemClock,
      running,
      onProgress: () => undefined,
      fetch: (_url, init) => new Promise((_resolve, reject) => { init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))); }),
    });
    const run = slow.import(new TextEncoder().encode(JSON.stringify(store)), { callId: 'slow', clientRef: null });
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    expect(running.cancel('slow')).toBe(true);
    expect(await run).toMatchObject({ ok: true, value: { total: 12, cancelled: true, imported: [] } });
    expect(grants.list()).toEqual([]);
  });
});
