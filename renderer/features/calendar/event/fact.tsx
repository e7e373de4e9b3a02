import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './event-dialog.module.css';

/** One thing about the event: an icon for the eye, its word for everybody else. */
export function Fact({ icon: Icon, label, children }: { readonly icon: LucideIcon; readonly label: string; readonly children: ReactNode }) {
  return (
    <section className={css.fact} aria-label={label}>
      <Icon className={css.icon} size={15} strokeWidth={1.75} aria-hidden="true" />
      <div className={css.said}>{children}</div>
    </section>
  );
}
