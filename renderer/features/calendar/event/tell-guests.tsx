import { Radio } from '@mantine/core';
import { sendUpdatesSchema, type SendUpdates } from '../../../../preload/contract/calendar.ts';
import css from './event-parts.module.css';

const OPTIONS: readonly { readonly value: SendUpdates; readonly label: string }[] = [
  { value: 'all', label: 'Everyone' },
  { value: 'externalOnly', label: 'Only guests outside the organisation’s calendars' },
  { value: 'none', label: 'Nobody' },
];

interface TellGuestsProps {
  /** Whether anybody but the account itself is concerned. */
  readonly others: boolean;
  readonly value: SendUpdates | null;
  readonly onChange: (value: SendUpdates) => void;
  /** True after a try to go on without an answer. */
  readonly missing: boolean;
}

/** Who gets mail about the change. Nothing is chosen beforehand: a mail cannot be taken back. */
export function TellGuests({ others, value, onChange, missing }: TellGuestsProps) {
  if (!others) return <p className={css.quiet}>Nobody is told: the event has no other guests.</p>;
  return (
    <Radio.Group
      label="Who is told"
      description="Google sends them a mail about this change."
      value={value ?? ''}
      error={missing && value === null ? 'Choose who is told.' : null}
      errorProps={{ role: 'alert' }}
      onChange={(next) => {
        const answer = sendUpdatesSchema.safeParse(next);
        if (answer.success) onChange(answer.data);
      }}
    >
      <div className={css.row}>
        {OPTIONS.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} />
        ))}
      </div>
    </Radio.Group>
  );
}

/** What is sent: nobody can be told where there is nobody else. Null while the user has not said. */
export function updatesFor(others: boolean, value: SendUpdates | null): SendUpdates | null {
  return others ? value : 'none';
}
