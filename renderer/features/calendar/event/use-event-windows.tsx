import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { EditedTime, EventDetailDto, EventFields, EventRowDto, EventWrite } from '../../../../preload/contract/calendar.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { run } from '../../../bridge/run.ts';
import { showToast } from '../../../ui/toast.tsx';
import { takeDueCall } from '../../consent/consent-run.ts';
import { undoFailure } from './after-dialogs.tsx';
import { doneWords } from './done-words.ts';
import { forgetDraft, takeDraft } from './drafts.ts';
import { formOf, newForm } from './event-form.ts';
import { OpenWindowView, type OpenWindow } from './open-window.tsx';
import type { WriteState } from './use-writer.ts';
import type { Desk, DoneAnswer, EventWindows, EventWindowsContext, TimeRange } from './windows-context.ts';

export type { EventWindows, EventWindowsContext } from './windows-context.ts';

/** Every window about events: opens them, and carries out a change that waited for consent. */
export function useEventWindows(context: EventWindowsContext): EventWindows {
  const { authorization, calendar, zone } = context;
  const authorizationId = authorization.id;
  const bridge = useBridge();
  const [open, setOpen] = useState<OpenWindow | null>(null);
  const opener = useRef<Element | null>(null);
  const mounted = useRef(false);

  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const show = (window: OpenWindow): void => {
    if (open === null) opener.current = document.activeElement;
    setOpen(window);
  };
  const close = (): void => {
    setOpen(null);
    const back = opener.current;
    opener.current = null;
    // One window may have taken another's place: then the library gives the focus back to something that is gone.
    setTimeout(() => {
      if (document.activeElement === document.body && back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
    }, 30);
  };

  async function undo(undoId: string): Promise<void> {
    const write: EventWrite = { kind: 'undo', undoId };
    const answer = await run(bridge.writeEvent({ authorizationId, write, callId: crypto.randomUUID() }));
    if (answer.ok && answer.value.outcome === 'done') {
      showToast(doneWords(write, null));
      return;
    }
    const words = answer.ok && answer.value.outcome !== 'done' ? undoFailure(answer.value) : { title: answer.ok ? '' : answer.error.message, hint: answer.ok ? null : answer.error.hint };
    // The page may be gone by now: the words still have to be said.
    if (mounted.current) setOpen({ kind: 'undo-failed', words });
    else showToast(`Not undone: ${words.title}`);
  }

  const onDone = (write: EventWrite, answer: DoneAnswer, title: string | null): void => {
    forgetDraft(authorizationId);
    const { undoId } = answer;
    showToast(doneWords(write, title), undoId === null ? null : { label: 'Undo', run: () => void undo(undoId) });
    if (answer.ignored.length > 0) {
      // After the window that asked has closed itself.
      setTimeout(() => {
        if (mounted.current) setOpen({ kind: 'ignored', fields: answer.ignored, undoId });
      }, 0);
    }
  };
  const desk: Desk = { ...context, onDone };

  const carryOutDueCall = useEffectEvent(() => {
    const due = takeDueCall(authorizationId, ['calendar-write', 'free-busy']);
    if (due === null) return;
    setOpen(due.kind === 'free-busy' ? { kind: 'free-busy', day: null } : { kind: 'carry-out', write: due.write });
  });
  useEffect(() => {
    // After the page has settled: a page that is put up and taken down at once must not swallow the call.
    const timer = setTimeout(() => {
      carryOutDueCall();
    }, 0);
    return () => {
      clearTimeout(timer);
    };
  }, [authorizationId]);

  const openNew = (range?: TimeRange, guests: EventFields['guests'] = []): void => {
    const calendars = calendar.calendars.filter(({ writable }) => writable);
    const first = calendars.find(({ primary }) => primary) ?? calendars[0];
    const length = calendar.preferences.defaultMinutes;
    const draft = range === undefined && guests.length === 0 ? takeDraft(authorizationId) : null;
    const form = draft ?? newForm({ calendarId: first?.id ?? '', zone, length, now: Date.now(), guests, ...(range === undefined ? {} : { range }) });
    show({ kind: 'editor', target: { kind: 'new', form }, from: null });
  };

  const edit = (detail: EventDetailDto, row: EventRowDto): void => {
    if (detail.fields === null) return;
    const form = formOf(detail.fields, detail.calendarId, zone);
    show({ kind: 'editor', target: { kind: 'edit', detail, fields: detail.fields, scope: 'this', form }, from: row });
  };

  const duplicate = (detail: EventDetailDto, row: EventRowDto): void => {
    if (detail.fields === null) return;
    const writable = calendar.calendars.filter((one) => one.writable);
    const calendarId = (writable.find(({ id }) => id === detail.calendarId) ?? writable[0])?.id ?? '';
    show({ kind: 'editor', target: { kind: 'new', form: formOf(detail.fields, calendarId, zone) }, from: row });
  };

  /** Back to the form with what the failed change held. */
  const formFor = (write: EventWrite): (() => void) | null => {
    if (write.kind === 'insert') {
      return () => {
        setOpen({ kind: 'editor', target: { kind: 'new', form: formOf(write.fields, write.calendarId, zone) }, from: null });
      };
    }
    if (write.kind !== 'patch') return null;
    return () => {
      void run(bridge.calendarEvent({ authorizationId, calendarId: write.calendarId, eventId: write.eventId, fresh: true })).then((answer) => {
        const detail = answer.ok ? answer.value : null;
        const base = detail === null ? null : write.scope === 'series' && detail.series !== null ? detail.series.fields : detail.fields;
        if (detail === null || detail.fields === null || base === null) return;
        const given = Object.fromEntries(Object.entries(write.changes).filter(([, value]) => value !== undefined));
        const form = formOf({ ...base, ...given }, write.calendarId, zone);
        setOpen({ kind: 'editor', target: { kind: 'edit', detail, fields: detail.fields, scope: write.scope, form }, from: null });
      });
    };
  };

  async function move(row: EventRowDto, start: EditedTime, end: EditedTime): Promise<boolean> {
    const ask = (begin: WriteState): Promise<boolean> =>
      new Promise((resolve) => {
        show({
          kind: 'move',
          row,
          start,
          end,
          begin,
          onEnd(moved) {
            resolve(moved);
            close();
          },
        });
      });
    if (row.seriesId !== null || row.guests > 0 || !calendar.can.write) return ask({ phase: 'idle' });
    // Nothing to ask: a single event without guests is moved at once, on the version that is held.
    const held = await run(bridge.calendarEvent({ authorizationId, calendarId: row.calendarId, eventId: row.eventId, fresh: false }));
    const etag = held.ok ? held.value.etag : null;
    const write: EventWrite = { kind: 'move', calendarId: row.calendarId, eventId: row.eventId, scope: 'this', sendUpdates: 'none', etag, start, end };
    const answer = await run(bridge.writeEvent({ authorizationId, write, callId: crypto.randomUUID() }));
    if (!answer.ok) return ask({ phase: 'failed', write, problem: answer.error });
    if (answer.value.outcome !== 'done') return ask({ phase: 'answered', write, answer: answer.value });
    onDone(write, answer.value, row.title);
    return true;
  }

  const back = (row: EventRowDto | null): void => {
    if (row === null) close();
    else setOpen({ kind: 'event', row });
  };

  return {
    openEvent(row) {
      show({ kind: 'event', row });
    },
    newEvent(range) {
      openNew(range);
    },
    quickAdd() {
      show({ kind: 'quick-add' });
    },
    freeBusy(day) {
      show({ kind: 'free-busy', day });
    },
    move,
    element: open === null ? null : <OpenWindowView window={open} desk={desk} actions={{ show, close, back, edit, duplicate, openNew, undo, formFor }} />,
  };
}
