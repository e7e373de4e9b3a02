import { describe, expect, it } from 'vitest';
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
  it('gives rows newest first and keeps the last 500', async () => {
    const { log, note, changes } = setUp();
    for (let i = 1; i <= 503; i++) note(`call ${i}`);
    const rows = await whats(log);
    expect(rows).toHaveLength(500);
    expect(rows[0]).toBe('call 503');
    expect(rows.at(-1)).toBe('call 4');
    expect(changes).toHaveLength(503);
  });

  it('redacts on the way in', async () => {
    const { log } = setUp();
    log.record({ account: null, what: 'refresh', outcome: 'failed', detail: 'refused token=ya29.a0AfH6SMBsecret code=4/0Adeu5BWsecret' });
    const [row] = await log.rows();
    expect(row?.detail).not.toContain('secret');
    expect(row?.detail).toContain('refused');
  });

  it('saves at most once a second, and the next start finds the rows', async () => {
    const { log, note, clock, records } = setUp();
    note('one');
    note('two');
    clock.advance(999);
    expect(records.log).toEqual([]);
    clock.advance(1);
    await log.flush();
    expect(records.log).toEqual(['put activity/log']);
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
    await records.remove('activity', 'log');
    expect(await log.rows()).toEqual([]);
  });

  it('leaves rows out that are none', async () => {
    const records = new MemoryRecords();
    await records.put('activity', 'log', [{ id: 'x' }, 3, { id: 'a', at: 1, what: 'call', outcome: 'ok' }]);
    expect(await setUp(records).log.rows()).toEqual([{ id: 'a', at: 1, what: 'call', outcome: 'ok', account: null, detail: null }]);
  });
});
