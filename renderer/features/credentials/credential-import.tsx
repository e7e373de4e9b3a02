import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { CredentialImportDto } from '../../../preload/contract/credentials.ts';
import type { ErrorDto, Result } from '../../../preload/contract/result.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { run as settle } from '../../bridge/run.ts';

export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}

interface CredentialImport {
  readonly busy: boolean;
  /** How far it is; null before main's first word. */
  readonly progress: ImportProgress | null;
  /** What the last file brought. */
  readonly result: CredentialImportDto | null;
  /** Why the last file was not taken. */
  readonly problem: ErrorDto | null;
  /** Native picker. */
  readonly fromFile: () => Promise<void>;
  /** The file that was picked last once more, for a client: it did not name one. */
  readonly again: (clientId: string) => Promise<void>;
  /** Follows an import that was begun elsewhere, under the id of its call. Resolves with its answer. */
  readonly follow: <T>(call: (callId: string) => Promise<Result<T>>) => Promise<Result<T>>;
  readonly show: (result: CredentialImportDto) => void;
  readonly refuse: (problem: ErrorDto) => void;
  readonly cancel: () => void;
  readonly dismiss: () => void;
}

const CredentialImportContext = createContext<CredentialImport | null>(null);

export function useCredentialImport(): CredentialImport {
  const value = useContext(CredentialImportContext);
  if (value === null) throw new Error('useCredentialImport was used outside CredentialImportProvider');
  return value;
}

/** One import for the whole window: the button, the command menu and a dropped file all end here. */
export function CredentialImportProvider({ children }: { readonly children: ReactNode }) {
  const bridge = useBridge();
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [result, setResult] = useState<CredentialImportDto | null>(null);
  const [problem, setProblem] = useState<ErrorDto | null>(null);
  const callId = useRef<string | null>(null);

  useEffect(
    () =>
      bridge.onEvent((event) => {
        // A late word must not outlive the answer.
        if (event.type === 'credential-import' && callId.current !== null) setProgress({ done: event.done, total: event.total });
      }),
    [bridge],
  );

  const follow = useCallback(async <T,>(call: (id: string) => Promise<Result<T>>): Promise<Result<T>> => {
    const mine = crypto.randomUUID();
    callId.current = mine;
    setBusy(true);
    setProgress(null);
    setResult(null);
    setProblem(null);
    const answer = await settle(call(mine));
    if (callId.current === mine) {
      callId.current = null;
      setBusy(false);
      setProgress(null);
    }
    return answer;
  }, []);

  const take = useCallback(
    async (input: { readonly clientId: string | null; readonly again: boolean }): Promise<void> => {
      const answer = await follow((id) => bridge.importCredentials({ callId: id, ...input }));
      if (!answer.ok) setProblem(answer.error);
      else if (answer.value !== null) setResult(answer.value);
    },
    [bridge, follow],
  );

  const value = useMemo<CredentialImport>(
    () => ({
      busy,
      progress,
      result,
      problem,
      fromFile: () => take({ clientId: null, again: false }),
      again: (clientId) => take({ clientId, again: true }),
      follow,
      show: setResult,
      refuse: setProblem,
      cancel: () => {
        if (callId.current !== null) void bridge.cancelCall({ callId: callId.current });
      },
      dismiss: () => {
        setResult(null);
        setProblem(null);
      },
    }),
    [bridge, busy, progress, result, problem, take, follow],
  );
  return <CredentialImportContext value={value}>{children}</CredentialImportContext>;
}
