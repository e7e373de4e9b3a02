import { apiRoot } from '../google/library/api-root.ts';
import { apiUrl } from '../google/api-url.ts';
import { APP_PARAMETERS } from '../google/methods/app-parameters.ts';
import type { GoogleMethod, MethodParameter, MethodTable } from '../google/methods/method-table.ts';
import type { GoogleEndpoints } from '../oauth/endpoints.ts';
import { checkBody } from './check-body.ts';
import { checkValue } from './check-value.ts';

/** A call as somebody put it together: values as typed, several for a repeated parameter. */
export interface CallWish {
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  /** JSON text. */
  readonly body: string | null;
}

export interface FieldProblem {
  /** Name of the parameter, or `body`. */
  readonly field: string;
  readonly message: string;
}

/** What goes over the wire, the token apart. */
export interface BuiltRequest {
  readonly method: GoogleMethod['httpMethod'];
  readonly url: string;
  /** JSON text. */
  readonly body: string | null;
}

export type Built = { readonly ok: true; readonly request: BuiltRequest } | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Checks a call against the facts of its method and makes the request. Nothing of a document is run, and no address leaves the API's own root. */
export function buildRequest(endpoints: GoogleEndpoints, table: MethodTable, method: GoogleMethod, wish: CallWish): Built {
  const problems = [...checkParameters(table, method, wish.parameters), ...(wish.body === null ? missingBody(table, method) : checkBody(wish.body, table, method)).map(asBodyProblem)];
  if (problems.length > 0) return { ok: false, problems };
  const root = apiRoot(endpoints, table);
  const isPath = (name: string): boolean => parameterOf(table, method, name)?.location === 'path';
  const path = Object.fromEntries(Object.entries(wish.parameters).filter(([name]) => isPath(name)).map(([name, [value = '']]) => [name, value]));
  const query = Object.fromEntries(Object.entries(wish.parameters).filter(([name]) => !isPath(name)));
  const url = apiUrl(root, method.path, path, query);
  // The reader of documents and the encoding see to this already; a token is worth a second look.
  const made = new URL(url);
  const home = new URL(root);
  if (made.origin !== home.origin || !made.pathname.startsWith(home.pathname)) return { ok: false, problems: [{ field: 'body', message: 'This call would leave the API it belongs to.' }] };
  return { ok: true, request: { method: method.httpMethod, url, body: wish.body } };
}

function checkParameters(table: MethodTable, method: GoogleMethod, values: CallWish['parameters']): readonly FieldProblem[] {
  const missing = Object.entries(method.parameters)
    .filter(([name, { required, location }]) => (required === true || location === 'path') && !Object.hasOwn(values, name))
    .map(([field]) => ({ field, message: `${field} is needed: fill it in.` }));
  return [...missing, ...Object.entries(values).flatMap(([name, texts]) => checkParameter(name, texts, parameterOf(table, method, name), method.path.includes(`{+${name}}`)))];
}

function checkParameter(field: string, texts: readonly string[], parameter: MethodParameter | undefined, whole: boolean): readonly FieldProblem[] {
  if (parameter === undefined) return [{ field, message: `This method has no parameter ${field}.` }];
  if (texts.length > 1 && parameter.repeated !== true) return [{ field, message: `${field} takes one value.` }];
  for (const text of texts) {
    const message = parameter.location === 'path' ? (checkPathValue(text, whole) ?? checkValue(text, parameter)) : checkValue(text, parameter);
    if (message !== null) return [{ field, message }];
  }
  return [];
}

/** A value that is empty or walks up would name something else than what stands in the form. @param whole it may hold slashes */
function checkPathValue(text: string, whole: boolean): string | null {
  if (text === '') return 'Fill it in: it is part of the address.';
  if (/\p{Cc}/u.test(text)) return 'Write it in one line, without control characters.';
  const segments = whole ? text.split('/') : [text];
  return segments.some((segment) => segment === '' || segment === '.' || segment === '..') ? 'Write a name without empty parts, “.” or “..”.' : null;
}

function parameterOf(table: MethodTable, method: GoogleMethod, name: string): MethodParameter | undefined {
  if (APP_PARAMETERS.has(name)) return undefined;
  if (Object.hasOwn(method.parameters, name)) return method.parameters[name];
  return Object.hasOwn(table.parameters, name) ? table.parameters[name] : undefined;
}

function missingBody(table: MethodTable, method: GoogleMethod): readonly string[] {
  if (method.request === undefined) return [];
  return checkBody('{}', table, method);
}

function asBodyProblem(message: string): FieldProblem {
  return { field: 'body', message };
}
