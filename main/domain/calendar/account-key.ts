/** Key of something that belongs to an account, for a Map from which `dropAccount` takes it out again. */
export function accountKey(authorizationId: string, ...parts: readonly unknown[]): string {
  return JSON.stringify([authorizationId, ...parts]);
}

/** Takes out what belongs to an account. @param map its keys begin with one of `accountKey` that has more than one part */
export function dropAccount(map: Map<string, unknown>, authorizationId: string): void {
  const start = `${JSON.stringify([authorizationId]).slice(0, -1)},`;
  for (const key of [...map.keys()]) if (key.startsWith(start)) map.delete(key);
}
