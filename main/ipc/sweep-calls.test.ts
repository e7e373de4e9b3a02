import { describe, expect, it } from 'vitest';
import { RunningCalls } from '../domain/google/running-calls.ts';
import { shortPath } from '../domain/shared/short-path.ts';
import type { FindingActions } from '../domain/sweep/finding-actions.ts';
import { Sweep } from '../domain/sweep/sweep.ts';
import { ok } from '../domain/shared/fault.ts';
import { CountingRandom } from '../domain/testing/counting-random.ts';
import { ActivityList } from '../domain/testing/activity-list.ts';
import { ManualClock } from '../domain/testing/manual-clock.ts';
import { MemoryFiles } from '../domain/testing/memory-files.ts';
import { desktopClient } from '../domain/testing/sample-client.ts';
import { GrantWorld } from '../domain/testing/grant-world.ts';
import type { Services } from './services.ts';
import { sweepCalls } from './sweep-calls.ts';

const SECRETS = ['ya29.seededAccessTokenOfTheTest', '1//0gSeededRefreshTokenOfTheTest', 'GOCSPX-seededClientSecretOfTheTest', 'SEEDED-PRIVATE-KEY'];
const [access, refresh, secret, key] = SECRETS;
const client = { client_id: desktopClient.clientId, client_secret: secret };

async function setUp(picked: string | null = '/srv/work') {
  const files = new MemoryFiles();
  files.put('/home/ada/token.json', { ...client, token: access, refresh_token: refresh, scopes: ['openid', 'https://www.googleapis.com/auth/calendar'] }, 0o644);
  files.put('/home/ada/.oauth2l', { [JSON.stringify({ CredentialsJSON: JSON.stringify({ installed: client }), Scope: 'openid', Audience: '', APIKey: '' })]: btoa(JSON.stringify({ AccessToken: access, RefreshToken: refresh })) });
  files.put('/home/ada/.gam/oauth2.txt', JSON.stringify({ ...client, token: access, refresh_token: refresh }).slice(0, -30));
  files.put('/home/ada/Downloads/service-account.json', { type: 'service_account', client_email: 'x@y.iam.gserviceaccount.com', private_key: key });
  files.put('/home/ada/Downloads/client_secret.json', { installed: { ...client, redirect_uris: ['http://localhost'] } });
  let folders: readonly string[] = [];
  const activity = new ActivityList();
  const sweep = new Sweep({
    files,
    surroundings: { platform: 'linux', home: '/home/ada', env: () => null },
    leaveAlone: [],
    folders: { get: () => folders, set: async (next) => void (folders = next) },
    activity,
    clock: new ManualClock(),
    random: new CountingRandom(),
    running: new RunningCalls(),
    onChange: () => undefined,
  });
  const world = await GrantWorld.open();
  const stored = await world.granted('ada');
  const authorization = world.grants.get(stored);
  const findings = {
    revokePlan: async () => ok({ accounts: ['ada@example.com'], projects: ['1234'], accountKnown: true, dying: [authorization] }),
    revoke: async () => ok({ alreadyRevoked: false, marked: 1, secret: refresh }),
    import: async () => ok({ accounts: ['ada@example.com'], ended: 0, left: 0, client: null, secret: refresh }),
  } as unknown as FindingActions;
  let clientsTold = 0;
  const services = {
    workspace: async () => ({ sweep, findings, insight: { worstCase: () => [{ effect: 'delete', sentence: 'Delete every event.' }] }, clients: { list: async () => [desktopClient] } }),
    shortPath: (path: string) => shortPath(path, '/home/ada'),
    pickFolder: async () => picked,
    clientsChanged: () => (clientsTold += 1),
  } as unknown as Services;
  return { calls: sweepCalls(services), clientsTold: () => clientsTold, activity };
}

describe('the calls of the sweep', () => {
  it('name places before a sweep, and look at nothing', async () => {
    const { calls, activity } = await setUp();
    const answer = await calls.sweep(undefined);
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.value).toMatchObject({ run: null, findings: [], folders: [] });
    expect(answer.value.places).toContainEqual({ id: 'oauth2l', tool: 'oauth2l', path: '~/.oauth2l', isFile: true, state: null });
    expect(activity.entries).toEqual([]);
  });

  it('tell what was found in words, and no secret of it', async () => {
    const { calls } = await setUp();
    const answer = await calls.startSweep({ callId: 'c', wholeHome: true });
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.value.findings.map(({ kind }) => kind).sort()).toEqual(['client-file', 'damaged', 'oauth2l', 'python-token', 'service-account']);
    expect(answer.value.findings.find(({ kind }) => kind === 'python-token')).toMatchObject({
      path: '~/token.json',
      mode: { octal: '0644', access: 'others' },
      state: 'not-checked',
      // Sign-in says nothing of what it can do.
      scopes: [{ shortName: 'calendar' }],
      worstCase: ['Delete every event.'],
      can: { check: true, import: true, tighten: true, revoke: true },
    });
    expect(await calls.sweep(undefined)).toEqual(answer);
    const told = JSON.stringify([answer, await calls.revokeFindingPlan({ id: 'x' }), await calls.revokeFinding({ id: 'x', callId: 'c' }), await calls.importFinding({ id: 'x', callId: 'c' })]);
    for (const one of SECRETS) expect(told).not.toContain(one);
    expect(told).not.toContain('/home/ada');
  });

  it('add a folder by way of the picker, and take it off by its id', async () => {
    const { calls } = await setUp();
    const added = await calls.addSweepFolder(undefined);
    if (!added.ok || added.value === null) throw new Error('not added');
    expect(added.value.folders).toMatchObject([{ path: '/srv/work', state: null }]);
    expect(await calls.removeSweepFolder({ id: added.value.folders[0]?.id ?? '' })).toMatchObject({ ok: true, value: { folders: [] } });
    expect(await (await setUp(null)).calls.addSweepFolder(undefined)).toEqual({ ok: true, value: null });
    expect(await (await setUp('/')).calls.addSweepFolder(undefined)).toMatchObject({ ok: false, error: { code: 'folder-too-wide' } });
  });

  it('name what a revoke takes along, and tell of the client that an import brought', async () => {
    const { calls, clientsTold } = await setUp();
    expect(await calls.revokeFindingPlan({ id: 'x' })).toMatchObject({ ok: true, value: { projects: ['1234'], dying: [{ email: 'ada@example.com', clientLabel: 'harbor-rota' }] } });
    await calls.importFinding({ id: 'x', callId: 'c' });
    expect(clientsTold()).toBe(1);
  });
});
