import fc from 'fast-check';
import { APP_PARAMETERS } from '../../google/methods/app-parameters.ts';
import type { GoogleMethod, MethodParameter, MethodTable, SchemaShape } from '../../google/methods/method-table.ts';
import type { CallWish } from '../build-request.ts';

/** Every parameter of a method with a value that can be sent. */
export function goodCall(table: MethodTable, method: GoogleMethod): fc.Arbitrary<CallWish> {
  const names = Object.entries(method.parameters).filter(([name]) => !APP_PARAMETERS.has(name));
  const parameters = fc.record(Object.fromEntries(names.map(([name, parameter]) => [name, goodTexts(parameter, method.path.includes(`{+${name}}`))])));
  return parameters.map((values) => ({ parameters: values, body: neededBody(table, method) }));
}

const piece = fc.oneof(
  fc.constantFrom('/', '..', '.', '%2e', '%2F', '\\', '@', ':', '//', '?', '#', '&', '=', '\n', '\0', '\ud800', 'https:', 'evil.example', ' ', ';', '{', '}'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const hostile = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));

/** A good call in which every free text holds what could lead elsewhere. */
export function hostileCall(table: MethodTable, method: GoogleMethod): fc.Arbitrary<CallWish> {
  const texts = Object.entries(method.parameters).filter(([name, { type, enum: values }]) => type === 'string' && values === undefined && !APP_PARAMETERS.has(name));
  const parameters = fc.record(Object.fromEntries(texts.map(([name]) => [name, hostile.map((text) => [text])])));
  return parameters.map((values) => ({ parameters: values, body: neededBody(table, method) }));
}

function goodTexts(parameter: MethodParameter, whole: boolean): fc.Arbitrary<string[]> {
  const one = goodText(parameter);
  if (whole) return fc.array(one.filter((text) => !text.includes('/')), { minLength: 1, maxLength: 3 }).map((parts) => [parts.join('/')]);
  return parameter.repeated === true ? fc.array(one, { minLength: 1, maxLength: 3 }) : one.map((text) => [text]);
}

function goodText({ type, enum: values, format, location, minimum, maximum }: MethodParameter): fc.Arbitrary<string> {
  if (values !== undefined) return fc.constantFrom(...values);
  if (type === 'boolean') return fc.constantFrom('true', 'false');
  if (type === 'integer' || format === 'int64' || format === 'uint64') return fc.bigInt({ min: BigInt(minimum ?? '0'), max: BigInt(maximum ?? '1000') }).map(String);
  if (type === 'number') return fc.constantFrom('1', '1.5');
  switch (format) {
    case 'date-time':
    case 'google-datetime':
      return fc.constantFrom('2026-11-26T09:30:00Z', '2026-11-26T09:30:00.5+05:45');
    case 'date':
      return fc.constant('2026-11-26');
    case 'byte':
      return fc.constantFrom('aGk=', 'aGk_');
    case 'google-duration':
      return fc.constant('3.5s');
    case 'google-fieldmask':
      return fc.constant('id,name');
    default:
      return fc.string({ unit: 'grapheme', minLength: location === 'path' ? 1 : 0, maxLength: 20 }).filter((text) => text !== '.' && text !== '..');
  }
}

/** What the method needs in its body and no more. */
function neededBody(table: MethodTable, method: GoogleMethod): string | null {
  return method.request === undefined ? null : JSON.stringify(neededValue({ $ref: method.request }, table, method.id));
}

function neededValue(shape: SchemaShape, table: MethodTable, methodId: string): unknown {
  const { type, properties = {}, enum: values } = shape.$ref === undefined ? shape : (table.schemas[shape.$ref] ?? {});
  if (type === 'string') return values?.[0] ?? 'x';
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'array') return [];
  const needed = Object.entries(properties).filter(([, { requiredBy }]) => requiredBy?.includes(methodId) === true);
  return Object.fromEntries(needed.map(([name, property]) => [name, neededValue(property, table, methodId)]));
}
