import { isObject } from '../shared/guards.ts';
import type { Records } from '../vault/records.ts';
import { readChainedRow, readOldRow, type ActivityRow, type ChainedRow } from './activity-row.ts';
import { readHead, storedHead, type LogHead } from './log-head.ts';
import { segmentId, segmentNumber } from './log-shape.ts';

const VERSION = 1;
const HEAD_ID = 'head';
/** The one record of the time before rows were chained: an array of rows, oldest first. */
export const OLD_LOG_ID = 'log';

/** A log as it lies in the vault. Nothing is judged yet. */
export interface StoredLog {
  readonly head: LogHead | null;
  /** True when there is a head record, whether it can be read or not. */
  readonly headThere: boolean;
  /** By number, ascending: the rows as they were written; null for a segment that cannot be read. */
  readonly segments: ReadonlyMap<number, readonly unknown[] | null>;
  /** Rows that are not chained yet; null when there is no such record. */
  readonly old: readonly ActivityRow[] | null;
}

/** Rejects with the vault's FaultError while it is locked. */
export async function readLog(records: Records): Promise<StoredLog> {
  const [all, head] = await Promise.all([records.list('activity'), records.get('activity-head', HEAD_ID)]);
  const segments = new Map<number, readonly unknown[] | null>();
  let old: readonly ActivityRow[] | null = null;
  for (const { id, value } of all) {
    const segment = segmentNumber(id);
    if (segment !== null) segments.set(segment, readSegment(value));
    else if (id === OLD_LOG_ID) old = Array.isArray(value) ? value.map(readOldRow).filter((row) => row !== null) : [];
  }
  const ascending = new Map([...segments].sort(([a], [b]) => a - b));
  return { head: head === null ? null : readHead(head.value), headThere: head !== null, segments: ascending, old };
}

/** A row and the segment it lies in. */
export interface PlacedRow {
  readonly row: ChainedRow;
  readonly segment: number;
}

/** The rows that can be read, in the order they are stored. */
export function placedRows(segments: StoredLog['segments']): readonly PlacedRow[] {
  return [...segments].flatMap(([segment, entries]) =>
    (entries ?? []).flatMap((entry): PlacedRow[] => {
      const row = readChainedRow(entry);
      return row === null ? [] : [{ row, segment }];
    }),
  );
}

export async function putSegment(records: Records, segment: number, rows: readonly unknown[]): Promise<void> {
  await records.put('activity', segmentId(segment), { v: VERSION, rows });
}

export async function putHead(records: Records, head: LogHead): Promise<void> {
  await records.put('activity-head', HEAD_ID, storedHead(head));
}

function readSegment(value: unknown): readonly unknown[] | null {
  return isObject(value) && value['v'] === VERSION && Array.isArray(value['rows']) ? value['rows'] : null;
}
