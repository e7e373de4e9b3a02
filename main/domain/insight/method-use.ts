import { z } from 'zod';
import { FaultError } from '../shared/fault.ts';
import type { Clock } from '../shared/ports.ts';
import { SerialQueue } from '../shared/serial-queue.ts';
import type { Records } from '../vault/records.ts';

export interface MethodUseDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly reportError: (error: unknown) => void;
}

/** How often a method was called with success, and when. Times are milliseconds since the epoch. */
export interface Use {
  readonly count: number;
  readonly firstAt: number;
  readonly lastAt: number;
}
export type Uses = ReadonlyMap<string, Use>;

/** Milliseconds between a call and the write that saves it: the calendar page alone calls every minute. */
const SAVE_AFTER = 30_000;
/** Record that says since when calls are counted in this profile. */
const SINCE = 'since';

const storedUses = z.record(z.string(), z.object({ count: z.number(), firstAt: z.number(), lastAt: z.number() }));
const storedSince = z.object({ since: z.number() });

/** Which methods each authorization really used. What is not saved yet is kept beside what is, and counts with it. */
export class MethodUse {
  readonly #deps: MethodUseDeps;
  readonly #turns = new SerialQueue();
  #fresh = new Map<string, Map<string, Use>>();
  #cancelSave: (() => void) | null = null;

  constructor(deps: MethodUseDeps) {
    this.#deps = deps;
  }

  /** A call that Google answered with success. Never rejects, never waits. */
  note(authorizationId: string, methodId: string): void {
    const now = this.#deps.clock.now();
    const uses = this.#fresh.get(authorizationId) ?? new Map<string, Use>();
    uses.set(methodId, added(uses.get(methodId), { count: 1, firstAt: now, lastAt: now }));
    this.#fresh.set(authorizationId, uses);
    this.#cancelSave ??= this.#deps.clock.after(SAVE_AFTER, () => {
      this.#cancelSave = null;
      void this.save();
    });
  }

  /** By method id. Rejects with the vault's FaultError. */
  async of(authorizationId: string): Promise<Uses> {
    return await this.#turns.run(() => this.#all(authorizationId));
  }

  /** Since when calls are counted here; counting begins when this is first asked. Rejects with the vault's FaultError. */
  async countedSince(): Promise<number> {
    return await this.#turns.run(async () => {
      const stored = storedSince.safeParse((await this.#deps.records.get('method-use', SINCE))?.value);
      if (stored.success) return stored.data.since;
      const since = this.#deps.clock.now();
      await this.#deps.records.put('method-use', SINCE, { since });
      return since;
    });
  }

  /** The vault is open: counting begins, if it has not before. Never rejects. */
  async begin(): Promise<void> {
    try {
      await this.countedSince();
    } catch (error) {
      this.#deps.reportError(error);
    }
  }

  async forgetAccount(authorizationId: string): Promise<void> {
    await this.#turns.run(async () => {
      this.#fresh.delete(authorizationId);
      await this.#deps.records.remove('method-use', authorizationId);
    });
  }

  /** Saves what is not saved yet. Never rejects: no work fails because its count is not on disk. */
  async save(): Promise<void> {
    await this.#turns.run(async () => {
      const taken = this.#fresh;
      this.#fresh = new Map();
      for (const [id, uses] of taken) {
        try {
          await this.#deps.records.put('method-use', id, Object.fromEntries(merged(await this.#stored(id), uses)));
        } catch (error) {
          // With what was noted meanwhile: the next save tries again.
          this.#fresh.set(id, merged(uses, this.#fresh.get(id)));
          if (!(error instanceof FaultError && error.fault.code === 'vault-locked')) this.#deps.reportError(error);
        }
      }
    });
  }

  /** The vault is about to be locked. */
  async close(): Promise<void> {
    this.#cancelSave?.();
    this.#cancelSave = null;
    await this.save();
    this.#fresh.clear();
  }

  async #all(id: string): Promise<Uses> {
    return merged(await this.#stored(id), this.#fresh.get(id));
  }

  async #stored(id: string): Promise<Uses> {
    const stored = storedUses.safeParse((await this.#deps.records.get('method-use', id))?.value);
    return new Map(Object.entries(stored.success ? stored.data : {}));
  }
}

function merged(uses: Uses, more: Uses | undefined): Map<string, Use> {
  const all = new Map(uses);
  for (const [method, use] of more ?? []) all.set(method, added(all.get(method), use));
  return all;
}

function added(one: Use | undefined, other: Use): Use {
  if (one === undefined) return other;
  return { count: one.count + other.count, firstAt: Math.min(one.firstAt, other.firstAt), lastAt: Math.max(one.lastAt, other.lastAt) };
}
