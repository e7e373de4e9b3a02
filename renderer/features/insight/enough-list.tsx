import { useId } from 'react';
import { SENSITIVITY_WORD, SensitivityBars } from '../../ui/sensitivity.tsx';
import type { EnoughRow } from './enough.ts';
import classes from './enough-list.module.css';

const FATE_WORD = { stays: 'Stays', goes: 'Goes', comes: 'Comes', kept: 'Kept' } as const satisfies Record<EnoughRow['fate'], string>;

interface EnoughListProps {
  readonly title: string;
  readonly rows: readonly EnoughRow[];
  /** Said when there is no row. */
  readonly none: string;
}

/** One side of the comparison: every scope with how much it exposes and what becomes of it. */
export function EnoughList({ title, rows, none }: EnoughListProps) {
  const id = useId();
  return (
    <div className={classes.side}>
      <h3 id={id} className={classes.title}>
        {title} <span className={classes.count}>{rows.length}</span>
      </h3>
      {rows.length === 0 ? (
        <p className="gd-text-2">{none}</p>
      ) : (
        <ul aria-labelledby={id} className={classes.list}>
          {rows.map(({ scope, fate }) => (
            <li key={scope.scope} className={classes.row} data-fate={fate}>
              <SensitivityBars of={scope.sensitivity} />
              <span className={classes.words}>
                <span className={classes.what}>{scope.title}</span>{' '}
                <span className={`gd-mono ${classes.name ?? ''}`} title={scope.scope}>
                  {scope.shortName}
                </span>
                <span className="gd-visually-hidden">, {SENSITIVITY_WORD[scope.sensitivity].toLowerCase()}, </span>
              </span>
              <span className={classes.fate}>{FATE_WORD[fate]}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
