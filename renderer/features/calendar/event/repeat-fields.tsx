import { Checkbox, NumberInput, Select } from '@mantine/core';
import css from './editor.module.css';
import { repeatOfKind, timesOf, type EventForm } from './event-form.ts';
import { recurrenceWords, repeatWords } from './recurrence-words.ts';
import { isLastOfMonth, NO_REPEAT, weekOfMonth, WEEKDAYS, type RepeatForm, type RepeatKind } from './repeat-form.ts';
import { plusDays } from './times.ts';
import { DateField } from './when-fields.tsx';

interface RepeatFieldsProps {
  readonly form: EventForm;
  readonly fault: string | undefined;
  readonly onChange: (repeat: RepeatForm) => void;
  readonly today: string;
  readonly weekStart: number;
  /** A rule with no fields here that the event had when the form opened. */
  readonly custom: readonly string[];
}

const UNIT: Partial<Record<RepeatKind, string>> = { daily: 'days', weekly: 'weeks', 'monthly-date': 'months', 'monthly-weekday': 'months', yearly: 'years' };
const DAY_NAMES = { MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' } as const;

/** How an event repeats: the usual kinds in words, anything else kept as it came. */
export function RepeatFields({ form, fault, onChange, today, weekStart, custom }: RepeatFieldsProps) {
  const { repeat, startDate } = form;
  const start = timesOf(form)?.start ?? { date: startDate };
  const year = Number(today.slice(0, 4));
  const words = (over: Partial<RepeatForm>): string => repeatWords({ ...NO_REPEAT, ...over }, start, year);
  const options = [
    { value: 'none', label: 'Does not repeat' },
    { value: 'daily', label: 'Every day' },
    { value: 'weekly', label: 'Every week, on chosen days' },
    { value: 'weekdays', label: words({ kind: 'weekdays' }) },
    { value: 'monthly-date', label: words({ kind: 'monthly-date' }) },
    ...(weekOfMonth(startDate) < 5 ? [{ value: 'monthly-weekday', label: words({ kind: 'monthly-weekday' }) }] : []),
    ...(isLastOfMonth(startDate) ? [{ value: 'monthly-last', label: words({ kind: 'monthly-weekday', last: true }) }] : []),
    { value: 'yearly', label: 'Every year' },
    ...(custom.length > 0 ? [{ value: 'custom', label: `Kept as it is: ${recurrenceWords(custom, start, year)}` }] : []),
  ];
  const value = repeat.kind === 'monthly-weekday' && repeat.last ? 'monthly-last' : repeat.kind;
  const unit = UNIT[repeat.kind];
  const ending = repeat.kind !== 'none' && repeat.kind !== 'custom';
  return (
    <div className={css.two}>
        <Select
          label="Repeat"
          data={options.some((option) => option.value === value) ? options : [...options, { value, label: words(repeat) }]}
          value={value}
          error={ending ? null : fault}
          comboboxProps={{ zIndex: 400 }}
          onChange={(next) => {
            const kind = next === 'monthly-last' ? 'monthly-weekday' : (options.find((option) => option.value === next)?.value as RepeatKind | undefined);
            if (kind === undefined) return;
            const made = repeatOfKind(kind, startDate, custom);
            const { ends, until, count } = repeat;
            onChange({ ...made, last: next === 'monthly-last', ...(kind === 'none' || kind === 'custom' ? {} : { ends, until, count }) });
          }}
        />
        {unit !== undefined && (
          <NumberInput
            label={`Every so many ${unit}`}
            value={repeat.interval}
            min={1}
            max={999}
            allowDecimal={false}
            onChange={(interval) => {
              onChange({ ...repeat, interval: Number(interval) });
            }}
          />
        )}
      {repeat.kind === 'weekly' && (
        <Checkbox.Group
          className={css.wide ?? ''}
          label="On these days"
          value={[...repeat.days]}
          onChange={(days) => {
            onChange({ ...repeat, days: WEEKDAYS.filter((day) => days.includes(day)) });
          }}
        >
          <div className={css.days}>
            {[...WEEKDAYS.slice(weekStart === 0 ? 6 : weekStart - 1), ...WEEKDAYS.slice(0, weekStart === 0 ? 6 : weekStart - 1)].map((day) => (
              <Checkbox key={day} value={day} label={DAY_NAMES[day]} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {ending && (
        <>
          <Select
            label="Ends"
            data={[
              { value: 'never', label: 'Never' },
              { value: 'on', label: 'On a day' },
              { value: 'after', label: 'After a number of times' },
            ]}
            value={repeat.ends}
            comboboxProps={{ zIndex: 400 }}
            onChange={(ends) => {
              if (ends !== 'never' && ends !== 'on' && ends !== 'after') return;
              onChange({ ...repeat, ends, until: repeat.until === '' && startDate !== '' ? plusDays(startDate, 90) : repeat.until });
            }}
          />
          {repeat.ends === 'on' && (
            <DateField
              label="Last day of the series"
              value={repeat.until}
              error={undefined}
              today={today}
              weekStart={weekStart}
              onChange={(until) => {
                onChange({ ...repeat, until });
              }}
            />
          )}
          {repeat.ends === 'after' && (
            <NumberInput
              label="Times"
              value={repeat.count}
              min={1}
              max={730}
              allowDecimal={false}
              onChange={(count) => {
                onChange({ ...repeat, count: Number(count) });
              }}
            />
          )}
        </>
      )}
      {ending && fault !== undefined && (
        <p className={`${css.fault} ${css.wide}`} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
