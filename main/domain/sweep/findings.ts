import type { Finding } from './finding.ts';
import { byDanger } from './order.ts';

/** What was found, most dangerous first. */
export class Findings {
  readonly #all = new Map<string, Finding>();
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  list(): readonly Finding[] {
    return [...this.#all.values()].sort(byDanger);
  }

  get size(): number {
    return this.#all.size;
  }

  get(id: string): Finding | null {
    return this.#all.get(id) ?? null;
  }

  add(finding: Finding): void {
    this.#all.set(finding.id, finding);
    this.#onChange();
  }

  /** Changes one that is still there; what was removed meanwhile does not come back. */
  update(id: string, change: Partial<Finding>): void {
    const current = this.#all.get(id);
    if (current !== undefined) this.add({ ...current, ...change });
  }

  remove(id: string): void {
    this.#all.delete(id);
    this.#onChange();
  }

  clear(): void {
    this.#all.clear();
    this.#onChange();
  }
}
