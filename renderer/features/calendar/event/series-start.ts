import type { EditedTime, EventDetailDto } from '../../../../preload/contract/calendar.ts';
import { wallTime } from './event-form.ts';
import { zoned } from './times.ts';

/** Where the rule of a recurrence counts from: the first start of the series, or, while that is not known, the event's own. */
export function startOfSeries(detail: EventDetailDto, shown: string): EditedTime {
  if (detail.series !== null) return detail.series.fields.start;
  if (detail.allDay) return { date: detail.start };
  const start = zoned(detail.start, detail.startZone ?? shown);
  return start === null ? { date: '1970-01-01' } : wallTime(start);
}
