import { Button } from '@mantine/core';
import css from './change-bar.module.css';

interface ChangeBarProps {
  readonly count: number;
  /** How many were discarded a moment ago and can come back. */
  readonly discarded: number;
  /** What the form now allows, in words. */
  readonly sentence: string;
  readonly onDiscard: () => void;
  readonly onBringBack: () => void;
  readonly onReview: () => void;
}

/** Stays at the bottom of the page while something is not saved. */
export function ChangeBar({ count, discarded, sentence, onDiscard, onBringBack, onReview }: ChangeBarProps) {
  if (count === 0 && discarded === 0) return null;
  return (
    <div className={css.bar} data-bottom-bar>
      <div className={css.words} data-unsaved={count > 0 || undefined}>
        <p className={css.count} role="status">
          {count > 0 ? `${changes(count)}, not saved yet` : `${changes(discarded)} discarded`}
        </p>
        {/* Said once, by the picture; here for the eye, wherever the page is scrolled to. */}
        <p className={css.sentence} aria-hidden="true">
          {sentence}
        </p>
      </div>
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
