import { useEffect, useState } from 'react';
import { accountMemory } from '../../../bridge/account-memory.ts';
import type { Draft } from './draft.ts';

/** What the page keeps of an account while the window lives: where it was, and everything typed. */
export interface Remembered {
  readonly apiId: string | null;
  /** The method chosen last, by API. */
  readonly methods: ReadonlyMap<string, string>;
  /** By `draftKey`. */
  readonly drafts: ReadonlyMap<string, Draft>;
}

const NOTHING: Remembered = { apiId: null, methods: new Map(), drafts: new Map() };

const memory = accountMemory<Remembered>();

export function draftKey(apiId: string, methodId: string): string {
  return `${apiId} ${methodId}`;
}

/** State of the page that outlives it, and goes with the account. */
export function useRemembered(authorizationId: string): readonly [Remembered, (change: (before: Remembered) => Remembered) => void] {
  const [state, setState] = useState(() => memory.get(authorizationId) ?? NOTHING);
  useEffect(() => {
    memory.set(authorizationId, state);
  }, [authorizationId, state]);
  return [state, setState];
}

/** Another method, with what was typed for it or `draft` in its place. */
export function withMethod(before: Remembered, apiId: string, methodId: string, draft: Draft | null = null): Remembered {
  return {
    apiId,
    methods: new Map(before.methods).set(apiId, methodId),
    drafts: draft === null ? before.drafts : new Map(before.drafts).set(draftKey(apiId, methodId), draft),
  };
}
