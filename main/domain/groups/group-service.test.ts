import { describe, expect, it } from 'vitest';
import { DirectoryClient } from '../google/directory-client.ts';
import { GroupsClient } from '../google/groups-client.ts';
import { RunningCalls } from '../google/running-calls.ts';
import { type Answer, never, QueuedFetch, refusal, runOn, settle, transportOver } from '../google/testing/fakes.ts';
import { MISSING } from '../grants/grant-faults.ts';
import { GOOGLE } from '../oauth/endpoints.ts';
import { fault, FaultError, type Outcome } from '../shared/fault.ts';
import { CountingRandom } from '../testing/counting-random.ts';
import { MemoryRecords } from '../testing/memory-records.ts';
import { json } from '../testing/scripted-fetch.ts';
import { GroupService } from './group-service.ts';
import type { GroupSave } from './group-save.ts';
import { snapshotFile } from './snapshot.ts';

const P = 'https://www.googleapis.com/auth/';
const SETTINGS = `${P}apps.groups.settings`;
const email = 'choir@harbor.example';
const was = { email, name: 'Choir', isArchived: 'true', replyTo: 'REPLY_TO_LIST' };
const xml = (): Response => new Response('<entry/>', { headers: { 'content-type': 'application/atom+xml' } });
const cut = new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });

function desk(...answers: Answer[]) {
  const fetch = new QueuedFetch(...answers);
  const { transport, clock } = transportOver(fetch);
  const records = new MemoryRecords();
  const needs = { transport, clock, endpoints: () => GOOGLE };
  const running = new RunningCalls();
  let granted: readonly string[] | null = [SETTINGS, `${P}admin.directory.group.readonly`];
  const service = new GroupService({
    groups: new GroupsClient(needs),
    directory: new DirectoryClient(needs),
    records,
    clock,
    random: new CountingRandom(),
    granted: () => granted,
    running,
  });
  return {
    service,
    records,
    running,
    fetch,
    clock,
    grant: (scopes: readonly string[] | null): void => void (granted = scopes),
    save: (changes: Readonly<Record<string, string>>, before: Readonly<Record<string, string>>) =>
      runOn(clock, service.save('one', email, { changes, before }, 'call')),
    methods: () => fetch.seen.map(({ init }) => init.method ?? 'GET'),
    snapshots: () => service.snapshots.list('one'),
  };
}

function valueIn<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}
const savedIn = (outcome: Outcome<GroupSave>): Extract<GroupSave, { outcome: 'saved' }> => {
  const value = valueIn(outcome);
  if (value.outcome !== 'saved') throw new Error(JSON.stringify(value));
  return value;
};

describe('load', () => {
  it('gives every value and remembers the address as Google spells it', async () => {
    const { service, clock } = desk(json(200, { ...was, maxMessageBytes: 5 }));
    const loaded = valueIn(await runOn(clock, service.load('one', ' CHOIR@harbor.example ', 'call')));
    expect(loaded).toMatchObject({ outcome: 'loaded', group: { email, values: { ...was, maxMessageBytes: '5' }, notText: ['maxMessageBytes'] } });
    expect(valueIn(await service.remembered('one'))).toEqual([email]);
  });

  it.each([
    ['an XML answer', xml(), 'xml-instead'],
    ['JSON that is no object', new Response('[]', { headers: { 'content-type': 'application/json' } }), 'unreadable'],
    ['a group nobody knows', refusal(404, 'notFound'), 'not-found'],
    ['an account without the right', refusal(403, 'forbidden'), 'not-group-admin'],
    ['a domain that is not Workspace', new Response('Invalid domain.', { status: 403 }), 'group-domain-foreign'],
    ['a domain without APIs', new Response('Domain cannot use apis.', { status: 403 }), 'domain-apis-off'],
  ])('names %s and remembers nothing', async (_, answer, code) => {
    const { service, clock } = desk(answer);
    expect(valueIn(await runOn(clock, service.load('one', email, 'call')))).toMatchObject({ outcome: 'refused', explanation: { code } });
    expect(valueIn(await service.remembered('one'))).toEqual([]);
  });

  it('asks for the scope without sending anything when it is known to be missing', async () => {
    const { service, grant, fetch, clock } = desk(json(200, was));
    grant([`${P}calendar`]);
    const load = valueIn(await service.load('one', email, 'a'));
    const save = valueIn(await service.save('one', email, { changes: { name: 'x' }, before: {} }, 'b'));
    for (const answer of [load, save]) {
      expect(answer).toMatchObject({ outcome: 'refused', explanation: { remedies: [{ kind: 'grant-scope', scopes: [SETTINGS] }] } });
    }
    expect(valueIn(await service.find('one', 'c', 'c'))).toMatchObject({
      explanation: { remedies: [{ kind: 'grant-scope', scopes: [`${P}admin.directory.group.readonly`] }] },
    });
    expect(fetch.seen).toEqual([]);
    grant(null);
    expect(valueIn(await runOn(clock, service.load('one', email, 'd'))).outcome).toBe('loaded');
  });

  it('still loads when the address cannot be written down', async () => {
    const { service, clock, records } = desk(json(200, was));
    records.put = () => Promise.reject(new FaultError(fault('vault-disk-full', 'Full.')));
    expect(valueIn(await runOn(clock, service.load('one', email, 'call'))).outcome).toBe('loaded');
  });

  it('can be cancelled, and takes one call of an id at a time', async () => {
    const { service, running } = desk(never);
    const first = service.load('one', email, 'call');
    await settle();
    expect(await service.load('one', email, 'call')).toMatchObject({ ok: false, error: { code: 'call-in-progress' } });
    running.cancel('call');
    expect(valueIn(await first)).toEqual({ outcome: 'cancelled' });
  });
});

describe('save', () => {
  const now = { ...was, name: 'Sea choir' };

  it('sends the changed fields only, reads back, and keeps what was there', async () => {
    const { save, methods, fetch, snapshots } = desk(json(200, { ...was, maxMessageBytes: 5 }), json(200, now), json(200, now));
    const saved = savedIn(await save({ name: 'Sea choir' }, { name: 'Choir' }));
    expect(saved).toMatchObject({ group: { values: now }, ignored: [], moved: [{ field: 'maxMessageBytes', before: '5', sent: null, now: null }] });
    expect(methods()).toEqual(['GET', 'PATCH', 'GET']);
    expect(fetch.seen[1]?.init.body).toBe('{"name":"Sea choir"}');
    expect(fetch.seen.every(({ url }) => new URL(url).searchParams.get('alt') === 'json')).toBe(true);
    const [snapshot] = await snapshots();
    expect(snapshot).toMatchObject({ id: saved.snapshotId, origin: 'before-save', email, values: { ...was, maxMessageBytes: '5' } });
  });

  it('keeps the rest of what was there when one value is too long for a snapshot', async () => {
    const { save, snapshots } = desk(json(200, { ...was, description: 'x'.repeat(20_001) }), json(200, now), json(200, now));
    savedIn(await save({ name: 'Sea choir' }, { name: 'Choir' }));
    const kept = await snapshots();
    expect(kept.map(({ values }) => values)).toEqual([was]);
  });

  it('sends nothing when somebody changed one of the fields meanwhile', async () => {
    const { save, methods, snapshots } = desk(json(200, { ...now, replyTo: 'REPLY_TO_SENDER' }));
    expect(valueIn(await save({ name: 'My choir', isArchived: 'false' }, { name: 'Choir', isArchived: 'true' }))).toMatchObject({
      outcome: 'changed-meanwhile',
      group: { values: { name: 'Sea choir' } },
      fields: [{ field: 'name', before: 'Choir', sent: 'My choir', now: 'Sea choir' }],
    });
    expect([methods(), await snapshots()]).toEqual([['GET'], []]);
  });

  it('names what was ignored and what moved, after one more look', async () => {
    const after = { ...was, replyTo: 'REPLY_TO_OWNER' };
    const { save, methods } = desk(json(200, was), json(200, after));
    const saved = savedIn(await save({ isArchived: 'false' }, { isArchived: 'true' }));
    expect(saved.ignored).toEqual([{ field: 'isArchived', before: 'true', sent: 'false', now: 'true' }]);
    expect(saved.moved).toEqual([{ field: 'replyTo', before: 'REPLY_TO_LIST', sent: null, now: 'REPLY_TO_OWNER' }]);
    expect(methods()).toEqual(['GET', 'PATCH', 'GET', 'GET']);
  });

  it('waits, longer each time, for what Google promised', async () => {
    const { save, methods, clock } = desk(json(200, was), json(200, now), json(200, was), json(200, was), json(200, now));
    const began = clock.now();
    expect(savedIn(await save({ name: 'Sea choir' }, { name: 'Choir' })).ignored).toEqual([]);
    expect([methods().length, clock.now() - began]).toEqual([5, 1500]);
  });

  it('gives up after a few looks and says what is not there yet', async () => {
    const { save, methods, clock } = desk(json(200, was), json(200, now), json(200, was));
    const began = clock.now();
    expect(savedIn(await save({ name: 'Sea choir' }, { name: 'Choir' })).ignored).toMatchObject([{ field: 'name', now: 'Choir' }]);
    expect([methods().length, clock.now() - began]).toEqual([6, 3500]);
  });

  it('explains a broken rule by its name, and leaves no snapshot of nothing', async () => {
    const broken = json(400, {
      error: {
        code: 400,
        message: 'Failed request validation in update settings: WHO_CAN_VIEW_MEMBERSHIP_CANNOT_BE_BROADER_THAN_WHO_CAN_SEE_GROUP',
        errors: [{ domain: 'global', reason: 'invalid' }],
      },
    });
    const { save, snapshots } = desk(json(200, was), broken);
    const refused = valueIn(await save({ name: 'x' }, { name: 'Choir' }));
    expect(refused).toMatchObject({ outcome: 'refused', explanation: { code: 'group-rule', meaning: expect.stringContaining('whoCanViewMembership may not let in more people than whoCanDiscoverGroup') as string } });
    expect(await snapshots()).toEqual([]);
  });

  it('sends nothing when the snapshot cannot be kept', async () => {
    const { save, methods, records } = desk(json(200, was));
    records.put = () => Promise.reject(new FaultError(fault('vault-disk-full', 'Full.')));
    expect(await save({ name: 'x' }, { name: 'Choir' })).toMatchObject({ ok: false, error: { code: 'vault-disk-full' } });
    expect(methods()).toEqual(['GET']);
  });

  it('is unconfirmed when the write went through and cannot be read back', async () => {
    const { save, snapshots } = desk(json(200, was), json(200, now), xml());
    const unconfirmed = valueIn(await save({ name: 'Sea choir' }, { name: 'Choir' }));
    expect(unconfirmed).toMatchObject({ outcome: 'unconfirmed', explanation: { code: 'xml-instead' } });
    expect(await snapshots()).toHaveLength(1);
  });

  it('looks when the write broke off: done', async () => {
    const { save } = desk(json(200, was), cut, json(200, now));
    expect(savedIn(await save({ name: 'Sea choir' }, { name: 'Choir' })).ignored).toEqual([]);
  });

  it('looks when the write broke off: not done', async () => {
    const { save, snapshots } = desk(json(200, was), cut, json(200, was));
    expect(valueIn(await save({ name: 'Sea choir' }, { name: 'Choir' }))).toMatchObject({ outcome: 'refused', explanation: { code: 'connection-failed' } });
    expect(await snapshots()).toEqual([]);
  });

  it('is unconfirmed when it was cancelled on its way', async () => {
    const { service, running, clock, fetch } = desk(json(200, was), never);
    const saving = service.save('one', email, { changes: { name: 'x' }, before: { name: 'Choir' } }, 'call');
    while (fetch.seen.length < 2) await settle();
    running.cancel('call');
    expect(valueIn(await runOn(clock, saving))).toMatchObject({ outcome: 'unconfirmed', explanation: { code: 'save-stopped' } });
  });

  it('refuses what is nothing, no text, or no address', async () => {
    const { save, service, methods } = desk(json(200, { ...was, isArchived: true }));
    expect(await save({}, {})).toMatchObject({ ok: false, error: { code: 'group-nothing-to-save' } });
    expect(await service.save('one', 'choir', { changes: { a: 'b' }, before: {} }, 'call')).toMatchObject({ ok: false, error: { code: 'group-email-invalid' } });
    expect(methods()).toEqual([]);
    expect(await save({ isArchived: 'false' }, { isArchived: 'true' })).toMatchObject({ ok: false, error: { code: 'group-field-not-text' } });
    expect(methods()).toEqual(['GET']);
  });
});

describe('find', () => {
  const groups = (...emails: readonly string[]): Response => json(200, { groups: emails.map((one) => ({ email: one, name: 'A', directMembersCount: '4' })) });
  const queries = (fetch: QueuedFetch): (string | null)[] => fetch.seen.map(({ url }) => new URL(url).searchParams.get('query'));

  it('asks for addresses and names side by side and joins them', async () => {
    const { service, fetch, clock } = desk(groups('crew@harbor.example', 'choir@harbor.example'), groups('CHOIR@harbor.example', 'old.choir@harbor.example'));
    const found = valueIn(await runOn(clock, service.find('one', 'c*h', 'call')));
    expect(found).toMatchObject({ outcome: 'listed', truncated: false });
    expect(found.outcome === 'listed' && found.groups.map((group) => group.email.toLowerCase())).toEqual(['choir@harbor.example', 'crew@harbor.example', 'old.choir@harbor.example']);
    expect(queries(fetch)).toEqual(['email:ch*', 'name:ch*']);
    expect(new URL(fetch.seen[0]?.url ?? '').origin).toBe('https://admin.googleapis.com');
  });

  it.each([
    ['', [null]],
    [' ** ', [null]],
    ['choir@', ['email:choir@*']],
    ["o'neill's crew", ["name:'o\\'neill\\'s crew*'"]],
    ['a\\b', ["email:'a\\\\b*'", "name:'a\\\\b*'"]],
    ['x:y', ["email:'x:y*'", "name:'x:y*'"]],
  ])('asks for %j', async (text, expected) => {
    const { service, fetch, clock } = desk(json(200, {}));
    expect(valueIn(await runOn(clock, service.find('one', text, 'call')))).toEqual({ outcome: 'listed', groups: [], truncated: false });
    expect(queries(fetch)).toEqual(expected);
  });

  it('passes over what is no group and says that there are more', async () => {
    const { service, clock } = desk(json(200, { nextPageToken: 'more', groups: [null, 5, {}, { email: 7 }, { email: 'a@x.example', name: '', directMembersCount: 'many' }] }));
    expect(valueIn(await runOn(clock, service.find('one', '', 'call')))).toEqual({
      outcome: 'listed',
      groups: [{ email: 'a@x.example', name: null, description: null, members: null }],
      truncated: true,
    });
  });

  it('explains why not', async () => {
    const { service, clock } = desk(refusal(403, 'forbidden'));
    expect(valueIn(await runOn(clock, service.find('one', 'x', 'call')))).toMatchObject({ outcome: 'refused', explanation: { code: 'not-directory-admin' } });
  });
});

describe('forgetting an account', () => {
  it('takes its snapshots and addresses along and no others', async () => {
    const { service, records } = desk();
    for (const account of ['one', 'two']) {
      await service.keep(account, email, { name: 'Choir' });
      await records.put('group-addresses', account, { emails: [email] });
    }
    await service.forgetAccount('one');
    expect([await service.snapshots.list('one'), valueIn(await service.remembered('one'))]).toEqual([[], []]);
    expect([(await service.snapshots.list('two')).length, valueIn(await service.remembered('two'))]).toEqual([1, [email]]);
  });

  it('takes along what a call that still ran has kept since, and keeps nothing for nobody', async () => {
    let answer = (_: Response): void => undefined;
    const { service, grant, fetch } = desk(() => new Promise<Response>((resolve) => (answer = resolve)));
    const loading = service.load('one', email, 'call');
    while (fetch.seen.length === 0) await settle();
    grant(null);
    answer(json(200, was));
    expect(valueIn(await loading).outcome).toBe('loaded');
    expect(valueIn(await service.remembered('one'))).toEqual([]);
    const file = snapshotFile({ id: 'x', authorizationId: 'x', origin: 'kept', email, takenAt: 0, values: was });
    for (const kept of [service.keep('one', email, was), service.import('one', file)]) {
      expect(await kept).toMatchObject({ ok: false, error: { code: MISSING.code } });
    }
    expect(await service.snapshots.list('one')).toEqual([]);
    grant([SETTINGS]);
    expect(await service.import('one', file)).toMatchObject({ ok: true, value: { origin: 'imported', takenAt: 0, values: was } });
    expect(await service.import('one', '{}')).toMatchObject({ ok: false, error: { code: 'snapshot-file-other-kind' } });
  });
});
