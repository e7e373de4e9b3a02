import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArguments } from './arguments.ts';
import { commandWords, VERBS } from './command-words.ts';

const read = (text: string) => parseArguments(text.split(' '));
const why = (text: string): string => {
  const parsed = read(text);
  return parsed.ok ? 'ok' : parsed.message;
};

describe('a start of the command', () => {
  it.each<[string, boolean, string | null]>([
    ['/opt/grantdesk', true, null],
    ['/opt/grantdesk --user-data-dir=/x --smoke', true, null],
    ['/opt/grantdesk --background', true, null],
    ['/opt/grantdesk token ada', true, 'token ada'],
    ['/opt/grantdesk --user-data-dir=/x token ada', true, '--user-data-dir=/x token ada'],
    ['/opt/grantdesk --help', true, '--help'],
    ['/opt/grantdesk --version', true, '--version'],
    ['/opt/grantdesk tokne ada', true, 'tokne ada'],
    ['/opt/grantdesk https://example.com', true, null],
    ['/opt/grantdesk /home/ada/client_secret.json', true, null],
    ['electron --inspect=0 /work --no-sandbox --user-data-dir=/x', false, null],
    ['electron --inspect=0 /work --no-sandbox list --json', false, '--no-sandbox list --json'],
    ['electron . help', false, 'help'],
  ])('%s (packaged: %s) is %j', (argv, packaged, words) => expect(commandWords(argv.split(' '), packaged)?.join(' ') ?? null).toBe(words));
});

describe('the words of the command', () => {
  it('read a token', () => {
    expect(read('token ada@harbor.example --scopes calendar.readonly,drive --scopes=email --client 12 --json --timeout 5 --no-start')).toEqual({
      ok: true,
      command: {
        kind: 'ask',
        request: { verb: 'token', account: 'ada@harbor.example', client: '12', scopes: ['calendar.readonly', 'drive', 'email'] },
        bodyFrom: null,
        output: 'json',
        start: false,
        timeoutSeconds: 5,
      },
    });
    expect(read('--user-data-dir=/x --no-sandbox header ada')).toMatchObject({ command: { request: { verb: 'header', account: 'ada', scopes: null }, start: true, output: 'usual' } });
  });

  it('read a call: options of its own, everything else is a parameter', () => {
    expect(
      read('call calendar events.list --account ada --calendarId primary --attendees a --attendees=b --all-pages -p account=x --param timeZone=A=B --maxResults -1'),
    ).toMatchObject({
      command: {
        request: {
          verb: 'call',
          api: 'calendar',
          method: 'events.list',
          account: 'ada',
          parameters: { calendarId: ['primary'], attendees: ['a', 'b'], account: ['x'], timeZone: ['A=B'], maxResults: ['-1'] },
          body: null,
          allPages: true,
        },
        bodyFrom: null,
      },
    });
    expect(read('call x y --body {}')).toMatchObject({ command: { request: { body: '{}' }, bodyFrom: null } });
    expect(read('call x y --body @a.json')).toMatchObject({ command: { request: { body: null }, bodyFrom: 'a.json' } });
    expect(read('call x y --body -')).toMatchObject({ command: { request: { body: null }, bodyFrom: '-' } });
  });

  it('read the rest', () => {
    expect(read('list --table')).toMatchObject({ command: { request: { verb: 'list' }, output: 'table' } });
    expect(read('completion fish')).toEqual({ ok: true, command: { kind: 'completion', shell: 'fish' } });
    expect(read('help')).toEqual({ ok: true, command: { kind: 'help', verb: null } });
    expect(read('help call')).toEqual({ ok: true, command: { kind: 'help', verb: 'call' } });
    expect(read('call --help')).toEqual({ ok: true, command: { kind: 'help', verb: 'call' } });
    expect(read('-h')).toEqual({ ok: true, command: { kind: 'help', verb: null } });
    expect(read('--version')).toEqual({ ok: true, command: { kind: 'version' } });
  });

  it.each([
    ['tokne ada', /There is no command tokne: it is one of token, header/],
    ['token', /Name the account/],
    ['token ada drive', /one account; several scopes are joined by commas/],
    ['token ada --scopes', /--scopes needs a value/],
    ['token ada --scopes ,', /at least one scope/],
    ['token ada --scopes --json', /--scopes needs a value/],
    ['token ada --body x', /token has no option --body/],
    ['token ada --nope', /There is no option --nope/],
    ['token ada --json=1', /--json takes no value/],
    ['token ada --timeout 0', /whole seconds/],
    ['token ada --timeout 1e99', /whole seconds/],
    ['list ada', /takes no account/],
    ['list --json --table', /--json or --table/],
    ['call calendar', /Name the API and the method/],
    ['call calendar events.list primary', /belongs to a parameter/],
    ['call calendar events.list --calendarId', /--calendarId needs a value/],
    ['call calendar events.list -x 1', /There is no option -x/],
    ['call calendar events.list --param x', /name=value/],
    ['completion', /Name the shell/],
    ['completion powershell', /Name the shell/],
    ['help me', /There is no command me/],
  ])('%s is refused in one sentence', (text, words) => expect(why(text)).toMatch(words));

  it('never throw, and keep what stands after -- as it is', () => {
    const word = fc.oneof(fc.constantFrom(...VERBS, '--', '-', '-p', '--param', '--scopes', '--body', '--json', '--__proto__', '--constructor=1', '='), fc.string());
    fc.assert(fc.property(fc.array(word, { maxLength: 8 }), (words) => { expect(parseArguments(words)).toHaveProperty('ok'); }));
    expect(read('token -- --odd@harbor.example')).toMatchObject({ command: { request: { account: '--odd@harbor.example' } } });
  });

  it('give every call back that was written out', () => {
    const name = fc.stringMatching(/^[a-z][A-Za-z]{0,12}$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.array(fc.string(), { minLength: 1, maxLength: 3 }), { maxKeys: 6, noNullPrototype: true }), (parameters) => {
        const words = Object.entries(parameters).flatMap(([key, values]) => values.flatMap((value) => ['-p', `${key}=${value}`]));
        const parsed = parseArguments(['call', 'a', 'b', ...words.map((one) => one)]);
        // A value that begins with two dashes has to be joined with `=`.
        expect(parsed).toMatchObject({ ok: true, command: { request: { parameters } } });
      }),
    );
  });
});
