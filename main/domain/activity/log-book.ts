import type { Records } from '../vault/records.ts';
import { readChainedRow, type ActivityRow, type ChainedRow } from './activity-row.ts';
import { chained, hashOf, type Link } from './chain.ts';
import { endOf } from './log-end.ts';
import type { LogHead } from './log-head.ts';
import { droppedBefore, segmentId, segmentOf, type LogShape } from './log-shape.ts';
import { OLD_LOG_ID, placedRows, putHead, putSegment, readLog } from './stored-log.ts';

/** What a log was found to be when it was opened. */
export interface Opened {
  readonly book: LogBook;
  /** Rows of the time before rows were chained, oldest first. */
  readonly old: readonly ActivityRow[];
  /** Rows that a save had written when it was interrupted before the head; null when there were none. */
  readonly behindHead: { readonly from: number; readonly to: number } | null;
}

/**
 * The chained rows of one log and the records they lie in. What was stored is written back as it was, damage included: a save must never
 * hide what a check would have found.
 */
export class LogBook {
  readonly #records: Records;
  readonly #shape: LogShape;
  /** Kept segments as they were stored, by number. */
  readonly #segments: Map<number, unknown[]>;
  #rows: ChainedRow[];
  #head: LogHead;
  #headStored: boolean;
  #last: Link;
  readonly #touched = new Set<number>();
  readonly #leftOver: Set<string>;

  private constructor(
    records: Records,
    shape: LogShape,
    of: { segments: Map<number, unknown[]>; rows: ChainedRow[]; head: LogHead; headStored: boolean; last: Link; leftOver: Set<string> },
  ) {
    this.#records = records;
    this.#shape = shape;
    this.#segments = of.segments;
    this.#rows = of.rows;
    this.#head = of.head;
    this.#headStored = of.headStored;
    this.#last = of.last;
    this.#leftOver = of.leftOver;
  }

  /** @param now milliseconds since the epoch */
  static async open(records: Records, shape: LogShape, now: number): Promise<Opened> {
    const stored = await readLog(records);
    const { head, last } = await endOf(stored, shape, now);
    const first = segmentOf(head.anchor.seq + 1, shape);
    const kept = new Map([...stored.segments].filter(([segment]) => segment >= first).map(([segment, entries]) => [segment, [...(entries ?? [])]]));
    const leftOver = new Set([...stored.segments.keys()].filter((segment) => segment < first).map(segmentId));
    if (stored.old !== null) leftOver.add(OLD_LOG_ID);
    const rows = placedRows(kept).map(({ row }) => row);
    const known = new Set(rows.map(({ id }) => id));
    return {
      book: new LogBook(records, shape, { segments: kept, rows, head, headStored: stored.head !== null, last, leftOver }),
      old: (stored.old ?? []).filter(({ id }) => !known.has(id)),
      behindHead: last.seq > head.seq ? { from: head.seq + 1, to: last.seq } : null,
    };
  }

  /** In the order they are stored, oldest first. */
  get rows(): readonly ChainedRow[] {
    return this.#rows;
  }

  /** The row before the first one that is kept. */
  get anchor(): LogHead['anchor'] {
    return this.#head.anchor;
  }

  get isDue(): boolean {
    return this.#touched.size > 0 || this.#leftOver.size > 0 || this.#last.seq > this.#head.seq || (!this.#headStored && this.#head.found.length > 0);
  }

  /** Chains rows to the end; `save` stores them. */
  async append(rows: readonly ActivityRow[]): Promise<void> {
    for (const row of await chained(this.#last, rows)) {
      const segment = segmentOf(row.seq, this.#shape);
      const entries = this.#segments.get(segment) ?? [];
      entries.push(row);
      this.#segments.set(segment, entries);
      this.#touched.add(segment);
      this.#rows.push(row);
      this.#last = { seq: row.seq, hash: row.hash };
    }
  }

  /**
   * Rows, then the head, then what the head has dropped: a crash between two of these leaves either rows that follow the head or
   * segments from before the beginning, and both are told from damage. The very first save begins with an empty head, so that
   * segments without any head are never the work of a crash.
   */
  async save(): Promise<void> {
    if (!this.#headStored) {
      await putHead(this.#records, this.#head);
      this.#headStored = true;
    }
    const head = await this.#nextHead();
    for (const segment of [...this.#touched].sort((a, b) => a - b)) {
      // Also one that is dropped right after: until the head is written, the rows must hang together.
      await putSegment(this.#records, segment, this.#segments.get(segment) ?? []);
      this.#touched.delete(segment);
    }
    if (head.seq !== this.#head.seq) await putHead(this.#records, head);
    this.#head = head;
    this.#drop();
    for (const id of this.#leftOver) {
      await this.#records.remove('activity', id);
      this.#leftOver.delete(id);
    }
  }

  async #nextHead(): Promise<LogHead> {
    const { anchor, found } = this.#head;
    const dropped = droppedBefore(this.#last.seq, this.#shape);
    if (dropped <= anchor.seq) return { ...this.#last, anchor, found };
    const going = new Map([...this.#segments].filter(([segment]) => segment <= segmentOf(dropped, this.#shape)));
    const end = await wholeUntil(going, anchor, dropped);
    if (end !== null) return { ...this.#last, anchor: end, found };
    // What would show the damage goes with the rows, so the head takes it down.
    const hash = this.#rows.find(({ seq }) => seq === dropped)?.hash ?? null;
    return { ...this.#last, anchor: { seq: dropped, hash }, found: [...found, { kind: 'changed', seq: dropped, at: this.#rows.at(-1)?.at ?? 0 }] };
  }

  #drop(): void {
    const first = segmentOf(this.#head.anchor.seq + 1, this.#shape);
    const gone = [...this.#segments.keys()].filter((segment) => segment < first);
    if (gone.length === 0) return;
    for (const segment of gone) {
      this.#segments.delete(segment);
      this.#leftOver.add(segmentId(segment));
    }
    this.#rows = this.#rows.filter(({ seq }) => seq > this.#head.anchor.seq);
  }
}

/** The last of the rows in these segments when they are exactly the chain from the anchor to row `to`; null when they are not. */
async function wholeUntil(segments: ReadonlyMap<number, readonly unknown[]>, anchor: LogHead['anchor'], to: number): Promise<Link | null> {
  let last = anchor;
  for (const entry of [...segments].sort(([a], [b]) => a - b).flatMap(([, entries]) => entries)) {
    const row = readChainedRow(entry);
    if (row?.seq !== last.seq + 1) return null;
    // A head that was lost does not know what its first row follows.
    if (last.hash !== null && row.hash !== (await hashOf(last.hash, row))) return null;
    last = { seq: row.seq, hash: row.hash };
  }
  return last.seq === to && last.hash !== null ? { seq: to, hash: last.hash } : null;
}
