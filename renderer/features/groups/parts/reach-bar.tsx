import type { KeyboardEvent } from 'react';
import { rankOf, type ReachSetting, type ReachValue } from '../catalog/setting.ts';
import css from './reach-bar.module.css';

const COLUMNS = 6;

/** Where a value's handle stands: 0 (nobody) to 5 (anyone). */
export function placeOf(value: ReachValue): number {
  return value.at ?? rankOf(value.audience);
}

const percent = (at: number): string => `${String(((at + 0.5) / COLUMNS) * 100)}%`;

interface ReachBarProps {
  readonly setting: ReachSetting;
  /** One of the setting's values. */
  readonly value: ReachValue;
  /** The saved value when it is another one. */
  readonly old: ReachValue | null;
  readonly describedBy: string;
  readonly onChange: (raw: string) => void;
}

/** A slider over the circles of people, with the old place as a dashed ghost. Arrow keys go from value to value. */
export function ReachBar({ setting, value, old, describedBy, onChange }: ReachBarProps) {
  const stops = setting.values;
  const at = placeOf(value);
  const first = placeOf(stops[0] ?? value);
  const last = placeOf(stops.at(-1) ?? value);
  const from = Math.min(1, at);
  const wasAt = old === null ? null : placeOf(old);

  const step = (by: number): void => {
    const next = stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(value) + by))];
    if (next !== undefined && next !== value) onChange(next.raw);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    step(by);
  };
  /** The handle goes to the nearest value that there is. */
  const onMove = (place: number): void => {
    const near = [...stops].sort((a, b) => Math.abs(placeOf(a) - place) - Math.abs(placeOf(b) - place))[0];
    if (near !== undefined && near !== value) onChange(near.raw);
  };

  return (
    <div className={css.bar} data-changed={old !== null || undefined}>
      <div className={css.picture} aria-hidden="true">
        <span className={css.fill} style={{ insetInlineStart: `calc(${percent(from)} - 11px)`, width: `calc(${String(((at - from) / COLUMNS) * 100)}% + 22px)` }} />
        {wasAt !== null && wasAt > at && (
          <span className={css.lost} style={{ insetInlineStart: percent(at), width: `calc(${String(((wasAt - at) / COLUMNS) * 100)}% + 11px)` }} />
        )}
        {wasAt !== null && wasAt < at && <span className={css.was} style={{ insetInlineStart: percent(wasAt) }} />}
        {Array.from({ length: COLUMNS }, (_, column) => column)
          .filter((column) => (column >= from && column < at) || stops.some((stop) => placeOf(stop) === column))
          .map((column) => (
            <span key={column} className={css.dot} data-in={(column >= from && column <= at) || undefined} style={{ insetInlineStart: percent(column) }} />
          ))}
        {stops
          .filter((stop) => !Number.isInteger(placeOf(stop)))
          .map((stop) => (
            <span key={stop.raw} className={css.dot} data-in={placeOf(stop) <= at || undefined} style={{ insetInlineStart: percent(placeOf(stop)) }} />
          ))}
      </div>
      <input
        className={css.input}
        type="range"
        min={first}
        max={last}
        step={0.5}
        value={at}
        aria-label={setting.label}
        aria-valuetext={value.word}
        aria-describedby={describedBy}
        style={{ insetInlineStart: `calc(${percent(first)} - 11px)`, width: `calc(${String(((last - first) / COLUMNS) * 100)}% + 22px)` }}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          onMove(event.currentTarget.valueAsNumber);
        }}
      />
      <span className={css.handle} aria-hidden="true" style={{ insetInlineStart: percent(at) }} />
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 1,
  PageDown: -1,
  Home: -COLUMNS,
  End: COLUMNS,
};
