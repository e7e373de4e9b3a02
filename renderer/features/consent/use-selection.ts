import { useCallback, useMemo, useState } from 'react';
import type { ScopeCatalogDto, ScopeDto, ScopeSetDto } from '../../../preload/contract/scopes.ts';
import { preselect, type PickerRequest } from './picker-request.ts';
import { toggleSet, withExtras } from './scope-groups.ts';
import { unlistedScope } from './unlisted-scope.ts';

export interface Selection {
  /** The catalog and whatever else is known or was added. */
  readonly scopes: readonly ScopeDto[];
  readonly ticked: ReadonlySet<string>;
  /** Granted already and part of the union: ticked for good. */
  readonly locked: ReadonlySet<string>;
  /** What will be asked for, in the order of the list, sign-in apart. */
  readonly asked: readonly ScopeDto[];
  /** Keeps its identity from one drawing to the next. */
  readonly toggle: (scope: string) => void;
  readonly toggleSet: (set: ScopeSetDto) => void;
  /** Ticks a scope that may not be on the list yet. */
  readonly add: (scope: ScopeDto) => void;
  /** Takes `narrower` in place of `scope`. */
  readonly replace: (scope: string, narrower: string) => void;
}

/** What is ticked in the scope picker; starts from the request that opened it. */
export function useSelection(request: PickerRequest, catalog: ScopeCatalogDto): Selection {
  const [start] = useState(() => preselect(request));
  const [ticked, setTicked] = useState(start.ticked);
  // A call can lack a scope that neither the catalog nor the authorization knows.
  const [extras, setExtras] = useState<readonly ScopeDto[]>(() => {
    const known = withExtras(catalog.scopes, start.known);
    const names = new Set(known.map((one) => one.scope));
    return [...start.known, ...[...start.ticked].filter((one) => !names.has(one)).map(unlistedScope)];
  });
  const scopes = useMemo(() => withExtras(catalog.scopes, extras), [catalog.scopes, extras]);
  const { locked } = start;
  const toggle = useCallback(
    (scope: string) => {
      if (locked.has(scope)) return;
      setTicked((before) => {
        const after = new Set(before);
        if (!after.delete(scope)) after.add(scope);
        return after;
      });
    },
    [locked],
  );
  return {
    scopes,
    ticked,
    locked,
    asked: scopes.filter((one) => !one.signIn && ticked.has(one.scope)),
    toggle,
    toggleSet: (set) => {
      setTicked((before) => toggleSet(set, catalog.sets, catalog.scopes, before, locked));
    },
    add: (scope) => {
      setExtras((before) => [...before, scope]);
      if (!scope.signIn) setTicked((before) => new Set([...before, scope.scope]));
    },
    replace: (scope, narrower) => {
      if (locked.has(scope)) return;
      setTicked((before) => new Set([...[...before].filter((one) => one !== scope), narrower]));
    },
  };
}
