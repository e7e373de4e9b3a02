import { Button } from '@mantine/core';
import css from './change-bar.module.css';

interface ChangeBarProps {
  readonly count: number;
  /** How many were discarded a moment ago and can come back. */
  readonly discarded: number;
  readonly onDiscard: () => void;
  readonly onBringBack: () => void;
  readonly onReview: () => void;
}

/** Stays at the bottom of the page while something is not saved. */
export function ChangeBar({ count, discarded, onDiscard, onBringBack, onReview }: ChangeBarProps) {
  if (count === 0 && discarded === 0) return null;
  return (
    <div className={css.bar}>
      <p className={css.words} role="status" data-unsaved={count > 0 || undefined}>
        {count > 0 ? `${changes(count)}, not saved yet` : `${changes(discarded)} discarded`}
      </p>
      {count > 0 ? (
        <>
          <Button variant="subtle" color="gray" onClick={onDiscard}>
            Discard
          </Button>
          <Button variant="light" onClick={onReview}>
            Review changes
          </Button>
        </>
      ) : (
        <Button variant="subtle" color="gray" onClick={onBringBack}>
          Bring back
        </Button>
      )}
    </div>
  );
}

function changes(count: number): string {
  return count === 1 ? '1 change' : `${String(count)} changes`;
}
