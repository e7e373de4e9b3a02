import { Alarm } from '../shared/alarm.ts';
import { within } from '../shared/deadline.ts';
import { fail, ok, settled, type Outcome, type Problem } from '../shared/fault.ts';
import type { ActivitySink, Clock } from '../shared/ports.ts';
import { SerialQueue } from '../shared/serial-queue.ts';
import type { Records } from '../vault/records.ts';
import type { Authorization } from './authorization.ts';
import { LOCKED, MISSING, problemOf } from './grant-faults.ts';
import type { GrantService } from './grant-service.ts';
import { boxFor, NOT_SAVED, readTimeBox, TIME_OVER, type StoredTimeBox, type TimeBox } from './time-box.ts';

export interface TimeBoxesDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly grants: Pick<GrantService, 'get' | 'revoke'>;
  readonly activity: ActivitySink;
  /** The end of an authorization was set, changed, or came to something. */
  readonly onChange: () => void;
  readonly reportError: (error: unknown) => void;
}

/** Milliseconds from a failed revoke to the next try: doubled each time, up to the longest. */
const FIRST_RETRY = 60_000;
const LONGEST_RETRY = 30 * 60_000;
/** How long closing waits for a revoke that is under way. Google may still carry it out; the next start finds that. */
const LONGEST_FAREWELL = 1500;

interface Held extends StoredTimeBox {
  readonly problem: Problem | null;
  /** When it is looked at next, and how often in a row that failed. */
  readonly next: number;
  readonly failures: number;
}

/**
 * Grants that revoke themselves at a moment. What fell due while the app was closed or the vault locked is revoked when it opens;
 * a revoke that fails is tried again until Google answers. An end survives a revoke by hand and a new consent: it is about the
 * access, not about one token; when it comes and nothing is left to revoke, it just goes.
 */
export class TimeBoxes {
  readonly #deps: TimeBoxesDeps;
  readonly #alarm: Alarm;
  readonly #writes = new SerialQueue();
  /** Null while the vault is locked. */
  #all: Map<string, Held> | null = null;
  #revoking: Promise<void> | null = null;

  constructor(deps: TimeBoxesDeps) {
    this.#deps = deps;
    this.#alarm = new Alarm(deps.clock, () => this.#begin());
  }

  /** The vault is open: what is due is revoked now, the rest waits for its moment. */
  async load(): Promise<void> {
    const all = new Map<string, Held>();
    for (const record of await this.#deps.records.list('time-box')) {
      const stored = readTimeBox(record.value);
      if (stored !== null) all.set(record.id, held(stored));
    }
    this.#all = all;
    this.#begin();
  }

  get(authorizationId: string): TimeBox | null {
    const one = this.#all?.get(authorizationId);
    if (one === undefined) return null;
    const { endsAt, setAt, problem } = one;
    return { endsAt, setAt, problem, state: endsAt <= this.#deps.clock.now() ? 'overdue' : 'running' };
  }

  /**
   * @param hours from now; null takes the end away
   * Faults: `vault-locked`, `authorization-missing`, `revoked`, and the vault's; then everything is as before.
   */
  async set(authorizationId: string, hours: number | null): Promise<Outcome<null>> {
    const authorization = this.#deps.grants.get(authorizationId);
    if (this.#all === null) return { ok: false, error: LOCKED };
    if (authorization === null) return { ok: false, error: MISSING };
    if (hours === null) return await this.#write(() => this.#clear(authorization));
    if (authorization.mark === 'revoked') return fail('revoked', 'This authorization is revoked already: there is nothing to end.', 'Re-authorize it first.');
    return await this.#write(() => this.#put(authorization, hours));
  }

  /**
   * After a consent. `hours` replace what was set; without, an end that still lies ahead stays. One that has passed goes: whoever
   * consents after it decided anew. An end that cannot be saved holds in memory and says so.
   */
  async consented(authorizationId: string, hours: number | null): Promise<Outcome<null>> {
    if (hours === null) return this.get(authorizationId)?.state === 'overdue' ? await this.set(authorizationId, null) : ok(null);
    const saved = await this.set(authorizationId, hours);
    const authorization = this.#deps.grants.get(authorizationId);
    if (saved.ok || authorization === null) return saved;
    this.#deps.activity.record({ account: authorization.email, what: 'set the end of a grant', outcome: 'failed', detail: saved.error.message });
    this.#hold(authorizationId, held(boxFor(hours, this.#deps.clock.now()), NOT_SAVED));
    return saved;
  }

  /** The computer woke up, or the network may be back: what is due is tried now, whenever its next turn was. */
  look(): void {
    const now = this.#deps.clock.now();
    for (const [id, one] of this.#all ?? []) {
      if (one.endsAt <= now) this.#all?.set(id, { ...one, next: now });
    }
    this.#begin();
  }

  async forget(authorizationId: string): Promise<void> {
    await this.#writes.run(() => this.#drop(authorizationId));
  }

  /** No timer outlives the open vault. */
  async close(): Promise<void> {
    this.#all = null;
    this.#alarm.set(null);
    await within(this.#deps.clock, LONGEST_FAREWELL, undefined, () => Promise.all([this.#revoking, this.#writes.run(async () => undefined)]));
  }

  #write(change: () => Promise<void>): Promise<Outcome<null>> {
    return settled(this.#writes.run(change).then(() => ok(null)));
  }

  async #put(authorization: Authorization, hours: number): Promise<void> {
    const box = boxFor(hours, this.#deps.clock.now());
    await this.#deps.records.put('time-box', authorization.id, box);
    this.#hold(authorization.id, held(box));
    this.#record(authorization, `It is revoked by itself at ${new Date(box.endsAt).toISOString()}.`);
  }

  async #clear(authorization: Authorization): Promise<void> {
    if (this.#all?.has(authorization.id) !== true) return;
    await this.#drop(authorization.id);
    this.#record(authorization, 'It has no end of its own any more.');
  }

  #record(authorization: Authorization, detail: string): void {
    this.#deps.activity.record({ account: authorization.email, what: 'set the end of a grant', outcome: 'ok', detail });
  }

  #hold(id: string, one: Held): void {
    this.#all?.set(id, one);
    this.#schedule();
    this.#deps.onChange();
  }

  async #drop(id: string): Promise<void> {
    const all = this.#all;
    if (all?.has(id) !== true) return;
    await this.#deps.records.remove('time-box', id);
    all.delete(id);
    this.#schedule();
    this.#deps.onChange();
  }

  #schedule(): void {
    const moments = [...(this.#all?.values() ?? [])].map((one) => one.next);
    this.#alarm.set(moments.length === 0 ? null : Math.min(...moments));
  }

  #begin(): void {
    this.#revoking ??= this.#revokeDue()
      .catch(this.#deps.reportError)
      .finally(() => {
        this.#revoking = null;
        this.#schedule();
      });
  }

  /** One after the other: a revoke of one ends its siblings too, and those need no request of their own any more. */
  async #revokeDue(): Promise<void> {
    const all = this.#all;
    if (all === null) return;
    for (const [id, { next }] of [...all]) {
      if (this.#all === all && next <= this.#deps.clock.now()) await this.#end(id, all);
    }
  }

  async #end(id: string, all: ReadonlyMap<string, Held>): Promise<void> {
    const { grants, reportError } = this.#deps;
    const before = all.get(id);
    const authorization = grants.get(id);
    if (authorization !== null && authorization.mark !== 'revoked') {
      const revoked = await grants.revoke(id, TIME_OVER, 'its time was over');
      const one = all.get(id);
      // Locked meanwhile: the next start asks again, and Google then says that it is done. Or the owner set another end.
      if (this.#all !== all || one === undefined || one !== before) return;
      if (!revoked.ok) {
        this.#hold(id, this.#later(one, problemOf(revoked.error)));
        return;
      }
    }
    try {
      await this.#writes.run(() => this.#drop(id));
    } catch (error) {
      // It is revoked; only the note of its end is still there.
      const one = all.get(id);
      if (one !== undefined) this.#hold(id, this.#later(one, one.problem));
      reportError(error);
    }
  }

  #later(one: Held, problem: Problem | null): Held {
    const wait = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** Math.min(one.failures, 10));
    return { ...one, problem, next: this.#deps.clock.now() + wait, failures: one.failures + 1 };
  }
}

function held({ endsAt, setAt }: StoredTimeBox, problem: Problem | null = null): Held {
  return { endsAt, setAt, problem, next: endsAt, failures: 0 };
}
