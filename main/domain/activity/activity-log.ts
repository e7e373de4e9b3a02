import { FaultError } from '../shared/fault.ts';
import { isObject, numberOf, textOf } from '../shared/guards.ts';
import { randomId } from '../shared/ids.ts';
import type { ActivityEntry, ActivitySink, Clock, Random } from '../shared/ports.ts';
import { redact } from '../shared/redact.ts';
import type { Records } from '../vault/records.ts';

/** Rows kept; older ones fall out. */
const longest = 500;
/** Milliseconds between a row and the write that saves it. */
const saveAfter = 1000;
const recordId = 'log';

/** One row as it is kept. */
export interface ActivityRow extends ActivityEntry {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface ActivityDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly random: Random;
  onChange(): void;
  /** A save that failed although the vault is open; the rows stay in memory and go with the next save. */
  reportError(error: unknown): void;
}

/** What happened in one profile: the last 500 rows, newest last, in one vault record. Redacted on the way in. */
export class ActivityLog implements ActivitySink {
  readonly #deps: ActivityDeps;
  #rows: readonly ActivityRow[] = [];
  #loaded = false;
  #dirty = false;
  #cancelSave: (() => void) | null = null;
  #saving: Promise<void> = Promise.resolve();

  constructor(deps: ActivityDeps) {
    this.#deps = deps;
  }

  record(entry: ActivityEntry): void {
    const { clock, random } = this.#deps;
    const row: ActivityRow = {
      id: randomId(random),
      at: clock.now(),
      account: entry.account,
      what: redact(entry.what),
      outcome: entry.outcome,
      detail: entry.detail === null ? null : redact(entry.detail),
    };
    this.#rows = [...this.#rows, row].slice(-longest);
    this.#dirty = true;
    this.#cancelSave ??= clock.after(saveAfter, () => {
      this.#cancelSave = null;
      void this.flush();
    });
    this.#deps.onChange();
  }

  /** Newest first. Rejects with the vault's FaultError while it is locked. */
  async rows(): Promise<readonly ActivityRow[]> {
    await this.#load();
    return [...this.#rows].reverse();
  }

  /** Saves what is not saved yet. Never rejects: a full disk must not stop the work that is being told about. */
  async flush(): Promise<void> {
    this.#cancelSave?.();
    this.#cancelSave = null;
    this.#saving = this.#saving.then(() => this.#save());
    await this.#saving;
  }

  /** Saves and forgets: the vault is about to be locked. */
  async close(): Promise<void> {
    await this.flush();
    this.#rows = [];
    this.#loaded = false;
    this.#dirty = false;
  }

  async #save(): Promise<void> {
    if (!this.#dirty) return;
    try {
      await this.#load();
      this.#dirty = false;
      await this.#deps.records.put('activity', recordId, this.#rows);
    } catch (error) {
      this.#dirty = true;
      if (!(error instanceof FaultError && error.fault.code === 'vault-locked')) this.#deps.reportError(error);
    }
  }

  /** Puts the saved rows in front of those that came before the vault was open. */
  async #load(): Promise<void> {
    const saved = await this.#deps.records.get('activity', recordId);
    if (this.#loaded) return;
    this.#loaded = true;
    this.#rows = [...readRows(saved?.value), ...this.#rows].slice(-longest);
  }
}

function readRows(value: unknown): readonly ActivityRow[] {
  return Array.isArray(value) ? value.map(readRow).filter((row) => row !== null) : [];
}

function readRow(value: unknown): ActivityRow | null {
  if (!isObject(value)) return null;
  const id = textOf(value['id']);
  const at = numberOf(value['at']);
  const what = textOf(value['what']);
  const outcome = value['outcome'];
  if (id === null || at === null || what === null) return null;
  if (outcome !== 'ok' && outcome !== 'failed' && outcome !== 'cancelled') return null;
  return { id, at, account: textOf(value['account']), what, outcome, detail: textOf(value['detail']) };
}
