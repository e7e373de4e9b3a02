import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessOf, octalOf } from './access.ts';
import { beginsLikeCredential, interestIn, skipsFolder } from './candidates.ts';
import { abilitiesOf, accountsOf, scopesOf, type Finding } from './finding.ts';
import { byDanger } from './order.ts';
import { isTooWide, usualPlaces, type Surroundings } from './places.ts';
import { shortPath } from '../shared/short-path.ts';

const CALENDAR = 'https://www.googleapis.com/auth/calendar';
const FREE_BUSY = 'https://www.googleapis.com/auth/calendar.freebusy';
const around = (env: Record<string, string> = {}, platform = 'linux', home = '/home/ada'): Surroundings => ({ platform, home, env: (name) => env[name] ?? null });
const pathsOf = (of: Surroundings) => usualPlaces(of).map(({ root }) => root.path);

function finding(change: Partial<Finding> = {}): Finding {
  const file = { path: '/home/ada/x', identity: '1', mode: 0o600, size: 1, modifiedAt: 1 };
  const credentials = [{ clientId: '1-x.apps.googleusercontent.com', email: null, scopes: null }];
  return { id: 'x', kind: 'python-token', credentials, named: null, note: null, file, state: 'not-checked', detail: null, checkedAt: null, granted: null, owners: [], imported: false, ...change };
}
const mode = (bits: number): Pick<Finding, 'file'> => ({ file: { ...finding().file, mode: bits } });

describe('a name', () => {
  it.each([
    ['application_default_credentials.json', 'gcloud'],
    ['application_default_credentials.json.20261126T101500.backup', 'gcloud'],
    ['.oauth2l', 'ada'],
    ['.gcalcli_oauth', 'ada'],
    ['oauth', 'gcalcli'],
    ['oauth2.txt', '.gam'],
    ['.clasprc.json', 'ada'],
    ['token.json', 'rota'],
    ['.encryption_key', 'gws-work'],
    ['credentials.db', 'gcloud'],
    ['client_secret_1-x.apps.googleusercontent.com (1).json', 'Downloads'],
    ['Client_Secrets.JSON', 'rota'],
  ])('%s in %s is surely worth a look', (name, parent) => {
    expect(interestIn(name, parent)).toBe('sure');
  });

  it.each([['some file.dat', 'rota'], ['gmail_token.json', 'x'], ['calendar-python-quickstart.json', '.credentials'], ['token_drive.pickle', 'x'], ['my-service-account.json', 'Downloads']])('%s in %s has to begin like a credential', (name, parent) => {
    expect(interestIn(name, parent)).toBe('look');
  });

  it.each([['notes.txt', 'x'], ['oauth', 'src'], ['.encryption_key', 'x'], ['package.json', 'x'], ['credentials.db', 'x'], ['levels.pak', 'x'], ['__proto__', '__proto__'], ['constructor', 'constructor']])('%s in %s is not', (name, parent) => {
    expect(interestIn(name, parent)).toBeNull();
  });

  it('of any kind never throws', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (name, parent) => [null, 'sure', 'look'].includes(interestIn(name, parent)) && typeof skipsFolder(name, parent) === 'boolean'));
  });
});

describe('a folder', () => {
  it.each([['node_modules', 'x'], ['.git', 'x'], ['.cache', 'ada'], ['Cache', 'x'], ['site-packages', 'x'], ['google-chrome', '.config'], ['Chrome', 'Google'], ['Trash', 'share'], ['Photos Library.photoslibrary', 'x']])('%s in %s is left out', (name, parent) => {
    expect(skipsFolder(name, parent)).toBe(true);
  });

  it.each([['.config', 'ada'], ['gcloud', '.config'], ['.gam', 'ada'], ['Chrome', 'projects'], ['src', 'x'], ['Trash', 'projects'], ['toString', 'valueOf']])('%s in %s is entered', (name, parent) => {
    expect(skipsFolder(name, parent)).toBe(false);
  });
});

describe('first bytes', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it.each([['{"a"', true], ['\n  {', true], ['\uFEFF{', true], ['(dp0', true], ['GAME', false], ['[1]', false], ['', false]])('%j', (text, like) => {
    expect(beginsLikeCredential(bytes(text))).toBe(like);
  });

  it('of a pickle and of Java', () => {
    expect(beginsLikeCredential(new Uint8Array([0x80, 4, 0x95]))).toBe(true);
    expect(beginsLikeCredential(new Uint8Array([0x80, 9]))).toBe(false);
    expect(beginsLikeCredential(new Uint8Array([0xac, 0xed, 0, 5]))).toBe(true);
  });
});

describe('the usual places', () => {
  it('lie in the home folder, and where the environment says', () => {
    expect(pathsOf(around())).toEqual(expect.arrayContaining(['/home/ada/.config/gcloud', '/home/ada/.oauth2l', '/home/ada/.local/share/gcalcli', '/home/ada/.gam', '/home/ada/Downloads', '/home/ada']));
    const moved = usualPlaces(around({ CLOUDSDK_CONFIG: '/srv/gcloud', GOOGLE_APPLICATION_CREDENTIALS: '/srv/key.json', XDG_DATA_HOME: '/data' }));
    expect(moved.filter(({ root }) => root.kind === 'chosen').map(({ root, isFile }) => [root.path, isFile])).toEqual([['/srv/gcloud', false], ['/srv/key.json', true]]);
    expect(moved.map(({ root }) => root.path)).toContain('/data/gcalcli');
  });

  it('of an empty or relative variable are the usual ones', () => {
    expect(pathsOf(around({ CLOUDSDK_CONFIG: '', XDG_DATA_HOME: 'data', GAMCFGDIR: '../x' }))).toEqual(pathsOf(around()));
  });

  it('of Windows and macOS are theirs', () => {
    expect(pathsOf(around({ APPDATA: 'C:\\Users\\ada\\AppData\\Roaming' }, 'win32', 'C:\\Users\\ada'))).toEqual(expect.arrayContaining(['C:\\Users\\ada\\AppData\\Roaming\\gcloud', 'C:\\Users\\ada\\.oauth2l']));
    expect(pathsOf(around({}, 'darwin', '/Users/ada'))).toContain('/Users/ada/Library/Application Support/gcalcli');
  });

  it('have ids of their own', () => {
    const ids = usualPlaces(around({ CLOUDSDK_CONFIG: '/a', GOOGLE_APPLICATION_CREDENTIALS: '/b', GAMCFGDIR: '/c', GOOGLE_WORKSPACE_CLI_CONFIG_DIR: '/d' })).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([['/', true], ['/proc', true], ['/sys/kernel', true], ['C:\\', true], ['\\\\nas', true], ['/home', false], ['/processing', false], ['C:\\Users', false]])('%s is too wide a folder: %s', (path, wide) => {
    expect(isTooWide(path)).toBe(wide);
  });

  it.each([['/home/ada', '~'], ['/home/ada/.oauth2l', '~/.oauth2l'], ['/home/adam/x', '/home/adam/x'], ['/srv/x', '/srv/x']])('%s is shown as %s', (path, shown) => {
    expect(shortPath(path, '/home/ada')).toBe(shown);
  });
});

describe('a mode', () => {
  it.each([[0o600, 'owner', '0600'], [0o400, 'owner', '0400'], [0o640, 'group', '0640'], [0o604, 'others', '0604'], [0o666, 'others', '0666'], [0o602, 'others', '0602']] as const)('%o is for %s', (bits, access, octal) => {
    expect(accessOf(bits)).toBe(access);
    expect(octalOf(bits)).toBe(octal);
  });
});

describe('a finding', () => {
  it('can be asked about when it holds a credential, and tightened when others can read it', () => {
    expect(abilitiesOf(finding(mode(0o644)))).toEqual({ check: true, import: true, tighten: true, revoke: true });
    expect(abilitiesOf(finding({ state: 'ended' }))).toEqual({ check: true, import: false, tighten: false, revoke: false });
    expect(abilitiesOf(finding({ kind: 'client-file', credentials: [] }))).toEqual({ check: false, import: true, tighten: false, revoke: false });
    expect(abilitiesOf(finding({ kind: 'service-account', credentials: [], file: { ...finding().file, mode: null } }))).toEqual({ check: false, import: false, tighten: false, revoke: false });
  });

  it('may do what Google said, before what the file says, before what can be seen of it', () => {
    const recorded = [{ clientId: null, email: 'a@x.example', scopes: [CALENDAR] }];
    expect(scopesOf({ granted: [FREE_BUSY], credentials: recorded, named: ['z'] })).toEqual([FREE_BUSY]);
    expect(scopesOf({ granted: null, credentials: recorded, named: ['z'] })).toEqual([CALENDAR]);
    expect(scopesOf({ granted: null, credentials: [], named: ['z'] })).toEqual(['z']);
    expect(scopesOf({ granted: null, credentials: [], named: null })).toBeNull();
    expect(accountsOf({ owners: [{ sub: '1', email: 'g@x.example' }], credentials: recorded })).toEqual(['g@x.example']);
    expect(accountsOf({ owners: [null], credentials: recorded })).toEqual(['a@x.example']);
    expect(accountsOf({ owners: [{ sub: 'unnamed-1', email: 'Unknown account' }], credentials: recorded })).toEqual([]);
  });

  it('stands by what lives, who can read it, and what it opens', () => {
    const made = (path: string, change: Partial<Finding>) => finding({ ...change, file: { ...finding().file, ...change.file, path } });
    const granted = [CALENDAR];
    const list = [
      made('f ended and open', { state: 'ended', ...mode(0o666) }),
      made('e client file', { kind: 'client-file', credentials: [], ...mode(0o644) }),
      made('d not checked', {}),
      made('c not checked, open', mode(0o644)),
      made('b alive', { state: 'alive', granted }),
      made('a alive, group', { state: 'alive', granted, ...mode(0o640) }),
      made('0 alive, open, mild', { state: 'alive', granted: [FREE_BUSY], ...mode(0o644) }),
      made('1 alive, open, strong', { state: 'alive', granted, ...mode(0o644) }),
      made('2 key, open', { kind: 'service-account', credentials: [], ...mode(0o644) }),
    ];
    expect(list.sort(byDanger).map(({ file }) => file.path)).toEqual(['1 alive, open, strong', '0 alive, open, mild', 'a alive, group', 'b alive', '2 key, open', 'c not checked, open', 'd not checked', 'e client file', 'f ended and open']);
  });
});
