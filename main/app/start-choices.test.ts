import { describe, expect, it } from 'vitest';
import { appName } from './app-paths.ts';
import { readCommandLine } from './command-line.ts';
import { chooseGoogle } from './google-choice.ts';
import { menuTemplate } from './menu.ts';
import { panelFaults, sandboxFaults } from './practice-faults.ts';

describe('the command line', () => {
  it('takes the folder as it is written, the last one, made absolute', () => {
    const line = readCommandLine(['.', '--user-data-dir=/A', '--user-data-dir=Profile With Space'], '/Home');
    expect(line).toEqual({ userData: '/Home/Profile With Space', smoke: false, background: false });
    expect(readCommandLine(['--smoke', '--user-data-dir='], '/')).toEqual({ userData: null, smoke: true, background: false });
    expect(readCommandLine(['--background'], '/').background).toBe(true);
  });
});

describe('GRANTDESK_GOOGLE_ORIGIN', () => {
  it.each(['http://127.0.0.1:8080', 'http://localhost:1', 'http://[::1]:9', 'https://127.0.0.1:8443/'])('takes %s', (origin) => {
    const choice = chooseGoogle(origin, false);
    expect(choice).toMatchObject({ mode: 'custom', endpoints: { google: false, accountsOrigin: new URL(origin).origin } });
  });

  it.each(['https://evil.example', 'http://127.0.0.1.evil.example', '127.0.0.1:80', 'http://127.0.0.1:80/path', 'http://u@127.0.0.1', 'x'])(
    'refuses %s with a sentence',
    (origin) => expect(chooseGoogle(origin, false)).toEqual({ refusal: expect.stringContaining('GRANTDESK_GOOGLE_ORIGIN') as string }),
  );

  it('is ignored in a package, and absent means Google', () => {
    expect(chooseGoogle('https://evil.example', true)).toMatchObject({ mode: 'google' });
    expect(chooseGoogle(undefined, false)).toMatchObject({ mode: 'google', endpoints: { google: true } });
  });
});

describe('frozen names', () => {
  it('stay: the OS key hangs on them', () => expect(appName).toBe('Grantdesk'));
});

describe('the menu', () => {
  const roles = (packaged: boolean): string =>
    JSON.stringify(menuTemplate('linux', packaged, () => undefined));

  it('sends its commands by the agreed shortcuts', () => {
    const sent: string[] = [];
    const items = menuTemplate('linux', true, (command) => sent.push(command)).flatMap((menu) =>
      Array.isArray(menu.submenu) ? menu.submenu : [],
    );
    for (const key of ['CmdOrCtrl+N', 'CmdOrCtrl+O', 'CmdOrCtrl+,', 'CmdOrCtrl+L']) {
      (items.find((item) => item.accelerator === key)?.click as unknown as () => void)();
    }
    expect(sent).toEqual(['new-authorization', 'import-client', 'settings', 'lock']);
  });

  it('has editing roles everywhere and developer tools only outside packages', () => {
    expect(roles(true)).toMatch(/"role":"copy".*"role":"paste"/);
    expect(roles(true)).not.toContain('toggleDevTools');
    expect(roles(false)).toContain('toggleDevTools');
  });
});

describe('practice faults', () => {
  const panel = {
    refuseScopes: ['calendar.readonly'],
    blockAppWindows: true,
    deny: true,
    wrongAccount: true,
    noRefreshToken: true,
    api: 'html',
    token: 'invalid_rapt',
    syncTokenGone: true,
    oddData: true,
    groupsAtom: true,
  } as const;

  it('go through the sandbox and back unchanged', () => {
    expect(panelFaults(sandboxFaults({ ...panel, refuseScopes: [...panel.refuseScopes] }))).toEqual(panel);
  });

  it('make one conflict, which is over once it was met', () => {
    expect(sandboxFaults({ ...panel, refuseScopes: [], api: '412' }).api).toEqual({ kind: '412', times: 1 });
  });

  it('show kinds without a switch as the nearest or as healthy', () => {
    const faults = sandboxFaults({ ...panel, refuseScopes: [] });
    expect(panelFaults({ ...faults, api: { kind: 'rateLimit403' }, token: { kind: 'invalid_client' } })).toMatchObject({ api: '429', token: null });
  });
});
