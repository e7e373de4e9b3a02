import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practiceClients } from './practice-clients.ts';
import { startSandbox } from './server.ts';
import { call } from './testing/api.ts';
import { authorize, refresh, type Tokens } from './testing/consent.ts';
import { controlKey, startTestSandbox, type TestSandbox } from './testing/start.ts';

let folder: string;
let sandbox: TestSandbox | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-test-'));
});
afterEach(async () => {
  await sandbox?.close();
  sandbox = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const scopes = ['openid', 'email', 'calendar.readonly', 'apps.groups.settings'];

function rawGet(origin: string, host: string): Promise<number> {
  const { port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path: '/.well-known/openid-configuration', headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asking.on('error', reject);
    asking.end();
  });
}

describe('the server', () => {
  it('answers on 127.0.0.1 by that name only', async () => {
    sandbox = await startTestSandbox();
    const { host, port } = new URL(sandbox.origin);
    expect(sandbox.origin).toBe(`http://127.0.0.1:${port}`);
    expect(await rawGet(sandbox.origin, host)).toBe(200);
    for (const other of ['evil.example', `localhost:${port}`, `127.0.0.1.evil.example:${port}`]) expect(await rawGet(sandbox.origin, other)).toBe(421);
  });

  it('says when its port is taken', async () => {
    sandbox = await startTestSandbox();
    const port = Number(new URL(sandbox.origin).port);
    await expect(startSandbox({ port, controlKey })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('has nothing at other addresses', async () => {
    sandbox = await startTestSandbox();
    for (const path of ['/', '/favicon.ico', '/constructor', '/calendar/v3/nothing', '/discovery/v1/apis/drive/v3/rest']) {
      expect((await fetch(sandbox.origin + path)).status, path).toBe(404);
    }
    expect((await fetch(`${sandbox.origin}/token`, { method: 'POST', body: 'x'.repeat(1_100_000) })).status).toBe(413);
  });
});

describe('the state file', () => {
  it('lets grants, edits and clients survive a restart', async () => {
    const stateFile = join(folder, 'sandbox.json');
    sandbox = await startTestSandbox({ stateFile });
    const tokens = await authorize(sandbox.origin, { scopes });
    await call(sandbox.origin, tokens.access, '/groups/v1/groups/choir%40harbor.example?alt=json', { method: 'PATCH', body: { name: 'Kept' } });
    await sandbox.close();
    sandbox = await startTestSandbox({ stateFile });
    const again = await refresh(sandbox.origin, tokens.refresh);
    expect(again.status).toBe(200);
    const group = await call(sandbox.origin, tokens.access, '/groups/v1/groups/choir%40harbor.example?alt=json');
    expect(group.body['name']).toBe('Kept');
  });

  it('holds no secret in clear, and is for its owner only', async () => {
    const stateFile = join(folder, 'sandbox.json');
    sandbox = await startTestSandbox({ stateFile });
    await sandbox.act({ type: 'register-client', client: { kind: 'web', redirectUris: ['http://127.0.0.1:8085/x'] } });
    const tokens: Tokens = await authorize(sandbox.origin, { scopes });
    await refresh(sandbox.origin, tokens.refresh);
    const { secrets } = (await sandbox.act({ type: 'issued' })) as { secrets: string[] };
    // Two practice secrets, one new client, a code, two access tokens, a refresh token, two id tokens.
    expect(secrets).toHaveLength(9);
    for (const secret of [tokens.access, tokens.refresh, String(tokens.body['id_token']), practiceClients.desktop.installed.client_secret]) {
      expect(secrets).toContain(secret);
    }
    const names = readdirSync(folder);
    expect(names).toEqual(['sandbox.json']);
    const text = readFileSync(stateFile, 'utf8');
    expect(text).toContain(practiceClients.desktop.installed.client_id);
    for (const secret of secrets) expect(text.includes(secret), secret.slice(0, 6)).toBe(false);
    if (process.platform !== 'win32') expect(statSync(stateFile).mode & 0o777).toBe(0o600);
  });

  it('that cannot be read is set aside, not overwritten', async () => {
    const stateFile = join(folder, 'sandbox.json');
    writeFileSync(stateFile, '{"version":');
    sandbox = await startTestSandbox({ stateFile });
    expect(readFileSync(`${stateFile}.unreadable`, 'utf8')).toBe('{"version":');
    expect((await authorize(sandbox.origin, { scopes })).access).not.toBe('');
  });

  it('forgets codes and access tokens that ran out', async () => {
    const stateFile = join(folder, 'sandbox.json');
    sandbox = await startTestSandbox({ stateFile });
    const tokens = await authorize(sandbox.origin, { scopes });
    sandbox.clock.now += 4_000_000;
    await refresh(sandbox.origin, tokens.refresh);
    const state = JSON.parse(readFileSync(stateFile, 'utf8')) as { codes: unknown[]; accessTokens: unknown[] };
    expect([state.codes.length, state.accessTokens.length]).toEqual([0, 1]);
  });
});
