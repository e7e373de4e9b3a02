import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { SHELLS } from './arguments.ts';
import { VERBS } from './command-words.ts';
import { completionScript } from './completion.ts';
import { EXIT, EXIT_WORDS, exitCodeOf } from './exit-codes.ts';
import { helpText } from './help.ts';
import { printed, problemLines } from './output.ts';
import { readBody } from './read-body.ts';

const run = promisify(execFile);
const token = { verb: 'token', account: 'ada@harbor.example', clientId: 'c', scopes: ['s'], token: 'ya29.x', expiresAt: 0, left: [] } as const;
const call = { verb: 'call', account: 'ada@harbor.example', status: 200, body: '{}', truncated: false, morePages: false, problem: null } as const;
async function* bytes(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

describe('what is printed', () => {
  it('is the token, a header, or JSON, and nothing else', () => {
    expect(printed(token, 'token', 'usual', true)).toEqual({ out: 'ya29.x\n', notes: [], code: 0 });
    expect(printed(token, 'header', 'usual', false).out).toBe('Authorization: Bearer ya29.x\n');
    expect(JSON.parse(printed(token, 'token', 'json', false).out)).toEqual({
      account: 'ada@harbor.example', clientId: 'c', scopes: ['s'], expiresAt: '1970-01-01T00:00:00.000Z', tokenType: 'Bearer', accessToken: 'ya29.x',
    });
    expect(printed({ ...token, left: ['drive'] }, 'token', 'usual', false).notes).toEqual(['grantdesk: not allowed, so not in this token: drive']);
  });

  it('is a table on a terminal, JSON elsewhere', () => {
    const list = { verb: 'list', accounts: [{ account: 'ada@harbor.example', client: 'rota', clientId: 'c', state: 'active', scopes: ['email', 'drive'] }] } as const;
    expect(printed(list, 'list', 'usual', true).out).toBe('ACCOUNT             CLIENT  STATE   SCOPES\nada@harbor.example  rota    active  email drive\n');
    expect(JSON.parse(printed(list, 'list', 'usual', false).out)).toEqual({ accounts: list.accounts });
    expect(printed(list, 'list', 'table', false).out).toMatch(/^ACCOUNT/);
    expect(printed(list, 'list', 'json', true).out).toMatch(/^\{/);
  });

  it('of a call is its body, with the refusal beside it', () => {
    expect(printed(call, 'call', 'usual', false)).toEqual({ out: '{}\n', notes: [], code: 0 });
    const refused = { ...call, status: 404, problem: { code: 'not-found', message: 'Not there.', hint: 'Look.' } };
    expect(printed(refused, 'call', 'usual', false)).toEqual({ out: '{}\n', notes: ['grantdesk: Not there.', '  Look.'], code: EXIT.api });
    expect(printed({ ...refused, status: null, body: '' }, 'call', 'usual', false)).toMatchObject({ out: '', code: EXIT.offline });
    expect(printed({ ...call, truncated: true, morePages: true }, 'call', 'usual', false).notes).toHaveLength(2);
  });

  it('of a problem is text, or one line of JSON', () => {
    expect(problemLines({ code: 'c', message: 'M.', hint: null }, false)).toEqual(['grantdesk: M.']);
    expect(problemLines({ code: 'c', message: 'M.', hint: 'H.' }, true)).toEqual(['{"error":{"code":"c","message":"M.","hint":"H."}}']);
  });
});

describe('exit codes', () => {
  it('tell apart what a script has to tell apart', () => {
    const codes = ['script-denied', 'script-beyond-ceiling', 'not-reached', 'scripts-off', 'vault-locked', 'account-unknown', 'sign-in-needed', 'offline', 'call-invalid', 'who-knows'].map(exitCodeOf);
    expect(codes).toEqual([4, 4, 3, 5, 6, 7, 8, 9, 2, 1]);
  });

  it('are told in the help, each once', () => {
    expect(new Set(EXIT_WORDS.map(([code]) => code))).toEqual(new Set(Object.values(EXIT).filter((code) => code !== EXIT.interrupted)));
    for (const [code, words] of EXIT_WORDS) expect(helpText(null)).toContain(`${code}  ${words}`);
    for (const verb of VERBS) expect(helpText(verb)).toMatch(/^(Usage|Access tokens)/);
  });
});

describe('completion', () => {
  it('of bash completes commands and options', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'grantdesk-completion-'));
    const file = join(folder, 'grantdesk');
    await writeFile(file, completionScript('bash'));
    const complete = async (...words: readonly string[]): Promise<string> => {
      const script = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _grantdesk; printf "%s " "${COMPREPLY[@]}"';
      return (await run('bash', ['-c', script, 'bash', file, 'grantdesk', ...words])).stdout.trim();
    };
    expect(await complete('')).toBe('token header call list completion help --help --version');
    expect(await complete('to')).toBe('token');
    expect(await complete('token', 'ada', '--s')).toBe('--scopes');
    expect(await complete('--json', 'list', '--t')).toBe('--table --timeout');
    expect(await complete('completion', 'z')).toBe('zsh');
    await rm(folder, { recursive: true });
  });

  it.each(SHELLS)('of %s knows every command and asks nobody', (shell) => {
    const script = completionScript(shell);
    for (const verb of VERBS) expect(script).toContain(verb);
    expect(script).not.toMatch(/grantdesk (list|token|call)\b(?!\))/);
  });
});

describe('a body', () => {
  it('comes from a file or from standard input', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'grantdesk-body-'));
    await writeFile(join(folder, 'a.json'), '{"ü":1}');
    await writeFile(join(folder, 'b.bin'), Buffer.from([0xff, 0xfe, 0x00]));
    expect(await readBody('a.json', folder, bytes())).toEqual({ ok: true, value: '{"ü":1}' });
    expect(await readBody('-', folder, bytes('{"a"', ':1}'))).toEqual({ ok: true, value: '{"a":1}' });
    expect(await readBody('b.bin', folder, bytes())).toMatchObject({ ok: false, error: { message: expect.stringMatching(/not UTF-8/) as string } });
    expect(await readBody('none.json', folder, bytes())).toMatchObject({ ok: false, error: { message: expect.stringMatching(/ENOENT/) as string } });
    expect(await readBody('-', folder, bytes('x'.repeat(999_999), 'yz'))).toMatchObject({ ok: false, error: { message: expect.stringMatching(/million/) as string } });
    await rm(folder, { recursive: true });
  });
});
