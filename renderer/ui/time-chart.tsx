import type { ReactNode } from 'react';
import classes from './time-chart.module.css';
import type { Scale } from './token-clock-layout.ts';

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

interface TimeChartProps {
  readonly scale: Scale;
  /** Share of the width where now is. */
  readonly now: number;
  readonly children: ReactNode;
}

/** The frame of a picture of days. Pictures are hidden from assistive technology: words with the same content go beside. */
export function TimeChart({ scale, now, children }: TimeChartProps) {
  return (
    <div className={classes.chart} aria-hidden="true">
      <div className={classes.columns}>
        {scale.days.map((day) => (
          <span key={day.label} className={classes.column} style={{ left: percent(day.at) }} />
        ))}
      </div>
      <div className={classes.days}>
        {scale.days.map((day) => (
          <span key={day.label} className={classes.day} data-today={day.today || undefined} style={{ left: percent(day.at) }}>
            {day.label}
          </span>
        ))}
      </div>
      {children}
      <div className={classes.columns}>
        <span className={classes.nowLine} style={{ left: percent(now) }} />
      </div>
    </div>
  );
}

/** A row: its label, then a lane in which `Bar`, `Ahead`, `Dot` and `Tip` stand by shares of the width. */
export function Lane({ label, strong = false, children }: { readonly label: string; readonly strong?: boolean; readonly children: ReactNode }) {
  return (
    <>
      <span className={classes.label} data-strong={strong || undefined} title={label}>
        {label}
      </span>
      <div className={classes.lane}>{children}</div>
    </>
  );
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What was, and is known. */
export function Bar({ from, to }: Stretch) {
  return <span className={classes.bar} style={{ left: percent(from), width: percent(to - from) }} />;
}

/** What is expected; it fades out when nobody knows the end. `plain` leaves out the dots along it. */
export function Ahead({ from, to, fades = false, plain = false }: Stretch & { readonly fades?: boolean; readonly plain?: boolean }) {
  return <span className={classes.ahead} data-fades={fades || undefined} data-plain={plain || undefined} style={{ left: percent(from), width: percent(to - from) }} />;
}

export function Dot({ at, kind }: { readonly at: number; readonly kind: 'now' | 'start' | 'end' | 'over' }) {
  return <span className={classes.dot} data-kind={kind} style={{ left: percent(at) }} />;
}

interface TipProps {
  readonly at: number;
  readonly strong?: boolean;
  readonly over?: boolean;
  /** Which side of the place; by default the one with more room. */
  readonly always?: 'after';
  readonly children: ReactNode;
}

/** Words at a place; past the middle of the picture they stand before it, so that they never leave it. */
export function Tip({ at, strong = false, over = false, always, children }: TipProps) {
  return (
    <span
      className={classes.tip}
      data-strong={strong || undefined}
      data-kind={over ? 'over' : undefined}
      data-before={(always === undefined && at > 0.62) || undefined}
      style={{ left: percent(at) }}
    >
      {children}
    </span>
  );
}
