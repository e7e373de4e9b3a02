import { Button } from '@mantine/core';
import type { SweepRunDto } from '../../../preload/contract/sweep.ts';
import { Card } from '../../ui/page.tsx';
import css from './sweep.module.css';
import { count, seenWords } from './sweep-words.ts';

/** How far the sweep is. How much there is in all is not known, so the bar only says that it goes on. */
export function SweepProgress({ run, found, onCancel }: { readonly run: SweepRunDto | null; readonly found: number; readonly onCancel: () => void }) {
  return (
    <Card padded>
      <div className={css.line}>
        <div className={css.words}>
          {/* The numbers change ten times a second: only that it runs is announced. */}
          <p className={css.strong} role="status">
            Sweeping
          </p>
          <p className="gd-num">{run === null ? 'Starting' : `${seenWords(run.counts)} · ${count(found, 'credential file')} so far`}</p>
        </div>
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      <div className={css.track} aria-hidden="true">
        <div className={css.moving} />
      </div>
    </Card>
  );
}
