import type { ReactNode } from 'react';
import classes from './table-box.module.css';

interface TableBoxProps {
  /** Names the table and stands above it. */
  readonly label: string;
  readonly head: readonly string[];
  /** Long ones scroll inside. */
  readonly tall?: boolean;
  readonly children: ReactNode;
}

/** A captioned table in a box of its own; wide and long ones scroll, by keyboard too. */
export function TableBox({ label, head, tall = false, children }: TableBoxProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
    <div className={`gd-scroll ${classes.box ?? ''}`} data-tall={tall || undefined} role="group" aria-label={label} tabIndex={0}>
      <table className={classes.table}>
        <caption className={classes.caption}>{label}</caption>
        <thead>
          <tr>
            {head.map((one) => (
              <th key={one} scope="col">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
