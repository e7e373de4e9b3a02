import { describe, expect, it } from 'vitest';
import { CountingRandom } from '../testing/counting-random.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { MemoryRecords } from '../testing/memory-records.ts';
import { MAX_REMEMBERED, RememberedGroups } from './remembered-groups.ts';
import { MAX_SNAPSHOTS, SnapshotStore } from './snapshot-store.ts';
import { parseSnapshotFile, snapshotFile, snapshotFileName, type GroupSnapshot } from './snapshot.ts';

const email = 'choir@harbor.example';
const at = Date.UTC(2026, 2, 16, 9);
const content = (takenAt: number) => ({ email, takenAt, values: { name: `Choir ${takenAt}` } });

function store() {
  const records = new MemoryRecords();
  return { records, snapshots: new SnapshotStore({ records, clock: new ManualClock(), random: new CountingRandom() }) };
}

describe('snapshots in the vault', () => {
  it('are listed newest first, each account its own', async () => {
    const { snapshots } = store();
    await snapshots.add('one', 'kept', content(at));
    await snapshots.add('one', 'before-save', content(at + 1));
    await snapshots.add('two', 'imported', content(at + 2));
    const listed = await snapshots.list('one');
    expect(listed.map(({ takenAt, origin }) => [takenAt - at, origin])).toEqual([
      [1, 'before-save'],
      [0, 'kept'],
    ]);
    const id = listed[0]?.id ?? '';
    expect(await snapshots.get('two', id)).toMatchObject({ ok: false, error: { code: 'snapshot-missing' } });
    expect(await snapshots.remove('two', id)).toEqual({ ok: true, value: null });
    expect(await snapshots.list('one')).toHaveLength(2);
    await snapshots.remove('one', id);
    expect(await snapshots.list('one')).toHaveLength(1);
    await snapshots.removeAll('one');
    expect([await snapshots.list('one'), (await snapshots.list('two')).length]).toEqual([[], 1]);
  });

  it('let the oldest that were made by themselves go first, and never one the user kept', async () => {
    const { snapshots } = store();
    await snapshots.add('one', 'kept', content(at));
    for (let turn = 1; turn < MAX_SNAPSHOTS + 5; turn += 1) await snapshots.add('one', 'before-save', content(at + turn));
    const listed = await snapshots.list('one');
    expect(listed).toHaveLength(MAX_SNAPSHOTS);
    expect(listed.at(-1)?.origin).toBe('kept');
    expect(listed.at(-2)?.takenAt).toBe(at + 6);
  });

  it('refuse another one when the user kept all there may be; a save still has its own', async () => {
    const { snapshots } = store();
    for (let turn = 0; turn < MAX_SNAPSHOTS - 1; turn += 1) await snapshots.add('one', 'kept', content(at + turn));
    expect(await snapshots.add('one', 'imported', content(at))).toMatchObject({ ok: false, error: { code: 'snapshots-full' } });
    expect((await snapshots.add('one', 'before-save', content(at + 200))).ok).toBe(true);
    expect((await snapshots.add('one', 'before-save', content(at + 201))).ok).toBe(true);
    const listed = await snapshots.list('one');
    expect([listed.length, listed[0]?.takenAt]).toEqual([MAX_SNAPSHOTS, at + 201]);
  });

  it('passes over records that hold no snapshot', async () => {
    const { records, snapshots } = store();
    for (const [id, value] of Object.entries({ a: null, b: 'x', c: { authorizationId: 'one' }, d: { authorizationId: 'one', email, takenAt: 1, values: { n: 5 } } })) {
      await records.put('group-snapshot', id, value);
    }
    expect(await snapshots.list('one')).toEqual([]);
  });
});

describe('snapshot files', () => {
  const snapshot: GroupSnapshot = { id: 'x', authorizationId: 'one', origin: 'kept', email, takenAt: at, values: { name: 'Choir “&” <friends>', whoCanSummarize: 'ALL' } };

  it('come back as they went, without account or id', () => {
    const text = snapshotFile(snapshot);
    expect(text).not.toContain('one');
    const expected = { ok: true, value: { email, takenAt: at, values: snapshot.values } };
    expect(parseSnapshotFile(text)).toEqual(expected);
    expect(parseSnapshotFile(`\uFEFF${text}`)).toEqual(expected);
    expect(snapshotFileName({ ...snapshot, email: 'a/b\\c:d@harbor.example' })).toBe('a_b_c_d@harbor.example 2026-03-16.json');
  });

  const file = (change: object): string => JSON.stringify({ ...(JSON.parse(snapshotFile(snapshot)) as object), ...change });
  it.each([
    ['no JSON', 'hello', 'snapshot-file-not-json'],
    ['a list', '[]', 'snapshot-file-not-json'],
    ['nothing', '', 'snapshot-file-not-json'],
    ['a client file', '{"installed":{}}', 'snapshot-file-other-kind'],
    ['a version of the future', file({ version: 2 }), 'snapshot-file-version'],
    ['no address', file({ email: '' }), 'snapshot-file-damaged'],
    ['no time', file({ takenAt: 'yesterday' }), 'snapshot-file-damaged'],
    ['values that are no texts', file({ values: { isArchived: true } }), 'snapshot-file-damaged'],
    ['values that are a list', file({ values: ['x'] }), 'snapshot-file-damaged'],
    ['no values', file({ values: {} }), 'snapshot-file-damaged'],
    ['a value without end', file({ values: { name: 'x'.repeat(20_001) } }), 'snapshot-file-damaged'],
    ['too many fields', file({ values: Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`f${index}`, 'x'])) }), 'snapshot-file-damaged'],
  ])('refuse %s', (_, text, code) => {
    expect(parseSnapshotFile(text)).toMatchObject({ ok: false, error: { code } });
  });

  it('cannot smuggle a prototype in', () => {
    const text = snapshotFile(snapshot).replace('"values": {', '"values": { "__proto__": "polluted",');
    const parsed = parseSnapshotFile(text);
    expect(parsed.ok && Object.keys(parsed.value.values)).toEqual(Object.keys(snapshot.values));
  });
});

describe('remembered addresses', () => {
  it('are last used first, each once whatever its case, and not without end', async () => {
    const remembered = new RememberedGroups(new MemoryRecords());
    await Promise.all(['a@x.example', 'b@x.example', 'A@x.example'].map((one) => remembered.add('one', one)));
    expect(await remembered.list('one')).toEqual(['A@x.example', 'b@x.example']);
    await remembered.forget('one', 'B@X.example');
    expect([await remembered.list('one'), await remembered.list('two')]).toEqual([['A@x.example'], []]);
    for (let turn = 0; turn < MAX_REMEMBERED + 5; turn += 1) await remembered.add('one', `g${turn}@x.example`);
    expect(await remembered.list('one')).toHaveLength(MAX_REMEMBERED);
    await remembered.removeAll('one');
    expect(await remembered.list('one')).toEqual([]);
  });

  it('are none when the record holds something else', async () => {
    const records = new MemoryRecords();
    await records.put('group-addresses', 'one', { emails: [5, 'a@x.example', null] });
    await records.put('group-addresses', 'two', 'x');
    const remembered = new RememberedGroups(records);
    expect([await remembered.list('one'), await remembered.list('two')]).toEqual([['a@x.example'], []]);
  });
});
