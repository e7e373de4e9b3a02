import { isObject } from '../../shared/guards.ts';
import type { GoogleMethod } from '../methods/method-table.ts';
import { defined, flag, prose, readParameters, text, words } from './read-shape.ts';

const VERBS: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const ID = /^[A-Za-z][\w.-]{0,250}$/;
/** Literals and `{name}` or `{+name}`; no host, no query, no step upwards, nothing that another reader could take for one. */
const PATH = /^(?:[A-Za-z0-9._~$:@-]|\/(?!\/)|\{\+?\w{1,80}\})*$/;

/** Scopes that open one method; Google's have up to a dozen or so. */
const MOST_SCOPES = 100;

/** A scope as a document names one: an address, or one of the three names of OpenID Connect. */
export function isScope(text: string): boolean {
  return /^(?:openid|email|profile|https:\/\/[\x21\x23-\x5b\x5d-\x7e]{1,480})$/.test(text);
}

/**
 * Undefined for a method that cannot be called safely: a strange verb or name, a path that leads elsewhere or does not
 * name exactly the parameters that are declared for it.
 */
export function readMethod(value: unknown): GoogleMethod | undefined {
  if (!isObject(value)) return undefined;
  const { id, httpMethod, path } = value;
  if (typeof id !== 'string' || !ID.test(id) || typeof httpMethod !== 'string' || !VERBS.includes(httpMethod)) return undefined;
  if (typeof path !== 'string' || !isSafePath(path)) return undefined;
  const parameters = readParameters(value['parameters']);
  const named = [...path.matchAll(/\{\+?(\w+)\}/g)].map(([, name]) => name ?? '');
  if (!named.every((name) => Object.hasOwn(parameters, name) && parameters[name]?.location === 'path')) return undefined;
  if (Object.entries(parameters).some(([name, { location }]) => location === 'path' && !named.includes(name))) return undefined;
  const order = words(value['parameterOrder'])?.filter((name) => Object.hasOwn(parameters, name));
  return defined({
    id,
    httpMethod: httpMethod as GoogleMethod['httpMethod'],
    path,
    ...(order === undefined ? {} : { parameterOrder: order }),
    parameters,
    scopes: [...new Set(words(value['scopes']) ?? [])].filter(isScope).slice(0, MOST_SCOPES),
    ...text('request', reference(value['request'])),
    ...text('response', reference(value['response'])),
    ...flag('supportsSubscription', value['supportsSubscription']),
    ...flag('supportsMediaUpload', value['supportsMediaUpload']),
    ...flag('supportsMediaDownload', value['supportsMediaDownload']),
    ...flag('deprecated', value['deprecated']),
    ...prose(value['description']),
  });
}

/** Relative, below the API's own path. */
export function isSafePath(path: string): boolean {
  return path.length <= 1000 && PATH.test(path) && !path.startsWith('/') && !path.split('/').some((segment) => segment === '.' || segment === '..');
}

function reference(value: unknown): unknown {
  return isObject(value) ? value['$ref'] : undefined;
}
