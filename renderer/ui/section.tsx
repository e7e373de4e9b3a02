import { useId, type ReactNode } from 'react';
import css from './page.module.css';

/** A titled part of a page; the title (h2 by outline, 14 px by look) names the region. */
export function Section({
  title,
  hint,
  count,
  actions,
  children,
  level = 2,
  part,
}: {
  readonly title: string;
  readonly hint?: ReactNode;
  /** Shown beside the title, not part of the region's name. */
  readonly count?: number;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly level?: 2 | 3;
  /** Its name in the page's address: who comes for it gets there. */
  readonly part?: string;
}) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={css.section} aria-labelledby={id} {...(part === undefined ? {} : { 'data-page-part': part, tabIndex: -1 })}>
      <div className={css.sectionHead}>
        <Heading className="gd-section-title" id={id}>
          {title}
        </Heading>
        {count !== undefined && <span className="gd-meta gd-num">{count}</span>}
        {hint !== undefined && <span className={`gd-meta ${css.sectionHint}`}>{hint}</span>}
        {actions !== undefined && <div className={css.sectionActions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
