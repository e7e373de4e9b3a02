import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './chip.module.css';

/** A word with an icon on a tint: never the colour alone. `mono` is for scope names and other code (6 px corners). */
export function Chip({
  children,
  icon: Icon,
  tone = 'neutral',
  dashed = false,
  mono = false,
}: {
  readonly children: ReactNode;
  readonly icon?: LucideIcon;
  readonly tone?: 'neutral' | 'ok' | 'warn' | 'bad' | 'brand' | 's1' | 's2' | 's3';
  readonly dashed?: boolean;
  readonly mono?: boolean;
}) {
  return (
    <span className={css.chip} data-tone={tone} data-dashed={dashed || undefined} data-mono={mono || undefined}>
      {Icon !== undefined && <Icon size={13} strokeWidth={1.9} aria-hidden="true" />}
      {children}
    </span>
  );
}
