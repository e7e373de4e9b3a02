import { ActionIcon, Button, NumberInput, Select, Switch } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import css from './editor.module.css';
import type { Reminder } from './event-form.ts';
import { UNITS } from './people-words.ts';

interface ReminderFieldsProps {
  /** Null: the calendar's own. */
  readonly reminders: readonly Reminder[] | null;
  readonly onChange: (reminders: readonly Reminder[] | null) => void;
}

/** Four weeks: the longest that Google takes. */
const LONGEST = 40_320;

function unitOf(minutes: number): readonly [string, number] {
  return (minutes === 0 ? undefined : UNITS.find(([, size]) => minutes % size === 0)) ?? ['minute', 1];
}

/** When the account itself is reminded. */
export function ReminderFields({ reminders, onChange }: ReminderFieldsProps) {
  const list = reminders ?? [];
  const change = (at: number, over: Partial<Reminder>): void => {
    onChange(list.map((one, index) => (index === at ? { ...one, ...over } : one)));
  };
  return (
    <div className={css.group}>
      <Switch
        label="The calendar’s own reminders"
        checked={reminders === null}
        onChange={(event) => {
          onChange(event.currentTarget.checked ? null : [{ method: 'popup', minutes: 10 }]);
        }}
      />
      {reminders?.map(({ method, minutes }, at) => {
        const [unit, size] = unitOf(minutes);
        const name = `reminder ${at + 1}`;
        return (
          <div key={at} className={css.reminder}>
            <Select
              aria-label={`How: ${name}`}
              data={[
                { value: 'popup', label: 'On screen' },
                { value: 'email', label: 'By email' },
              ]}
              value={method}
              comboboxProps={{ zIndex: 400 }}
              onChange={(next) => {
                change(at, { method: next === 'email' ? 'email' : 'popup' });
              }}
            />
            <NumberInput
              aria-label={`How long before: ${name}`}
              value={minutes / size}
              min={0}
              max={Math.floor(LONGEST / size)}
              clampBehavior="strict"
              allowDecimal={false}
              onChange={(amount) => {
                change(at, { minutes: Math.min(LONGEST, Number(amount) * size) });
              }}
            />
            <Select
              aria-label={`Unit: ${name}`}
              data={UNITS.map(([word]) => ({ value: word, label: `${word}s before` }))}
              value={unit}
              comboboxProps={{ zIndex: 400 }}
              onChange={(word) => {
                const next = UNITS.find(([one]) => one === word)?.[1] ?? 1;
                change(at, { minutes: Math.min(LONGEST, (minutes / size) * next) });
              }}
            />
            <ActionIcon
              aria-label={`Remove ${name}`}
              onClick={() => {
                onChange(list.filter((_, index) => index !== at));
              }}
            >
              <X size={15} strokeWidth={1.75} />
            </ActionIcon>
          </div>
        );
      })}
      {reminders !== null && reminders.length < 5 && (
        <div>
          <Button
            size="sm"
            variant="subtle"
            color="gray"
            leftSection={<Plus size={13} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => {
              onChange([...list, { method: 'popup', minutes: 30 }]);
            }}
          >
            Add a reminder
          </Button>
        </div>
      )}
    </div>
  );
}
