import { calendarV3, directoryV1, groupsSettingsV1, type GoogleMethod, type MethodTable, type SchemaShape } from '../../domain/google/methods/method-table.ts';
import { json, type Reply } from '../http/reply.ts';
import type { World } from '../world.ts';

const titles: Readonly<Record<string, string>> = {
  admin: 'Admin SDK API (practice)',
  calendar: 'Calendar API (practice)',
  groupssettings: 'Groups Settings API (practice)',
};

interface Resource {
  methods?: Record<string, unknown>;
  resources?: Record<string, Resource>;
}

/** GET /discovery/v1/apis/{api}/{version}/rest: the method table in the Discovery format, with this origin as root; no prose. */
export function discovery(world: World, path: string): Reply | undefined {
  const table = [calendarV3, groupsSettingsV1, directoryV1].find((known) => path === `/discovery/v1/apis/${known.api}/${known.version}/rest`);
  return table === undefined ? undefined : json(200, documentOf(world, table), { 'cache-control': 'public, max-age=300' });
}

function documentOf(world: World, table: MethodTable): Readonly<Record<string, unknown>> {
  const rootUrl = `${world.origin}/`;
  return {
    kind: 'discovery#restDescription',
    discoveryVersion: 'v1',
    protocol: 'rest',
    id: `${table.api}:${table.version}`,
    name: table.api,
    version: table.version,
    revision: '20260101',
    title: titles[table.api] ?? table.api,
    rootUrl,
    servicePath: table.servicePath,
    basePath: `/${table.servicePath}`,
    baseUrl: rootUrl + table.servicePath,
    batchPath: table.batchPath,
    auth: { oauth2: { scopes: Object.fromEntries(table.scopes.map((scope) => [scope, {}])) } },
    parameters: table.parameters,
    resources: resourcesOf(table.methods),
    schemas: Object.fromEntries(Object.entries(table.schemas).map(([name, shape]) => [name, { id: name, ...schemaOf(shape) }])),
  };
}

/** `calendar.events.list` → resources.events.methods.list */
function resourcesOf(methods: readonly GoogleMethod[]): Record<string, Resource> {
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
      ...(method.request === undefined ? {} : { request: { $ref: method.request } }),
      ...(method.response === undefined ? {} : { response: { $ref: method.response } }),
    };
  }
  return root.resources ?? {};
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
