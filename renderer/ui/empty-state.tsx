import type { ReactNode } from 'react';
import css from './empty-state.module.css';

/** Nothing here yet: a picture of the ring family, a title, one sentence, at most two buttons. */
export function EmptyState({
  picture,
  title,
  children,
  actions,
  footnote,
  level = 2,
}: {
  readonly picture: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly footnote?: ReactNode;
  /** 1 when the page has no header of its own. */
  readonly level?: 1 | 2;
}) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={css.empty}>
      <div className={css.picture}>{picture}</div>
      <Heading className="gd-empty-title" tabIndex={-1} {...(level === 1 ? { 'data-page-title': '' } : {})}>
        {title}
      </Heading>
      {children !== undefined && <p className={css.sentence}>{children}</p>}
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
      {footnote !== undefined && <p className={css.footnote}>{footnote}</p>}
    </div>
  );
}
