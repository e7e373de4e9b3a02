import { Radio } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import css from './radio-cards.module.css';

export interface RadioOption<T extends string> {
  readonly value: T;
  /** The radio's whole name. */
  readonly label: string;
  readonly hint?: string;
  readonly picture?: ReactNode;
}

/** Radio group drawn as cards; the whole card is the radio's label. */
export function RadioCards<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly RadioOption<T>[];
  readonly onChange: (value: T) => void;
}) {
  const id = useId();
  return (
    <Radio.Group
      // Mantine names the radiogroup element by its label only; aria-label would land on the wrapper around it.
      label={label}
      labelProps={{ className: 'gd-visually-hidden' }}
      value={value}
      onChange={(next) => {
        const option = options.find((one) => one.value === next);
        if (option !== undefined) onChange(option.value);
      }}
    >
      <div className={css.cards}>
        {options.map((option) => (
          <div key={option.value} className={css.card} data-checked={option.value === value || undefined}>
            {option.picture}
            <div>
              <Radio
                value={option.value}
                label={option.label}
                aria-describedby={option.hint === undefined ? undefined : `${id}${option.value}`}
                classNames={{ inner: css.circle ?? '', label: css.label ?? '' }}
              />
              {/* Not Radio's own description: some count that into the name. */}
              {option.hint !== undefined && (
                <p className={`gd-meta ${css.hint}`} id={`${id}${option.value}`}>
                  {option.hint}
                </p>
              )}
            </div>
          </div>
        ))}
      </div>
    </Radio.Group>
  );
}
