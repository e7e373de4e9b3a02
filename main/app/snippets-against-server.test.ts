import { execFile, spawnSync } from 'node:child_process';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuiltRequest } from '../domain/explorer/build-request.ts';
import { quoted, shellWord } from '../domain/explorer/snippets/curl.ts';
import { snippet } from '../domain/explorer/snippets/snippet.ts';
import { Transport } from '../domain/google/transport.ts';
import { GOOGLE, standInEndpoints } from '../domain/oauth/endpoints.ts';
import { ok } from '../domain/shared/fault.ts';

const run = promisify(execFile);
const has = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined;

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  /** Those that the app sets itself. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly length: string | undefined;
  readonly body: string;
}

let server: Server;
let origin = '';
let seen: Seen[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      seen.push({ method: request.method, url: request.url, headers: pick(request.headers), length: request.headers['content-length'], body: Buffer.concat(chunks).toString('utf8') });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const path = '/calendar/v3/calendars/a%27b/events?q=%24%28id%29%26%22%7B%7D%5B1-3%5D&raw=[1-3]{a,b}&alt=json';
const body = JSON.stringify({ summary: `It's "$(id)" \`x\` \\ 100% @file\n--x ü 🎻 \u2028` });

/** Runs the program on its input with a google-auth that prints what it is asked for. */
const PYTHON_STAND_IN = `
import json, sys, types
class Credentials:
    def __init__(self, token): self.token = token
class Response:
    status_code, text = 200, "{}"
class AuthorizedSession:
    def __init__(self, credentials): self.token = credentials.token
    def request(self, method, url, data=None, headers=None):
        print(json.dumps([self.token, method, url, None if data is None else data.decode("utf-8"), headers or {}]))
        return Response()
for name in ["google", "google.auth", "google.auth.transport", "google.auth.transport.requests", "google.oauth2", "google.oauth2.credentials"]:
    sys.modules[name] = types.ModuleType(name)
sys.modules["google.auth.transport.requests"].AuthorizedSession = AuthorizedSession
sys.modules["google.oauth2.credentials"].Credentials = Credentials
exec(compile(sys.stdin.buffer.read().decode("utf-8"), "snippet", "exec"))
`;

/** The app's own way to the same server. */
const transport = new Transport({
  fetch: (url, init) => fetch(url, init),
  clock: { now: () => Date.now(), after: (ms, callback) => { const timer = setTimeout(callback, ms); return () => clearTimeout(timer); } },
  random: { bytes: (length) => new Uint8Array(length) },
  endpoints: () => standInEndpoints(origin) ?? GOOGLE,
  tokens: { accessToken: async () => ok('a-token') },
  activity: { record: () => undefined },
  accountOf: () => null,
});

function pick({ authorization, accept, 'content-type': type }: IncomingHttpHeaders): Seen['headers'] {
  return { authorization, accept, type };
}

describe('a call as code', () => {
  it.each<[BuiltRequest['method'], string | null]>([
    ['GET', null],
    ['DELETE', null],
    ['POST', body],
    ['PUT', body],
    ['PATCH', body],
    ['POST', null],
    ['POST', '@/dev/null'],
  ])('of curl sends exactly what the app sends: %s %j', async (method, given) => {
    // A bare machine may lack it, and a skipped test counts as a failed one.
    if (!has('curl')) return;
    seen = [];
    await transport.send({ authorizationId: 'a', methodId: 'x.y', method, url: origin + path, ...(given === null ? {} : { body: given }) });
    for (const token of [null, 'a-token']) {
      const text = snippet('curl', { method, url: origin + path, body: given }, token);
      await run('sh', ['-c', text], { env: { ...process.env, GRANTDESK_TOKEN: 'a-token', no_proxy: '*' } });
    }
    const [own, ...made] = seen;
    expect(own).toMatchObject({ method, url: path, headers: { authorization: 'Bearer a-token' }, body: given ?? '' });
    expect(made).toEqual([own, own]);
  });

  it('of curl asks the command for the token, whatever the address looks like', async () => {
    if (!has('curl')) return;
    const folder = await mkdtemp(join(tmpdir(), 'grantdesk-snippet-'));
    const command = join(folder, "grant'desk $(id)");
    await writeFile(command, '#!/bin/sh\nprintf "%s|" "$@"', { mode: 0o700 });
    for (const account of ['ada@harbor.example', "o'brien+$(id)`id`@harbor.example"]) {
      seen = [];
      const ask = { command: shellWord(command), account, scope: 'calendar.readonly' };
      await run('sh', ['-c', snippet('curl', { method: 'GET', url: origin + path, body: null }, null, ask)], { env: { ...process.env, no_proxy: '*' } });
      expect(seen[0]?.headers.authorization).toBe(`Bearer token|${account}|--scopes|calendar.readonly|`);
    }
    await rm(folder, { recursive: true });
  });

  it('quotes anything for a shell', () => {
    const special = fc.constantFrom("'", '"', '`', '$(id)', '\\', '\n', '\r', '-n', '--', '!', '%s', '*', '~', ';', '&', '#', ' ', "'\\''");
    const text = fc.array(fc.oneof(special, fc.string({ unit: 'binary', maxLength: 10 })), { maxLength: 6 }).map((parts) => parts.join('')).filter((one) => !one.includes('\0'));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
        const { stdout } = spawnSync('sh', ['-c', `printf '%s\\n--\\n' ${texts.map(quoted).join(' ')}`], { encoding: 'utf8' });
        expect(stdout).toBe(texts.map((one) => `${one}\n--\n`).join(''));
      }),
      { numRuns: 30 },
    );
  });

  it.each<[string, BuiltRequest, string | null]>([
    ['a body', { method: 'POST', url: origin + path, body }, null],
    ['no body', { method: 'DELETE', url: origin + path, body: null }, null],
    ['the token', { method: 'PATCH', url: origin + path, body }, 'live'],
  ])('of Python runs, and asks google-auth for exactly the call, with %s', (_what, request, token) => {
    if (!has('python3')) return;
    const { stdout, stderr } = spawnSync('python3', ['-c', PYTHON_STAND_IN], {
      input: snippet('python', request, token),
      encoding: 'utf8',
      env: { ...process.env, GRANTDESK_TOKEN: 'a-token', PYTHONIOENCODING: 'utf8' },
    });
    expect(stderr).toBe('');
    const headers = request.body === null ? {} : { 'Content-Type': 'application/json; charset=utf-8' };
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toEqual([token ?? 'a-token', request.method, request.url, request.body, headers]);
  });

  it('of Node.js is a module that sends exactly the call', async () => {
    const text = snippet('node', { method: 'POST', url: origin + path, body }, null);
    const fake = "const OAuth2Client = class { setCredentials(c) { this.c = c; } async request(r) { console.log(JSON.stringify([this.c, r])); return { status: 200, data: {} }; } };";
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', text.replace(/^import .*$/m, fake)], { env: { ...process.env, GRANTDESK_TOKEN: 'a-token' } });
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toEqual([
      { access_token: 'a-token' },
      { method: 'POST', url: origin + path, headers: { 'Content-Type': 'application/json; charset=utf-8' }, data: body },
    ]);
  });

  it.each(['curl', 'python', 'node'] as const)('of %s has the token only when it is asked for', (language) => {
    const request = { method: 'GET' as const, url: origin + path, body: null };
    expect(snippet(language, request, null)).toContain('GRANTDESK_TOKEN');
    expect(snippet(language, request, 'ya29.live')).toContain('ya29.live');
    expect(snippet(language, request, 'ya29.live')).not.toContain('GRANTDESK_TOKEN');
  });
});
