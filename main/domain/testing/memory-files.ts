import { fail, ok, type Outcome } from '../shared/fault.ts';
import { utf8 } from '../shared/bytes.ts';
import type { FileMark, SweepFiles, WalkRequest } from '../sweep/ports.ts';

/** Files of a computer in memory: every root leads to all of them. */
export class MemoryFiles implements SweepFiles {
  readonly #files = new Map<string, { readonly bytes: Uint8Array; readonly mark: FileMark }>();
  readonly binned: string[] = [];
  /** The walk waits for this promise after each file. */
  gate: Promise<void> = Promise.resolve();
  #version = 0;

  put(path: string, content: unknown, mode = 0o600): void {
    this.#version += 1;
    const bytes = utf8(typeof content === 'string' ? content : JSON.stringify(content));
    this.#files.set(path, { bytes, mark: { path, identity: String(this.#version), mode, size: bytes.length, modifiedAt: 0 } });
  }

  async walk({ roots, rules, counts, onRoot, onCandidate }: WalkRequest, signal: AbortSignal): Promise<void> {
    for (const root of roots) onRoot(root, 'present');
    for (const { mark } of this.#files.values()) {
      if (signal.aborted) return;
      const [name = '', parent = ''] = mark.path.split('/').toReversed();
      counts.files += 1;
      const interest = rules.interestIn(name, parent);
      if (interest !== null) await onCandidate(mark, interest);
      await this.gate;
    }
  }

  async read(file: FileMark, most: number): Promise<Outcome<Uint8Array>> {
    const there = this.#same(file);
    return there.ok ? ok(there.value.bytes.subarray(0, most)) : there;
  }

  async tighten(file: FileMark): Promise<Outcome<FileMark>> {
    const there = this.#same(file);
    return there.ok ? ok({ ...there.value.mark, mode: 0o600 }) : there;
  }

  async bin(file: FileMark): Promise<Outcome<null>> {
    const there = this.#same(file);
    if (!there.ok) return there;
    this.#files.delete(file.path);
    this.binned.push(file.path);
    return ok(null);
  }

  #same({ path, identity }: FileMark): Outcome<{ readonly bytes: Uint8Array; readonly mark: FileMark }> {
    const there = this.#files.get(path);
    if (there === undefined) return fail('file-gone', 'The file is not there any more.');
    return there.mark.identity === identity ? ok(there) : fail('file-changed', 'It was changed.');
  }
}
