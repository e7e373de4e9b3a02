import type { ApiFacts } from '../domain/google/library/api-library.ts';
import type { GoogleMethod, MethodParameter, MethodTable } from '../domain/google/methods/method-table.ts';
import { reachableSchemas } from '../domain/google/methods/schema-references.ts';
import { APP_PARAMETERS } from '../domain/google/methods/app-parameters.ts';
import { isPageable } from '../domain/google/methods/pageable.ts';
import { narrowestScope } from '../domain/scopes/narrowest.ts';
import { effectOf } from '../domain/insight/effect.ts';
import { isReady, type Granted } from '../domain/insight/ready.ts';
import type { ApiDto, ApiMethodDto, ApiMethodRowDto, ApiParameterDto } from '../../preload/contract/apis.ts';
import type { ProblemDto } from '../../preload/contract/result.ts';
import { problemDto } from './answer.ts';
import { scopeDto } from './scope-dto.ts';

/** Schemas that one body hands to the page; real ones reach a dozen. */
const MOST_SCHEMAS = 300;

/** Whether a parameter may be set by hand. */
export function isOffered(name: string, parameter: MethodParameter): boolean {
  return !APP_PARAMETERS.has(name) && parameter.deprecated !== true;
}

export function apiDto({ id, title, table, shipped, document, problem }: ApiFacts, changes: number): ApiDto {
  return {
    id,
    name: table.api,
    version: table.version,
    title,
    source: document === null ? 'shipped' : 'document',
    shipped: shipped !== null,
    methods: table.methods.length,
    scopes: table.scopes.length,
    document:
      document === null
        ? null
        : { fetchedAt: document.fetchedAt, from: document.from, hash: document.hash, revision: document.revision, bytes: document.bytes },
    changes,
    problem: problem === null ? null : problemDto(problem),
  };
}

export function methodRowDto(table: MethodTable, method: GoogleMethod, granted: Granted): ApiMethodRowDto {
  return {
    id: method.id,
    httpMethod: method.httpMethod,
    path: `/${table.servicePath}${method.path}`,
    resource: method.id.split('.').slice(1, -1).join('.'),
    effect: effectOf(method),
    ready: isReady(method, granted),
    deprecated: method.deprecated === true,
  };
}

export function methodDto(table: MethodTable, method: GoogleMethod, granted: Granted): ApiMethodDto {
  const row = methodRowDto(table, method, granted);
  const opener = row.ready ? null : narrowestScope(method.scopes, table);
  return {
    ...row,
    description: method.description ?? null,
    scopes: method.scopes.map(scopeDto),
    opensWith: opener === null ? null : scopeDto(opener),
    parameters: parametersDto(table, method),
    body: method.request ?? null,
    schemas: method.request === undefined ? {} : reachableSchemas(table, method.request, MOST_SCHEMAS),
    pageable: isPageable(table, method),
    unsupported: unsupported(method),
  };
}

/** In the natural order of a form: path and required ones as Google orders them, then the rest by name, the global ones last. */
function parametersDto(table: MethodTable, method: GoogleMethod): readonly ApiParameterDto[] {
  const order = method.parameterOrder ?? [];
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const own = Object.entries(method.parameters)
    .filter(([name, parameter]) => isOffered(name, parameter))
    .sort(([a, one], [b, other]) => place(a) - place(b) || location(one) - location(other) || a.localeCompare(b, 'en'));
  const global = Object.entries(table.parameters).filter(([name, parameter]) => isOffered(name, parameter) && !Object.hasOwn(method.parameters, name));
  return [...own.map(([name, parameter]) => parameterDto(name, parameter, false)), ...global.map(([name, parameter]) => parameterDto(name, parameter, true))];
}

function location({ location: at }: MethodParameter): number {
  return at === 'path' ? 0 : 1;
}

function parameterDto(name: string, parameter: MethodParameter, global: boolean): ApiParameterDto {
  return {
    name,
    location: parameter.location,
    type: parameter.type,
    required: parameter.required === true || parameter.location === 'path',
    repeated: parameter.repeated === true,
    format: parameter.format ?? null,
    enum: parameter.enum ?? null,
    default: parameter.default ?? null,
    minimum: parameter.minimum ?? null,
    maximum: parameter.maximum ?? null,
    description: parameter.description ?? null,
    global,
  };
}

function unsupported(method: GoogleMethod): ProblemDto | null {
  if (method.supportsMediaUpload !== true) return null;
  return { code: 'no-upload', message: 'This method can take a file, which cannot be sent from here.', hint: 'It is called without one.' };
}
