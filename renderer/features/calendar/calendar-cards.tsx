import type { CalendarEntry } from './calendar-list.ts';
import css from './calendar-page.module.css';

/** One row a calendar: its colour, its name, where it is, what the account may do with it. */
export function CalendarCards({ calendars }: { readonly calendars: readonly CalendarEntry[] }) {
  if (calendars.length === 0) return <p className={css.none}>The account sees no calendar.</p>;
  return (
    <ul className={css.cards} aria-label="Calendars">
      {calendars.map(({ id, title, hue, role, primary, hidden, timeZone, description }) => (
        <li key={id} className={css.card}>
          <span className={css.swatch} data-hue={hue} aria-hidden="true" />
          <div className={css.names}>
            <p className="gd-row-title-dense">
              {title}
              {primary && <span className={css.tag}>primary</span>}
              {hidden && <span className={css.tag}>hidden</span>}
            </p>
            <p className={css.detail}>{description ?? timeZone ?? id}</p>
          </div>
          <span className="gd-meta">{role}</span>
        </li>
      ))}
    </ul>
  );
}
