import type { ApiSchemaDto } from '../../../../preload/contract/apis.ts';
import { cursorAt, type JsonCursor } from './json-cursor.ts';
import { isRequired, resolved, schemaAt, typeWords, writableProperties, type Schemas } from './schema-walk.ts';

export interface Completion {
  /** What the list shows: the name or the value as it reads. */
  readonly label: string;
  /** Kind of value, in a word or two. */
  readonly type: string;
  readonly required: boolean;
  /** Google's words, plain text. */
  readonly description: string | null;
  /** Replaces the text from `from` to `to`. */
  readonly insert: string;
  readonly from: number;
  readonly to: number;
  /** Where the cursor goes, counted from `from`. */
  readonly caret: number;
}

export interface BodySchema {
  /** Name of the body's schema. */
  readonly body: string;
  readonly schemas: Schemas;
  readonly methodId: string;
}

const MOST = 100;

/** What may stand at the cursor: names of properties not used yet, values of a short list. Empty where the schema says nothing. */
export function completionsAt(text: string, offset: number, { body, schemas, methodId }: BodySchema): readonly Completion[] {
  const cursor = cursorAt(text, offset);
  if (cursor === null) return [];
  const schema = schemaAt(cursor.path, body, schemas);
  if (schema === null) return [];
  const all = cursor.role === 'name' ? names(schema, cursor, methodId, schemas) : values(schema, cursor);
  const typed = cursor.typed.toLowerCase();
  const fitting = all.filter(({ label }) => label.toLowerCase().includes(typed));
  const starting = fitting.filter(({ label }) => label.toLowerCase().startsWith(typed));
  return [...starting, ...fitting.filter((one) => !starting.includes(one))].slice(0, MOST);
}

function names(schema: ApiSchemaDto, cursor: JsonCursor, methodId: string, schemas: Schemas): readonly Completion[] {
  return writableProperties(schema, methodId)
    .filter(([name]) => !cursor.taken.has(name))
    .map(([name, one]) => {
      const quoted = JSON.stringify(name);
      const value = cursor.hasColon ? null : opening(resolved(one, schemas));
      const insert = value === null ? quoted : `${quoted}: ${value.text}${missingComma(cursor)}`;
      return {
        label: name,
        type: typeWords(one),
        required: isRequired(one, methodId),
        description: one.description ?? null,
        insert,
        from: cursor.from,
        to: cursor.to,
        caret: value === null ? quoted.length : quoted.length + 2 + value.caret,
      };
    });
}

/** The beginning of a value, and where to type on. */
function opening(schema: ApiSchemaDto | null): { readonly text: string; readonly caret: number } {
  switch (schema?.type) {
    case 'string':
      return { text: '""', caret: 1 };
    case 'array':
      return { text: '[]', caret: 1 };
    case 'object':
      return { text: '{}', caret: 1 };
    default:
      return schema?.properties === undefined ? { text: '', caret: 0 } : { text: '{}', caret: 1 };
  }
}

function values(schema: ApiSchemaDto, cursor: JsonCursor): readonly Completion[] {
  const texts = schema.type === 'boolean' ? ['true', 'false'] : (schema.enum ?? []);
  return texts.map((label) => {
    const insert = schema.type === 'boolean' ? label : JSON.stringify(label);
    return { label, type: label === schema.default ? 'default' : '', required: false, description: null, insert: insert + missingComma(cursor), from: cursor.from, to: cursor.to, caret: insert.length };
  });
}

/** In front of a further property or value. */
function missingComma({ next }: JsonCursor): string {
  return next === null || next.kind === '}' || next.kind === ']' || next.kind === ',' || next.kind === ':' ? '' : ',';
}
