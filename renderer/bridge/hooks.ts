import { useCallback, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import type { AppStateDto } from '../../preload/contract/app.ts';
import type { AuthorizationDto } from '../../preload/contract/authorizations.ts';
import type { AppEvent } from '../../preload/contract/bridge.ts';
import type { ClientDto } from '../../preload/contract/clients.ts';
import type { ConsentAttemptDto } from '../../preload/contract/consent.ts';
import type { ErrorDto, Result } from '../../preload/contract/result.ts';
import type { ScopeCatalogDto } from '../../preload/contract/scopes.ts';
import { useBridge, useReadStore } from './bridge-provider.tsx';
import { run } from './run.ts';
import type { ReadModel } from './store.ts';

/** Everything main has told so far. Prefer the narrower hooks below. */
export function useReadModel(): ReadModel {
  const store = useReadStore();
  return useSyncExternalStore(store.subscribe, store.get);
}

/** State of the app. Only below the app's frame, which waits for the first answer. */
export function useAppState(): AppStateDto {
  const { app } = useReadModel();
  if (app === null) throw new Error('useAppState was used before main answered; wrap the tree in <Loaded>');
  return app;
}

/** Every authorization of the current profile; empty while loading (see `useListsLoaded`). */
export function useAuthorizations(): readonly AuthorizationDto[] {
  return useReadModel().authorizations;
}

export function useClients(): readonly ClientDto[] {
  return useReadModel().clients;
}

/** The consent attempt in progress, or the last one until dismissed. */
export function useConsent(): ConsentAttemptDto | null {
  return useReadModel().consent;
}

export function useScopeCatalog(): ScopeCatalogDto {
  return useReadModel().catalog;
}

/** False until the lists were read: show skeleton rows instead of an empty state. */
export function useListsLoaded(): boolean {
  return useReadModel().listsLoaded;
}

/** Calls back for every menu command main sends. */
export function useCommand(listener: (command: Extract<AppEvent, { type: 'command' }>['command']) => void): void {
  const bridge = useBridge();
  const onCommand = useEffectEvent(listener);
  useEffect(
    () =>
      bridge.onEvent((event) => {
        if (event.type === 'command') onCommand(event.command);
      }),
    [bridge],
  );
}

/** Calls back when the user chose a notification about an authorization. */
export function useOpenAuthorization(listener: (id: string) => void): void {
  const bridge = useBridge();
  const onOpen = useEffectEvent(listener);
  useEffect(
    () =>
      bridge.onEvent((event) => {
        if (event.type === 'open-authorization') onOpen(event.id);
      }),
    [bridge],
  );
}

export interface Action {
  /** True while the call is on its way: put it on the button's `loading`. */
  readonly busy: boolean;
  /** Why the last call failed; show it with `<ProblemNotice problem={…} />` (ui/notice.tsx). */
  readonly problem: ErrorDto | null;
  /** Runs a call; resolves with its value's result, never rejects. A second start while busy is allowed: the last answer counts. */
  readonly start: <T>(call: () => Promise<Result<T>>) => Promise<Result<T>>;
  readonly clear: () => void;
}

/** One user action that calls main: its busy flag and its problem. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ErrorDto | null>(null);
  const latest = useRef(0);
  const start = useCallback(async <T>(call: () => Promise<Result<T>>): Promise<Result<T>> => {
    const mine = ++latest.current;
    setBusy(true);
    setProblem(null);
    const answer = await run(call());
    if (mine !== latest.current) return answer;
    setBusy(false);
    if (!answer.ok) setProblem(answer.error);
    return answer;
  }, []);
  const clear = useCallback(() => {
    setProblem(null);
  }, []);
  return { busy, problem, start, clear };
}
