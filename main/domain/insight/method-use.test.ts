import { describe, expect, it } from 'vitest';
import { ManualClock } from '../testing/manual-clock.ts';
import { MemoryRecords } from '../testing/memory-records.ts';
import { MethodUse } from './method-use.ts';

function setUp(records = new MemoryRecords()) {
  const clock = new ManualClock();
  const errors: unknown[] = [];
  return { records, clock, errors, uses: new MethodUse({ records, clock, reportError: (error) => errors.push(error) }) };
}

describe('the use of methods', () => {
  it('is counted at once and saved a little later, in one write', async () => {
    const { records, clock, uses } = setUp();
    const start = clock.now();
    uses.note('a', 'calendar.events.list');
    clock.advance(10);
    uses.note('a', 'calendar.events.list');
    expect(await uses.of('a')).toEqual(new Map([['calendar.events.list', { count: 2, firstAt: start, lastAt: start + 10 }]]));
    expect(records.log).toEqual([]);
    clock.advance(30_000);
    await uses.save();
    expect(records.log).toEqual(['put method-use/a']);
    expect((await uses.of('a')).get('calendar.events.list')?.count).toBe(2);
  });

  it('goes on counting after a restart', async () => {
    const { records, uses } = setUp();
    uses.note('a', 'm');
    await uses.close();
    const again = setUp(records).uses;
    again.note('a', 'm');
    expect((await again.of('a')).get('m')?.count).toBe(2);
  });

  it('loses nothing when the disk is full, and says so', async () => {
    const { records, uses, errors } = setUp();
    uses.note('a', 'm');
    records.full = true;
    await uses.save();
    expect(errors).toHaveLength(1);
    records.full = false;
    uses.note('a', 'm');
    await uses.save();
    expect((await uses.of('a')).get('m')?.count).toBe(2);
  });

  it('counts what comes while it saves', async () => {
    const { records, uses } = setUp();
    uses.note('a', 'm');
    let open = (): void => undefined;
    records.gate = new Promise((resolve) => { open = resolve; });
    const saving = uses.save();
    await Promise.resolve();
    uses.note('a', 'm');
    open();
    await saving;
    expect((await uses.of('a')).get('m')?.count).toBe(2);
  });

  it('goes with the account', async () => {
    const { uses } = setUp();
    uses.note('a', 'm');
    await uses.save();
    uses.note('a', 'm');
    await uses.forgetAccount('a');
    expect(await uses.of('a')).toEqual(new Map());
  });

  it('remembers since when it counts', async () => {
    const { records, clock, uses } = setUp();
    const since = await uses.countedSince();
    clock.advance(1000);
    expect(await uses.countedSince()).toBe(since);
    expect(await setUp(records).uses.countedSince()).toBe(since);
  });
});
