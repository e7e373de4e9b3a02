import type { ReactNode } from 'react';
import type { Sensitivity } from '../../preload/contract/scopes.ts';
import { SensitivityMark } from './sensitivity.tsx';
import classes from './scope-row.module.css';

interface ScopeRowProps {
  readonly title: string;
  /** One short name, or several that stand for one thing. */
  readonly shortName: string;
  /** The whole scope, on hover. */
  readonly scope?: string;
  readonly sensitivity: Sensitivity;
  readonly confirmed?: boolean;
  /** A word beside the short name: `Not asked for`. */
  readonly tag?: string | null;
  /** One more sentence under the names. */
  readonly note?: string | null;
  /** Refused: an open place with a dashed outline. */
  readonly open?: boolean;
  /** Labels controls of this row (`aria-describedby`). */
  readonly titleId?: string;
  readonly children?: ReactNode;
}

/** One scope as an item of a list: plain words first, its short name second, how much it exposes at the right. */
export function ScopeRow({ title, shortName, scope, sensitivity, confirmed = true, tag, note, open = false, titleId, children }: ScopeRowProps) {
  return (
    <li className={`${classes.row ?? ''} ${open ? (classes.open ?? '') : ''}`}>
      <div className={classes.words}>
        <span id={titleId} className={classes.title}>
          {title}
        </span>{' '}
        <span className={classes.names}>
          <span className={`gd-mono ${classes.name ?? ''}`} title={scope}>
            {shortName}
          </span>{' '}
          {tag !== undefined && tag !== null && <span className={classes.tag}>{tag}</span>}
        </span>
        {note !== undefined && note !== null && <p className={classes.note}>{note}</p>}
      </div>
      <SensitivityMark of={sensitivity} confirmed={confirmed} />
      {children !== undefined && <div className={classes.end}>{children}</div>}
    </li>
  );
}
