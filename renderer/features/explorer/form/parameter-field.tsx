import { BooleanField } from './boolean-field.tsx';
import type { FieldProps } from './field-parts.tsx';
import css from './parameter-form.module.css';
import { RepeatedField } from './repeated-field.tsx';
import { TextField } from './text-field.tsx';

/** The control that fits a parameter. `data-problem-field` is how a problem finds its field. */
export function ParameterField(props: FieldProps) {
  const { parameter } = props;
  const Control = parameter.repeated ? RepeatedField : parameter.type === 'boolean' ? BooleanField : TextField;
  return (
    <div className={css.field} data-problem-field={parameter.name}>
      <Control {...props} />
    </div>
  );
}

/** Puts the focus on the field of the first problem inside `form`, as the form orders them. */
export function focusProblem(form: HTMLElement, fields: readonly string[]): void {
  const places = [...form.querySelectorAll<HTMLElement>('[data-problem-field]')];
  const first = places.find(({ dataset }) => fields.includes(dataset['problemField'] ?? ''));
  first?.querySelector<HTMLElement>('input, textarea')?.focus();
}
