#!/usr/bin/env node
/**
 * Makes a method table out of a Google Discovery document: facts only (ids, paths, parameters, scopes, shapes), none of its prose.
 * Usage: node build/scripts/make-method-table.mjs <discovery.json> <out.json>
 * The layout keeps one parameter, one property and one short method part per line, so that a new Discovery revision gives a readable diff.
 * https://developers.google.com/discovery/v1/reference/apis
 */
import { readFileSync, writeFileSync } from 'node:fs';

const scopePrefix = 'https://www.googleapis.com/auth/';

/**
 * The parts of a Discovery document that are read; a parameter, a schema and the document itself overlap widely.
 * @typedef {object} Source
 * @property {string} [name]
 * @property {string} [id]
 * @property {string} [version]
 * @property {string} [rootUrl]
 * @property {string} [servicePath]
 * @property {string} [batchPath]
 * @property {string} [path]
 * @property {string} [httpMethod]
 * @property {string} [location]
 * @property {string} [type]
 * @property {string} [$ref]
 * @property {string} [format]
 * @property {string} [default]
 * @property {string} [minimum]
 * @property {string} [maximum]
 * @property {string[]} [enum]
 * @property {string[]} [parameterOrder]
 * @property {string[]} [scopes]
 * @property {boolean} [required]
 * @property {boolean} [repeated]
 * @property {boolean} [deprecated]
 * @property {boolean} [supportsSubscription]
 * @property {boolean} [supportsMediaUpload]
 * @property {boolean} [supportsMediaDownload]
 * @property {{ required?: string[] }} [annotations]
 * @property {{ oauth2?: { scopes?: Record<string, unknown> } }} [auth]
 * @property {Source} [request]
 * @property {Source} [response]
 * @property {Source} [items]
 * @property {Source} [additionalProperties]
 * @property {Record<string, Source>} [parameters]
 * @property {Record<string, Source>} [properties]
 * @property {Record<string, Source>} [schemas]
 * @property {Record<string, Source>} [methods]
 * @property {Record<string, Source>} [resources]
 */

/** The documents set no `deprecated` flag here; only their prose says so. */
const deprecatedParameters = new Set(['sendNotifications', 'alwaysIncludeEmail', 'userIp']);

/** @param {Record<string, unknown>} object */
const defined = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** @param {Record<string, Source> | undefined} object */
const sortedEntries = (object) => Object.entries(object ?? {}).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/**
 * @param {string} name
 * @param {Source} source
 */
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

/** @param {Record<string, Source> | undefined} parameters */
function parametersFacts(parameters) {
  return Object.fromEntries(sortedEntries(parameters).map(([name, source]) => [name, parameterFacts(name, source)]));
}

/** @param {Source} source */
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

/**
 * @param {Source} source
 * @returns {Record<string, unknown>}
 */
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

/** @param {string} scope */
function shortScope(scope) {
  return scope.startsWith(scopePrefix) ? scope.slice(scopePrefix.length) : scope;
}

/**
 * @param {Source} resource
 * @param {Record<string, unknown>[]} found
 */
function collectMethods(resource, found) {
  for (const [, method] of sortedEntries(resource.methods)) found.push(methodFacts(method));
  for (const [, child] of sortedEntries(resource.resources)) collectMethods(child, found);
  return found;
}

/**
 * Prints short values in one line and opens long ones, two spaces a level.
 * @param {unknown} value
 * @returns {string}
 */
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

/**
 * @param {unknown} value
 * @returns {string}
 */
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
/** @type {Source} */
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
