import type { ApiParameterDto } from '../../../../preload/contract/apis.ts';
import type { FieldProblemDto } from '../../../../preload/contract/explorer.ts';
import { valuesOf, type Draft } from '../desk/draft.ts';
import { MoreParameters } from './more-parameters.tsx';
import { ParameterField } from './parameter-field.tsx';
import css from './parameter-form.module.css';

interface ParameterFormProps {
  /** In the order of the form. */
  readonly parameters: readonly ApiParameterDto[];
  readonly draft: Draft;
  readonly problems: readonly FieldProblemDto[];
  readonly onChange: (name: string, values: readonly string[]) => void;
}

/** A field for each parameter: what the path and the method need in view, the rest folded. */
export function ParameterForm({ parameters, draft, problems, onChange }: ParameterFormProps) {
  const needed = parameters.filter((one) => one.location === 'path' || one.required);
  const more = parameters.filter((one) => !needed.includes(one));
  const errorOf = (name: string): string | null => problems.find(({ field }) => field === name)?.message ?? null;
  const field = (parameter: ApiParameterDto) => (
    <ParameterField
      key={parameter.name}
      parameter={parameter}
      values={valuesOf(draft, parameter.name)}
      error={errorOf(parameter.name)}
      onChange={(values) => {
        onChange(parameter.name, values);
      }}
    />
  );
  return (
    <div className={css.form}>
      {needed.map(field)}
      {more.length > 0 && (
        <MoreParameters parameters={more} set={more.filter(({ name }) => valuesOf(draft, name).length > 0).length} forced={more.some(({ name }) => errorOf(name) !== null)}>
          {field}
        </MoreParameters>
      )}
    </div>
  );
}
