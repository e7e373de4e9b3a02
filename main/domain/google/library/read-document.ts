import { fail, ok, type Outcome } from '../../shared/fault.ts';
import { isObject, parseJsonObject, type JsonObject } from '../../shared/guards.ts';
import type { GoogleMethod, MethodTable } from '../methods/method-table.ts';
import { plainText } from './plain-text.ts';
import { isSafePath, isScope, readMethod } from './read-method.ts';
import { entriesOf, readParameters, readShape } from './read-shape.ts';

/** Characters; the largest of Google's documents has about five million. */
export const MAX_DOCUMENT_LENGTH = 12_000_000;
const MOST_METHODS = 20_000;
const DEEPEST_RESOURCE = 20;

export interface ReadDocument {
  readonly table: MethodTable;
  /** As the document says; Groups Settings keeps an old one while its content changes. */
  readonly revision: string | null;
  /** Methods that cannot be called safely and were left out. */
  readonly leftOut: number;
  /** The document itself, for its hash. */
  readonly json: JsonObject;
}

export interface Expected {
  readonly name: string;
  readonly version: string;
  /** Whether calls may go to this root. */
  isRoot(rootUrl: string): boolean;
}

/**
 * Reads a Discovery document as the facts of a table. Whatever it holds, nothing of it is run, followed or trusted: names and paths are
 * checked, texts are cut and cleaned, references stay names. A method that could lead elsewhere is left out.
 * Faults: `document-too-large`, `document-unreadable`, `document-other-api`, `document-foreign-root`, `document-empty`.
 * https://developers.google.com/discovery/v1/reference/apis
 */
export function readDocument(text: string, expected: Expected): Outcome<ReadDocument> {
  if (text.length > MAX_DOCUMENT_LENGTH) return fail('document-too-large', 'The document of this API is larger than 12 MB, so it was not read.');
  const json = parseJsonObject(text);
  if (json === null) return fail('document-unreadable', 'What came is no document of an API.', 'Try again later; what was known before is used on.');
  const { name, version, rootUrl, servicePath } = json;
  if (name !== expected.name || version !== expected.version) {
    return fail('document-other-api', `What came is not the document of ${expected.name} ${expected.version}.`, 'Check name and version; what was known before is used on.');
  }
  if (typeof rootUrl !== 'string' || !expected.isRoot(rootUrl) || typeof servicePath !== 'string' || !isServicePath(servicePath)) {
    return fail('document-foreign-root', 'The document sends calls to a host that is not one of Google’s APIs, so it is not used.', 'What was known before is used on.');
  }
  const found = collectMethods(json);
  if (found.methods.length === 0) return fail('document-empty', 'The document of this API names no method that can be called.', null);
  const title = plainText(json['title'], 120);
  return ok({
    table: {
      api: expected.name,
      version: expected.version,
      ...(title === undefined ? {} : { title }),
      rootUrl,
      servicePath,
      batchPath: plainText(json['batchPath'], 200) ?? '',
      scopes: scopesOf(json),
      parameters: readParameters(json['parameters']),
      methods: found.methods,
      schemas: Object.fromEntries(entriesOf(json['schemas']).map(([schema, shape]) => [schema, readShape(shape)])),
    },
    revision: plainText(json['revision'], 40) ?? null,
    leftOut: found.leftOut,
    json,
  });
}

function isServicePath(path: string): boolean {
  return path === '' || (path.endsWith('/') && isSafePath(path) && !path.includes('{'));
}

function scopesOf(json: JsonObject): readonly string[] {
  const auth = json['auth'];
  const oauth2 = isObject(auth) ? auth['oauth2'] : undefined;
  const scopes = isObject(oauth2) ? oauth2['scopes'] : undefined;
  return isObject(scopes) ? Object.keys(scopes).slice(0, 2000).filter(isScope) : [];
}

/** Depth first in the order of names, each id once. */
function collectMethods(json: JsonObject): { readonly methods: readonly GoogleMethod[]; readonly leftOut: number } {
  const methods = new Map<string, GoogleMethod>();
  let leftOut = 0;
  function walk(resource: JsonObject, depth: number): void {
    for (const [, value] of entriesOf(resource['methods'], MOST_METHODS)) {
      const method = methods.size < MOST_METHODS ? readMethod(value) : undefined;
      if (method === undefined || methods.has(method.id)) leftOut += 1;
      else methods.set(method.id, method);
    }
    for (const [, child] of entriesOf(resource['resources'])) if (isObject(child) && depth < DEEPEST_RESOURCE) walk(child, depth + 1);
  }
  walk(json, 0);
  return { methods: [...methods.values()], leftOut };
}
