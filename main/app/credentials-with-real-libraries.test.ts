import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OAuth2Client, UserRefreshClient } from 'google-auth-library';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeOwnFile } from '../adapters/own-file.ts';
import { readCredentials } from '../domain/interop/read-credentials.ts';
import { exportableOf } from '../domain/interop/export/exportable.ts';
import { writeCredential, type ExportFormat } from '../domain/interop/export/write-credential.ts';
import { GOOGLE, standInEndpoints } from '../domain/oauth/endpoints.ts';
import type { Authorization } from '../domain/grants/authorization.ts';
import { ada, consent, desktop, exchange, post, prefix } from '../sandbox/testing/consent.ts';
import { startTestSandbox, type TestSandbox } from '../sandbox/testing/start.ts';

const run = promisify(execFile);
/** Debian's own: another one lacks its packages. */
const PYTHON = '/usr/bin/python3';
const python = (script: string): string => join(import.meta.dirname, '../../build/python', script);
const SCOPES = [`${prefix}calendar`, `${prefix}apps.groups.settings`];

let sandbox: TestSandbox;
let folder: string;
let tokens: { readonly access: string; readonly refresh: string; readonly response: Readonly<Record<string, unknown>> };

beforeAll(() => {
  const { status } = spawnSync(PYTHON, ['-c', 'import oauth2client, google.auth, google_auth_httplib2, google_auth_oauthlib, googleapiclient']);
  if (status !== 0) throw new Error('The readers of Debian are missing. Run: node build/scripts/python-readers.mjs');
});

beforeEach(async () => {
  sandbox = await startTestSandbox({ now: () => Date.now() });
  folder = await mkdtemp(join(tmpdir(), 'grantdesk-readers-'));
  const ask = { scopes: SCOPES, account: ada, parameters: { access_type: 'offline' } };
  const { body } = await exchange(sandbox.origin, await consent(sandbox.origin, ask), ask);
  tokens = { access: String(body['access_token']), refresh: String(body['refresh_token']), response: body };
});
afterEach(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

function authorization(): Authorization {
  const now = Date.now();
  return {
    id: 'authorization-1',
    sub: '1',
    email: ada,
    name: null,
    hostedDomain: null,
    clientRef: 'client-1',
    clientId: desktop.client_id,
    projectNumber: null,
    requested: SCOPES,
    granted: SCOPES,
    accessToken: tokens.access,
    refreshToken: tokens.refresh,
    idToken: null,
    accessTokenIssuedAt: now,
    accessTokenExpiresAt: now + 3_599_500,
    refreshTokenExpiresAt: null,
    consentedAt: now,
    consentedIn: 'browser',
    consents: 1,
    lastRefreshedAt: null,
    lastUsedAt: null,
    tokenLives: [],
    mark: 'none',
    markReason: null,
    offlineSince: null,
  };
}

/** Writes an export as the app does. */
async function exported(format: ExportFormat): Promise<string> {
  const client = { id: 'client-1', clientId: desktop.client_id, type: 'installed' as const, clientSecret: desktop.client_secret, projectId: null, redirectUris: [], notices: [], addedAt: 0 };
  const exportable = exportableOf(authorization(), client);
  if (!exportable.ok) throw new Error(exportable.error.message);
  const path = join(folder, `${format}.json`);
  const written = await writeOwnFile(path, writeCredential(format, exportable.value, standInEndpoints(sandbox.origin) ?? GOOGLE));
  if (!written.ok) throw new Error(written.error.message);
  return path;
}

async function said(script: string, ...args: string[]): Promise<unknown> {
  const { stdout } = await run(PYTHON, [python(script), ...args], { timeout: 60_000 });
  return JSON.parse(stdout) as unknown;
}

async function isAlive(): Promise<boolean> {
  const { status } = await post(sandbox.origin, '/token', { grant_type: 'refresh_token', refresh_token: tokens.refresh, client_id: desktop.client_id, client_secret: desktop.client_secret });
  return status === 200;
}

describe('the real oauth2client', () => {
  it('reads an exported .dat, calls with it, renews it after a 401 and by hand, and revokes it', async () => {
    expect(await isAlive()).toBe(true);
    expect(await said('oauth2client_round_trip.py', await exported('oauth2client'), sandbox.origin)).toEqual({
      invalid: false,
      expired: false,
      scopes: SCOPES.toSorted(),
      mode: 0o600,
      refresh_token: tokens.refresh,
      call: 200,
      call_after_401: 200,
      renewed: true,
      stored: true,
      refreshed: true,
      revoked: true,
      file_left: false,
    });
    expect(await isAlive()).toBe(false);
  }, 60_000);

  it('writes files that are read here with the same tokens, scopes and end', async () => {
    const given = { client_id: desktop.client_id, client_secret: desktop.client_secret, access_token: tokens.access, refresh_token: tokens.refresh, token_uri: `${sandbox.origin}/token`, scopes: SCOPES, token_response: tokens.response };
    const writing = run(PYTHON, [python('oauth2client_write.py'), folder], { timeout: 60_000 });
    writing.child.stdin?.end(JSON.stringify(given));
    await writing;
    for (const [name, format] of [['some file.dat', 'oauth2client'], ['store.json', 'oauth2client-multiprocess']] as const) {
      const read = readCredentials(await readFile(join(folder, name)));
      expect(read).toMatchObject({ ok: true, value: { format, skipped: [], credentials: [{ clientId: desktop.client_id, clientSecret: desktop.client_secret, accessToken: tokens.access, refreshToken: tokens.refresh }] } });
      const [one] = read.ok ? read.value.credentials : [];
      expect(one?.scopes?.toSorted()).toEqual(SCOPES.toSorted());
      expect(Math.abs((one?.accessTokenExpiresAt ?? 0) - Date.now() - 3_599_000)).toBeLessThan(60_000);
    }
  }, 60_000);
});

describe('the real google-auth', () => {
  it('of Python takes authorized_user and ADC, and renews both after a 401', async () => {
    expect(await said('google_auth_round_trip.py', await exported('authorized-user'), await exported('adc'), sandbox.origin)).toEqual({
      client_id: desktop.client_id,
      authorized_user: [200, 200],
      adc: [200, 200],
    });
  }, 60_000);

  it.each(['authorized-user', 'adc'] as const)('of Node.js takes %s, renews it and calls with it', async (format) => {
    const file = JSON.parse(await readFile(await exported(format), 'utf8')) as Parameters<UserRefreshClient['fromJSON']>[0];
    const client = new UserRefreshClient({ endpoints: { oauth2TokenUrl: `${sandbox.origin}/token` } });
    client.fromJSON(file);
    const answer = await client.request<{ readonly kind: string }>({ url: `${sandbox.origin}/calendar/v3/users/me/calendarList` });
    expect([answer.status, answer.data.kind]).toEqual([200, 'calendar#calendarList']);
    expect(client.credentials.access_token).not.toBe(tokens.access);
  });

  it('of Node.js stores tokens that are read here', async () => {
    const client = new OAuth2Client({ clientId: desktop.client_id, clientSecret: desktop.client_secret, endpoints: { oauth2TokenUrl: `${sandbox.origin}/token` } });
    client.setCredentials({ refresh_token: tokens.refresh });
    await client.getAccessToken();
    const read = readCredentials(new TextEncoder().encode(JSON.stringify(client.credentials)));
    expect(read).toMatchObject({ ok: true, value: { format: 'node-token', credentials: [{ clientId: null, accessToken: client.credentials.access_token, refreshToken: tokens.refresh, scopes: SCOPES }] } });
  });
});
