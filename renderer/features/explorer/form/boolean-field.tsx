import { Input, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { FieldLabel, hintOf, type FieldProps } from './field-parts.tsx';

/** Not sent, true or false: not sent and false are two things to an API. */
export function BooleanField({ parameter, values, error, onChange }: FieldProps) {
  const id = useId();
  const unset = parameter.default === null ? 'Not set' : `Not set (${parameter.default})`;
  return (
    <Input.Wrapper label={<FieldLabel parameter={parameter} />} labelElement="div" labelProps={{ id }} description={hintOf(parameter)} error={error}>
      <div>
        <SegmentedControl
          aria-labelledby={id}
          data={[
            { value: '', label: unset },
            { value: 'true', label: 'true' },
            { value: 'false', label: 'false' },
          ]}
          value={values[0] ?? ''}
          onChange={(value) => {
            onChange(value === '' ? [] : [value]);
          }}
        />
      </div>
    </Input.Wrapper>
  );
}
