import type { GoogleMethod, MethodParameter, MethodTable } from '../../domain/google/methods/method-table.ts';
import type { Reply } from '../http/reply.ts';
import { invalidParameter } from './api-error.ts';

/** Checks the query against the method table: required, enum, number, boolean, date-time. Unknown parameters pass, as at Google. */
export function checkParameters(table: MethodTable, method: GoogleMethod, query: URLSearchParams): Reply | undefined {
  const known = { ...table.parameters, ...method.parameters };
  for (const [name, parameter] of Object.entries(known)) {
    if (parameter.location !== 'query') continue;
    const values = query.getAll(name);
    if (parameter.required === true && values.length === 0) return invalidParameter(name, `Required parameter: ${name}`, 'required');
    for (const value of values) {
      if (!fits(parameter, value)) return invalidParameter(name, `Invalid value for ${name}`);
    }
  }
  return undefined;
}

function fits(parameter: MethodParameter, value: string): boolean {
  if (parameter.enum !== undefined) return parameter.enum.includes(value);
  if (parameter.type === 'boolean') return value === 'true' || value === 'false';
  if (parameter.type === 'integer') {
    const number = Number(value);
    return (
      /^-?\d+$/.test(value) &&
      number >= Number(parameter.minimum ?? '-2147483648') &&
      number <= Number(parameter.maximum ?? '2147483647')
    );
  }
  if (parameter.format === 'date-time') return isDateTime(value);
  return true;
}

/** RFC 3339 with an offset; Google refuses times without one. */
export function isDateTime(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(value) && !Number.isNaN(Date.parse(value));
}
