import { CircleCheck, Info } from 'lucide-react';
import type { SweepRunDto } from '../../../preload/contract/sweep.ts';
import css from './sweep.module.css';
import { count, leftOutWords, seenWords, tookWords } from './sweep-words.ts';

/** What was looked at, and what was not. */
export function SweepSummary({ run, found }: { readonly run: SweepRunDto; readonly found: number }) {
  const left = leftOutWords(run.counts);
  const Icon = run.cancelled ? Info : CircleCheck;
  return (
    <div className={css.summary}>
      <Icon size={17} strokeWidth={1.75} aria-hidden="true" />
      <div>
        <p role="status">
          <strong>{run.cancelled ? 'Cancelled' : found === 0 ? 'Nothing lies in the clear' : `${count(found, 'credential file')} found`}</strong>{' '}
          <span className="gd-num">
            {run.cancelled ? 'after' : 'among'} {seenWords(run.counts)}, {tookWords(run)}.
          </span>
        </p>
        {left.length > 0 && <p className={`gd-num ${css.left ?? ''}`}>Left out: {left.join('; ')}.</p>}
      </div>
    </div>
  );
}
