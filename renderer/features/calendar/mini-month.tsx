import { Calendar } from '@mantine/dates';
import { memo, useState } from 'react';
import '@mantine/dates/styles.css';
import css from './mini-month.module.css';
import { dateWords, type DateRange } from './view-dates.ts';

interface MiniMonthProps {
  readonly date: string;
  readonly today: string;
  /** The days in view; null marks none. */
  readonly range: DateRange | null;
  readonly weekStart: number;
  readonly onChoose: (date: string) => void;
}

/** A month to go to dates with; the days in view are marked. */
export const MiniMonth = memo(function MiniMonth({ date, today, range, weekStart, onChoose }: MiniMonthProps) {
  const [turned, setTurned] = useState({ from: date, to: date });
  // Turning pages here moves nothing; going elsewhere turns the page.
  const shown = turned.from === date ? turned.to : date;
  return (
    <Calendar
      classNames={css}
      size="xs"
      fullWidth
      date={shown}
      onDateChange={(to) => {
        setTurned({ from: date, to });
      }}
      firstDayOfWeek={dayOfWeek(weekStart)}
      withCellSpacing={false}
      weekdayFormat={(day) => 'SMTWTFS'.charAt(new Date(day).getDay())}
      // None of the names of the view's own buttons: those are found by name.
      ariaLabels={{ previousMonth: 'Turn back', nextMonth: 'Turn on', previousYear: 'Turn back', nextYear: 'Turn on', previousDecade: 'Turn back', nextDecade: 'Turn on' }}
      getDayAriaLabel={dateWords}
      getDayProps={(day) => ({
        selected: day === today,
        'data-in-view': range !== null && day >= range.first && day < range.after ? true : undefined,
        'aria-current': day === today ? 'date' : undefined,
        'aria-pressed': day === date,
        onClick: () => {
          onChoose(day);
        },
      })}
    />
  );
});

function dayOfWeek(day: number): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return ([0, 1, 2, 3, 4, 5, 6] as const).find((one) => one === day) ?? 1;
}
