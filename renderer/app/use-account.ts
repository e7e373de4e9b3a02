import { useState } from 'react';
import type { AuthorizationDto } from '../../preload/contract/authorizations.ts';
import { useAuthorizations } from '../bridge/hooks.ts';

/** Remembered between pages while the window lives: who was looked at last. */
let lastChosen: string | null = null;

interface AccountChoice {
  readonly authorizations: readonly AuthorizationDto[];
  /** The account a page works with: the last chosen one if it is still there, else the first usable one. */
  readonly authorization: AuthorizationDto | null;
  readonly choose: (id: string) => void;
}

export function useAccount(): AccountChoice {
  const authorizations = useAuthorizations();
  const [chosen, setChosen] = useState(lastChosen);
  const authorization =
    authorizations.find(({ id }) => id === chosen) ?? authorizations.find(({ state }) => state !== 'revoked') ?? authorizations[0] ?? null;
  return {
    authorization,
    authorizations,
    choose(id) {
      lastChosen = id;
      setChosen(id);
    },
  };
}
