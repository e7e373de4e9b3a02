import { Checkbox, Loader, Tooltip, useComputedColorScheme } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { CalendarDto, CalendarRole } from '../../../preload/contract/calendar.ts';
import { exactColor, nearestHue } from './calendar-colors.ts';
import css from './calendar-pane.module.css';
import colors from './event-colors.module.css';

const ROLE: Record<CalendarRole, string> = {
  owner: 'owner',
  writer: 'writer',
  writerWithoutPrivateAccess: 'writer',
  reader: 'reader',
  freeBusyReader: 'free/busy',
  unknown: 'unknown role',
};

/** List `Calendars`: what is ticked is shown. */
export const CalendarTicks = memo(function CalendarTicks({
  calendars,
  onSelect,
}: {
  readonly calendars: readonly CalendarDto[];
  readonly onSelect: (id: string, selected: boolean) => void;
}) {
  const scheme = useComputedColorScheme('light');
  return (
    <ul className={css.ticks} aria-label="Calendars">
      {calendars.map((calendar) => {
        const { id, title, color, selected, hidden, role, primary } = calendar;
        const exact = exactColor(color, scheme);
        return (
          <li key={id} className={`${css.tickRow} ${colors[nearestHue(color)]}`}>
            <Checkbox
              className={css.tick ?? ''}
              classNames={{ body: css.tickBody ?? '', input: css.tickBox ?? '', labelWrapper: css.tickWords ?? '', label: css.tickLabel ?? '' }}
              label={title}
              checked={selected}
              {...(exact === null ? {} : { iconColor: exact.tick, style: { '--tick-fill': exact.fill } })}
              onChange={(event) => {
                onSelect(id, event.currentTarget.checked);
              }}
            />
            <Progress calendar={calendar} />
            <span className={css.role} title={[primary ? 'The account’s own calendar' : '', hidden ? 'Hidden in Google Calendar' : '', calendar.timeZone ?? ''].filter(Boolean).join(' · ')}>
              {hidden ? 'hidden' : ROLE[role]}
            </span>
          </li>
        );
      })}
    </ul>
  );
});

/** How the load of one calendar stands; nothing once it is whole. */
function Progress({ calendar: { sync, title } }: { readonly calendar: CalendarDto }) {
  if (sync.state === 'loading') {
    return (
      <span className={css.progress} aria-label={`Loading ${title}`} role="img">
        {sync.arrived > 0 && <span className="gd-num">{sync.arrived.toLocaleString('en-GB')}</span>}
        <Loader size={11} color="petrol" aria-hidden="true" />
      </span>
    );
  }
  if (sync.state !== 'failed') return null;
  return (
    <Tooltip label={sync.problem?.title ?? 'Not brought up to date'}>
      <span className={css.failed} role="img" aria-label={`${title} is not up to date: ${sync.problem?.title ?? ''}`}>
        <TriangleAlert size={13} strokeWidth={1.75} aria-hidden="true" />
      </span>
    </Tooltip>
  );
}
