import { Plus, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { ApiSchemaDto } from '../../../../preload/contract/apis.ts';
import type { BodySchema } from './completions.ts';
import css from './schema-tree.module.css';
import { isRequired, resolved, typeWords } from './schema-walk.ts';

interface SchemaTreeProps {
  readonly schema: BodySchema;
  /** False while the text is no JSON: nothing can be put into it. */
  readonly canInsert: boolean;
  /** @param path names from the top down to the property */
  readonly onInsert: (path: readonly string[], schema: ApiSchemaDto) => void;
}

/** What the body may hold. A level is drawn when it is opened, so a schema that holds itself is as deep as somebody looks. */
export function SchemaTree({ schema, canInsert, onInsert }: SchemaTreeProps) {
  const top = resolved({ $ref: schema.body }, schema.schemas);
  return (
    <section className={`gd-scroll ${css.tree}`} aria-label={`Schema ${schema.body}`}>
      {top?.properties === undefined ? (
        <p className={css.none}>The document does not say what the body holds.</p>
      ) : (
        <Level of={top} path={[]} schema={schema} canInsert={canInsert} onInsert={onInsert} />
      )}
    </section>
  );
}

/** @param path null below a list: only the cursor says which of its items is meant */
function Level({ of, path, ...rest }: SchemaTreeProps & { readonly of: ApiSchemaDto; readonly path: readonly string[] | null }) {
  return (
    <ul className={css.level}>
      {Object.entries(of.properties ?? {}).map(([name, property]) => (
        <Property key={name} name={name} property={property} path={path === null ? null : [...path, name]} {...rest} />
      ))}
      {of.additionalProperties !== undefined && <li className={css.any}>any name: {typeWords(of.additionalProperties)}</li>}
    </ul>
  );
}

function Property({ name, property, path, ...rest }: SchemaTreeProps & { readonly name: string; readonly property: ApiSchemaDto; readonly path: readonly string[] | null }) {
  const [open, setOpen] = useState(false);
  const { schema, canInsert, onInsert } = rest;
  const real = resolved(property, schema.schemas);
  const inside = real?.type === 'array' ? resolved(real.items, schema.schemas) : real;
  const opens = inside !== null && (inside.properties !== undefined || inside.additionalProperties !== undefined);
  const description = property.description ?? real?.description;
  return (
    <li>
      <div className={css.row}>
        {opens ? (
          <button
            type="button"
            className={css.fold}
            aria-expanded={open}
            aria-label={`Inside ${name}`}
            onClick={() => {
              setOpen(!open);
            }}
          >
            <ChevronRight size={13} strokeWidth={2} aria-hidden="true" />
          </button>
        ) : (
          <span className={css.fold} />
        )}
        <span className={css.words}>
          <span className={`gd-mono ${css.name}`}>{name}</span>{' '}
          <span className={css.type}>
            {typeWords(property)}
            {isRequired(property, schema.methodId) && ' · needed'}
            {property.readOnly === true && ' · set by Google'}
          </span>
          {description !== undefined && (
            <span className={css.about} title={description}>
              {description}
            </span>
          )}
        </span>
        {path !== null && property.readOnly !== true && (
          <button
            type="button"
            className={css.insert}
            aria-label={`Insert ${path.join('.')}`}
            disabled={!canInsert}
            onClick={() => {
              onInsert(path, property);
            }}
          >
            <Plus size={13} strokeWidth={2} aria-hidden="true" />
          </button>
        )}
      </div>
      {open && inside !== null && <Level of={inside} path={real?.type === 'array' ? null : path} {...rest} />}
    </li>
  );
}
