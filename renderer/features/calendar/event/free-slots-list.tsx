import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FreeBusyDto } from '../../../../preload/contract/calendar.ts';
import css from './free-busy.module.css';
import { commonSlots, WORKING_HOURS } from './free-slots.ts';
import { rangeOf } from './slot-range.ts';
import { whenWords } from './times.ts';
import type { TimeRange } from './windows-context.ts';

interface FreeSlotsProps {
  readonly day: string;
  readonly days: number;
  readonly zone: string;
  readonly hour24: boolean;
  readonly now: number;
  readonly people: FreeBusyDto['people'];
  readonly onChoose: (range: TimeRange) => void;
}

const FIRST = 12;

/** When everyone is free within working hours, as buttons that begin an event. */
export function FreeSlots({ day, days, zone, hour24, now, people, onChoose }: FreeSlotsProps) {
  const [all, setAll] = useState(false);
  const unknown = people.filter(({ problem }) => problem !== null).length;
  const slots = commonSlots(day, days, zone, people.flatMap(({ busy }) => busy)).filter(({ to }) => to > now);
  const shown = all ? slots : slots.slice(0, FIRST);
  return (
    <section aria-label="Everyone is free" className={css.slots}>
      <h3 className="gd-section-title">Everyone is free</h3>
      <p className="gd-meta">
        Within working hours, {WORKING_HOURS.from}:00 to {WORKING_HOURS.to}:00, Monday to Friday.
        {unknown > 0 && ` ${unknown} ${unknown === 1 ? 'person’s' : 'people’s'} times are not known and not counted.`}
      </p>
      {slots.length === 0 ? (
        <p className={css.none}>There is no half hour left in which all of them are free.</p>
      ) : (
        <ul className={css.list}>
          {shown.map((slot) => (
            <li key={slot.from}>
              <Button
                size="sm"
                onClick={() => {
                  onChoose(rangeOf(slot, zone));
                }}
              >
                {whenWords({ allDay: false, start: new Date(slot.from).toISOString(), end: new Date(slot.to).toISOString() }, zone, now, hour24)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {slots.length > shown.length && (
        <Button
          size="sm"
          variant="subtle"
          color="gray"
          onClick={() => {
            setAll(true);
          }}
        >
          Show {slots.length - shown.length} more
        </Button>
      )}
    </section>
  );
}
