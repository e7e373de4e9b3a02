import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import type { EventFields } from '../../../../preload/contract/calendar.ts';
import css from './editor.module.css';
import type { EventForm, FormFaults } from './event-form.ts';
import { COLORS, VISIBILITY } from './people-words.ts';
import { ReminderFields } from './reminder-fields.tsx';

interface MoreFieldsProps {
  readonly form: EventForm;
  readonly faults: FormFaults;
  readonly onChange: (form: EventForm) => void;
  /** The description when the form opened: formatting that nobody touches stays. */
  readonly before: string;
  /** Whether the event has a conference already. */
  readonly hasConference: boolean;
}

/** Place, link, text and how the event shows. */
export function MoreFields({ form, faults, onChange, before, hasConference }: MoreFieldsProps) {
  const formatted = /<[a-z/][^>]*>/i.test(before);
  return (
    <>
      <TextInput
        label="Place"
        value={form.location}
        error={faults.location}
        onChange={(event) => {
          onChange({ ...form, location: event.currentTarget.value });
        }}
      />
      {!hasConference && (
        <Checkbox
          label="Add a Meet link"
          checked={form.addConference}
          onChange={(event) => {
            onChange({ ...form, addConference: event.currentTarget.checked });
          }}
        />
      )}
      <div>
        <Textarea
          label="Description"
          value={form.description}
          error={faults.description}
          rows={4}
          resize="vertical"
          onChange={(event) => {
            onChange({ ...form, description: event.currentTarget.value });
          }}
        />
        {formatted && (
          <p className={css.note}>
            {form.description === before
              ? 'This text has formatting, shown here as Google keeps it. It stays exactly so unless you change it.'
              : 'This text has formatting: mind the marks in sharp brackets.'}
          </p>
        )}
      </div>
      <div className={css.two}>
        <Select
          label="Show as"
          data={[
            { value: 'opaque', label: 'Busy' },
            { value: 'transparent', label: 'Free' },
          ]}
          value={form.transparency}
          comboboxProps={{ zIndex: 400 }}
          onChange={(next) => {
            onChange({ ...form, transparency: next === 'transparent' ? 'transparent' : 'opaque' });
          }}
        />
        <Select
          label="Visibility"
          data={(['default', 'public', 'private', 'confidential'] as const).map((value) => ({ value, label: VISIBILITY[value] }))}
          value={form.visibility}
          comboboxProps={{ zIndex: 400 }}
          onChange={(next) => {
            if (isVisibility(next)) onChange({ ...form, visibility: next });
          }}
        />
      </div>
      <div className={css.two}>
        <Select
          label="Colour"
          data={[
            { value: '', label: 'The calendar’s colour' },
            ...Object.entries(COLORS).map(([value, label]) => ({ value, label })),
            ...(form.colorId !== null && COLORS[form.colorId] === undefined ? [{ value: form.colorId, label: `Colour ${form.colorId}` }] : []),
          ]}
          value={form.colorId ?? ''}
          comboboxProps={{ zIndex: 400 }}
          onChange={(next) => {
            onChange({ ...form, colorId: next === '' ? null : next });
          }}
        />
      </div>
      <div>
        <p className={css.label}>Reminders</p>
        <ReminderFields
          reminders={form.reminders}
          onChange={(reminders) => {
            onChange({ ...form, reminders });
          }}
        />
      </div>
    </>
  );
}

function isVisibility(value: string | null): value is EventFields['visibility'] {
  return value === 'default' || value === 'public' || value === 'private' || value === 'confidential';
}
