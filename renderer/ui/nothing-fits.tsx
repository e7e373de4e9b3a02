import { Button } from '@mantine/core';
import classes from './nothing-fits.module.css';

interface NothingFitsProps {
  /** `No entry fits.` */
  readonly sentence: string;
  readonly onShowAll: () => void;
}

/** In place of a list that its filter has emptied. */
export function NothingFits({ sentence, onShowAll }: NothingFitsProps) {
  return (
    <div className={classes.none}>
      <p aria-live="polite">{sentence}</p>
      <Button size="sm" onClick={onShowAll}>
        Show all
      </Button>
    </div>
  );
}
