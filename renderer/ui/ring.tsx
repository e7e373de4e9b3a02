import type { CSSProperties } from 'react';
import { arcDash, evenDash, initials, type RingLook } from './ring-geometry.ts';
import classes from './ring.module.css';

interface RingProps {
  readonly email: string;
  readonly look: RingLook;
  /** Pixels across: 44 in rows, 56 on a page. */
  readonly size?: number;
  /** Offline: the arc stands still and pale, because nobody knows. */
  readonly frozen?: boolean;
}

/** An account's initials inside the ring of time left. A picture only: the words stand beside it. */
export function Ring({ email, look, size = 44, frozen = false }: RingProps) {
  const stroke = size >= 52 ? 3.5 : 3;
  const radius = (size - stroke) / 2;
  const circle = { cx: size / 2, cy: size / 2, r: radius, strokeWidth: stroke };
  return (
    <span
      aria-hidden="true"
      className={classes.root}
      data-look={look.kind}
      data-frozen={frozen || undefined}
      style={{ '--ring-size': `${String(size)}px` } as CSSProperties}
    >
      <svg className={classes.svg} width={size} height={size} viewBox={`0 0 ${String(size)} ${String(size)}`}>
        {look.kind !== 'dashed' && <circle className={classes.track} {...circle} />}
        {look.kind === 'share' && look.share > 0 && (
          <circle className={classes.arc} {...circle} strokeDasharray={arcDash(look.share, radius)} />
        )}
        {look.kind === 'dashed' && (
          <circle className={`${classes.arc ?? ''} ${classes.dashed ?? ''}`} {...circle} strokeDasharray={evenDash(size >= 52 ? 24 : 20, radius)} />
        )}
        {look.kind === 'alert' && <circle className={`${classes.track ?? ''} ${classes.alert ?? ''}`} {...circle} />}
      </svg>
      <span className={classes.face}>{initials(email)}</span>
      {look.kind === 'alert' && <span className={classes.badge}>!</span>}
    </span>
  );
}
