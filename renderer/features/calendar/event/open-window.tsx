import type { EditedTime, EventDetailDto, EventFields, EventRowDto, EventWrite } from '../../../../preload/contract/calendar.ts';
import { IgnoredDialog, UndoFailedDialog, type UndoFailure } from './after-dialogs.tsx';
import { CarryOutDialog } from './carry-out-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { keepDraft } from './drafts.ts';
import { EditorDialog, type EditorTarget } from './editor-dialog.tsx';
import { EventDialog } from './event-dialog.tsx';
import { FreeBusyDialog } from './free-busy-dialog.tsx';
import { knownPeople } from './known-people.ts';
import { MoveDialog } from './move-dialog.tsx';
import { QuickAddDialog } from './quick-add-dialog.tsx';
import type { WriteState } from './use-writer.ts';
import type { Desk, TimeRange } from './windows-context.ts';

/** The one window that is open; a step back leads to the event it was opened from. */
export type OpenWindow =
  | { readonly kind: 'event'; readonly row: EventRowDto }
  | { readonly kind: 'editor'; readonly target: EditorTarget; readonly from: EventRowDto | null }
  | { readonly kind: 'delete'; readonly detail: EventDetailDto }
  | { readonly kind: 'move'; readonly row: EventRowDto; readonly start: EditedTime; readonly end: EditedTime; readonly begin: WriteState; readonly onEnd: (moved: boolean) => void }
  | { readonly kind: 'quick-add' }
  | { readonly kind: 'free-busy'; readonly day: string | null }
  | { readonly kind: 'carry-out'; readonly write: EventWrite }
  | { readonly kind: 'ignored'; readonly fields: readonly string[]; readonly undoId: string | null }
  | { readonly kind: 'undo-failed'; readonly words: UndoFailure };

/** What the windows ask of each other. */
export interface WindowActions {
  readonly show: (window: OpenWindow) => void;
  readonly close: () => void;
  /** To the event a window was opened from, or out. */
  readonly back: (row: EventRowDto | null) => void;
  readonly edit: (detail: EventDetailDto, row: EventRowDto) => void;
  readonly duplicate: (detail: EventDetailDto, row: EventRowDto) => void;
  readonly openNew: (range?: TimeRange, guests?: EventFields['guests']) => void;
  readonly undo: (undoId: string) => Promise<void>;
  /** Leads back to the form with what a change held; null for a change that came from none. */
  readonly formFor: (write: EventWrite) => (() => void) | null;
}

interface OpenWindowViewProps {
  readonly window: OpenWindow;
  readonly desk: Desk;
  readonly actions: WindowActions;
}

/** The window that is open. One that is covered stays as it is. */
export function OpenWindowView({ window, desk, actions: given }: OpenWindowViewProps) {
  const stay = (): void => undefined;
  const actions = desk.covered ? { ...given, close: stay, back: stay } : given;
  switch (window.kind) {
    case 'event': {
      const { row } = window;
      return (
        <EventDialog
          key={`${row.calendarId} ${row.eventId}`}
          desk={desk}
          row={row}
          onClose={actions.close}
          onEdit={(detail) => {
            actions.edit(detail, row);
          }}
          onDuplicate={(detail) => {
            actions.duplicate(detail, row);
          }}
          onDelete={(detail) => {
            actions.show({ kind: 'delete', detail });
          }}
        />
      );
    }
    case 'editor':
      return (
        <EditorDialog
          desk={desk}
          target={window.target}
          known={knownPeople(desk)}
          onClose={() => {
            actions.back(window.from);
          }}
          onSaved={actions.close}
          onLeave={(form) => {
            if (window.target.kind === 'new') keepDraft(desk.authorization.id, form);
          }}
        />
      );
    case 'delete':
      return (
        <DeleteDialog
          desk={desk}
          detail={window.detail}
          onCancel={() => {
            actions.back(window.detail);
          }}
          onDeleted={actions.close}
        />
      );
    case 'move':
      return <MoveDialog desk={desk} row={window.row} start={window.start} end={window.end} begin={window.begin} onEnd={desk.covered ? stay : window.onEnd} />;
    case 'quick-add':
      return <QuickAddDialog desk={desk} onClose={actions.close} />;
    case 'free-busy':
      return (
        <FreeBusyDialog
          desk={desk}
          day={window.day}
          known={knownPeople(desk)}
          onClose={actions.close}
          onNew={(range, guests) => {
            actions.openNew(range, guests);
          }}
        />
      );
    case 'carry-out':
      return <CarryOutDialog desk={desk} write={window.write} onClose={actions.close} onForm={actions.formFor(window.write)} />;
    case 'ignored':
      return (
        <IgnoredDialog
          fields={window.fields}
          onUndo={
            window.undoId === null
              ? null
              : () => {
                  actions.close();
                  if (window.undoId !== null) void actions.undo(window.undoId);
                }
          }
          onClose={actions.close}
        />
      );
    case 'undo-failed':
      return <UndoFailedDialog words={window.words} onClose={actions.close} />;
  }
}
