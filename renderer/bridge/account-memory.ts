const memories = new Set<Map<string, unknown>>();

/**
 * What a page keeps of each account beyond its own life, by authorization id. An account's part goes when the account is forgotten, all
 * of it when the vault closes or the profile changes: the same account has the same id when it comes back.
 */
export function accountMemory<T>(): Map<string, T> {
  const memory = new Map<string, T>();
  memories.add(memory);
  return memory;
}

/** Called by the store; nobody else knows when a world ends. */
export function keepAccounts(ids: ReadonlySet<string>): void {
  for (const memory of memories) {
    for (const id of [...memory.keys()]) if (!ids.has(id)) memory.delete(id);
  }
}
