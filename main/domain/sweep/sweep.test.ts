import { describe, expect, it } from 'vitest';
import { ClientService } from '../clients/client-service.ts';
import { RunningCalls } from '../google/running-calls.ts';
import { CredentialImport } from '../interop/credential-import.ts';
import { GOOGLE } from '../oauth/endpoints.ts';
import { fault, FaultError, ok } from '../shared/fault.ts';
import { CountingRandom } from '../testing/counting-random.ts';
import { codeOf, GrantWorld, rest } from '../testing/grant-world.ts';
import { MemoryFiles } from '../testing/memory-files.ts';
import { desktopClient } from '../testing/sample-client.ts';
import { json } from '../testing/scripted-fetch.ts';
import { CredentialDesk } from './credential-desk.ts';
import { FindingActions } from './finding-actions.ts';
import { Sweep } from './sweep.ts';

const CALENDAR = 'https://www.googleapis.com/auth/calendar';
const CLIENT = { client_id: desktopClient.clientId, client_secret: 'GOCSPX-desk' };
const tokenOf = (name: string): object => ({ ...CLIENT, token: `ya29.${name}`, refresh_token: `1//${name}`, scopes: [CALENDAR] });

/** A computer with an app on it; refresh tokens named in `alive` are known to Google. */
class SweepWorld {
  readonly grants: GrantWorld;
  readonly files = new MemoryFiles();
  readonly running = new RunningCalls();
  readonly clients: ClientService;
  readonly sweep: Sweep;
  readonly acts: FindingActions;
  folders: readonly string[] = [];
  told = 0;
  alive: readonly string[] = [];

  constructor(grants: GrantWorld, onlyStoredClients = false) {
    this.grants = grants;
    const { clock, activity, records, net } = grants;
    const random = new CountingRandom();
    this.clients = new ClientService({ records, clock, random, activity });
    this.sweep = new Sweep({
      files: this.files,
      surroundings: { platform: 'linux', home: '/home/ada', env: () => null },
      leaveAlone: [],
      folders: { get: () => this.folders, set: async (folders) => void (this.folders = folders) },
      activity,
      clock,
      random,
      running: this.running,
      onChange: () => (this.told += 1),
    });
    const shared = { fetch: net.fetch, clock, endpoints: () => GOOGLE, clients: this.clients, grants: grants.grants };
    this.acts = new FindingActions({
      files: this.files,
      findings: this.sweep.findings,
      desk: new CredentialDesk({ ...shared, onlyStoredClients }),
      importer: new CredentialImport({ ...shared, mayAsk: async () => ok(null), activity, running: this.running, onProgress: () => undefined }),
      clients: this.clients,
      activity,
      clock,
      running: this.running,
      home: '/home/ada',
    });
    net.on('/token', ({ form }) => {
      const token = form.get('refresh_token') ?? '';
      return this.alive.includes(token) ? json(200, { access_token: `ya29.new-${token}`, expires_in: 3600, scope: `openid ${CALENDAR}`, id_token: grants.idToken(token.slice(3)) }) : json(400, { error: 'invalid_grant' });
    });
    net.on('/revoke', () => json(200, {}));
  }

  static async open(onlyStoredClients = false): Promise<SweepWorld> {
    return new SweepWorld(await GrantWorld.open(), onlyStoredClients);
  }

  async swept(): Promise<this> {
    await this.sweep.start({ callId: 'sweep', wholeHome: true });
    return this;
  }

  at(path: string) {
    const found = this.sweep.state()?.findings.find(({ file }) => file.path === path);
    if (found === undefined) throw new Error(`${path} was not found`);
    return found;
  }

  log(): readonly (readonly unknown[])[] {
    return this.grants.activity.entries.map(({ what, outcome, detail }) => [what, outcome, detail]);
  }
}

describe('a sweep', () => {
  it('finds, counts, tells, and leaves a row', async () => {
    const world = await SweepWorld.open();
    world.files.put('/home/ada/.gam/oauth2.txt', tokenOf('gam'), 0o644);
    world.files.put('/home/ada/game/levels.dat', 'GAME');
    world.files.put('/home/ada/notes.txt', 'x');
    expect(world.sweep.state()).toBeNull();
    await world.swept();
    expect(world.sweep.state()).toMatchObject({ cancelled: false, wholeHome: true, counts: { files: 3 }, findings: [{ kind: 'gam', state: 'not-checked' }] });
    expect(world.sweep.state()?.endedAt).not.toBeNull();
    expect(world.sweep.state()?.places.get('/home/ada/.gam')).toBe('present');
    expect(world.log()).toEqual([['sweep', 'ok', '1 found in 0 folders, the whole home folder']]);
    expect(world.told).toBeGreaterThan(0);
    expect(world.grants.net.seen).toEqual([]);
    expect(JSON.stringify(world.sweep.state())).not.toMatch(/ya29|1\/\/|GOCSPX/);
  });

  it('is cancelled with what was found by then, and does not run twice', async () => {
    const world = await SweepWorld.open();
    let open = (): void => undefined;
    world.files.gate = new Promise((resolve) => { open = resolve; });
    world.files.put('/home/ada/token.json', tokenOf('a'));
    world.files.put('/home/ada/x/token.json', tokenOf('b'));
    const first = world.sweep.start({ callId: 'one', wholeHome: false });
    await rest();
    expect(codeOf(await world.sweep.start({ callId: 'two', wholeHome: false }))).toBe('sweep-in-progress');
    world.running.cancel('one');
    open();
    await first;
    expect(world.sweep.state()).toMatchObject({ cancelled: true, findings: [{}] });
    expect(world.log().at(-1)?.[1]).toBe('cancelled');
    await world.swept();
    expect(world.sweep.state()).toMatchObject({ cancelled: false, findings: [{}, {}] });
  });

  it('leaves nothing behind for the next profile', async () => {
    const world = await SweepWorld.open();
    world.files.put('/home/ada/token.json', tokenOf('a'));
    await world.swept();
    world.sweep.close();
    expect(world.sweep.state()).toBeNull();
    expect(world.sweep.findings.size).toBe(0);
  });

  it('that runs while the profile closes brings nothing to light afterwards, and later ones are told again', async () => {
    const world = await SweepWorld.open();
    let open = (): void => undefined;
    world.files.gate = new Promise((resolve) => { open = resolve; });
    world.files.put('/home/ada/token.json', tokenOf('a'));
    world.files.put('/home/ada/x/token.json', tokenOf('b'));
    const running = world.sweep.start({ callId: 'one', wholeHome: false });
    await rest();
    world.sweep.close();
    open();
    await running;
    expect(world.sweep.state()).toBeNull();
    expect(world.sweep.findings.size).toBe(0);
    world.grants.clock.advance(1000);
    const { told } = world;
    await world.swept();
    expect(world.told).toBeGreaterThan(told);
    expect(world.sweep.findings.size).toBe(2);
  });

  it('remembers folders, refuses the whole computer, and says when they cannot be saved', async () => {
    const world = await SweepWorld.open();
    expect(codeOf(await world.sweep.addFolder('/'))).toBe('folder-too-wide');
    await world.sweep.addFolder('/srv/a');
    await world.sweep.addFolder('/srv/a');
    await world.sweep.addFolder('/srv/b');
    const [a] = world.sweep.folders();
    expect(world.sweep.folders()[0]?.id).toBe(a?.id);
    await world.sweep.removeFolder(a?.id ?? '');
    expect(world.folders).toEqual(['/srv/b']);
    world.folders = Array.from({ length: 50 }, (_, at) => `/srv/${String(at)}`);
    expect(codeOf(await world.sweep.addFolder('/srv/one-more'))).toBe('folders-too-many');
    const full = new FaultError(fault('vault-disk-full', 'The disk is full.'));
    const failing = new Sweep({ ...({ clock: world.grants.clock, onChange: () => undefined } as unknown as ConstructorParameters<typeof Sweep>[0]), folders: { get: () => [], set: () => Promise.reject(full) } });
    await expect(failing.addFolder('/srv/a')).rejects.toBe(full);
  });
});

describe('what was found', () => {
  it('is checked: alive with Google’s word on scopes and account, ended, or unknown', async () => {
    const world = await SweepWorld.open();
    world.alive = ['1//ada'];
    world.files.put('/home/ada/token.json', tokenOf('ada'));
    world.files.put('/home/ada/.gam/oauth2.txt', tokenOf('dead'));
    await world.swept();
    expect(codeOf(await world.acts.checkAll('all'))).toBe('ok');
    expect(world.at('/home/ada/token.json')).toMatchObject({ state: 'alive', granted: ['openid', CALENDAR], owners: [{ sub: 'ada', email: 'ada@example.com' }] });
    expect(world.at('/home/ada/.gam/oauth2.txt')).toMatchObject({ state: 'ended', granted: null });
    world.grants.net.on('/token', () => { throw new TypeError('fetch failed'); });
    await world.acts.check(world.at('/home/ada/token.json').id, 'one');
    expect(world.at('/home/ada/token.json').state).toBe('unknown');
    expect(world.log().filter(([what]) => what === 'check file')).toHaveLength(3);
    expect(JSON.stringify(world.log())).not.toMatch(/ya29|1\/\//);
  });

  it('with several credentials is alive when one of them is', async () => {
    const world = await SweepWorld.open();
    world.alive = ['1//b'];
    world.files.put('/home/ada/.clasprc.json', { tokens: { default: { ...CLIENT, refresh_token: '1//a' }, work: { ...CLIENT, refresh_token: '1//b' } } });
    await world.swept();
    await world.acts.checkAll('all');
    expect(world.at('/home/ada/.clasprc.json')).toMatchObject({ state: 'alive', detail: '1 of the 2 credentials in it.', owners: [null, { sub: 'b' }] });
  });

  it('is not sent to a stand-in unless its client is stored there', async () => {
    const world = await SweepWorld.open(true);
    world.alive = ['1//ada'];
    world.files.put('/home/ada/token.json', tokenOf('ada'));
    await world.swept();
    const { id } = world.at('/home/ada/token.json');
    for (const refused of [await world.acts.check(id, 'a'), await world.acts.import(id, 'b'), await world.acts.revoke(id, 'c')]) expect(codeOf(refused)).toBe('credential-of-another-client');
    expect(world.grants.net.seen).toEqual([]);
    await world.clients.import(JSON.stringify({ installed: { ...CLIENT, redirect_uris: ['http://localhost'] } }));
    expect(codeOf(await world.acts.check(id, 'a'))).toBe('ok');
  });

  it('without a client in it asks for the one it was made with', async () => {
    const world = await SweepWorld.open();
    world.alive = ['1//n'];
    world.files.put('/home/ada/token.json', { access_token: 'ya29.n', refresh_token: '1//n' });
    await world.swept();
    const { id } = world.at('/home/ada/token.json');
    expect(codeOf(await world.acts.check(id, 'a'))).toBe('credential-client-unnamed');
    await world.clients.import(JSON.stringify({ installed: { ...CLIENT, redirect_uris: ['http://localhost'] } }));
    expect(codeOf(await world.acts.check(id, 'a'))).toBe('ok');
  });

  it('is imported, a client file too; what the file says stays where it is', async () => {
    const world = await SweepWorld.open();
    world.alive = ['1//ada'];
    world.files.put('/home/ada/token.json', tokenOf('ada'));
    world.files.put('/home/ada/Downloads/client_secret.json', { installed: { client_id: '77-c.apps.googleusercontent.com', client_secret: 'GOCSPX-other', redirect_uris: ['http://localhost'] } });
    await world.swept();
    expect(await world.acts.import(world.at('/home/ada/token.json').id, 'a')).toEqual({ ok: true, value: { accounts: ['ada@example.com'], ended: 0, left: 0, client: null } });
    expect(world.at('/home/ada/token.json')).toMatchObject({ imported: true, state: 'alive' });
    expect(world.grants.grants.list()).toMatchObject([{ email: 'ada@example.com', refreshToken: '1//ada' }]);
    expect(await world.acts.import(world.at('/home/ada/Downloads/client_secret.json').id, 'b')).toMatchObject({ ok: true, value: { client: '77-c.apps.googleusercontent.com' } });
    expect((await world.clients.list()).map(({ clientId }) => clientId).sort()).toEqual([desktopClient.clientId, '77-c.apps.googleusercontent.com'].sort());
  });

  it('is not said to be imported when the import was cancelled', async () => {
    const world = await SweepWorld.open();
    world.files.put('/home/ada/token.json', tokenOf('ada'));
    await world.swept();
    world.grants.net.on('/token', ({ init }) => new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => { reject(new DOMException('aborted', 'AbortError')); })));
    const importing = world.acts.import(world.at('/home/ada/token.json').id, 'a');
    await rest();
    world.running.cancel('a');
    expect(codeOf(await importing)).toBe('cancelled');
    expect(world.at('/home/ada/token.json').imported).toBe(false);
  });

  it('with a credential of somebody else in it is not imported as a whole', async () => {
    const world = await SweepWorld.open();
    world.files.put('/home/ada/.clasprc.json', { tokens: { mine: { ...CLIENT, refresh_token: '1//a' }, other: { client_id: 'abc', refresh_token: 'gho' } } });
    await world.swept();
    expect(codeOf(await world.acts.import(world.at('/home/ada/.clasprc.json').id, 'a'))).toBe('credential-not-google');
    await world.acts.checkAll('all');
    expect(world.grants.net.to('/token').map(({ form }) => form.get('refresh_token'))).toEqual(['1//a']);
  });

  it('is revoked with what goes with it, after Google said whose it is', async () => {
    const world = await SweepWorld.open();
    world.alive = ['1//file'];
    world.files.put('/home/ada/token.json', tokenOf('file'));
    const stored = await world.grants.granted('file');
    await world.swept();
    const { id } = world.at('/home/ada/token.json');
    // The stored one has the same refresh token here: a copy is known without asking.
    expect(await world.acts.revokePlan(id)).toMatchObject({ ok: true, value: { accountKnown: false, projects: ['1234'], dying: [{ id: stored }] } });
    expect(world.grants.net.seen).toEqual([]);
    expect(await world.acts.revoke(id, 'a')).toEqual({ ok: true, value: { alreadyRevoked: false, marked: 1 } });
    expect(world.grants.net.to('/revoke').map(({ form }) => form.get('token'))).toEqual(['1//file']);
    expect(world.grants.stateOf(stored)).toBe('revoked');
    expect(world.at('/home/ada/token.json')).toMatchObject({ state: 'ended', detail: 'Revoked at Google from here.' });
    expect(world.log().at(-1)).toEqual(['revoke', 'ok', '~/token.json']);
  });

  it('is tightened and binned, and refused in a sentence when it has changed', async () => {
    const world = await SweepWorld.open();
    world.files.put('/home/ada/token.json', tokenOf('a'), 0o644);
    await world.swept();
    const { id } = world.at('/home/ada/token.json');
    expect(codeOf(await world.acts.tighten(id))).toBe('ok');
    expect(world.at('/home/ada/token.json').file.mode).toBe(0o600);
    world.files.put('/home/ada/token.json', tokenOf('b'));
    for (const refused of [await world.acts.tighten(id), await world.acts.bin(id), await world.acts.import(id, 'x'), await world.acts.check(id, 'y'), await world.acts.revoke(id, 'z'), await world.acts.revokePlan(id)]) expect(codeOf(refused)).toBe('file-changed');
    expect(world.grants.net.seen).toEqual([]);
    await world.swept();
    const again = world.at('/home/ada/token.json').id;
    expect(codeOf(await world.acts.bin(again))).toBe('ok');
    expect(world.files.binned).toEqual(['/home/ada/token.json']);
    expect(world.sweep.findings.size).toBe(0);
    for (const gone of [await world.acts.bin(again), await world.acts.tighten(again), await world.acts.import(again, 'x'), await world.acts.check(again, 'y'), await world.acts.revokePlan(again)]) expect(codeOf(gone)).toBe('finding-gone');
  });

  it('stops asking when it is cancelled', async () => {
    const world = await SweepWorld.open();
    world.files.put('/home/ada/token.json', tokenOf('a'));
    await world.swept();
    world.grants.net.on('/token', () => new Promise(() => undefined));
    const checking = world.acts.check(world.at('/home/ada/token.json').id, 'a');
    await rest();
    world.running.cancel('a');
    expect(codeOf(await checking)).toBe('cancelled');
    expect(world.at('/home/ada/token.json').state).toBe('not-checked');
  });

  it('is unknown when Google does not answer in time', async () => {
    const world = await SweepWorld.open();
    world.files.put('/home/ada/token.json', tokenOf('a'));
    await world.swept();
    world.grants.net.on('/token', () => new Promise(() => undefined));
    const checking = world.acts.checkAll('a');
    await rest();
    world.grants.clock.advance(46_000);
    await checking;
    expect(world.at('/home/ada/token.json')).toMatchObject({ state: 'unknown' });
  });
});
