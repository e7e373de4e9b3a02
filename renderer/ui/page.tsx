import type { ReactNode } from 'react';
import css from './page.module.css';

/** A page inside the sheet: padding, width and the gap between its sections. */
export function PageBody({ children }: { readonly children: ReactNode }) {
  return <div className={css.page}>{children}</div>;
}

/** White box with a hairline. `padded` for free content; `rows` draws a line between direct children. No card in a card. */
export function Card({
  children,
  padded = false,
  rows = false,
  className = '',
}: {
  readonly children: ReactNode;
  readonly padded?: boolean;
  readonly rows?: boolean;
  readonly className?: string;
}) {
  const names = [css.card, padded ? css.padded : '', rows ? css.rows : '', className];
  return <div className={names.filter(Boolean).join(' ')}>{children}</div>;
}
