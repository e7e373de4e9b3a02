import { ActionIcon, Autocomplete, Button, Checkbox } from '@mantine/core';
import { X } from 'lucide-react';
import type { EventFields } from '../../../../preload/contract/calendar.ts';
import { oddWords, readAddresses } from './addresses.ts';
import css from './editor.module.css';

export type Guests = EventFields['guests'];

interface GuestFieldsProps {
  readonly guests: Guests;
  /** What is typed and not yet added. */
  readonly typed: string;
  readonly fault: string | null;
  /** Addresses seen on other events. */
  readonly known: readonly string[];
  readonly onChange: (guests: Guests, typed: string, fault: string | null) => void;
}

/**
 * Takes over what is typed in the field.
 * @returns the fault in words when some of it is no address; that stays in the field
 */
export function addTyped(guests: Guests, typed: string): { readonly guests: Guests; readonly rest: string; readonly fault: string | null } {
  const { found, odd } = readAddresses(typed);
  const fresh = found.filter((email) => !guests.some((guest) => guest.email.toLowerCase() === email.toLowerCase()));
  const next = [...guests, ...fresh.map((email) => ({ email, optional: false }))];
  if (next.length > 200) return { guests, rest: typed, fault: 'An event takes at most 200 guests here.' };
  return { guests: next, rest: odd.join(' '), fault: odd.length === 0 ? null : oddWords(odd) };
}

/** The guests of an event: add by address, take out, make optional. */
export function GuestFields({ guests, typed, fault, known, onChange }: GuestFieldsProps) {
  const add = (text: string): void => {
    const next = addTyped(guests, text);
    onChange(next.guests, next.rest, next.fault);
  };
  return (
    <div className={css.group}>
      <div className={css.adding}>
        <Autocomplete
          openOnFocus={false}
          label="Add guests"
          placeholder="name@example.com"
          value={typed}
          data={known.filter((email) => !guests.some((guest) => guest.email === email))}
          limit={6}
          comboboxProps={{ zIndex: 400 }}
          error={fault}
          errorProps={{ role: 'alert' }}
          autoComplete="off"
          spellCheck={false}
          onChange={(text) => {
            onChange(guests, text, null);
          }}
          onOptionSubmit={(email) => {
            // After the field took the option over as text.
            queueMicrotask(() => {
              add(email);
            });
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || typed.trim() === '') return;
            event.preventDefault();
            add(typed);
          }}
        />
        <Button
          className={css.beside ?? ''}
          onClick={() => {
            add(typed);
          }}
        >
          Add
        </Button>
      </div>
      {guests.length > 0 && (
        <ul className={css.guests} aria-label="Guests">
          {guests.map(({ email, optional }) => (
            <li key={email} className={css.guest}>
              <span className={css.email}>{email}</span>
              <Checkbox
                label="Optional"
                aria-label={`Optional: ${email}`}
                checked={optional}
                onChange={(event) => {
                  const { checked } = event.currentTarget;
                  onChange(
                    guests.map((guest) => (guest.email === email ? { ...guest, optional: checked } : guest)),
                    typed,
                    fault,
                  );
                }}
              />
              <ActionIcon
                aria-label={`Remove ${email}`}
                onClick={() => {
                  onChange(
                    guests.filter((guest) => guest.email !== email),
                    typed,
                    fault,
                  );
                }}
              >
                <X size={15} strokeWidth={1.75} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
