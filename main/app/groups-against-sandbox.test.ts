import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DirectoryClient } from '../domain/google/directory-client.ts';
import { GroupsClient } from '../domain/google/groups-client.ts';
import { RunningCalls } from '../domain/google/running-calls.ts';
import { Transport } from '../domain/google/transport.ts';
import { GroupService, type GroupLoad } from '../domain/groups/group-service.ts';
import type { GroupSave } from '../domain/groups/group-save.ts';
import { standInEndpoints, type GoogleEndpoints } from '../domain/oauth/endpoints.ts';
import { ok, type Outcome } from '../domain/shared/fault.ts';
import type { Clock } from '../domain/shared/ports.ts';
import { MemoryRecords } from '../domain/testing/memory-records.ts';
import type { LoggedRequest } from '../sandbox/faults.ts';
import { ada, authorize, maya } from '../sandbox/testing/consent.ts';
import { startTestSandbox, type TestSandbox } from '../sandbox/testing/start.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(async () => sandbox.close());

/** Waits a hundredth of what is asked; the sandbox's time passes whole. */
const hasty: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(() => {
      sandbox.clock.now += ms;
      callback();
    }, ms / 100);
    return () => clearTimeout(timer);
  },
};

async function serviceFor(account = ada, scopes: readonly string[] = ['apps.groups.settings', 'admin.directory.group.readonly']): Promise<GroupService> {
  const { access } = await authorize(sandbox.origin, { scopes, account });
  const endpoints = (): GoogleEndpoints => {
    const own = standInEndpoints(sandbox.origin);
    if (own === null) throw new Error('the sandbox is not on a loopback address');
    return own;
  };
  const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
  const tokens = { accessToken: async () => ok(access) };
  const transport = new Transport({ fetch: (url, init) => fetch(url, init), clock: hasty, random, endpoints, tokens, activity: { record: () => undefined }, accountOf: () => account });
  const needs = { transport, endpoints, clock: hasty };
  return new GroupService({
    groups: new GroupsClient(needs),
    directory: new DirectoryClient(needs),
    records: new MemoryRecords(),
    clock: hasty,
    random,
    // What the service knows is for other tests: here the sandbox itself has to say it.
    granted: () => null,
    running: new RunningCalls(),
  });
}

function valueIn<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}

function groupIn(load: GroupLoad): Extract<GroupLoad, { outcome: 'loaded' }>['group'] {
  if (load.outcome !== 'loaded') throw new Error(JSON.stringify(load));
  return load.group;
}

type Values = Readonly<Record<string, string>>;

/** Saves with what is there as `before`. */
async function save(service: GroupService, email: string, changes: Values, before?: Values): Promise<GroupSave> {
  const { values } = groupIn(valueIn(await service.load('a', email, 'load')));
  const seen = before ?? Object.fromEntries(Object.keys(changes).flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])));
  return valueIn(await service.save('a', email, { changes, before: seen }, 'save'));
}

describe('groups against the sandbox', () => {
  it('load every value, those of the future too', async () => {
    const service = await serviceFor();
    const group = groupIn(valueIn(await service.load('a', 'press@harbor.example', '1')));
    expect(group).toMatchObject({ email: 'press@harbor.example', notText: ['maxMessageBytes'] });
    expect(group.values).toMatchObject({ whoCanLeaveGroup: 'ALL_GUESTS_CAN_LEAVE', whoCanSummarizeThreads: 'ALL_MEMBERS_CAN_SUMMARIZE', maxMessageBytes: '26214400' });
    expect(Object.keys(group.values).length).toBeGreaterThan(60);
  });

  it('save, send the changed field alone, and undo', async () => {
    const service = await serviceFor();
    const saved = await save(service, 'choir@harbor.example', { whoCanJoin: 'INVITED_CAN_JOIN' });
    expect(saved).toMatchObject({ outcome: 'saved', ignored: [], moved: [], group: { values: { whoCanJoin: 'INVITED_CAN_JOIN' } } });
    const { requests } = (await sandbox.act({ type: 'requests' })) as { readonly requests: readonly LoggedRequest[] };
    expect(requests.filter(({ method, path }) => method === 'PATCH' && path.includes('choir')).map(({ parameters }) => [parameters['alt'], parameters['body']])).toEqual([['json', 'whoCanJoin']]);
    const [snapshot] = await service.snapshots.list('a');
    const undone = await save(service, 'choir@harbor.example', { whoCanJoin: snapshot?.values['whoCanJoin'] ?? '' });
    expect(undone).toMatchObject({ outcome: 'saved', group: { values: { whoCanJoin: 'ALL_IN_DOMAIN_CAN_JOIN' } } });
  });

  it('name what the domain narrowed, what is ignored, and what moved by itself', async () => {
    const service = await serviceFor();
    expect(await save(service, 'crew@harbor.example', { whoCanJoin: 'ANYONE_CAN_JOIN', name: 'The crew' })).toMatchObject({
      outcome: 'saved',
      ignored: [{ field: 'whoCanJoin', before: 'INVITED_CAN_JOIN', sent: 'ANYONE_CAN_JOIN', now: 'ALL_IN_DOMAIN_CAN_JOIN' }],
      group: { values: { name: 'The crew' } },
    });
    expect(await save(service, 'regatta@harbor.example', { favoriteRepliesOnTop: 'false' })).toMatchObject({ ignored: [{ field: 'favoriteRepliesOnTop', now: 'true' }] });
    await save(service, 'choir@harbor.example', { archiveOnly: 'true', whoCanPostMessage: 'NONE_CAN_POST' });
    expect(await save(service, 'choir@harbor.example', { archiveOnly: 'false' })).toMatchObject({
      outcome: 'saved',
      ignored: [],
      moved: [{ field: 'whoCanPostMessage', before: 'NONE_CAN_POST', sent: null, now: 'ALL_MANAGERS_CAN_POST' }],
    });
  });

  it('wait for a change that takes a while to show', async () => {
    const service = await serviceFor();
    expect(await save(service, 'tides@harbor.example', { isArchived: 'true' })).toMatchObject({ outcome: 'saved', ignored: [], group: { values: { isArchived: 'true' } } });
  });

  it('send nothing over what somebody else changed', async () => {
    const service = await serviceFor();
    expect(await save(service, 'choir@harbor.example', { name: 'Mine' }, { name: 'What it once was' })).toMatchObject({
      outcome: 'changed-meanwhile',
      fields: [{ field: 'name', before: 'What it once was', sent: 'Mine', now: 'Harbor choir' }],
    });
  });

  it.each([
    [{ archiveOnly: 'true' }, 'archiveOnly'],
    [{ messageModerationLevel: 'MODERATE_NON_MEMBERS' }, 'whoCanPostMessage'],
    [{ whoCanDiscoverGroup: 'ALL_MEMBERS_CAN_DISCOVER' }, 'whoCanViewMembership may not let in more people than whoCanDiscoverGroup'],
    [{ replyTo: 'REPLY_TO_CUSTOM' }, 'customReplyTo'],
    [{ defaultMessageDenyNotificationText: 'No.' }, 'sendMessageDenyNotification'],
  ])('explain the rule that %j breaks', async (changes, words) => {
    const service = await serviceFor();
    const refused = await save(service, 'choir@harbor.example', changes);
    expect(refused).toMatchObject({ outcome: 'refused', explanation: { code: 'group-rule', meaning: expect.stringContaining(words) as string } });
    expect(await service.snapshots.list('a')).toEqual([]);
  });

  it('name an answer in Atom, bad data, and a write that could not be read back', async () => {
    const service = await serviceFor();
    await sandbox.faults({ groupsAtom: true });
    expect(valueIn(await service.load('a', 'choir@harbor.example', '1'))).toMatchObject({ outcome: 'refused', explanation: { code: 'xml-instead' } });
    await sandbox.faults({ oddData: true });
    const odd = groupIn(valueIn(await service.load('a', 'choir@harbor.example', '2')));
    expect(odd.notText).toEqual(expect.arrayContaining(['isArchived', 'whoCanViewGroup', 'customFooterText', 'spamModerationLevel']));
    expect(Object.keys(odd.values)).toEqual(expect.arrayContaining(['constructor', 'hasOwnProperty']));
    expect(Object.keys(odd.values)).not.toContain('__proto__');
    expect(({} as Values)['polluted']).toBeUndefined();
  });

  it('find groups by address and name, for administrators', async () => {
    const service = await serviceFor();
    const found = valueIn(await service.find('a', 'c', '1'));
    expect(found).toMatchObject({ outcome: 'listed', truncated: false, groups: [{ email: 'choir@harbor.example', name: 'Harbor choir', members: 4 }, { email: 'crew@harbor.example' }] });
    expect(valueIn(await service.find('a', 'all st', '2'))).toMatchObject({ groups: [{ email: 'staff@harbor.example' }] });
    const guest = await serviceFor(maya);
    expect(valueIn(await guest.find('a', 'c', '3'))).toMatchObject({ outcome: 'refused', explanation: { code: 'not-directory-admin' } });
    const without = await serviceFor(ada, ['apps.groups.settings']);
    expect(valueIn(await without.find('a', 'c', '4'))).toMatchObject({ explanation: { code: 'scope-missing' } });
  });
});
