import type { GoogleMethod, MethodParameter, MethodTable, SchemaShape } from '../../domain/google/methods/method-table.ts';
import type { World } from '../world.ts';
import { titleOf } from './tables.ts';
import { parameterWords } from './words.ts';

interface Resource {
  methods?: Record<string, unknown>;
  resources?: Record<string, Resource>;
}

/** A table in the Discovery format, with this origin as root, and a few words of ours where people look first. */
export function documentOf(world: World, table: MethodTable): Readonly<Record<string, unknown>> {
  const rootUrl = `${world.origin}/`;
  return {
    kind: 'discovery#restDescription',
    discoveryVersion: 'v1',
    protocol: 'rest',
    id: `${table.api}:${table.version}`,
    name: table.api,
    version: table.version,
    revision: '20260101',
    title: titleOf(table),
    rootUrl,
    servicePath: table.servicePath,
    basePath: `/${table.servicePath}`,
    baseUrl: rootUrl + table.servicePath,
    batchPath: table.batchPath,
    auth: { oauth2: { scopes: Object.fromEntries(table.scopes.map((scope) => [scope, {}])) } },
    parameters: described(table.parameters),
    ...resourcesOf(table.methods),
    schemas: Object.fromEntries(Object.entries(table.schemas).map(([name, shape]) => [name, { id: name, ...schemaOf(shape) }])),
  };
}

function described(parameters: Readonly<Record<string, MethodParameter>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => {
      const description = parameterWords[name];
      return [name, description === undefined ? parameter : { ...parameter, description }];
    }),
  );
}

/** `calendar.events.list` → resources.events.methods.list */
function resourcesOf(methods: readonly GoogleMethod[]): Resource {
  const root: Resource = {};
  for (const method of methods) {
    const parts = method.id.split('.').slice(1);
    const name = parts.pop() ?? method.id;
    let resource = root;
    for (const part of parts) {
      resource.resources ??= {};
      resource = resource.resources[part] ??= {};
    }
    resource.methods ??= {};
    resource.methods[name] = {
      ...method,
      parameters: described(method.parameters),
      ...(method.request === undefined ? {} : { request: { $ref: method.request } }),
      ...(method.response === undefined ? {} : { response: { $ref: method.response } }),
    };
  }
  return root;
}

function schemaOf(shape: SchemaShape): Readonly<Record<string, unknown>> {
  const { requiredBy, items, additionalProperties, properties, ...rest } = shape;
  return {
    ...rest,
    ...(requiredBy === undefined ? {} : { annotations: { required: requiredBy } }),
    ...(items === undefined ? {} : { items: schemaOf(items) }),
    ...(additionalProperties === undefined ? {} : { additionalProperties: schemaOf(additionalProperties) }),
    ...(properties === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, schemaOf(property)])) }),
  };
}
