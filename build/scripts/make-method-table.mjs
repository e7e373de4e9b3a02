#!/usr/bin/env node
/**
 * Makes a method table out of a Google Discovery document: facts only (ids, paths, parameters, scopes, shapes), none of its prose.
 * Usage: node build/scripts/make-method-table.mjs <discovery.json> <out.json>
 * The layout keeps one parameter, one property and one short method part per line, so that a new Discovery revision gives a readable diff.
 * https://developers.google.com/discovery/v1/reference/apis
 */
import { readFileSync, writeFileSync } from 'node:fs';

const scopePrefix = 'https://www.googleapis.com/auth/';

/** The documents set no `deprecated` flag here; only their prose says so. */
const deprecatedParameters = new Set(['sendNotifications', 'alwaysIncludeEmail', 'userIp']);

const defined = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

const sortedEntries = (object) => Object.entries(object ?? {}).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

function parameterFacts(name, source) {
  return defined({
    location: source.location,
    type: source.type,
    required: source.required === true ? true : undefined,
    repeated: source.repeated === true ? true : undefined,
    format: source.format,
    enum: source.enum,
    default: source.default,
    minimum: source.minimum,
    maximum: source.maximum,
    deprecated: source.deprecated === true || deprecatedParameters.has(name) ? true : undefined,
  });
}

function parametersFacts(parameters) {
  return Object.fromEntries(sortedEntries(parameters).map(([name, source]) => [name, parameterFacts(name, source)]));
}

function methodFacts(source) {
  return defined({
    id: source.id,
    httpMethod: source.httpMethod,
    path: source.path,
    parameterOrder: source.parameterOrder,
    parameters: parametersFacts(source.parameters),
    scopes: (source.scopes ?? []).map(shortScope).sort(),
    request: source.request?.$ref,
    response: source.response?.$ref,
    supportsSubscription: source.supportsSubscription === true ? true : undefined,
    supportsMediaUpload: source.supportsMediaUpload === true ? true : undefined,
    supportsMediaDownload: source.supportsMediaDownload === true ? true : undefined,
  });
}

function shapeFacts(source) {
  return defined({
    type: source.type,
    $ref: source.$ref,
    format: source.format,
    default: source.default,
    requiredBy: source.annotations?.required,
    items: source.items === undefined ? undefined : shapeFacts(source.items),
    additionalProperties: source.additionalProperties === undefined ? undefined : shapeFacts(source.additionalProperties),
    properties:
      source.properties === undefined
        ? undefined
        : Object.fromEntries(sortedEntries(source.properties).map(([name, property]) => [name, shapeFacts(property)])),
  });
}

function shortScope(scope) {
  return scope.startsWith(scopePrefix) ? scope.slice(scopePrefix.length) : scope;
}

function collectMethods(resource, found) {
  for (const [, method] of sortedEntries(resource.methods)) found.push(methodFacts(method));
  for (const [, child] of sortedEntries(resource.resources)) collectMethods(child, found);
  return found;
}

/** Prints short values in one line and opens long ones, two spaces a level. */
function print(value, indent = '') {
  const line = oneLine(value);
  if (value === null || typeof value !== 'object' || indent.length + line.length <= 120) return line;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => inner + print(item, inner))
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${print(item, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

function oneLine(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  const parts = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

const [input, output] = process.argv.slice(2);
if (input === undefined || output === undefined) {
  console.error('usage: make-method-table.mjs <discovery.json> <out.json>');
  process.exit(2);
}
const source = JSON.parse(readFileSync(input, 'utf8'));
const table = {
  api: source.name,
  version: source.version,
  rootUrl: source.rootUrl,
  servicePath: source.servicePath,
  batchPath: source.batchPath,
  scopePrefix,
  scopes: Object.keys(source.auth?.oauth2?.scopes ?? {}).map(shortScope).sort(),
  parameters: parametersFacts(source.parameters),
  methods: collectMethods(source, []),
  schemas: Object.fromEntries(sortedEntries(source.schemas).map(([name, schema]) => [name, shapeFacts(schema)])),
};
writeFileSync(output, `${print(table)}\n`);
console.log(`${table.methods.length} methods, ${Object.keys(table.schemas).length} schemas`);
