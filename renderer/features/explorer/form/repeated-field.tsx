import { ActionIcon, Button, Input, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { FieldLabel, hintOf, type FieldProps } from './field-parts.tsx';
import css from './parameter-form.module.css';

/** A parameter that may be sent several times: a row for each value. */
export function RepeatedField({ parameter, values, error, onChange }: FieldProps) {
  const list = useId();
  const rows = values.length === 0 ? [''] : values;
  const { name } = parameter;
  const set = (next: readonly string[]): void => {
    onChange(next.length === 1 && next[0] === '' ? [] : next);
  };
  return (
    <Input.Wrapper label={<FieldLabel parameter={parameter} />} labelElement="div" description={hintOf(parameter)} error={error}>
      {parameter.enum !== null && (
        <datalist id={list}>
          {parameter.enum.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      <div className={css.rows} role="group" aria-label={`Values of ${name}`}>
        {rows.map((text, at) => (
          <div key={at} className={css.row}>
            <TextInput
              className={css.grow ?? ''}
              aria-label={at === 0 ? name : `${name} ${at + 1}`}
              value={text}
              error={error !== null}
              spellCheck={false}
              autoComplete="off"
              classNames={{ input: 'gd-mono' }}
              {...(parameter.enum === null ? {} : { list })}
              onChange={(event) => {
                set(rows.map((one, index) => (index === at ? event.currentTarget.value : one)));
              }}
            />
            {rows.length > 1 && (
              <ActionIcon
                aria-label={`Remove ${name} ${at + 1}`}
                onClick={() => {
                  set(rows.filter((_, index) => index !== at));
                }}
              >
                <X size={15} strokeWidth={1.75} />
              </ActionIcon>
            )}
          </div>
        ))}
        <Button
          size="sm"
          variant="subtle"
          color="gray"
          leftSection={<Plus size={14} strokeWidth={1.75} aria-hidden="true" />}
          disabled={rows.at(-1) === ''}
          onClick={() => {
            set([...rows, '']);
          }}
        >
          Add a value
        </Button>
      </div>
    </Input.Wrapper>
  );
}
