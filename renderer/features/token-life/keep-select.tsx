import { NativeSelect } from '@mantine/core';
import type { TimeBoxDto } from '../../../preload/contract/authorizations.ts';
import { dateTime } from '../../ui/duration.ts';
import { END_CHOICES } from './end-choices.ts';

interface KeepSelectProps {
  /** The end the grant has already; null when it has none, or none that lies ahead. */
  readonly timeBox: TimeBoxDto | null;
  /** Null: as it is, or until it is revoked. */
  readonly hours: number | null;
  readonly onChange: (hours: number | null) => void;
}

/** For how long a consent is meant. An end set before stays unless another is chosen. */
export function KeepSelect({ timeBox, hours, onChange }: KeepSelectProps) {
  const stays = timeBox === null || timeBox.state === 'overdue' ? 'Until I revoke it' : `As set, until ${dateTime(timeBox.endsAt)}`;
  return (
    <NativeSelect
      label="Keep this grant"
      description={hours === null ? null : 'Grantdesk then revokes it at Google by itself.'}
      value={hours === null ? '' : String(hours)}
      data={[{ value: '', label: stays }, ...END_CHOICES]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChange(value === '' ? null : Number(value));
      }}
    />
  );
}
