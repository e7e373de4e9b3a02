import { describe, expect, it } from 'vitest';
import { ActivityLog } from '../domain/activity/activity-log.ts';
import { ClientService } from '../domain/clients/client-service.ts';
import type { GroupSnapshot } from '../domain/groups/snapshot.ts';
import { fail, ok, type Outcome } from '../domain/shared/fault.ts';
import { CountingRandom } from '../domain/testing/counting-random.ts';
import { GrantWorld } from '../domain/testing/grant-world.ts';
import { activityCalls } from './activity-calls.ts';
import { authorizationCalls } from './authorization-calls.ts';
import { clientCalls } from './client-calls.ts';
import { groupCalls } from './group-calls.ts';
import type { FileToSave, Services } from './services.ts';

const SECRET = 'GOCSPX-seededClientSecretOfTheTest';
const clientFile = JSON.stringify({
  installed: { client_id: '1234567890-abc.apps.googleusercontent.com', client_secret: SECRET, auth_uri: 'https://accounts.google.com/o/oauth2/auth', token_uri: 'https://oauth2.googleapis.com/token', redirect_uris: ['http://localhost'] },
});
const snapshot: GroupSnapshot = { id: 's1', authorizationId: 'a', email: 'choir@harbor.example', takenAt: 1, origin: 'kept', values: {} };

async function setUp(saving: Outcome<{ readonly saved: boolean }> = ok({ saved: true })) {
  const world = await GrantWorld.open();
  const accepted = await world.accept('ada');
  if (!accepted.ok) throw new Error(accepted.error.message);
  const { records, clock, grants } = world;
  const random = new CountingRandom();
  const activity = new ActivityLog({ records, clock, random, onChange: () => undefined, reportError: () => undefined });
  const clients = new ClientService({ records, clock, random, activity });
  const groups = { snapshots: { get: async () => ok(snapshot) }, import: async (_id: string, text: string) => (text === '' ? fail('snapshot-file-not-json', 'That file is not JSON.') : ok(snapshot)) };
  const files: FileToSave[] = [];
  const opened = { text: '' };
  const services = {
    workspace: async () => ({ grants, activity, clients, groups, isPracticeClient: () => false }),
    clientsChanged: () => undefined,
    saveFile: async (file: FileToSave) => {
      files.push(file);
      return saving;
    },
    openSnapshot: async () => ok(opened.text),
  } as unknown as Services;
  const told = async () => (await activity.rows()).map(({ account, what, outcome, detail }) => [account, what, outcome, detail]).reverse();
  const calls = { ...activityCalls(services), ...authorizationCalls(services), ...clientCalls(services), ...groupCalls(services) };
  return { calls, activity, clock, files, opened, told, id: accepted.value.authorization.id };
}

describe('the calls of the log', () => {
  it('give rows without their hashes, and what a check found', async () => {
    const { calls, activity } = await setUp();
    activity.record({ account: null, what: 'refresh', outcome: 'ok', detail: null });
    const rows = await calls.activity(undefined);
    expect(rows).toMatchObject({ ok: true, value: [{ seq: null, what: 'refresh' }] });
    expect(JSON.stringify(rows)).not.toContain('hash');
    expect(await calls.verifyLog(undefined)).toMatchObject({ ok: true, value: { intact: true, rows: 1, firstSeq: 1, problems: [], notes: [], head: expect.stringMatching(/^[0-9a-f]{64}$/) as string } });
  });

  it.each(['json', 'csv'] as const)('export it as %s, and that is a row of its own afterwards', async (format) => {
    const { calls, activity, files, told } = await setUp();
    activity.record({ account: null, what: 'refresh', outcome: 'ok', detail: null });
    expect(await calls.exportActivity({ format })).toEqual({ ok: true, value: { saved: true } });
    expect(files).toMatchObject([{ title: 'Export activity', extensions: [format] }]);
    expect(files[0]?.content).toContain('refresh');
    expect(files[0]?.content).not.toContain('export activity');
    expect((await told()).at(-1)).toEqual([null, 'export activity', 'ok', `${format.toUpperCase()} · 1 row`]);
  });

  it('write no row when the dialog was closed, and one when the file could not be written', async () => {
    const closed = await setUp(ok({ saved: false }));
    expect(await closed.calls.exportActivity({ format: 'json' })).toEqual({ ok: true, value: { saved: false } });
    expect(await closed.told()).toEqual([]);
    const full = await setUp(fail('disk-full', 'The disk is full.'));
    expect(await full.calls.exportActivity({ format: 'json' })).toMatchObject({ ok: false });
    expect(await full.told()).toEqual([[null, 'export activity', 'failed', 'The disk is full.']]);
  });
});

describe('what other calls write into the log', () => {
  it('a client that was imported, again, not at all, and removed', async () => {
    const { calls, told } = await setUp();
    const imported = await calls.importClientText({ text: clientFile });
    await calls.importClientText({ text: clientFile });
    await calls.importClientText({ text: '{' });
    await calls.removeClient({ id: imported.ok ? (imported.value as { client: { id: string } }).client.id : '' });
    const id = '1234567890-abc.apps.googleusercontent.com';
    const rows = await told();
    expect(rows.map(([account, what, outcome]) => [account, what, outcome])).toEqual([
      [null, 'import client', 'ok'],
      [null, 'import client', 'ok'],
      [null, 'import client', 'failed'],
      [null, 'remove client', 'ok'],
    ]);
    expect(rows.map(([, , , detail]) => detail)).toMatchObject([id, `${id} · known before, updated`, expect.any(String) as string, id]);
    expect(JSON.stringify(rows)).not.toContain(SECRET);
  });

  it('a look at the tokens, once a minute', async () => {
    const { calls, told, clock, id } = await setUp();
    await calls.tokenPanel({ id });
    await calls.tokenPanel({ id });
    clock.advance(60_000);
    await calls.tokenPanel({ id });
    await calls.tokenPanel({ id: 'gone' });
    const row = ['ada@example.com', 'reveal token panel', 'ok', 'Concealed: six characters at most.'];
    expect(await told()).toEqual([row, row]);
  });

  it('snapshots that went out and came in', async () => {
    const { calls, told, opened, id } = await setUp();
    await calls.exportGroupSnapshot({ authorizationId: id, id: 's1' });
    await calls.importGroupSnapshot({ authorizationId: id });
    opened.text = '{}';
    await calls.importGroupSnapshot({ authorizationId: id });
    expect(await told()).toEqual([
      ['ada@example.com', 'export snapshot', 'ok', 'choir@harbor.example'],
      ['ada@example.com', 'import snapshot', 'failed', 'That file is not JSON.'],
      ['ada@example.com', 'import snapshot', 'ok', 'choir@harbor.example'],
    ]);
  });
});
