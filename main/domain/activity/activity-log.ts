import { FaultError } from '../shared/fault.ts';
import { randomId } from '../shared/ids.ts';
import type { ActivityEntry, ActivitySink, Clock, Random } from '../shared/ports.ts';
import { redact } from '../shared/redact.ts';
import { SerialQueue } from '../shared/serial-queue.ts';
import type { Records } from '../vault/records.ts';
import type { ActivityRow, ChainedRow } from './activity-row.ts';
import { behindHeadNote, checkLog, type LogCheck } from './check-log.ts';
import type { ExportedLog } from './export-log.ts';
import { LogBook } from './log-book.ts';
import { LOG_SHAPE, type LogShape } from './log-shape.ts';
import { readLog } from './stored-log.ts';

/** Milliseconds between a row and the write that saves it. */
const saveAfter = 1000;

/** Characters of a row: an address can be as long as anybody likes, and the whole log is kept in memory and in the vault. */
const LONGEST = { account: 320, what: 300, detail: 2000 } as const;

/** A row as it is shown: `seq` and `hash` are null until it is chained. */
export type ShownRow = ChainedRow | (ActivityRow & { readonly seq: null; readonly hash: null });

export interface ActivityDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly random: Random;
  readonly shape?: LogShape;
  onChange(): void;
  /** A save that failed although the vault is open; the rows stay in memory and go with the next save. */
  reportError(error: unknown): void;
}

/**
 * What happened in one profile: a hash chain (chain.ts) in segments of the vault (log-shape.ts), the newest 20 of them. Redacted on the
 * way in. Rows wait in memory until they are saved, at most a second, or until the vault opens.
 */
export class ActivityLog implements ActivitySink {
  readonly #deps: ActivityDeps;
  readonly #shape: LogShape;
  readonly #turns = new SerialQueue();
  /** Not chained yet, oldest first. */
  #waiting: ActivityRow[] = [];
  /** When `recordAtMost` last wrote an entry, by what and account. */
  readonly #recent = new Map<string, number>();
  #book: LogBook | null = null;
  #note: string | null = null;
  #cancelSave: (() => void) | null = null;

  constructor(deps: ActivityDeps) {
    this.#deps = deps;
    this.#shape = deps.shape ?? LOG_SHAPE;
  }

  record(entry: ActivityEntry): void {
    const { clock, random } = this.#deps;
    this.#waiting.push({
      id: randomId(random),
      at: clock.now(),
      account: entry.account === null ? null : cut(entry.account, LONGEST.account),
      what: cut(redact(entry.what), LONGEST.what),
      outcome: entry.outcome,
      detail: entry.detail === null ? null : cut(redact(entry.detail), LONGEST.detail),
    });
    // With the vault locked for long, memory is not to grow without end.
    if (this.#waiting.length > this.#shape.perSegment * this.#shape.segments) this.#waiting.shift();
    this.#saveSoon();
    this.#deps.onChange();
  }

  /** For what a page does whenever it is drawn: the same entry is not written again within `ms`. */
  recordAtMost(entry: ActivityEntry, ms: number): void {
    const key = JSON.stringify([entry.what, entry.account]);
    const now = this.#deps.clock.now();
    const before = this.#recent.get(key);
    if (before !== undefined && now - before < ms) return;
    this.#recent.set(key, now);
    this.record(entry);
  }

  /** Newest first. Rejects with the vault's FaultError while it is locked. */
  async rows(): Promise<readonly ShownRow[]> {
    return this.#turns.run(async () => {
      const book = await this.#opened();
      const waiting = this.#waiting.map((row): ShownRow => ({ ...row, seq: null, hash: null }));
      return [...book.rows, ...waiting].reverse();
    });
  }

  /** Chains and saves what is not saved yet. Never rejects: a full disk must not stop the work that is being told about. */
  async flush(): Promise<void> {
    this.#cancelSave?.();
    this.#cancelSave = null;
    await this.#turns.run(() => this.#save());
  }

  /** Follows the whole chain as it lies in the vault. Rejects with the vault's FaultError while it is locked. */
  async verify(): Promise<LogCheck> {
    return this.#turns.run(async () => {
      await this.#opened();
      await this.#save();
      const check = await checkLog(await readLog(this.#deps.records), this.#shape, this.#deps.clock.now());
      return this.#note === null || check.notes.length > 0 ? check : { ...check, notes: [this.#note] };
    });
  }

  /** All chained rows, saved, oldest first, and the hash of the row before the first. Rejects with the vault's FaultError while it is locked. */
  async exported(): Promise<ExportedLog> {
    return this.#turns.run(async () => {
      const book = await this.#opened();
      await this.#save();
      return { rows: [...book.rows], previousHash: book.anchor.hash, exportedAt: this.#deps.clock.now() };
    });
  }

  /** Saves and forgets: the vault is about to be locked. */
  async close(): Promise<void> {
    await this.flush();
    this.#book = null;
    this.#note = null;
    this.#waiting = [];
    this.#recent.clear();
  }

  async #save(): Promise<void> {
    if (this.#waiting.length === 0 && this.#book?.isDue !== true) return;
    try {
      const book = await this.#opened();
      const taken = new Set(this.#waiting);
      await book.append([...taken]);
      this.#waiting = this.#waiting.filter((row) => !taken.has(row));
      await book.save();
    } catch (error) {
      if (!(error instanceof FaultError && error.fault.code === 'vault-locked')) this.#deps.reportError(error);
    }
  }

  /** In turn only: what is read here is what the next save goes on from. */
  async #opened(): Promise<LogBook> {
    const { records, clock } = this.#deps;
    if (this.#book !== null) {
      // While the vault is locked this rejects, and what is in memory is nobody's business.
      await records.get('activity-head', 'head');
      return this.#book;
    }
    const { book, old, behindHead } = await LogBook.open(records, this.#shape, clock.now());
    this.#book = book;
    this.#note = behindHead === null ? null : behindHeadNote(behindHead.from, behindHead.to);
    // They happened before anything that waits.
    this.#waiting = [...old, ...this.#waiting];
    if (old.length > 0 || book.isDue) this.#saveSoon();
    return book;
  }

  #saveSoon(): void {
    this.#cancelSave ??= this.#deps.clock.after(saveAfter, () => {
      this.#cancelSave = null;
      void this.flush();
    });
  }
}

/** Cut after redacting: half a secret might not be recognised as one. */
function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
