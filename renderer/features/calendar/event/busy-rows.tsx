import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import type { FreeBusyDto } from '../../../../preload/contract/calendar.ts';
import css from './free-busy.module.css';
import { axisMarks, gaps, merged, type Stretch } from './free-slots.ts';
import { whenWords, zoned } from './times.ts';

interface BusyRowsProps {
  readonly window: Stretch;
  readonly zone: string;
  readonly hour24: boolean;
  readonly days: number;
  readonly people: readonly string[];
  readonly answers: FreeBusyDto['people'];
  readonly waiting: boolean;
  /** Of a time when all are free. */
  readonly onChoose: (slot: Stretch) => void;
  readonly onRemove: (email: string) => void;
}

const DAY_NAMES = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', timeZone: 'UTC' });

/** A row a person over one time axis, and below them when all are free. Blocks are a picture; the words say the same. */
export function BusyRows({ window, zone, hour24, days, people, answers, waiting, onChoose, onRemove }: BusyRowsProps) {
  const span = window.to - window.from;
  const place = ({ from, to }: Stretch) => {
    const left = Math.max(0, from - window.from) / span;
    return { left: `${left * 100}%`, width: `${(Math.min(to, window.to) - window.from) / span * 100 - left * 100}%` };
  };
  const known = answers.filter(({ id, problem }) => people.includes(id) && problem === null);
  const free = known.length > 1 ? gaps(window, known.flatMap(({ busy }) => busy)) : [];
  const marks = axisMarks(window, zone, days === 1 ? 2 : days === 3 ? 6 : 24);
  return (
    <div className={css.rows}>
      <div className={css.axis} aria-hidden="true">
        {marks.map(({ at, hour }) => (
          <span key={at} className="gd-tick" style={{ left: `${((at - window.from) / span) * 100}%` }}>
            {hour === 0 && days > 1 ? DAY_NAMES.format(at + offset(at, zone)) : hourWords(hour, hour24)}
          </span>
        ))}
      </div>
      <ul aria-label="People">
        {people.map((id) => {
          const answer = answers.find((one) => one.id === id);
          const busy = merged(answer?.busy ?? []).filter(({ from, to }) => to > window.from && from < window.to);
          return (
            <li key={id} className={css.row}>
              <div className={css.person}>
                <span className={css.email} title={id}>
                  {id}
                </span>
                <ActionIcon
                  size={22}
                  aria-label={`Remove ${id}`}
                  onClick={() => {
                    onRemove(id);
                  }}
                >
                  <X size={13} strokeWidth={1.75} />
                </ActionIcon>
              </div>
              <div className={css.track} data-waiting={(waiting && answer === undefined) || undefined}>
                {answer === undefined || answer.problem === null ? (
                  busy.map((one) => <span key={one.from} className={css.block} style={place(one)} aria-hidden="true" />)
                ) : (
                  <span className={css.problem}>{answer.problem}</span>
                )}
                <span className="gd-visually-hidden">{answer === undefined ? 'Not known yet' : answer.problem === null ? busyWords(busy, zone, hour24, window.from) : ''}</span>
              </div>
            </li>
          );
        })}
      </ul>
      {people.length > 1 && (
        <div className={css.row} aria-hidden="true">
          <div className={css.person}>
            <span className={css.everyone}>Everyone is free</span>
          </div>
          <div className={css.track}>
            {free.map((one) => (
              <button
                key={one.from}
                type="button"
                // The list below has the same times for the keyboard.
                tabIndex={-1}
                className={css.free}
                style={place(one)}
                onClick={() => {
                  onChoose(one);
                }}
              />
            ))}
          </div>
        </div>
      )}
      {people.length === 0 && <p className={css.none}>Add somebody to compare.</p>}
    </div>
  );
}

function busyWords(busy: readonly Stretch[], zone: string, hour24: boolean, now: number): string {
  if (busy.length === 0) return 'Free all the time';
  const words = busy.slice(0, 20).map(({ from, to }) => whenWords({ allDay: false, start: new Date(from).toISOString(), end: new Date(to).toISOString() }, zone, now, hour24));
  return `Busy ${words.join('; ')}${busy.length > 20 ? ` and ${busy.length - 20} more times` : ''}`;
}

function hourWords(hour: number, hour24: boolean): string {
  if (hour24) return `${String(hour).padStart(2, '0')}:00`;
  return `${hour % 12 === 0 ? 12 : hour % 12} ${hour < 12 ? 'am' : 'pm'}`;
}

/** Milliseconds that the zone's clocks are ahead of UTC. */
function offset(at: number, zone: string): number {
  return (zoned(new Date(at).toISOString(), zone)?.offsetNanoseconds ?? 0) / 1e6;
}
