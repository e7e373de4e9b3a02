import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CalendarStateDto } from '../../../preload/contract/calendar.ts';
import type { ErrorDto } from '../../../preload/contract/result.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { run } from '../../bridge/run.ts';
import { MINUTE, SECOND } from '../../ui/duration.ts';

export interface CalendarAccess {
  /** Null before main's first answer. */
  readonly state: CalendarStateDto | null;
  /** Why the calendars could not even be opened (vault locked, authorization gone), or the last wish not be carried out. */
  readonly problem: ErrorDto | null;
  readonly open: () => void;
  /** `full` forgets what is held and loads everything again. */
  readonly sync: (full: boolean) => void;
  readonly cancel: () => void;
  readonly select: (calendarId: string, selected: boolean) => void;
}

const EVERY_MS = MINUTE;
/** Coming back to the window asks again only after this long. */
const CALM_MS = 10 * SECOND;

/**
 * One account's calendars as main knows them, kept up to date while the page is visible. Give the component that uses
 * it the authorization's id as key: nothing of one account may stand under another's name.
 */
export function useCalendar(authorizationId: string): CalendarAccess {
  const bridge = useBridge();
  const [state, setState] = useState<CalendarStateDto | null>(null);
  const [problem, setProblem] = useState<ErrorDto | null>(null);
  const told = useRef(false);

  useEffect(
    () =>
      bridge.onEvent((event) => {
        if (event.type !== 'calendar' || event.state.authorizationId !== authorizationId) return;
        told.current = true;
        setState(event.state);
      }),
    [bridge, authorizationId],
  );

  const open = useCallback(async () => {
    told.current = false;
    setProblem(null);
    const answer = await run(bridge.openCalendar({ authorizationId }));
    // An event that came meanwhile is newer than the answer.
    if (answer.ok && !told.current) setState(answer.value);
    if (!answer.ok) setProblem(answer.error);
  }, [bridge, authorizationId]);

  const sync = useCallback(
    async (full: boolean, quiet = false) => {
      const answer = await run(bridge.syncCalendars({ authorizationId, calendarIds: null, full }));
      if (quiet) return;
      setProblem(answer.ok ? null : answer.error);
    },
    [bridge, authorizationId],
  );

  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- opening is what the page is for; its answer comes later
    void open();
  }, [open]);
  useKeptFresh(() => {
    void sync(false, true);
  }, state !== null);

  return {
    state,
    problem,
    open: useCallback(() => void open(), [open]),
    sync: useCallback((full) => void sync(full), [sync]),
    cancel: useCallback(() => void run(bridge.cancelCalendarSync({ authorizationId })), [bridge, authorizationId]),
    select: useCallback(
      (calendarId, selected) => {
        void run(bridge.selectCalendar({ authorizationId, calendarId, selected })).then((answer) => {
          if (!answer.ok) setProblem(answer.error);
        });
      },
      [bridge, authorizationId],
    ),
  };
}

/** Once a minute while the page can be seen, and when the window comes back. */
function useKeptFresh(refresh: () => void, active: boolean): void {
  const tick = useEffectEvent(refresh);
  useEffect(() => {
    if (!active) return undefined;
    let last = Date.now();
    const ask = (): void => {
      if (document.visibilityState === 'hidden' || Date.now() - last < CALM_MS) return;
      last = Date.now();
      tick();
    };
    const timer = setInterval(ask, EVERY_MS);
    window.addEventListener('focus', ask);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', ask);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [active]);
}
