const scopePrefix = 'https://www.googleapis.com/auth/';

/**
 * The parts of a table that are written in another way than they are read.
 * @typedef {object} Table
 * @property {string} api
 * @property {string} version
 * @property {string} rootUrl
 * @property {string} servicePath
 * @property {string} batchPath
 * @property {readonly string[]} scopes
 * @property {Record<string, unknown>} parameters
 * @property {readonly ({ scopes: readonly string[] } & Record<string, unknown>)[]} methods
 * @property {Record<string, unknown>} schemas
 */

/** @param {string} scope */
const shortScope = (scope) => (scope.startsWith(scopePrefix) ? scope.slice(scopePrefix.length) : scope);

/**
 * The content of a table file: short scope names, no prose.
 * @param {Table} table
 */
export function factsOf(table) {
  return {
    api: table.api,
    version: table.version,
    rootUrl: table.rootUrl,
    servicePath: table.servicePath,
    batchPath: table.batchPath,
    scopePrefix,
    scopes: table.scopes.map(shortScope).sort(),
    parameters: withoutProse(table.parameters),
    methods: table.methods.map(({ scopes, request, response, supportsSubscription, supportsMediaUpload, supportsMediaDownload, ...method }) => {
      const facts = { ...withoutProse(method), scopes: scopes.map(shortScope).sort(), request, response, supportsSubscription, supportsMediaUpload, supportsMediaDownload };
      return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    }),
    schemas: withoutProse(table.schemas),
  };
}

/**
 * A property may itself be called `description`: only texts of that name are prose.
 * @template T
 * @param {T} value
 * @returns {T}
 */
function withoutProse(value) {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return /** @type {T} */ (value.map(withoutProse));
  const facts = Object.entries(value).filter(([key, one]) => key !== 'description' || typeof one !== 'string');
  return /** @type {T} */ (Object.fromEntries(facts.map(([key, one]) => [key, withoutProse(one)])));
}

/**
 * Prints short values in one line and opens long ones, two spaces a level.
 * @param {unknown} value
 * @returns {string}
 */
export function print(value, indent = '') {
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
