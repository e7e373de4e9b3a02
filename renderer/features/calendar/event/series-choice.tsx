import { Radio } from '@mantine/core';
import { useId } from 'react';
import type { SeriesScope } from '../../../../preload/contract/calendar.ts';
import css from './event-parts.module.css';

interface SeriesChoiceProps {
  readonly value: SeriesScope;
  readonly onChange: (value: SeriesScope) => void;
  /** When this one is: `Tue 24 Nov, 10:00 – 12:00`. */
  readonly one: string;
  /** `Every Monday, 12 more to come`; null while it is not known. */
  readonly series: string | null;
  /** Why the series cannot be chosen; null when it can. */
  readonly obstacle?: string | null;
}

/** This one or the whole series, each with what that means. */
export function SeriesChoice({ value, onChange, one, series, obstacle = null }: SeriesChoiceProps) {
  const id = useId();
  return (
    <Radio.Group
      label="What changes"
      value={value}
      onChange={(next) => {
        onChange(next === 'series' ? 'series' : 'this');
      }}
    >
      <div className={css.radios}>
        <div>
          <Radio value="this" label="This one" aria-describedby={`${id}this`} />
          <p className={css.radioHint} id={`${id}this`}>
            {one}
          </p>
        </div>
        <div>
          <Radio value="series" label="Whole series" disabled={obstacle !== null} aria-describedby={`${id}series`} />
          <p className={css.radioHint} id={`${id}series`}>
            {obstacle ?? series ?? 'Every one of it, past ones too'}
          </p>
        </div>
      </div>
    </Radio.Group>
  );
}
