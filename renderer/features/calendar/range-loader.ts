import type { EventListDto, EventRowDto } from '../../../preload/contract/calendar.ts';
import type { ErrorDto, Result } from '../../../preload/contract/result.ts';
import { sameRows } from './fc-events.ts';

/** What a view wants to show. `key` names everything that decides its rows, the revision apart. */
export interface Wanted<T> {
  readonly key: string;
  /** Handed back with the rows: whatever the view needs to draw them. */
  readonly scene: T;
  readonly load: () => Promise<Result<EventListDto>>;
}

export interface Shown<T> {
  readonly scene: T;
  readonly rows: readonly EventRowDto[];
  /** False until rows of this scene have arrived. */
  readonly loaded: boolean;
  /** There were more rows than fit in one answer. */
  readonly truncated: boolean;
  readonly problem: ErrorDto | null;
}

/** A new scene waits so long for its rows before it is drawn empty: most answers come sooner, and are drawn once. */
const PATIENCE_MS = 120;
/** Changes of one scene that come one after another (a long load) are read at this pace. */
const PACE_MS = 400;
/** Once nothing changed for so long, what is a step away is read too, so that a step is drawn at once. */
const QUIET_MS = 300;

interface Ahead {
  readonly revision: number;
  readonly answer: EventListDto;
}

/**
 * Reads the rows of what is shown, and again when they changed. An answer that was overtaken by another wish is
 * dropped; what is shown stays until the next rows are there.
 */
export class RangeLoader<T> {
  readonly #show: (shown: Shown<T>) => void;
  #wanted: Wanted<T> | null = null;
  #shown: { readonly key: string; readonly state: Shown<T> } | null = null;
  /** Highest revision that was asked for, and of what has been read. */
  #revision = -1;
  #read = -1;
  #inFlight = 0;
  /** The view has changed its drawing by itself: rows are handed out next even when they are the ones it had. */
  #redrawn = false;
  #turn = 0;
  #timers: ReturnType<typeof setTimeout>[] = [];
  /** What is a step away: asked for, and what of it has been read. Never more than that. */
  #next: readonly Wanted<T>[] = [];
  #ahead = new Map<string, Ahead>();
  #quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(show: (shown: Shown<T>) => void) {
    this.#show = show;
  }

  /** @param next scenes that are a step away */
  want(wanted: Wanted<T>, revision: number, next: readonly Wanted<T>[] = []): void {
    const same = this.#wanted?.key === wanted.key;
    this.#wanted = wanted;
    this.#next = next;
    this.#revision = Math.max(this.#revision, revision);
    const ahead = this.#ahead.get(wanted.key);
    if (!same && ahead?.revision === this.#revision) {
      this.#stop();
      this.#answered(wanted, { ok: true, value: ahead.answer }, ahead.revision);
    } else if (!same) {
      this.#stop();
      if (this.#shown !== null) this.#later(PATIENCE_MS, () => this.#empty(wanted));
      this.#start(wanted);
    } else if (this.#inFlight === 0 && this.#read < this.#revision && this.#timers.length === 0) {
      this.#later(PACE_MS, () => this.#again());
    }
  }

  /** To be told when the view moved something before anything was written. */
  redrawn(): void {
    this.#redrawn = true;
  }

  close(): void {
    this.#stop();
    this.#wanted = null;
    this.#ahead.clear();
  }

  #stop(): void {
    this.#turn += 1;
    this.#inFlight = 0;
    clearTimeout(this.#quiet);
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }

  #later(ms: number, what: () => void): void {
    const timer = setTimeout(() => {
      this.#timers = this.#timers.filter((one) => one !== timer);
      what();
    }, ms);
    this.#timers.push(timer);
  }

  #again(): void {
    if (this.#wanted !== null && this.#inFlight === 0) this.#start(this.#wanted);
  }

  #empty(wanted: Wanted<T>): void {
    if (this.#shown?.key === wanted.key) return;
    this.#put(wanted, { scene: wanted.scene, rows: [], loaded: false, truncated: false, problem: null });
  }

  #put(wanted: Wanted<T>, state: Shown<T>): void {
    this.#shown = { key: wanted.key, state };
    this.#show(state);
  }

  #start(wanted: Wanted<T>): void {
    const turn = this.#turn;
    const asked = this.#revision;
    this.#inFlight += 1;
    void wanted.load().then((answer) => {
      if (turn !== this.#turn) return;
      for (const timer of this.#timers) clearTimeout(timer);
      this.#timers = [];
      this.#inFlight = 0;
      this.#answered(wanted, answer, asked);
    });
  }

  #answered(wanted: Wanted<T>, answer: Result<EventListDto>, asked: number): void {
    const before = this.#shown?.key === wanted.key ? this.#shown.state : null;
    if (answer.ok) {
      const { events, truncated, revision } = answer.value;
      this.#read = Math.max(asked, revision);
      const kept = !this.#redrawn && before !== null && sameRows(before.rows, events) ? before.rows : events;
      this.#redrawn = false;
      const same = before !== null && before.loaded && kept === before.rows && before.truncated === truncated && before.problem === null;
      if (!same) this.#put(wanted, { scene: wanted.scene, rows: kept, loaded: true, truncated, problem: null });
    } else {
      this.#read = asked;
      this.#put(wanted, { scene: wanted.scene, rows: before?.rows ?? [], loaded: before?.loaded ?? false, truncated: false, problem: answer.error });
    }
    clearTimeout(this.#quiet);
    if (this.#read < this.#revision) this.#later(PACE_MS, () => this.#again());
    else this.#quiet = setTimeout(() => void this.#lookAhead(), QUIET_MS);
  }

  async #lookAhead(): Promise<void> {
    const turn = this.#turn;
    const keys = new Set(this.#next.map(({ key }) => key));
    for (const [key, { revision }] of this.#ahead) if (!keys.has(key) || revision !== this.#revision) this.#ahead.delete(key);
    for (const { key, load } of this.#next) {
      if (this.#ahead.has(key)) continue;
      const answer = await load();
      // Something else is wanted by now, or this is old already: the next quiet moment reads it.
      if (turn !== this.#turn || !answer.ok || answer.value.revision !== this.#revision) return;
      this.#ahead.set(key, { revision: answer.value.revision, answer: answer.value });
    }
  }
}
