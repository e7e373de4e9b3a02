import { describe, expect, it } from 'vitest';
import { GOOGLE } from '../domain/oauth/endpoints.ts';
import { ok } from '../domain/shared/fault.ts';
import { ManualClock } from '../domain/testing/manual-clock.ts';
import { ScriptedFetch } from '../domain/testing/scripted-fetch.ts';
import { Keyring } from '../domain/vault/keyring.ts';
import { MemoryStorage } from '../domain/vault/memory-storage.ts';
import { FakeKeyBox, quickKdf, webRandom } from '../domain/vault/test-fakes.ts';
import { Desk, practiceClientIds } from './desk.ts';
import type { GoogleChoice } from './google-choice.ts';
import { chooseGoogle } from './google-choice.ts';
import { PracticeHost } from './practice-host.ts';
import { quietEvents, quietPorts } from './testing/quiet-workspace.ts';
import { ModeWorkspace } from './workspace.ts';

interface Options {
  readonly keychain?: boolean;
  readonly base?: GoogleChoice;
  readonly resumePractice?: boolean;
  readonly sandboxStarts?: boolean;
  readonly storage?: MemoryStorage;
}

function setUp(options: Options = {}) {
  const storage = options.storage ?? new MemoryStorage();
  const clock = new ManualClock();
  const keyBox = new FakeKeyBox();
  keyBox.protects = options.keychain ?? true;
  const keyring = new Keyring({ storage, keyBox, kdf: quickKdf, random: webRandom, clock });
  const { fetch } = new ScriptedFetch();
  const errors: unknown[] = [];
  const opened: string[] = [];
  const remembered: string[] = [];
  let sandboxes = 0;
  const running = new Set<number>();
  const ends: (() => void)[] = [];
  const host: PracticeHost = new PracticeHost({
    start: async (onGone) => {
      if (options.sandboxStarts === false) throw new Error('the sandbox did not start');
      const number = ++sandboxes;
      running.add(number);
      ends.push(() => {
        running.delete(number);
        onGone();
      });
      return { origin: `http://127.0.0.1:${4000 + number}`, controlKey: 'k', stop: async () => void running.delete(number) };
    },
    fetch,
    clock,
    onRestarted: (endpoints) => desk.sandboxRestarted(endpoints),
    reportError: (error) => errors.push(error),
  });
  const desk: Desk = new Desk({
    base: options.base ?? { mode: 'google', endpoints: GOOGLE },
    keyring,
    host,
    resumePractice: options.resumePractice ?? false,
    rememberMode: async (mode) => void remembered.push(mode),
    makeWorkspace: (mode, endpoints) =>
      new ModeWorkspace(
        { mode, endpoints, records: keyring.records(mode), cache: keyring.cache(mode), practiceClientIds },
        quietPorts({
          fetch,
          clock,
          browserFor: () => ({ open: async (url) => void opened.push(url) }),
          reportError: (_what, error) => errors.push(error),
        }),
        quietEvents,
      ),
    onChange: () => undefined,
    reportError: (_what, error) => errors.push(error),
  });
  const clientIds = async (): Promise<string[]> => (await (await desk.workspace()).clients.list()).map((client) => client.clientId).sort();
  return { storage, clock, keyring, desk, errors, opened, remembered, running, ends, clientIds };
}

const desktopFile = JSON.stringify({
  installed: {
    client_id: '1234567890-abcdefghijklmnopqrstuvwxyz012345.apps.googleusercontent.com',
    project_id: 'rota-sync',
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: 'https://oauth2.googleapis.com/token',
    client_secret: 'GOCSPX-abcdefghijklmnopqrstuvwxyz01',
    redirect_uris: ['http://localhost'],
  },
});

describe('modes', () => {
  it('practice brings its own clients into a profile of its own, and leaving finds the old ones', async () => {
    const { desk, clientIds, remembered, running } = setUp();
    await (await desk.workspace()).clients.import(desktopFile);
    expect(await desk.enterPractice()).toEqual(ok(null));
    const practice = await desk.workspace();
    expect(practice).toMatchObject({ mode: 'practice', endpoints: { accountsOrigin: 'http://127.0.0.1:4001', google: false } });
    expect(await clientIds()).toEqual([...practiceClientIds].sort());
    expect((await practice.clients.list()).map((client) => practice.isPracticeClient(client))).toEqual([true, true]);

    expect(await desk.leavePractice()).toEqual(ok(null));
    expect((await desk.workspace()).endpoints).toBe(GOOGLE);
    expect(await clientIds()).toHaveLength(1);
    expect(running.size).toBe(0);
    expect(remembered).toEqual(['practice', 'google']);
  });

  it('entering twice starts one sandbox', async () => {
    const { desk, running } = setUp();
    expect(await Promise.all([desk.enterPractice(), desk.enterPractice()])).toEqual([ok(null), ok(null)]);
    expect(running.size).toBe(1);
  });

  it('come back as the last session left them', async () => {
    const { desk, clientIds } = setUp({ resumePractice: true });
    expect((await desk.workspace()).mode).toBe('practice');
    expect(await clientIds()).toEqual([...practiceClientIds].sort());
  });

  it('a removed practice client stays removed until practice is entered again', async () => {
    const first = setUp();
    await first.desk.enterPractice();
    const [client] = await (await first.desk.workspace()).clients.list();
    await (await first.desk.workspace()).clients.remove(client?.id ?? '');
    await first.desk.close();
    const second = setUp({ resumePractice: true, storage: first.storage });
    expect(await second.clientIds()).toHaveLength(1);
    await second.desk.leavePractice();
    await second.desk.enterPractice();
    expect(await second.clientIds()).toHaveLength(2);
  });

  it('an origin given on purpose goes before a remembered practice', async () => {
    const base = chooseGoogle('http://127.0.0.1:9999', false) as GoogleChoice;
    const { desk, running } = setUp({ resumePractice: true, base });
    expect((await desk.workspace()).mode).toBe('custom');
    expect(running.size).toBe(0);
  });

  it('a sandbox that ended is replaced, and the user is told', async () => {
    const { desk, clock, ends } = setUp();
    await desk.enterPractice();
    clock.advance(60_000);
    ends[0]?.();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await desk.workspace()).endpoints.accountsOrigin).toBe('http://127.0.0.1:4002');
    expect(desk.notice?.code).toBe('practice-restarted');
    await desk.leavePractice();
    expect(desk.notice).toBeNull();
  });

  it('a change of mode cancels a consent in progress', async () => {
    const { desk, opened } = setUp();
    await desk.enterPractice();
    const { clients, consent } = await desk.workspace();
    const [client] = await clients.list();
    const started = await consent.start({ clientRef: client?.id ?? '', scopes: [], surface: 'browser', purpose: 'new', authorizationId: null });
    expect(started.ok).toBe(true);
    expect(opened).toHaveLength(1);
    await desk.leavePractice();
    expect(consent.current()?.outcome).toEqual({ kind: 'cancelled' });
  });
});

describe('the vault', () => {
  it('keeps practice closed while it is', async () => {
    const { desk, keyring } = setUp({ keychain: false });
    expect(await desk.enterPractice()).toMatchObject({ ok: false, error: { code: 'vault-locked' } });
    await keyring.useMemoryOnly();
    expect(await desk.enterPractice()).toEqual(ok(null));
  });

  it('is read when a passphrase opens it after the start', async () => {
    const first = setUp({ keychain: false });
    await first.desk.workspace();
    await first.keyring.createWithPassphrase('correct horse battery');
    await (await first.desk.workspace()).clients.import(desktopFile);
    await first.desk.close();

    const { desk, keyring, clientIds } = setUp({ keychain: false, storage: first.storage });
    await desk.workspace();
    expect(keyring.status().state).toBe('locked');
    await expect(clientIds()).rejects.toMatchObject({ fault: { code: 'vault-locked' } });
    expect(await keyring.unlock('correct horse battery')).toEqual(ok(null));
    expect(await clientIds()).toHaveLength(1);
    expect((await desk.workspace()).grants.list()).toEqual([]);
  });

  it('locks after what is in progress has ended, and opens again', async () => {
    const { desk, keyring, clientIds, errors } = setUp();
    await (await desk.workspace()).clients.import(desktopFile);
    (await desk.workspace()).activity.record({ account: null, what: 'call', outcome: 'ok', detail: null });
    expect(await desk.lock()).toEqual(ok(null));
    await expect((await desk.workspace()).activity.rows()).rejects.toMatchObject({ fault: { code: 'vault-locked' } });
    expect(await keyring.retryKeychain()).toEqual(ok(null));
    expect(await clientIds()).toHaveLength(1);
    expect(await (await desk.workspace()).activity.rows()).toMatchObject([{ what: 'call' }]);
    expect(errors).toEqual([]);
  });

  it('is not locked where that would lose everything, and nothing ends', async () => {
    const { desk, keyring } = setUp({ keychain: false });
    await desk.workspace();
    await keyring.useMemoryOnly();
    await (await desk.workspace()).clients.import(desktopFile);
    expect(await desk.lock()).toMatchObject({ ok: false });
    expect(await (await desk.workspace()).clients.list()).toHaveLength(1);
  });
});

describe('a sandbox that does not start', () => {
  it('leaves the mode as it was, and the next change works', async () => {
    const { desk, errors } = setUp({ sandboxStarts: false });
    expect(await desk.enterPractice()).toMatchObject({ ok: false, error: { code: 'practice-failed' } });
    expect((await desk.workspace()).mode).toBe('google');
    expect(errors).toHaveLength(1);
    expect(await desk.lock()).toEqual(ok(null));
  });

  it('does not keep the app from starting', async () => {
    const { desk, keyring } = setUp({ sandboxStarts: false, resumePractice: true });
    expect(await (await desk.workspace()).clients.import(desktopFile)).toMatchObject({ ok: true });
    expect(keyring.status().state).toBe('unlocked');
    expect(desk.notice?.code).toBe('practice-failed');
  });
});
