import { TextInput, type TextInputProps } from '@mantine/core';
import { Search } from 'lucide-react';

interface SearchInputProps extends Omit<TextInputProps, 'type' | 'label' | 'aria-label' | 'leftSection' | 'value' | 'onChange'> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A field that filters or searches what stands below it; its name is not drawn, and stands in the empty field when nothing else does. */
export function SearchInput({ label, placeholder = label, size = 'sm', onChange, ...rest }: SearchInputProps) {
  return (
    <TextInput
      {...rest}
      type="search"
      size={size}
      aria-label={label}
      placeholder={placeholder}
      leftSection={<Search size={size === 'sm' ? 14 : 15} strokeWidth={1.75} aria-hidden="true" />}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
