import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fault, FaultError } from '../shared/fault.ts';
import { CountingRandom } from '../testing/counting-random.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { MemoryRecords } from '../testing/memory-records.ts';
import type { RecordType } from '../vault/records.ts';
import { ActivityLog } from './activity-log.ts';

const shape = { perSegment: 4, segments: 3 };

/** Stops taking writes after so many, as a computer does whose plug was pulled. */
class PulledPlug extends MemoryRecords {
  left = Number.POSITIVE_INFINITY;

  override async put(type: RecordType, id: string, value: unknown): Promise<void> {
    this.#take();
    await super.put(type, id, value);
  }

  override async remove(type: RecordType, id: string): Promise<void> {
    this.#take();
    await super.remove(type, id);
  }

  #take(): void {
    if (this.left === 0) throw new FaultError(fault('vault-write-failed', 'The plug was pulled.'));
    this.left -= 1;
  }
}

function open(records: MemoryRecords): ActivityLog {
  return new ActivityLog({ records, clock: new ManualClock(), random: new CountingRandom(), shape, onChange: () => undefined, reportError: () => undefined });
}

const note = (log: ActivityLog, what: string): void => log.record({ account: null, what, outcome: 'ok', detail: null });

async function fill(log: ActivityLog, from: number, to: number): Promise<void> {
  for (let i = from; i <= to; i++) note(log, `call ${i}`);
  await log.flush();
}

describe('a save that is interrupted', () => {
  it('never looks like tampering, wherever it stops, and loses nothing that was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(26), fc.integer({ min: 1, max: 14 }), fc.nat(8), fc.boolean(), async (before, added, writes, old) => {
        const records = new PulledPlug();
        if (old) await records.put('activity', 'log', [{ id: 'old-1', at: 1, what: 'old', outcome: 'ok' }, { id: 'old-2', at: 2, what: 'old', outcome: 'ok' }]);
        if (before > 0) await fill(open(records), 1, before);
        records.left = writes;
        await fill(open(records), before + 1, before + added);
        records.left = Number.POSITIVE_INFINITY;

        const log = open(records);
        expect(await log.verify()).toMatchObject({ intact: true, problems: [] });
        await fill(log, 100, 103);
        const again = open(records);
        expect(await again.verify()).toMatchObject({ intact: true, problems: [], notes: [] });
        const whats = (await again.rows()).map(({ what }) => what);
        expect(whats.slice(0, 4)).toEqual(['call 103', 'call 102', 'call 101', 'call 100']);
        if (old && before === 0 && added <= 6) expect(whats.filter((what) => what === 'old')).toHaveLength(2);
        expect(new Set((await again.rows()).map(({ id, seq }) => `${id} ${seq}`)).size).toBe(whats.length);
        expect((await records.list('activity')).length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 300 },
    );
  });

  it('is told precisely when the head had fallen behind', async () => {
    const records = new PulledPlug();
    await fill(open(records), 1, 3);
    records.left = 1;
    await fill(open(records), 4, 4);
    records.left = Number.POSITIVE_INFINITY;
    const check = await open(records).verify();
    expect(check).toMatchObject({ intact: true, rows: 4 });
    expect(check.notes).toEqual([
      'A save was interrupted after row 4 was written and before the end of the log was. What was written follows the rest without a gap.',
    ]);
    expect((await open(records).verify()).notes).toEqual([]);
  });

  it('does not excuse rows behind the head that do not follow it', async () => {
    const records = new PulledPlug();
    await fill(open(records), 1, 2);
    records.left = 1;
    await fill(open(records), 3, 3);
    records.left = Number.POSITIVE_INFINITY;
    const [segment] = await records.list('activity');
    const { rows } = segment?.value as { rows: object[] };
    await records.put('activity', 'log-000001', { v: 1, rows: rows.map((row, index) => (index === 2 ? { ...row, what: 'nothing' } : row)) });
    expect((await open(records).verify()).problems).toMatchObject([{ kind: 'changed', seq: 3 }]);
  });
});
