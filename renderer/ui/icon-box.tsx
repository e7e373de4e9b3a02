import type { LucideIcon } from 'lucide-react';
import css from './icon-box.module.css';

const SIZES = { small: { icon: 16, stroke: 1.75 }, medium: { icon: 18, stroke: 1.6 }, large: { icon: 19, stroke: 1.6 } } as const;

/** An icon on the brand's ground, in front of a row or a step: what kind of thing it is. */
export function IconBox({ icon: Icon, size = 'large' }: { readonly icon: LucideIcon; readonly size?: keyof typeof SIZES }) {
  return (
    <span className={css.box} data-size={size}>
      <Icon size={SIZES[size].icon} strokeWidth={SIZES[size].stroke} aria-hidden="true" />
    </span>
  );
}
