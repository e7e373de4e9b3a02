import type { GoogleMethod, MethodTable } from '../methods/method-table.ts';
import { diffNamed, missingFrom, moved } from './diff-facts.ts';
import { diffSchemas } from './diff-schemas.ts';

export interface ApiChange {
  readonly kind: 'method-added' | 'method-removed' | 'method-changed' | 'method-opened' | 'method-closed' | 'scope-added' | 'scope-removed';
  /** Method id, or scope in full. */
  readonly subject: string;
  readonly detail: string;
}

/** Facts of a parameter that callers notice. */
const FACTS = ['location', 'type', 'required', 'repeated', 'format', 'enum', 'default', 'minimum', 'maximum', 'deprecated'] as const;
/** Facts named in one line; a document that was turned upside down has thousands. */
const MOST_FACTS = 40;

/**
 * What `now` says differently from `before`: facts only, words are no change. The parameters that every method takes are left out: they
 * belong to the address a document was fetched from, not to the API.
 */
export function diffTables(before: MethodTable, now: MethodTable): readonly ApiChange[] {
  const old = new Map(before.methods.map((method) => [method.id, method]));
  const fresh = new Map(now.methods.map((method) => [method.id, method]));
  return [
    ...now.methods.filter(({ id }) => !old.has(id)).map((method) => change('method-added', method.id, `${method.httpMethod} ${pathOf(now, method)}`)),
    ...before.methods.filter(({ id }) => !fresh.has(id)).map((method) => change('method-removed', method.id, `${method.httpMethod} ${pathOf(before, method)}`)),
    ...before.methods.flatMap((method) => {
      const next = fresh.get(method.id);
      return next === undefined ? [] : diffMethod(method, next, before, now);
    }),
    ...missingFrom(before.scopes, now.scopes).map((scope) => change('scope-added', scope, 'The API knows this scope now.')),
    ...missingFrom(now.scopes, before.scopes).map((scope) => change('scope-removed', scope, 'The API no longer names this scope.')),
  ];
}

function diffMethod(method: GoogleMethod, next: GoogleMethod, before: MethodTable, now: MethodTable): readonly ApiChange[] {
  const opened = missingFrom(method.scopes, next.scopes);
  const closed = missingFrom(next.scopes, method.scopes);
  const facts = [
    moved('verb', method.httpMethod, next.httpMethod),
    moved('host', hostOf(before), hostOf(now) ?? hostOf(before)),
    moved('path', pathOf(before, method), pathOf(now, next)),
    moved('body', method.request, next.request),
    moved('answer', method.response, next.response),
    moved('deprecated', method.deprecated, next.deprecated),
    moved('order of the parameters', method.parameterOrder, next.parameterOrder),
    moved('subscription', method.supportsSubscription, next.supportsSubscription),
    moved('upload', method.supportsMediaUpload, next.supportsMediaUpload),
    moved('download', method.supportsMediaDownload, next.supportsMediaDownload),
    ...diffNamed(method.parameters, next.parameters, (name) => name, (name, from, to) => FACTS.flatMap((fact) => moved(`${name}: ${fact}`, from[fact], to[fact]) ?? [])),
    ...schemaFacts(method, next, before, now),
  ].flatMap((fact) => fact ?? []);
  return [
    ...(opened.length === 0 ? [] : [change('method-opened', method.id, opened.join(', '))]),
    ...(closed.length === 0 ? [] : [change('method-closed', method.id, closed.join(', '))]),
    ...(facts.length === 0 ? [] : [change('method-changed', method.id, listed(facts))]),
  ];
}

/** Body and answer often share schemas: each fact once. */
function schemaFacts(method: GoogleMethod, next: GoogleMethod, before: MethodTable, now: MethodTable): readonly string[] {
  const starts = [method.request === next.request ? method.request : undefined, method.response === next.response ? method.response : undefined];
  return [...new Set(starts.flatMap((start) => (start === undefined ? [] : diffSchemas(before, now, start))))];
}

function pathOf({ servicePath }: MethodTable, { path }: GoogleMethod): string {
  return servicePath + path;
}

/** Undefined for a stand-in: that everything is there is no change of the API. */
function hostOf({ rootUrl }: MethodTable): string | undefined {
  return rootUrl.startsWith('https://') ? rootUrl.slice('https://'.length).replace(/\/$/, '') : undefined;
}

function listed(facts: readonly string[]): string {
  const more = facts.length - MOST_FACTS;
  return more > 0 ? `${facts.slice(0, MOST_FACTS).join('; ')}; and ${more} more` : facts.join('; ');
}

function change(kind: ApiChange['kind'], subject: string, detail: string): ApiChange {
  return { kind, subject, detail };
}
