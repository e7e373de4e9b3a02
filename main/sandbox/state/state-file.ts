import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { SandboxState } from './state.ts';

/**
 * Reads the saved state. Undefined when there is none yet or when it cannot be understood; in the second case the file is kept beside as
 * `.unreadable`, so that nothing is lost silently.
 */
export function readStateFile(file: string): SandboxState | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    if (isState(value)) return value;
  } catch {
    // Falls through to the same end as a state of another version.
  }
  renameSync(file, `${file}.unreadable`);
  return undefined;
}

/** Writes the state whole or not at all (temporary file, flush, rename), readable by its owner only. Throws what the file system throws. */
export function writeStateFile(file: string, state: SandboxState): void {
  const temporary = `${file}.${String(process.pid)}.tmp`;
  const handle = openSync(temporary, 'w', 0o600);
  try {
    writeSync(handle, JSON.stringify(state));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function isState(value: unknown): value is SandboxState {
  if (typeof value !== 'object' || value === null) return false;
  const candidate = value as Partial<SandboxState>;
  return (
    candidate.version === 1 &&
    typeof candidate.instance === 'string' &&
    [candidate.clients, candidate.grants, candidate.codes, candidate.refreshTokens, candidate.accessTokens].every(Array.isArray) &&
    typeof candidate.groups === 'object' &&
    typeof candidate.calendar === 'object'
  );
}
