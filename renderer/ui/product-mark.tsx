import css from './pictures.module.css';

/** The product's mark: an open ring with a keyhole. Decoration: the name stands beside it. */
export function ProductMark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 44 44" aria-hidden="true" className={css.mark}>
      <rect className={css.markGround} width="44" height="44" rx="12" />
      <path className={css.markRing} d="M 22 10.5 A 11.5 11.5 0 1 1 12.3 15.8" />
      <path className={css.markHole} d="M 22 17.6 a 3.3 3.3 0 0 1 1.75 6.1 l .85 4.3 h -5.2 l .85 -4.3 a 3.3 3.3 0 0 1 1.75 -6.1 z" />
    </svg>
  );
}
