import type { AgendaDaysDto, AgendaDto, EventRowDto } from '../../../preload/contract/calendar.ts';
import type { ErrorDto, Result } from '../../../preload/contract/result.ts';
import { addDays } from './view-dates.ts';

export interface AgendaSource {
  /** Names everything that decides the days and rows, the revision apart. */
  readonly key: string;
  readonly days: () => Promise<Result<AgendaDaysDto>>;
  /** Both dates inclusive. */
  readonly rows: (first: string, last: string) => Promise<Result<AgendaDto>>;
}

export interface AgendaSnapshot {
  /** Null before the first answer. */
  readonly days: AgendaDaysDto['days'] | null;
  /** Rows by date, of the days near what is shown. */
  readonly rows: ReadonlyMap<string, readonly EventRowDto[]>;
  readonly problem: ErrorDto | null;
}

/** Days with events that are read ahead on both sides, and those that are kept. */
const AHEAD = 8;
const KEPT = 40;
/** What main answers at once. */
const MOST_DAYS = 400;
const PACE_MS = 400;

/** The agenda's days and the rows of those near the viewport: the list can be long, what is held of it is not. */
export class AgendaLoader {
  readonly #changed: (snapshot: AgendaSnapshot) => void;
  #source: AgendaSource | null = null;
  #snapshot: AgendaSnapshot = { days: null, rows: new Map(), problem: null };
  #revision = -1;
  /** Revision of the days held. */
  #held = -1;
  #turn = 0;
  #reading = false;
  #pace: ReturnType<typeof setTimeout> | null = null;
  /** Dates whose rows were read since the days were. */
  #fresh = new Set<string>();
  #asked = new Set<string>();
  #near: readonly [number, number] = [0, 0];

  constructor(changed: (snapshot: AgendaSnapshot) => void) {
    this.#changed = changed;
  }

  want(source: AgendaSource, revision: number): void {
    const same = this.#source?.key === source.key;
    this.#source = source;
    this.#revision = Math.max(this.#revision, revision);
    if (!same) {
      this.close();
      this.#source = source;
      void this.#readDays();
    } else if (this.#held < this.#revision) this.#soon();
  }

  /** The days shown, by their index. */
  near(first: number, last: number): void {
    this.#near = [first, last];
    void this.#readRows();
  }

  close(): void {
    this.#turn += 1;
    this.#reading = false;
    this.#asked.clear();
    this.#source = null;
    if (this.#pace !== null) clearTimeout(this.#pace);
    this.#pace = null;
  }

  #soon(): void {
    if (this.#reading || this.#pace !== null) return;
    this.#pace = setTimeout(() => {
      this.#pace = null;
      void this.#readDays();
    }, PACE_MS);
  }

  #put(patch: Partial<AgendaSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...patch };
    this.#changed(this.#snapshot);
  }

  async #readDays(): Promise<void> {
    const source = this.#source;
    if (source === null) return;
    const turn = this.#turn;
    const asked = this.#revision;
    this.#reading = true;
    const answer = await source.days();
    if (turn !== this.#turn) return;
    this.#reading = false;
    this.#held = answer.ok ? Math.max(asked, answer.value.revision) : asked;
    this.#fresh.clear();
    this.#asked.clear();
    if (answer.ok) this.#put({ days: answer.value.days, problem: null });
    else this.#put({ problem: answer.error });
    if (this.#held < this.#revision) this.#soon();
    await this.#readRows();
  }

  async #readRows(): Promise<void> {
    const { days } = this.#snapshot;
    const source = this.#source;
    if (days === null || source === null) return;
    const [first, last] = this.#near;
    const wanted = days.slice(Math.max(0, first - AHEAD), last + 1 + AHEAD).map(([date]) => date);
    const missing = wanted.filter((date) => !this.#fresh.has(date) && !this.#asked.has(date));
    for (const part of partsOf(missing)) {
      for (const date of part) this.#asked.add(date);
      void this.#readPart(source, part);
    }
  }

  async #readPart(source: AgendaSource, part: readonly string[]): Promise<void> {
    const turn = this.#turn;
    const held = this.#held;
    const answer = await source.rows(part[0] ?? '', part.at(-1) ?? '');
    // The days were read again meanwhile: these rows would not fit them.
    if (turn !== this.#turn || held !== this.#held) return;
    for (const date of part) this.#asked.delete(date);
    if (!answer.ok) {
      this.#put({ problem: answer.error });
      return;
    }
    if (answer.value.revision > this.#held) {
      this.#revision = Math.max(this.#revision, answer.value.revision);
      this.#soon();
    }
    const rows = new Map(this.#snapshot.rows);
    for (const date of part) this.#fresh.add(date);
    for (const { date, events } of answer.value.days) rows.set(date, events);
    this.#put({ rows: this.#kept(rows), problem: null });
  }

  /** Lets go of what is far from the viewport. */
  #kept(rows: ReadonlyMap<string, readonly EventRowDto[]>): ReadonlyMap<string, readonly EventRowDto[]> {
    const [first, last] = this.#near;
    const near = new Set((this.#snapshot.days ?? []).slice(Math.max(0, first - KEPT), last + 1 + KEPT).map(([date]) => date));
    for (const date of this.#fresh) if (!near.has(date)) this.#fresh.delete(date);
    return new Map([...rows].filter(([date]) => near.has(date)));
  }
}

/** Runs of dates that fit in one question. */
function partsOf(dates: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [];
  for (const date of dates) {
    const part = parts.at(-1);
    if (part !== undefined && date < addDays(part[0] ?? date, MOST_DAYS)) part.push(date);
    else parts.push([date]);
  }
  return parts;
}
