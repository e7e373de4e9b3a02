import type { Sensitivity } from '../../preload/contract/scopes.ts';
import classes from './sensitivity.module.css';

export const SENSITIVITY_WORD = {
  'non-sensitive': 'Non-sensitive',
  sensitive: 'Sensitive',
  restricted: 'Restricted',
  unknown: 'Not classed',
} as const satisfies Record<Sensitivity, string>;

const LEVEL = { unknown: 0, 'non-sensitive': 1, sensitive: 2, restricted: 3 } as const satisfies Record<Sensitivity, number>;

/** One, two or three filled bars; three dashed outlines when nobody knows. A picture: the word goes with it somewhere. */
export function SensitivityBars({ of }: { readonly of: Sensitivity }) {
  return (
    <svg aria-hidden="true" className={classes.bars} data-sensitivity={of} width={14} height={12} viewBox="0 0 14 12">
      {[1, 2, 3].map((bar) => (
        <rect
          key={bar}
          className={classes.bar}
          data-on={bar <= LEVEL[of] || undefined}
          data-none={LEVEL[of] === 0 || undefined}
          x={(bar - 1) * 5 + (LEVEL[of] === 0 ? 0.5 : 0)}
          y={12 - (bar * 4 - 1) + 0}
          width={LEVEL[of] === 0 ? 3 : 4}
          height={bar * 4 - (LEVEL[of] === 0 ? 1.5 : 1)}
          rx={1}
        />
      ))}
    </svg>
  );
}

interface SensitivityMarkProps {
  readonly of: Sensitivity;
  /** False when Google prints no class: the word is then marked as hearsay. */
  readonly confirmed?: boolean;
}

/** Bars and word. */
export function SensitivityMark({ of, confirmed = true }: SensitivityMarkProps) {
  const hearsay = !confirmed && of !== 'unknown';
  return (
    <span
      className={classes.root}
      data-sensitivity={of}
      title={hearsay ? 'Google prints no class for this scope; this is how it is commonly treated' : undefined}
    >
      <SensitivityBars of={of} />
      {hearsay ? `Likely ${SENSITIVITY_WORD[of].toLowerCase()}` : SENSITIVITY_WORD[of]}
    </span>
  );
}
