import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import type { KeyboardEvent } from 'react';

interface SearchInputProps {
  readonly label: string;
  /** The label when left out. */
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly className?: string;
}

/** A field that filters or searches what stands below it; its name is not drawn. */
export function SearchInput({ label, placeholder = label, value, onChange, onKeyDown, className }: SearchInputProps) {
  return (
    <TextInput
      {...(className === undefined ? {} : { className })}
      type="search"
      size="sm"
      aria-label={label}
      placeholder={placeholder}
      leftSection={<Search size={14} strokeWidth={1.75} aria-hidden="true" />}
      spellCheck={false}
      autoComplete="off"
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
      {...(onKeyDown === undefined ? {} : { onKeyDown })}
    />
  );
}
