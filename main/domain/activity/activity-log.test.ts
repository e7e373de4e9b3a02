import { describe, expect, it } from 'vitest';
import { fault, FaultError } from '../shared/fault.ts';
import { CountingRandom } from '../testing/counting-random.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { MemoryRecords } from '../testing/memory-records.ts';
import { ActivityLog } from './activity-log.ts';

function setUp(records = new MemoryRecords()) {
  const clock = new ManualClock();
  const errors: unknown[] = [];
  const changes: number[] = [];
  const log = new ActivityLog({
    records,
    clock,
    random: new CountingRandom(),
    onChange: () => changes.push(1),
    reportError: (error) => errors.push(error),
  });
  const note = (what: string): void => log.record({ account: 'ada@harbor.example', what, outcome: 'ok', detail: null });
  return { records, clock, errors, changes, log, note };
}

const whats = async (log: ActivityLog): Promise<string[]> => (await log.rows()).map((row) => row.what);

describe('the activity log', () => {
  it('gives rows newest first, numbered once they are saved', async () => {
    const { log, note, changes } = setUp();
    note('one');
    note('two');
    expect((await log.rows()).map(({ what, seq }) => [what, seq])).toEqual([['two', null], ['one', null]]);
    await log.flush();
    expect((await log.rows()).map(({ what, seq }) => [what, seq])).toEqual([['two', 2], ['one', 1]]);
    expect(changes).toHaveLength(2);
  });

  it('keeps 20 segments of 500 rows, and the newest rows of them', async () => {
    const { log, note, records } = setUp();
    for (let i = 1; i <= 10_501; i++) {
      note(`call ${i}`);
      if (i % 900 === 0) await log.flush();
    }
    await log.flush();
    const rows = await log.rows();
    expect(rows[0]).toMatchObject({ seq: 10_501, what: 'call 10501' });
    expect(rows.at(-1)).toMatchObject({ seq: 1001, what: 'call 1001' });
    expect(await records.list('activity')).toHaveLength(20);
    expect(await log.verify()).toMatchObject({ intact: true, rows: 9501, firstSeq: 1001, problems: [], notes: [] });
  });

  it('writes only the last segment and the head', async () => {
    const { log, note, records } = setUp();
    for (let i = 1; i <= 600; i++) note(`call ${i}`);
    await log.flush();
    records.log.length = 0;
    note('one more');
    await log.flush();
    expect(records.log).toEqual(['put activity/log-000002', 'put activity-head/head']);
  });

  it('keeps rows that are recorded while a save is under way, in their order', async () => {
    const { log, note, records } = setUp();
    let open = (): void => undefined;
    records.gate = new Promise((resolve) => {
      open = resolve;
    });
    note('one');
    const saving = log.flush();
    note('two');
    note('three');
    open();
    await saving;
    await log.flush();
    expect(await whats(setUp(records).log)).toEqual(['three', 'two', 'one']);
    expect(await log.verify()).toMatchObject({ intact: true, rows: 3 });
  });

  it('writes an entry that is told again and again once in a while', async () => {
    const { log, clock } = setUp();
    const entry = { account: 'ada@harbor.example', what: 'reveal token panel', outcome: 'ok', detail: null } as const;
    log.recordAtMost(entry, 60_000);
    clock.advance(59_999);
    log.recordAtMost(entry, 60_000);
    log.recordAtMost({ ...entry, account: 'maya@harbor.example' }, 60_000);
    clock.advance(1);
    log.recordAtMost(entry, 60_000);
    expect((await log.rows()).map(({ account }) => account)).toEqual(['ada@harbor.example', 'maya@harbor.example', 'ada@harbor.example']);
  });

  it('redacts on the way in', async () => {
    const { log } = setUp();
    log.record({ account: null, what: 'refresh', outcome: 'failed', detail: 'refused token=ya29.a0AfH6SMBsecret code=4/0Adeu5BWsecret' });
    const [row] = await log.rows();
    expect(row?.detail).not.toContain('secret');
    expect(row?.detail).toContain('refused');
  });

  it('keeps rows short, whatever they tell of, and cuts no secret in two', async () => {
    const { log } = setUp();
    log.record({ account: `${'a'.repeat(5000)}@harbor.example`, what: 'call x', outcome: 'ok', detail: `GET ${'x'.repeat(1990)} ya29.a0AfH6SMBsecret ${'y'.repeat(1_000_000)}` });
    const [row] = await log.rows();
    expect(JSON.stringify(row).length).toBeLessThan(3000);
    expect(row?.detail).toMatch(/^GET x.*…$/);
    expect(row?.detail).not.toContain('ya29');
  });

  it('saves at most once a second, and the next start finds the rows', async () => {
    const { log, note, clock, records } = setUp();
    note('one');
    note('two');
    clock.advance(999);
    expect(records.log).toEqual([]);
    clock.advance(1);
    await log.flush();
    expect(records.log).toEqual(['put activity-head/head', 'put activity/log-000001', 'put activity-head/head']);
    expect(await whats(setUp(records).log)).toEqual(['two', 'one']);
  });

  it('puts rows from before the vault opened behind the saved ones', async () => {
    const first = setUp();
    first.note('yesterday');
    await first.log.flush();
    const { log, note } = setUp(first.records);
    note('today');
    expect(await whats(log)).toEqual(['today', 'yesterday']);
  });

  it('keeps rows that could not be saved and saves them with the next', async () => {
    const { log, note, records, errors } = setUp();
    records.full = true;
    note('one');
    await log.flush();
    expect(errors).toHaveLength(1);
    records.full = false;
    note('two');
    await log.flush();
    expect(await whats(setUp(records).log)).toEqual(['two', 'one']);
  });

  it('forgets what it holds when it is closed', async () => {
    const { log, note, records } = setUp();
    note('one');
    await log.close();
    await records.remove('activity', 'log-000001');
    await records.remove('activity-head', 'head');
    expect(await log.rows()).toEqual([]);
  });

  it('takes over the rows of the time before the chain, and leaves out what is none', async () => {
    const records = new MemoryRecords();
    await records.put('activity', 'log', [{ id: 'x' }, 3, { id: 'a', at: 1, what: 'call', outcome: 'ok' }, { id: 'b', at: 2, what: 'revoke', outcome: 'failed', account: 'ada@harbor.example', detail: 'x' }]);
    const { log, note, clock } = setUp(records);
    note('today');
    expect(await whats(log)).toEqual(['today', 'revoke', 'call']);
    clock.advance(1000);
    await log.flush();
    expect((await records.list('activity')).map(({ id }) => id)).toEqual(['log-000001']);
    expect((await setUp(records).log.rows()).at(-1)).toMatchObject({ seq: 1, id: 'a', at: 1, what: 'call', outcome: 'ok', account: null, detail: null });
    expect(await setUp(records).log.verify()).toMatchObject({ intact: true, rows: 3 });
  });

  it('chains rows from before the vault opened once it opens', async () => {
    const { log, note, records, errors } = setUp();
    note('while locked');
    records.list = () => Promise.reject(new FaultError(fault('vault-locked', 'The vault is locked.')));
    await log.flush();
    expect(errors).toEqual([]);
    await expect(log.rows()).rejects.toThrow('The vault is locked.');
    Reflect.deleteProperty(records, 'list');
    await log.flush();
    expect(await log.rows()).toMatchObject([{ seq: 1, what: 'while locked' }]);
  });
});
