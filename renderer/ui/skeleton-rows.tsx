import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import css from './skeleton-rows.module.css';

/** Rows to come: 44 circle, two bars, one chip. Nothing is drawn in the first 200 ms, so quick answers do not flicker. */
export function SkeletonRows({ count = 3, label = 'Loading' }: { readonly count?: number; readonly label?: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setLate(true);
    }, 200);
    return () => {
      window.clearTimeout(timer);
    };
  }, []);
  return (
    <div role="group" aria-live="polite" aria-label={label} aria-busy="true">
      {late &&
        Array.from({ length: count }, (_, row) => (
          <div key={row} className={css.row}>
            <Skeleton circle height={44} />
            <div className={css.bars}>
              <Skeleton height={12} width="46%" />
              <Skeleton height={10} width="30%" />
            </div>
            <Skeleton height={22} width={74} radius={11} />
          </div>
        ))}
    </div>
  );
}
