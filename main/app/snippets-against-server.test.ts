import { execFile, spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoted } from '../domain/explorer/snippets/curl.ts';
import { snippet } from '../domain/explorer/snippets/snippet.ts';

const run = promisify(execFile);
const has = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined;

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
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
      seen.push({ method: request.method, url: request.url, authorization: request.headers.authorization, body: Buffer.concat(chunks).toString('utf8') });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const path = '/calendar/v3/calendars/a%27b/events?q=%24%28id%29%26%22%7B%7D%5B1-3%5D&alt=json';
const body = JSON.stringify({ summary: `It's "$(id)" \`x\` \\ 100% @file\n--x ü 🎻 \u2028` });

describe('a call as code', () => {
  it.skipIf(!has('curl'))('of curl sends exactly the call', async () => {
    seen = [];
    const text = snippet('curl', { method: 'POST', url: origin + path, body }, null);
    await run('sh', ['-c', text], { env: { ...process.env, GRANTDESK_TOKEN: 'a-token', no_proxy: '*' } });
    expect(seen).toEqual([{ method: 'POST', url: path, authorization: 'Bearer a-token', body }]);
  });

  it('quotes anything for a shell', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((one) => !one.includes('\0'));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
        const { stdout } = spawnSync('sh', ['-c', `printf '%s\\n--\\n' ${texts.map(quoted).join(' ')}`], { encoding: 'utf8' });
        expect(stdout).toBe(texts.map((one) => `${one}\n--\n`).join(''));
      }),
      { numRuns: 30 },
    );
  });

  it.skipIf(!has('python3'))('of Python is Python, and holds the same texts', () => {
    const text = snippet('python', { method: 'POST', url: origin + path, body }, null);
    const program = 'import ast,sys,json\ntree=ast.parse(sys.stdin.read())\nprint(json.dumps([n.value for n in ast.walk(tree) if isinstance(n,ast.Constant) and isinstance(n.value,str)]))';
    const { stdout, status } = spawnSync('python3', ['-c', program], { input: text, encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf8' } });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(expect.arrayContaining(['POST', origin + path, body, 'GRANTDESK_TOKEN']));
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
