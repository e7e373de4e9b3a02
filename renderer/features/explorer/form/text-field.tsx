import { Autocomplete, Button, TextInput } from '@mantine/core';
import { FieldLabel, hintOf, type FieldProps } from './field-parts.tsx';
import { isMoment, momentText } from './field-hint.ts';

const PLAIN = { spellCheck: false, autoComplete: 'off', withAsterisk: false, inputWrapperOrder: ['label', 'description', 'input', 'error'] as ('label' | 'input' | 'description' | 'error')[] };

/** One value as text. A short list is offered, and any other text taken: Google adds values before a document lists them. */
export function TextField({ parameter, values, error, onChange }: FieldProps) {
  const common = {
    ...PLAIN,
    label: <FieldLabel parameter={parameter} />,
    description: hintOf(parameter),
    placeholder: parameter.default === null ? '' : `default: ${parameter.default}`,
    required: parameter.required,
    value: values[0] ?? '',
    error,
    classNames: { input: 'gd-mono' },
  };
  const set = (text: string): void => {
    onChange(text === '' ? [] : [text]);
  };
  if (parameter.enum !== null) {
    return <Autocomplete {...common} data={[...new Set(parameter.enum)]} limit={200} filter={({ options }) => options} openOnFocus={false} onChange={set} />;
  }
  return (
    <TextInput
      {...common}
      onChange={(event) => {
        set(event.currentTarget.value);
      }}
      {...(isMoment(parameter)
        ? {
            rightSectionWidth: 58,
            rightSection: (
              <Button
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={`Now as ${parameter.name}`}
                onClick={() => {
                  set(momentText(Date.now()));
                }}
              >
                Now
              </Button>
            ),
          }
        : {})}
    />
  );
}
