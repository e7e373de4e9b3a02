/** Who was compared last, by authorization: still there after the way to consent, and when the window opens again. */
const compared = new Map<string, { readonly people: readonly string[]; readonly day: string; readonly days: number }>();

export type Comparison = NonNullable<ReturnType<typeof lastComparison>>;

export function lastComparison(authorizationId: string): { readonly people: readonly string[]; readonly day: string; readonly days: number } | null {
  return compared.get(authorizationId) ?? null;
}

export function keepComparison(authorizationId: string, comparison: Comparison): void {
  compared.set(authorizationId, comparison);
}
