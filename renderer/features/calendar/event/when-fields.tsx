import { Autocomplete, Button, Select, Switch } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useMemo, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { withStart, type EventForm, type FormFaults } from './event-form.ts';
import css from './editor.module.css';
import { clockWords, dateWords, plainDate, readDate, readTime } from './times.ts';

interface WhenFieldsProps {
  readonly form: EventForm;
  readonly faults: FormFaults;
  readonly onChange: (form: EventForm) => void;
  /** RFC 3339 full-date, in the shown zone. */
  readonly today: string;
  readonly hour24: boolean;
  /** 0 Sunday … 6 Saturday. */
  readonly weekStart: number;
}

/** Days, times and zones of an event. A moved start takes the end along. */
export function WhenFields({ form, faults, onChange, today, hour24, weekStart }: WhenFieldsProps) {
  const dates = { today, weekStart };
  return (
    <div className={css.group}>
      <Switch
        label="All day"
        checked={form.allDay}
        onChange={(event) => {
          onChange({ ...form, allDay: event.currentTarget.checked });
        }}
      />
      <div className={css.when} data-all-day={form.allDay || undefined}>
        <DateField
          {...dates}
          label={form.allDay ? 'First day' : 'Start date'}
          value={form.startDate}
          error={faults.startDate}
          onChange={(startDate) => {
            onChange(withStart(form, { startDate }));
          }}
        />
        {!form.allDay && (
          <TimeField
            label="Start time"
            value={form.startTime}
            error={faults.startTime}
            hour24={hour24}
            onChange={(startTime) => {
              onChange(withStart(form, { startTime }));
            }}
          />
        )}
        <DateField
          {...dates}
          label={form.allDay ? 'Last day' : 'End date'}
          value={form.endDate}
          error={faults.endDate}
          onChange={(endDate) => {
            onChange({ ...form, endDate });
          }}
        />
        {!form.allDay && (
          <TimeField
            label="End time"
            value={form.endTime}
            error={faults.endTime}
            hour24={hour24}
            onChange={(endTime) => {
              onChange({ ...form, endTime });
            }}
          />
        )}
      </div>
      {!form.allDay && <Zones form={form} fault={faults.zone} onChange={onChange} />}
    </div>
  );
}

function Zones({ form, fault, onChange }: { readonly form: EventForm; readonly fault: string | undefined; readonly onChange: (form: EventForm) => void }) {
  return (
    <div className={css.two}>
      <ZoneField
        label={form.endZone === null ? 'Time zone' : 'Starts in'}
        value={form.zone}
        error={fault}
        onChange={(zone) => {
          onChange({ ...form, zone });
        }}
      />
      {form.endZone === null ? (
        <Button
          className={css.beside ?? ''}
          size="sm"
          variant="subtle"
          color="gray"
          onClick={() => {
            onChange({ ...form, endZone: form.zone });
          }}
        >
          Ends in another time zone
        </Button>
      ) : (
        <ZoneField
          label="Ends in"
          value={form.endZone}
          onChange={(endZone) => {
            onChange({ ...form, endZone: endZone === form.zone ? null : endZone });
          }}
        />
      )}
    </div>
  );
}

interface DateFieldProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly today: string;
  readonly weekStart: number;
  readonly onChange: (date: string) => void;
}

/** A day, picked or typed in any usual way. */
export function DateField({ label, value, error, today, weekStart, onChange }: DateFieldProps) {
  const year = Number(today.slice(0, 4));
  const [open, setOpen] = useState(false);
  return (
    <DateInput
      // Esc closes the calendar first, and only then the window: the library's dialogs heed this mark.
      data-mantine-stop-propagation={open}
      onFocus={() => {
        setOpen(true);
      }}
      onClick={() => {
        setOpen(true);
      }}
      onBlur={() => {
        setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
      }}
      weekendDays={[]}
      hideOutsideDates
      label={label}
      value={value === '' ? null : value}
      valueFormat={(date) => {
        const day = plainDate(date.slice(0, 10));
        return day === null ? date : dateWords(day, year);
      }}
      dateParser={(text) => readDate(text, today) ?? (value === '' ? null : value)}
      firstDayOfWeek={weekdayNumber(weekStart)}
      error={error}
      errorProps={{ role: 'alert' }}
      // Above the field when something is wrong, so that the sentence below stays in sight.
      popoverProps={{ zIndex: 400, returnFocus: false, withinPortal: false, position: error === undefined ? 'bottom-start' : 'top-start' }}
      previousLabel="Previous month"
      nextLabel="Next month"
      autoComplete="off"
      onChange={(date) => {
        setOpen(false);
        onChange(date?.slice(0, 10) ?? '');
      }}
    />
  );
}

function weekdayNumber(day: number): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return day === 0 || day === 2 || day === 3 || day === 4 || day === 5 || day === 6 ? day : 1;
}

interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly hour24: boolean;
  readonly onChange: (time: string) => void;
}

/** A time of day, typed in any usual way, or one of the half hours. It counts when the field is left, or on Enter: half a time is none. */
function TimeField({ label, value, error, hour24, onChange }: TimeFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const times = useMemo(() => Array.from({ length: 48 }, (_, half) => clockWords(Temporal.PlainTime.from({ hour: Math.floor(half / 2), minute: (half % 2) * 30 }), hour24)), [hour24]);
  const time = readTime(value);
  const commit = (typed: string | null): void => {
    setDraft(null);
    if (typed !== null && (readTime(typed) ?? typed) !== value) onChange(readTime(typed) ?? typed);
  };
  return (
    <Autocomplete
      openOnFocus={false}
      label={label}
      value={draft ?? (time === null ? value : clockWords(Temporal.PlainTime.from(time), hour24))}
      data={times}
      // All half hours, whatever is typed: the list is for choosing, not for searching.
      filter={({ options }) => options}
      maxDropdownHeight={220}
      comboboxProps={{ zIndex: 400 }}
      error={error}
      errorProps={{ role: 'alert' }}
      autoComplete="off"
      spellCheck={false}
      onChange={setDraft}
      onOptionSubmit={commit}
      onBlur={() => {
        commit(draft);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(draft);
      }}
    />
  );
}

interface ZoneFieldProps {
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (zone: string) => void;
}

function ZoneField({ label, value, error, onChange }: ZoneFieldProps) {
  const zones = useMemo(() => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), value])].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })), [value]);
  return (
    <Select
      label={label}
      data={zones}
      value={value}
      searchable
      limit={80}
      maxDropdownHeight={240}
      comboboxProps={{ zIndex: 400 }}
      nothingFoundMessage="No such time zone"
      error={error}
      errorProps={{ role: 'alert' }}
      onChange={(zone) => {
        if (zone !== null) onChange(zone);
      }}
    />
  );
}
