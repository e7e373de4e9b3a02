import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import css from './calendar-frame.module.css';
import pane from './calendar-pane.module.css';

/** Below this width the pane is a drawer. */
const NARROW = '(max-width: 1119px)';

export function useNarrow(): boolean {
  return useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
}

/** The page: pane at the left, or in a drawer where there is no room for it, and the view filling the rest. */
export function CalendarFrame({
  narrow,
  opened,
  onClose,
  side,
  children,
}: {
  readonly narrow: boolean;
  /** Whether the drawer is open. */
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly side: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={css.page}>
      <h1 className="gd-visually-hidden" tabIndex={-1} data-page-title="">
        Calendar
      </h1>
      {narrow ? (
        <Drawer opened={opened} onClose={onClose} size={264} title="Account and calendars" closeButtonProps={{ 'aria-label': 'Close' }} classNames={{ content: css.drawerContent ?? '', header: css.drawerHead ?? '', body: css.drawerBody ?? '' }}>
          <div className={`${pane.pane} ${css.drawer}`}>{side}</div>
        </Drawer>
      ) : (
        <aside className={css.side} aria-label="Account and calendars">
          <div className={pane.pane}>{side}</div>
        </aside>
      )}
      <section className={css.view} aria-label="Events">
        {children}
      </section>
    </div>
  );
}
