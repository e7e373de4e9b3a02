import { Globe, Info } from 'lucide-react';
import { useDeferredValue, type ReactNode } from 'react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import type { CalendarStateDto } from '../../../preload/contract/calendar.ts';
import css from './calendar-pane.module.css';
import { CalendarTicks } from './calendar-ticks.tsx';
import { MiniMonth } from './mini-month.tsx';
import { scopeNote } from './scope-note.ts';
import { UpdatedLine } from './sync-status.tsx';
import { ownZone, type ViewSettings } from './view-choice.ts';
import type { DateRange } from './view-dates.ts';

interface CalendarPaneProps {
  readonly account: ReactNode;
  readonly authorization: AuthorizationDto;
  readonly state: CalendarStateDto;
  readonly settings: ViewSettings;
  /** The days in view; null marks none. */
  readonly range: DateRange | null;
  readonly onDate: (date: string) => void;
  readonly onSelect: (calendarId: string, selected: boolean) => void;
  readonly onZone: () => void;
}

/** Whose calendars, which of them, and a way to any date. */
export function CalendarPane({ account, authorization, state, settings, range, onDate, onSelect, onZone }: CalendarPaneProps) {
  const { scope, words } = scopeNote(authorization, state);
  // The view first: the small month follows when the events are drawn.
  const date = useDeferredValue(settings.date);
  const days = useDeferredValue(range);
  return (
    <>
      {account}
      <MiniMonth date={date} today={settings.today} range={days} weekStart={state.preferences.weekStart} onChoose={onDate} />
      {/* Without a scope there is no list, and the page says why. */}
      {(state.can.list || state.can.read) && (
        <section className={css.calendars}>
          <h2 className={css.heading}>Calendars</h2>
          {state.calendars.length === 0 && state.listState === 'ready' ? (
            <p className="gd-meta">The account sees no calendar.</p>
          ) : (
            <CalendarTicks calendars={state.calendars} onSelect={onSelect} />
          )}
        </section>
      )}
      <div className={css.foot}>
        <UpdatedLine calendars={state.calendars} />
        <button type="button" className={css.zone} onClick={onZone}>
          <Globe size={13} strokeWidth={1.75} aria-hidden="true" />
          <span>
            Times in {settings.zone.replaceAll('_', ' ')}
            {settings.zone !== ownZone() && <span className={css.differs}>This computer’s is {ownZone().replaceAll('_', ' ')}</span>}
          </span>
        </button>
        <p className={css.note}>
          <Info size={13} strokeWidth={1.75} aria-hidden="true" />
          <span>
            {scope !== null && (
              <>
                Scope <code className="gd-mono">{scope}</code>{' '}
              </>
            )}
            {words}
          </span>
        </p>
      </div>
    </>
  );
}
