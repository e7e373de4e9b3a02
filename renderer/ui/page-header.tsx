import type { ReactNode } from 'react';
import css from './page.module.css';

/**
 * Head of a page: its one h1, a subtitle with the counts in words, actions at the right.
 * The h1 can take focus so that the frame can move focus there when the page changes.
 */
export function PageHeader({
  title,
  subtitle,
  actions,
  above,
}: {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  /** A way back, over the title. */
  readonly above?: ReactNode;
}) {
  return (
    <header className={css.header}>
      <div className={css.headerText}>
        {above}
        <h1 className="gd-page-title" tabIndex={-1} data-page-title="">
          {title}
        </h1>
        {subtitle !== undefined && <p className={css.subtitle}>{subtitle}</p>}
      </div>
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </header>
  );
}
