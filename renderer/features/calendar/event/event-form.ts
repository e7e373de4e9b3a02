import { Temporal } from 'temporal-polyfill';
import type { EditedTime, EventFields } from '../../../../preload/contract/calendar.ts';
import { dayOf, NO_REPEAT, readRepeat, repeatFault, weekdayOf, writeRepeat, type RepeatForm } from './repeat-form.ts';
import { isSkipped, isZone, plainDate, plusDays, readTime, toZoned } from './times.ts';

export type Reminder = NonNullable<EventFields['reminders']>[number];

/** An event as it is typed. Days are those that people see: an all-day end is the last day, not the one after. */
export interface EventForm {
  readonly calendarId: string;
  readonly summary: string;
  readonly allDay: boolean;
  /** RFC 3339 full-dates, or empty. */
  readonly startDate: string;
  readonly endDate: string;
  /** As typed; see readTime(). */
  readonly startTime: string;
  readonly endTime: string;
  /** IANA. */
  readonly zone: string;
  /** Null: ends in the same zone. */
  readonly endZone: string | null;
  readonly repeat: RepeatForm;
  readonly guests: EventFields['guests'];
  readonly location: string;
  readonly description: string;
  readonly transparency: EventFields['transparency'];
  readonly visibility: EventFields['visibility'];
  readonly colorId: string | null;
  readonly reminders: readonly Reminder[] | null;
  readonly addConference: boolean;
}

/** Fields that can be wrong, by the name of the control that says so. */
export type FormField = 'startDate' | 'startTime' | 'endDate' | 'endTime' | 'zone' | 'repeat' | 'summary' | 'location' | 'description' | 'calendarId';
export type FormFaults = Partial<Readonly<Record<FormField, string>>>;

const pad = (n: number): string => String(n).padStart(2, '0');

/** The form of an event that exists; `fallback` is the zone that times would get when an all-day event becomes timed. */
export function formOf(fields: EventFields, calendarId: string, fallback: string): EventForm {
  const { start, end } = fields;
  const rest = {
    calendarId,
    summary: fields.summary,
    repeat: readRepeat(fields.recurrence, start),
    guests: fields.guests,
    location: fields.location,
    description: fields.description,
    transparency: fields.transparency,
    visibility: fields.visibility,
    colorId: fields.colorId,
    reminders: fields.reminders,
    addConference: fields.addConference,
  };
  if ('date' in start || 'date' in end) {
    const last = plusDays(dayOf(end), -1);
    const first = dayOf(start);
    return { ...rest, allDay: true, startDate: first, endDate: last < first ? first : last, startTime: '09:00', endTime: '10:00', zone: fallback, endZone: null };
  }
  return {
    ...rest,
    allDay: false,
    startDate: dayOf(start),
    startTime: start.dateTime.slice(11),
    endDate: dayOf(end),
    endTime: end.dateTime.slice(11),
    zone: start.zone,
    endZone: end.zone === start.zone ? null : end.zone,
  };
}

export interface NewEvent {
  readonly calendarId: string;
  readonly zone: string;
  /** Minutes. */
  readonly length: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly range?: { readonly start: EditedTime; readonly end: EditedTime };
  readonly guests?: EventFields['guests'];
}

/** A new event: the drawn range, or the next full hour. */
export function newForm({ calendarId, zone, length, now, range, guests = [] }: NewEvent): EventForm {
  return formOf({ ...EMPTY, ...(range ?? nextHour(now, zone, length)), guests }, calendarId, zone);
}

const EMPTY: Omit<EventFields, 'start' | 'end'> = {
  summary: '',
  location: '',
  description: '',
  recurrence: [],
  guests: [],
  transparency: 'opaque',
  visibility: 'default',
  colorId: null,
  reminders: null,
  addConference: false,
};

function nextHour(now: number, zone: string, length: number): { readonly start: EditedTime; readonly end: EditedTime } {
  const known = isZone(zone) ? zone : 'UTC';
  const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(known).add({ hours: 1 }).round({ smallestUnit: 'hour', roundingMode: 'floor' });
  return { start: wallTime(start), end: wallTime(start.add({ minutes: length })) };
}

/** A moment as it is edited. */
export function wallTime(at: Temporal.ZonedDateTime): EditedTime {
  return { dateTime: at.toPlainDateTime().toString({ smallestUnit: 'minute' }), zone: at.timeZoneId };
}

/** The edited ends of the form, the end of days exclusive; null for what cannot be read. */
export function timesOf(form: EventForm): { readonly start: EditedTime; readonly end: EditedTime } | null {
  if (plainDate(form.startDate) === null || plainDate(form.endDate) === null) return null;
  if (form.allDay) return { start: { date: form.startDate }, end: { date: plusDays(form.endDate, 1) } };
  const [from, to] = [readTime(form.startTime), readTime(form.endTime)];
  if (from === null || to === null) return null;
  return {
    start: { dateTime: `${form.startDate}T${from}`, zone: form.zone },
    end: { dateTime: `${form.endDate}T${to}`, zone: form.endZone ?? form.zone },
  };
}

/** Moves the start; the end moves along, so that the event stays as long as it was. A weekly event on that one day moves its day. */
export function withStart(form: EventForm, start: Partial<Pick<EventForm, 'startDate' | 'startTime'>>): EventForm {
  const next = { ...form, ...start };
  const before = timesOf(form);
  const moved = movedDay(next, form.startDate);
  const after = timesOf(moved);
  if (before === null || after === null) return moved;
  if (form.allDay) {
    const days = daysBetween(form.startDate, form.endDate);
    return days < 0 ? moved : { ...moved, endDate: plusDays(next.startDate, days) };
  }
  const length = wall(form.endDate, form.endTime) - wall(form.startDate, form.startTime);
  if (length < 0) return moved;
  const end = new Date(wall(moved.startDate, moved.startTime) + length);
  return { ...moved, endDate: end.toISOString().slice(0, 10), endTime: `${pad(end.getUTCHours())}:${pad(end.getUTCMinutes())}` };
}

/** A date and a clock as if they were UTC: lengths on the clock, whatever the zone does that night. */
function wall(date: string, time: string): number {
  return Date.parse(`${date}T${readTime(time) ?? '00:00'}:00Z`);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function movedDay(form: EventForm, before: string): EventForm {
  const { kind, days } = form.repeat;
  if (kind !== 'weekly' || days.length !== 1 || days[0] !== weekdayOf(before) || plainDate(form.startDate) === null) return form;
  return { ...form, repeat: { ...form.repeat, days: [weekdayOf(form.startDate)] } };
}

/** What is wrong with the form, one sentence for each control. Empty when it can be sent. */
export function faultsOf(form: EventForm, isNew: boolean): FormFaults {
  const faults: Partial<Record<FormField, string>> = {};
  if (isNew && form.calendarId === '') faults.calendarId = 'Choose a calendar.';
  if (plainDate(form.startDate) === null) faults.startDate = 'Give the day it starts.';
  if (plainDate(form.endDate) === null) faults.endDate = 'Give the day it ends.';
  if (!form.allDay) timeFaults(form, faults);
  if (form.summary.length > 1024) faults.summary = 'A title has at most 1,024 characters.';
  if (form.location.length > 1024) faults.location = 'A place has at most 1,024 characters.';
  if (form.description.length > 200_000) faults.description = 'A description has at most 200,000 characters.';
  const times = timesOf(form);
  if (times === null || Object.keys(faults).length > 0) return faults;
  if (form.allDay) {
    if (form.endDate < form.startDate) faults.endDate = 'The last day is before the first.';
  } else if (isBefore(times.end, times.start)) {
    faults[form.endDate < form.startDate ? 'endDate' : 'endTime'] = 'The end is before the start.';
  }
  const repeat = repeatFault(form.repeat, times.start);
  if (repeat !== null) faults.repeat = repeat;
  return faults;
}

function timeFaults(form: EventForm, faults: Partial<Record<FormField, string>>): void {
  if (!isZone(form.zone) || (form.endZone !== null && !isZone(form.endZone))) faults.zone = 'This time zone is not known here: choose one of the list.';
  const ends = [
    ['startTime', form.startTime, form.startDate, form.zone],
    ['endTime', form.endTime, form.endDate, form.endZone ?? form.zone],
  ] as const;
  for (const [field, typed, date, zone] of ends) {
    const time = readTime(typed);
    if (time === null) faults[field] = 'Give a time such as 14:30.';
    else if (plainDate(date) !== null && isZone(zone) && isSkipped(`${date}T${time}`, zone)) faults[field] = `The clocks go forward that night: there is no ${time}.`;
  }
}

function isBefore(one: EditedTime, other: EditedTime): boolean {
  if ('date' in one || 'date' in other) return dayOf(one) < dayOf(other);
  const [a, b] = [toZoned(one.dateTime, one.zone), toZoned(other.dateTime, other.zone)];
  return a !== null && b !== null && a.epochMilliseconds < b.epochMilliseconds;
}

/**
 * What the form makes of an event.
 * @param base what it was when the form opened: a repetition, and the seconds the form has no field for, stay as they were when untouched
 * @returns null while `faultsOf` finds a time that cannot be read
 */
export function fieldsOf(form: EventForm, base: EventFields | null): EventFields | null {
  const times = timesOf(form);
  if (times === null) return null;
  const untouched = base !== null && same(form.repeat, readRepeat(base.recurrence, base.start)) && dayOf(base.start) === form.startDate && 'date' in base.start === form.allDay;
  return {
    summary: form.summary,
    location: form.location,
    description: form.description,
    ...times,
    recurrence: untouched ? base.recurrence : [...writeRepeat(form.repeat, times.start)],
    guests: form.guests,
    transparency: form.transparency,
    visibility: form.visibility,
    colorId: form.colorId,
    reminders: form.reminders === null ? null : [...form.reminders],
    addConference: form.addConference,
  };
}

/** Only what differs: what nobody touched is not sent. Start and end go together, a half of a span means nothing. */
export function changesOf(base: EventFields, fields: EventFields): Partial<EventFields> {
  const keys = (Object.keys(fields) as (keyof EventFields)[]).filter((key) => !same(fields[key], base[key]));
  if (keys.includes('start') !== keys.includes('end')) keys.push('start', 'end');
  return Object.fromEntries(keys.map((key) => [key, fields[key]]));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The form of an instance over the base of its series, or the other way round: what was typed stays, times and repetition are those of the base. */
export function rebased(form: EventForm, from: EventForm, to: EventForm): EventForm {
  const kept = (Object.keys(form) as (keyof EventForm)[]).filter(
    (key) => !['allDay', 'startDate', 'endDate', 'startTime', 'endTime', 'zone', 'endZone', 'repeat'].includes(key) && !same(form[key], from[key]),
  );
  return { ...to, ...Object.fromEntries(kept.map((key) => [key, form[key]])) };
}

/** The repetition a kind begins with. */
export function repeatOfKind(kind: RepeatForm['kind'], date: string, kept: readonly string[]): RepeatForm {
  return { ...NO_REPEAT, kind, days: kind === 'weekly' ? [weekdayOf(date)] : [], kept: kind === 'custom' ? kept : [] };
}
