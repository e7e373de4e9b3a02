import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NodeLoopbackReceiver } from '../adapters/loopback-receiver.ts';
import { cryptoRandom } from '../adapters/crypto-random.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { ClientService } from '../domain/clients/client-service.ts';
import { GrantService } from '../domain/grants/grant-service.ts';
import type { ConsentAttempt, StartConsent } from '../domain/oauth/consent-attempt.ts';
import { ConsentService } from '../domain/oauth/consent-service.ts';
import { standInEndpoints, type GoogleEndpoints } from '../domain/oauth/endpoints.ts';
import type { ConsentWindowEvents } from '../domain/oauth/surface.ts';
import { ActivityList } from '../domain/testing/activity-list.ts';
import { MemoryRecords } from '../domain/testing/memory-records.ts';
import { practiceClients } from '../sandbox/practice-clients.ts';
import { Browser, type Screen } from '../sandbox/testing/browser.ts';
import { startTestSandbox, type TestSandbox } from '../sandbox/testing/start.ts';

const ada = 'ada.lovelace@harbor.example';
const maya = 'maya.okafor@harbor.example';
const CALENDAR = 'https://www.googleapis.com/auth/calendar.readonly';
const GROUPS = 'https://www.googleapis.com/auth/apps.groups.settings';
const SIGN_IN = ['openid', 'https://www.googleapis.com/auth/userinfo.email', 'https://www.googleapis.com/auth/userinfo.profile'];

/** A person in a browser: signs in as `account`, ticks `tick`, and lets the browser follow the last redirect. */
class Person {
  account = ada;
  tick: readonly string[] = [CALENDAR, GROUPS];
  /** The page that came back from the loopback address. */
  lastPage = '';

  async visit(url: string): Promise<URL | null> {
    const { origin } = new URL(url);
    const browser = new Browser(origin);
    let at: Screen | URL = await browser.open(url);
    while (!(at instanceof URL)) {
      if (at.url.pathname === '/signin/oauth/error') return null;
      at = await browser.submit(at, this.#answersTo(at));
    }
    return at;
  }

  #answersTo(at: Screen): [string, string][] {
    if (at.url.pathname === '/v3/signin/accountchooser') return [['account', this.account]];
    if (at.url.pathname === '/signin/oauth/warning') return [['answer', 'continue']];
    return [...this.tick.map((scope): [string, string] => ['scope', scope]), ['answer', 'continue']];
  }
}

let sandbox: TestSandbox;
let person: Person;
let grants: GrantService;
let consent: ConsentService;
let clientRef: string;
let windows: { readonly url: string; readonly events: ConsentWindowEvents }[];
let settled: (attempt: ConsentAttempt) => void;

beforeEach(async () => {
  sandbox = await startTestSandbox({ now: () => Date.now() });
  person = new Person();
  windows = [];
  const endpoints = (): GoogleEndpoints => {
    const made = standInEndpoints(sandbox.origin);
    if (made === null) throw new Error('the sandbox is not on a loopback origin');
    return made;
  };
  const records = new MemoryRecords();
  const activity = new ActivityList();
  const clients = new ClientService({ records, clock: systemClock, random: cryptoRandom, activity });
  const shared = { endpoints, clients, activity, clock: systemClock, fetch: (url: string, init?: RequestInit) => fetch(url, init) };
  grants = new GrantService({ ...shared, records, onChange: () => undefined });
  await grants.reload();
  consent = new ConsentService({
    ...shared,
    grants,
    random: cryptoRandom,
    loopback: new NodeLoopbackReceiver(),
    windows: {
      open: ({ url }, events) => {
        windows.push({ url, events });
        return { focus: () => undefined, close: () => undefined };
      },
    },
    browser: {
      open: async (url) => {
        const redirect = await person.visit(url);
        if (redirect !== null) person.lastPage = await (await fetch(redirect)).text();
      },
    },
    ssoHosts: () => [],
    onChange: (attempt) => {
      if (attempt !== null && attempt.outcome !== null) settled(attempt);
    },
  });
  const imported = await clients.import(JSON.stringify(practiceClients.desktop));
  if (!imported.ok) throw new Error(imported.error.message);
  clientRef = imported.value.client.id;
});

afterEach(async () => {
  await consent.shutdown();
  await sandbox.close();
});

/** Starts, lets the person do their part, and gives the settled attempt. */
async function go(change: Partial<StartConsent> = {}, meanwhile: () => void = () => undefined): Promise<ConsentAttempt> {
  const end = new Promise<ConsentAttempt>((resolve) => { settled = resolve; });
  const started = await consent.start({ clientRef, scopes: [CALENDAR, GROUPS], surface: 'browser', purpose: 'new', authorizationId: null, ...change });
  if (!started.ok) throw new Error(`${started.error.code}: ${started.error.message}`);
  meanwhile();
  return await end;
}

describe('consent at the sandbox', () => {
  it('comes back over a real port and is renewed, checked and revoked', async () => {
    const attempt = await go();
    expect(attempt.outcome).toMatchObject({ kind: 'granted', refused: [], unexpected: [], otherAccount: null });
    expect(attempt.stepsDone.map(({ step }) => step)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(attempt.ignored).toEqual([]);
    await expect(fetch(`http://${attempt.comesBackTo}`)).rejects.toThrow();
    expect(person.lastPage).not.toMatch(/code=|state=/);

    const [authorization] = grants.list();
    const id = authorization?.id ?? '';
    expect(authorization).toMatchObject({ email: ada, hostedDomain: 'harbor.example', granted: expect.arrayContaining([...SIGN_IN, CALENDAR, GROUPS]) as string[] });
    const first = grants.tokens(id)?.access;
    expect((await grants.refreshNow(id)).ok).toBe(true);
    expect(grants.tokens(id)?.access).not.toBe(first);
    expect(await grants.check(id)).toMatchObject({ ok: true, value: { audienceMatches: true, missing: [], added: [], email: ada } });

    expect(await grants.revoke(id)).toEqual({ ok: true, value: { alreadyRevoked: false, marked: [id] } });
    expect(grants.standing(grants.get(id) ?? fail()).state).toBe('revoked');
  });

  it('tells an unticked scope, asks again, and drops one', async () => {
    person.tick = [CALENDAR];
    const first = await go();
    expect(first.outcome).toMatchObject({ kind: 'granted', refused: [GROUPS] });
    const id = grants.list()[0]?.id ?? '';
    person.tick = [CALENDAR, GROUPS];
    const again = await go({ purpose: 'ask-again', authorizationId: id });
    expect(again.outcome).toMatchObject({ kind: 'granted', authorizationId: id, refused: [] });
    const dropped = await go({ purpose: 'drop', authorizationId: id, scopes: [GROUPS] });
    expect(dropped.outcome).toMatchObject({ kind: 'granted', authorizationId: id, refused: [], unexpected: [] });
    expect(grants.get(id)?.granted).not.toContain(CALENDAR);
    expect(grants.list()).toHaveLength(1);
  });

  it('keeps the account that consented instead of the expected one apart', async () => {
    await go();
    const id = grants.list()[0]?.id ?? '';
    await sandbox.faults({ wrongAccount: true });
    const other = await go({ purpose: 'reauthorize', authorizationId: id });
    expect(other.outcome).toMatchObject({ kind: 'granted', otherAccount: { expected: ada } });
    expect(grants.list()).toHaveLength(2);
  });

  it('is declined', async () => {
    await sandbox.faults({ deny: true });
    expect((await go()).outcome).toMatchObject({ kind: 'failed', error: { code: 'access-denied' } });
    expect(grants.list()).toEqual([]);
  });

  it('moves from a refused app window to the browser', async () => {
    const attempt = await go({ surface: 'app-window' }, () => windows[0]?.events.onRefused());
    expect(attempt).toMatchObject({ surface: 'browser', moved: { code: 'app-window-refused' }, outcome: { kind: 'granted' } });
  });

  it('finds out that the grant was revoked from afar', async () => {
    await go();
    const id = grants.list()[0]?.id ?? '';
    await sandbox.act({ type: 'revoke-from-afar' });
    expect(await grants.check(id)).toMatchObject({ ok: false, error: { code: 'sign-in-needed' } });
    person.account = maya;
    await go();
    expect(grants.list().map(({ email, mark }) => `${email} ${mark}`)).toEqual([`${ada} sign-in-needed`, `${maya} none`]);
  });
});

function fail(): never {
  throw new Error('the authorization is gone');
}
