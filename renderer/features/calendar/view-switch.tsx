import { memo } from 'react';
import type { CalendarView } from './view-dates.ts';
import css from './toolbar.module.css';

const VIEWS: readonly (readonly [CalendarView, string])[] = [
  ['month', 'Month'],
  ['week', 'Week'],
  ['day', 'Day'],
  ['agenda', 'Agenda'],
];

/** One button a view; the pressed one is shown. */
export const ViewSwitch = memo(function ViewSwitch({ view, onChange }: { readonly view: CalendarView; readonly onChange: (view: CalendarView) => void }) {
  return (
    <div className={css.segments} role="group" aria-label="View">
      {VIEWS.map(([value, label]) => (
        <button
          key={value}
          type="button"
          className={css.segment}
          aria-pressed={view === value}
          onClick={() => {
            onChange(value);
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
});
