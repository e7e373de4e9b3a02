/**
 * The Cloud project's number: the digits a client id begins with, before a dash (or, in the oldest ids, the first dot).
 * Clients of one project share it, and a revoke ends the grants of all of them.
 * @returns null when the id does not begin with digits
 */
export function projectNumberOf(clientId: string): string | null {
  return /^(\d+)[-.]/.exec(clientId)?.[1] ?? null;
}
