import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import css from './add-api-dialog.module.css';

/** Textboxes `Name` and `Version`: as build('drive', 'v3') took them. */
export function AddByName({ busy, onAdd }: { readonly busy: boolean; readonly onAdd: (name: string, version: string) => void }) {
  const [name, setName] = useState('');
  const [version, setVersion] = useState('');
  const complete = name.trim() !== '' && version.trim() !== '';
  const common = { maxLength: 64, spellCheck: false, autoComplete: 'off', classNames: { input: 'gd-mono' } };
  return (
    <form
      className={css.byName}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (complete && !busy) onAdd(name.trim(), version.trim());
      }}
    >
      <TextInput
        {...common}
        label="Name"
        placeholder="drive"
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      <TextInput
        {...common}
        label="Version"
        placeholder="v3"
        value={version}
        onChange={(event) => {
          setVersion(event.currentTarget.value);
        }}
      />
      <Button type="submit" variant="light" disabled={!complete || busy}>
        Add
      </Button>
    </form>
  );
}
