import type { ReactNode } from 'react';
import css from './notice-place.module.css';

/** Where notices stand that do not belong to one page: above it, as wide as it. */
export function NoticePlace({ children }: { readonly children: ReactNode }) {
  return <div className={css.place}>{children}</div>;
}
