import type { ApiParameterDto } from '../../../../preload/contract/apis.ts';
import css from './parameter-form.module.css';
import { shapeWords } from './field-hint.ts';

export interface FieldProps {
  readonly parameter: ApiParameterDto;
  /** Texts as typed; several only for one that is repeated. */
  readonly values: readonly string[];
  readonly error: string | null;
  readonly onChange: (values: readonly string[]) => void;
}

/** The API's own name, and nothing else: that it must be filled in is drawn beside it. */
export function FieldLabel({ parameter: { name, required, location } }: { readonly parameter: ApiParameterDto }) {
  return (
    <span className={`gd-mono ${css.name ?? ''}`} data-required={required || location === 'path' || undefined}>
      {name}
    </span>
  );
}

/** Google's description, and what the value looks like; undefined when there is nothing to say. */
export function hintOf(parameter: ApiParameterDto) {
  const shape = shapeWords(parameter);
  const { description } = parameter;
  if (shape === null && description === null) return undefined;
  return (
    <>
      {description !== null && (
        <span className={css.about} title={description}>
          {description}
        </span>
      )}
      {shape !== null && <span className={css.shape}>{shape}</span>}
    </>
  );
}
