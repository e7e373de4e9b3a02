import { Select } from '@mantine/core';
import type { AuthorizationDto } from '../../preload/contract/authorizations.ts';
import css from './account-select.module.css';

/** Combobox `Account`. Two authorizations of one account are told apart by their client. */
export function AccountSelect({
  authorizations,
  value,
  onChange,
}: {
  readonly authorizations: readonly AuthorizationDto[];
  /** Id of an authorization. */
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}) {
  const twice = (email: string): boolean => authorizations.filter(({ account }) => account.email === email).length > 1;
  return (
    <Select
      classNames={{ input: css.input ?? '' }}
      label="Account"
      data={authorizations.map(({ id, account, client }) => ({
        value: id,
        label: twice(account.email) ? `${account.email} · ${client.label}` : account.email,
      }))}
      value={value}
      onChange={(id) => {
        if (id !== null) onChange(id);
      }}
      w={360}
      maxDropdownHeight={320}
    />
  );
}
