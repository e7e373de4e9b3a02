import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CountingRandom } from '../testing/counting-random.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { MemoryRecords } from '../testing/memory-records.ts';
import { ActivityLog } from './activity-log.ts';
import { segmentId } from './log-shape.ts';

/** Small enough for a log of some rows to have dropped some. */
const shape = { perSegment: 4, segments: 3 };

function open(records: MemoryRecords): ActivityLog {
  return new ActivityLog({ records, clock: new ManualClock(), random: new CountingRandom(), shape, onChange: () => undefined, reportError: (error) => { throw error; } });
}

/** A log of that many rows, saved at these points and reopened at every second of them. */
async function written(count: number, saves: ReadonlySet<number>): Promise<MemoryRecords> {
  const records = new MemoryRecords();
  let log = open(records);
  for (let i = 1; i <= count; i++) {
    log.record({ account: i % 3 === 0 ? null : 'ada@harbor.example', what: `call ${i}`, outcome: i % 2 === 0 ? 'ok' : 'failed', detail: i % 5 === 0 ? null : `detail ${i}` });
    // No more may wait than are kept.
    if (!saves.has(i) && i % 10 !== 0) continue;
    await log.flush();
    if (i % 2 === 0) log = open(records);
  }
  await log.flush();
  return records;
}

type Entry = Record<string, unknown>;
interface Stored {
  /** By segment, in order. */
  readonly segments: Map<string, Entry[]>;
}

async function load(records: MemoryRecords): Promise<Stored> {
  const list = (await records.list('activity')).toSorted((a, b) => a.id.localeCompare(b.id, 'en'));
  return { segments: new Map(list.map(({ id, value }) => [id, (value as { rows: Entry[] }).rows])) };
}

async function store(records: MemoryRecords, { segments }: Stored): Promise<void> {
  for (const [id, rows] of segments) await records.put('activity', id, { v: 1, rows });
}

const at = <T>(list: readonly T[], pick: number): T => list[pick % list.length] as T;

/** Each does one thing to what is stored and says what. `p` and `q` pick the places. */
const blows: Readonly<Record<string, (records: MemoryRecords, p: number, q: number) => Promise<void>>> = {
  'a field changed': async (records, p, q) => {
    const stored = await load(records);
    const row = at([...stored.segments.values()].flat(), p);
    const field = at(['id', 'at', 'account', 'what', 'outcome', 'detail', 'seq', 'hash', 'more'], q);
    const values: Entry = { id: 'zz', at: 5, account: 'x@y.example', what: 'revoke', outcome: 'cancelled', detail: '', seq: Number(row['seq']) + 1, hash: 'a'.repeat(64), more: 1 };
    row[field] = values[field];
    await store(records, stored);
  },
  'a row removed': async (records, p) => {
    const stored = await load(records);
    const rows = at([...stored.segments.values()], p);
    rows.splice(p % rows.length, 1);
    await store(records, stored);
  },
  'two rows swapped': async (records, p, q) => {
    const stored = await load(records);
    const places = [...stored.segments.values()].flatMap((rows) => rows.map((_, index) => ({ rows, index })));
    const one = at(places, p);
    const other = at(places, p + 1 + (q % (places.length - 1)));
    const row = one.rows[one.index] as Entry;
    one.rows[one.index] = other.rows[other.index] as Entry;
    other.rows[other.index] = row;
    await store(records, stored);
  },
  'a row put in twice': async (records, p) => {
    const stored = await load(records);
    const rows = at([...stored.segments.values()], p);
    rows.splice(p % rows.length, 0, { ...(rows[p % rows.length] as Entry) });
    await store(records, stored);
  },
  'the end cut off': async (records, p) => {
    const stored = await load(records);
    const [id, rows] = [...stored.segments].at(-1) as [string, Entry[]];
    rows.splice(p % rows.length);
    await store(records, { segments: new Map([[id, rows]]) });
  },
  'a segment removed': async (records, p) => {
    await records.remove('activity', at([...(await load(records)).segments.keys()], p));
  },
  'two segments swapped': async (records, p, q) => {
    const { segments } = await load(records);
    const ids = [...segments.keys()];
    if (ids.length < 2) return records.remove('activity', at(ids, p));
    const [one, other] = [at(ids, p), at(ids, p + 1 + (q % (ids.length - 1)))];
    await store(records, { segments: new Map([[one, segments.get(other) ?? []], [other, segments.get(one) ?? []]]) });
  },
  'a segment made unreadable': async (records, p) => {
    await records.put('activity', at([...(await load(records)).segments.keys()], p), 'rubble');
  },
  'the head removed': async (records) => {
    await records.remove('activity-head', 'head');
  },
  'the head made unreadable': async (records) => {
    await records.put('activity-head', 'head', { v: 1 });
  },
  'the hash of the head changed': async (records) => {
    const head = (await records.get('activity-head', 'head'))?.value as Entry;
    await records.put('activity-head', 'head', { ...head, hash: 'b'.repeat(64) });
  },
};

const histories = fc.integer({ min: 1, max: 30 }).chain((count) => fc.record({ count: fc.constant(count), saves: fc.uniqueArray(fc.integer({ min: 1, max: count }), { maxLength: 12 }) }));
const places = fc.tuple(fc.nat(200), fc.nat(200));

describe('an untouched log', () => {
  it('always verifies, whatever was saved, dropped and reopened in between', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async ({ count, saves }) => {
        const records = await written(count, new Set(saves));
        const check = await open(records).verify();
        expect(check).toMatchObject({ intact: true, problems: [], notes: [] });
        const first = Math.max(0, Math.ceil(count / 4) - 3) * 4 + 1;
        expect([check.firstSeq, check.rows]).toEqual([first, count - first + 1]);
        expect((await load(records)).segments.size).toBe(Math.min(3, Math.ceil(count / 4)));
      }),
      { numRuns: 150 },
    );
  });
});

describe('a log that somebody touched', () => {
  it.each(Object.keys(blows))('%s: is found, and still after the log went on', async (name) => {
    await fc.assert(
      fc.asyncProperty(histories, places, async ({ count, saves }, [p, q]) => {
        fc.pre(name !== 'two rows swapped' || count >= 2);
        const records = await written(count, new Set(saves));
        const places = [...(await load(records)).segments.values()].flat().length;
        fc.pre(name !== 'two rows swapped' || places >= 2);
        await blows[name]?.(records, p, q);
        expect((await open(records).verify()).problems).not.toEqual([]);
        // Another start that writes before anybody checks must not cover it up.
        const log = open(records);
        log.record({ account: null, what: 'refresh', outcome: 'ok', detail: null });
        await log.flush();
        expect((await open(records).verify()).intact).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is said about it', () => {
  const problems = async (blow: (records: MemoryRecords) => Promise<void>) => {
    const records = await written(10, new Set());
    await blow(records);
    return (await open(records).verify()).problems;
  };
  const edited = (edit: (segments: Map<string, Entry[]>) => void) => async (records: MemoryRecords) => {
    const stored = await load(records);
    edit(stored.segments);
    await store(records, stored);
  };

  it('names the row that was changed, whether its words or its hash were', async () => {
    const said = [{ kind: 'changed', seq: 6, lastSeq: 6, message: 'Row 6 is not as it was written.' }];
    expect(await problems(edited((segments) => { Object.assign(segments.get(segmentId(2))?.[1] ?? {}, { what: 'nothing' }); }))).toEqual(said);
    expect(await problems(edited((segments) => { Object.assign(segments.get(segmentId(2))?.[1] ?? {}, { hash: 'c'.repeat(64) }); }))).toEqual(said);
  });

  it('names the rows that are missing, in the middle and at the end', async () => {
    expect(await problems(async (records) => records.remove('activity', segmentId(2)))).toEqual([{ kind: 'removed', seq: 5, lastSeq: 8, message: 'Rows 5 to 8 are missing.' }]);
    expect(await problems(async (records) => records.remove('activity', segmentId(3)))).toEqual([{ kind: 'cut-off', seq: 9, lastSeq: 10, message: 'Rows 9 to 10 were cut off at the end.' }]);
  });

  it('names the rows that stand in the wrong place', async () => {
    const said = await problems(edited((segments) => { segments.get(segmentId(1))?.reverse(); }));
    expect(said).toEqual([{ kind: 'reordered', seq: 1, lastSeq: 4, message: 'Rows 1 to 4 do not stand in their places.' }]);
  });

  it('says that the end is unknown when its record is gone', async () => {
    const said = await problems((records) => records.remove('activity-head', 'head'));
    expect(said).toEqual([{ kind: 'cut-off', seq: 10, lastSeq: 10, message: 'The record of where the log ends was missing when row 10 was the last one: rows may have been cut off.' }]);
  });
});
