import { useEffect, useState } from 'react';
import type { EventDetailDto } from '../../../../preload/contract/calendar.ts';
import type { ErrorDto } from '../../../../preload/contract/result.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { run } from '../../../bridge/run.ts';

interface EventDetail {
  readonly detail: EventDetailDto | null;
  /** Google is being asked for the newest version. */
  readonly refreshing: boolean;
  /** Why the newest version could not be had; what is held stays shown. */
  readonly problem: ErrorDto | null;
}

interface Ref {
  readonly calendarId: string;
  readonly eventId: string;
}

const START: EventDetail = { detail: null, refreshing: true, problem: null };

/**
 * An event as it is held, at once, then as Google has it now.
 * @param asked how often the user asked again; a new number reads anew
 * @param revision of the held events: what changes meanwhile is read again from there
 */
export function useEventDetail(authorizationId: string, { calendarId, eventId }: Ref, asked: number, revision: number): EventDetail {
  const bridge = useBridge();
  const [state, setState] = useState(START);

  useEffect(() => {
    let current = true;
    const ref = { authorizationId, calendarId, eventId };
    void (async () => {
      const held = await run(bridge.calendarEvent({ ...ref, fresh: false }));
      if (!current) return;
      if (held.ok) setState((now) => ({ ...now, detail: held.value }));
      setState((now) => ({ ...now, refreshing: true, problem: null }));
      const fresh = await run(bridge.calendarEvent({ ...ref, fresh: true }));
      if (!current) return;
      setState((now) => (fresh.ok ? { detail: fresh.value, refreshing: false, problem: null } : { ...now, refreshing: false, problem: fresh.error }));
    })();
    return () => {
      current = false;
    };
  }, [bridge, authorizationId, calendarId, eventId, asked]);

  const [opened] = useState(revision);
  useEffect(() => {
    if (revision === opened) return undefined;
    let current = true;
    void run(bridge.calendarEvent({ authorizationId, calendarId, eventId, fresh: false })).then((held) => {
      if (!current || !held.ok) return;
      // The series is only read with the fresh version: held data must not take it away again.
      setState((now) => (now.detail === null || now.detail.etag === held.value.etag ? now : { ...now, detail: { ...held.value, series: now.detail.series } }));
    });
    return () => {
      current = false;
    };
  }, [bridge, authorizationId, calendarId, eventId, revision, opened]);

  return state;
}
