import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { run } from '../../bridge/run.ts';
import { AgendaLoader, type AgendaSnapshot } from './agenda-loader.ts';

export interface AgendaFilter {
  readonly authorizationId: string;
  readonly calendarIds: readonly string[];
  readonly zone: string;
  readonly showDeclined: boolean;
  readonly showCancelled: boolean;
}

/** Days of the agenda, and rows of the days near those last given to `near` (indices of days). */
export function useAgenda(filter: AgendaFilter, revision: number): { readonly agenda: AgendaSnapshot; readonly near: (first: number, last: number) => void } {
  const bridge = useBridge();
  const [agenda, setAgenda] = useState<AgendaSnapshot>({ days: null, rows: new Map(), problem: null });
  const loader = useRef<AgendaLoader | null>(null);
  useEffect(() => {
    const made = new AgendaLoader(setAgenda);
    loader.current = made;
    return () => {
      made.close();
      loader.current = null;
    };
  }, []);

  const key = JSON.stringify(filter);
  const want = useEffectEvent(() => {
    const asked = { ...filter, calendarIds: [...filter.calendarIds] };
    loader.current?.want(
      { key, days: () => run(bridge.agendaDays(asked)), rows: (first, last) => run(bridge.agenda({ ...asked, first, last })) },
      revision,
    );
  });
  useEffect(() => {
    want();
  }, [key, revision]);
  const near = useCallback((first: number, last: number) => {
    loader.current?.near(first, last);
  }, []);
  return { agenda, near };
}
