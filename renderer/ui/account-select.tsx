import { Select } from '@mantine/core';
import type { AuthorizationDto } from '../../preload/contract/authorizations.ts';
import css from './account-select.module.css';
import { initials } from './ring-geometry.ts';

/** Combobox `Account`. Two authorizations of one account are told apart by their client. */
export function AccountSelect({
  authorizations,
  value,
  onChange,
  compact = false,
}: {
  readonly authorizations: readonly AuthorizationDto[];
  /** Id of an authorization. */
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  /** As wide as its place, without a label for the eye: for panes. */
  readonly compact?: boolean;
}) {
  const twice = (email: string): boolean => authorizations.filter(({ account }) => account.email === email).length > 1;
  const email = authorizations.find(({ id }) => id === value)?.account.email ?? '';
  return (
    <Select
      classNames={{ input: css.input ?? '' }}
      {...(compact
        ? {
            'aria-label': 'Account',
            size: 'sm',
            leftSectionWidth: 38,
            leftSection: (
              <span className={css.initials} aria-hidden="true">
                {initials(email)}
              </span>
            ),
            comboboxProps: { width: 'max-content', position: 'bottom-start' as const },
          }
        : { label: 'Account', w: 360 })}
      data={authorizations.map(({ id, account, client }) => ({
        value: id,
        label: twice(account.email) ? `${account.email} · ${client.label}` : account.email,
      }))}
      value={value}
      onChange={(id) => {
        if (id !== null) onChange(id);
      }}
      maxDropdownHeight={320}
    />
  );
}
