import { Button } from '@mantine/core';
import { memo, useState } from 'react';
import type { GroupDto, GroupValues } from '../../../../preload/contract/groups.ts';
import { SearchInput } from '../../../ui/search-input.tsx';
import { SECTIONS } from '../catalog/catalog.ts';
import { domainOf } from '../edit/consequences.ts';
import { edited } from '../edit/draft.ts';
import { AccessTable } from './access-table.tsx';
import css from './group-form.module.css';
import { RetiredFields, UnknownFields } from './other-fields.tsx';
import { fits } from './setting-filter.ts';
import { SettingsSection } from './settings-section.tsx';

interface GroupFormProps {
  readonly group: GroupDto;
  readonly edits: GroupValues;
  readonly onEdit: (set: GroupValues) => void;
}

/** All settings of one group: the picture of what they allow, then the settings by what they decide. */
export const GroupFormView = memo(function GroupFormView({ group, edits, onEdit }: GroupFormProps) {
  const [query, setQuery] = useState('');
  const values = edited(group, edits);
  const found = SECTIONS.map((section) => ({ section, settings: section.settings.filter((setting) => !group.notText.includes(setting.field) && fits(setting, values[setting.field], query)) })).filter(({ settings }) => settings.length > 0);
  return (
    <>
      <AccessTable saved={group.values} values={values} domain={domainOf(group.email)} />
      <SearchInput
        className={css.search ?? ''}
        size="md"
        label="Search settings"
        placeholder="Search settings by label, field or value"
        value={query}
        onChange={setQuery}
      />
      {found.map(({ section, settings }) => (
        <SettingsSection key={section.id} section={section} settings={settings} values={values} saved={group.values} onEdit={onEdit} />
      ))}
      {found.length === 0 && (
        <p className={css.none} role="status">
          No setting fits.{' '}
          <Button
            size="sm"
            variant="subtle"
            color="gray"
            onClick={() => {
              setQuery('');
            }}
          >
            Show all
          </Button>
        </p>
      )}
      {query === '' && (
        <>
          <UnknownFields group={group} />
          <RetiredFields group={group} />
        </>
      )}
    </>
  );
});
