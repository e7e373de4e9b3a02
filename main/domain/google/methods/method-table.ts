import calendarFacts from './calendar.v3.json' with { type: 'json' };
import directoryFacts from './directory.v1.json' with { type: 'json' };
import groupsSettingsFacts from './groupssettings.v1.json' with { type: 'json' };

/** One parameter of a method. `default`, `minimum` and `maximum` are strings, as on the wire of the Discovery format. */
export interface MethodParameter {
  readonly location: 'path' | 'query';
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly required?: boolean;
  /** Sent as key=a&key=b, never comma-joined. */
  readonly repeated?: boolean;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly default?: string;
  readonly minimum?: string;
  readonly maximum?: string;
  readonly deprecated?: boolean;
  /** Google's own words; only out of a fetched document, never shipped. */
  readonly description?: string;
}

/** A piece of a schema. `$ref` is a bare schema name; graphs may be cyclic, so expand lazily. */
export interface SchemaShape {
  readonly type?: string;
  readonly $ref?: string;
  readonly format?: string;
  readonly default?: string;
  readonly enum?: readonly string[];
  readonly readOnly?: boolean;
  readonly description?: string;
  /** Ids of the methods for which this property is mandatory in the body. */
  readonly requiredBy?: readonly string[];
  readonly items?: SchemaShape;
  readonly additionalProperties?: SchemaShape;
  readonly properties?: Readonly<Record<string, SchemaShape>>;
}

export interface GoogleMethod {
  readonly id: string;
  readonly httpMethod: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** RFC 6570 template, relative to rootUrl + servicePath; every value is one percent-encoded segment. */
  readonly path: string;
  /** Required parameters, path and query, in the natural order of a form. */
  readonly parameterOrder?: readonly string[];
  readonly parameters: Readonly<Record<string, MethodParameter>>;
  /** Full scope URLs; any ONE of them is enough. */
  readonly scopes: readonly string[];
  /** Schema name of the body. */
  readonly request?: string;
  /** Schema name of the answer; absent means an empty answer: do not parse it. */
  readonly response?: string;
  readonly supportsSubscription?: boolean;
  readonly supportsMediaUpload?: boolean;
  readonly supportsMediaDownload?: boolean;
  readonly deprecated?: boolean;
  readonly description?: string;
}

export interface MethodTable {
  readonly api: string;
  readonly version: string;
  /** Out of a fetched document. */
  readonly title?: string;
  readonly rootUrl: string;
  readonly servicePath: string;
  readonly batchPath: string;
  /** Full scope URLs the API knows. */
  readonly scopes: readonly string[];
  /** Parameters every method takes (alt, fields, prettyPrint, …). */
  readonly parameters: Readonly<Record<string, MethodParameter>>;
  readonly methods: readonly GoogleMethod[];
  readonly schemas: Readonly<Record<string, SchemaShape>>;
}

/** The files hold short scope names to stay readable. */
export type TableFile = MethodTable & { readonly scopePrefix: string };

export function openTable(file: TableFile): MethodTable {
  const fullScope = (scope: string): string => (scope.includes('://') ? scope : file.scopePrefix + scope);
  return {
    api: file.api,
    version: file.version,
    rootUrl: file.rootUrl,
    servicePath: file.servicePath,
    batchPath: file.batchPath,
    scopes: file.scopes.map(fullScope),
    parameters: file.parameters,
    methods: file.methods.map((method) => ({ ...method, scopes: method.scopes.map(fullScope) })),
    schemas: file.schemas,
  };
}

/** Google Calendar API v3, made from its Discovery document. https://developers.google.com/workspace/calendar/api/v3/reference */
export const calendarV3: MethodTable = openTable(calendarFacts as unknown as TableFile);

/**
 * Groups Settings API v1. `alt` defaults to `atom`: always send alt=json. The schema says `default_sender`, the wire says `defaultSender`.
 * https://developers.google.com/workspace/admin/groups-settings/v1/reference/groups
 */
export const groupsSettingsV1: MethodTable = openTable(groupsSettingsFacts as unknown as TableFile);

/**
 * The one method of the Directory API that is used: finding groups. https://developers.google.com/workspace/admin/directory/reference/rest/v1/groups/list
 */
export const directoryV1: MethodTable = openTable(directoryFacts as unknown as TableFile);

/** The method with this id (`calendar.events.list`), or undefined when the table has none. */
export function findMethod(table: MethodTable, id: string): GoogleMethod | undefined {
  return table.methods.find((method) => method.id === id);
}
