import type { GoogleMethod, MethodParameter, MethodTable, SchemaShape } from '../methods/method-table.ts';

export interface ApiChange {
  readonly kind: 'method-added' | 'method-removed' | 'method-changed' | 'method-opened' | 'method-closed' | 'scope-added' | 'scope-removed';
  /** Method id, or scope in full. */
  readonly subject: string;
  readonly detail: string;
}

/** Facts of a parameter that callers notice. */
const FACTS = ['location', 'type', 'required', 'repeated', 'format', 'enum', 'default', 'minimum', 'maximum', 'deprecated'] as const;

/** What `now` says differently from `before`: facts only, words are no change. */
export function diffTables(before: MethodTable, now: MethodTable): readonly ApiChange[] {
  const old = new Map(before.methods.map((method) => [method.id, method]));
  const fresh = new Map(now.methods.map((method) => [method.id, method]));
  return [
    ...now.methods.filter(({ id }) => !old.has(id)).map((method) => change('method-added', method.id, `${method.httpMethod} ${method.path}`)),
    ...before.methods.filter(({ id }) => !fresh.has(id)).map((method) => change('method-removed', method.id, `${method.httpMethod} ${method.path}`)),
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
    moved('path', method.path, next.path),
    moved('body', method.request, next.request),
    moved('answer', method.response, next.response),
    moved('deprecated', method.deprecated, next.deprecated),
    moved('order of the parameters', method.parameterOrder, next.parameterOrder),
    moved('subscription', method.supportsSubscription, next.supportsSubscription),
    moved('upload', method.supportsMediaUpload, next.supportsMediaUpload),
    moved('download', method.supportsMediaDownload, next.supportsMediaDownload),
    ...diffParameters(method.parameters, next.parameters),
    ...(method.request === undefined || method.request !== next.request ? [] : diffBody(before.schemas[method.request], now.schemas[method.request])),
  ].flatMap((fact) => fact ?? []);
  return [
    ...(opened.length === 0 ? [] : [change('method-opened', method.id, opened.join(', '))]),
    ...(closed.length === 0 ? [] : [change('method-closed', method.id, closed.join(', '))]),
    ...(facts.length === 0 ? [] : [change('method-changed', method.id, facts.join('; '))]),
  ];
}

type Parameters = Readonly<Record<string, MethodParameter>>;

function diffParameters(before: Parameters, now: Parameters): readonly string[] {
  return [
    ...missingFrom(Object.keys(before), Object.keys(now)).map((name) => `${name}: new`),
    ...missingFrom(Object.keys(now), Object.keys(before)).map((name) => `${name}: gone`),
    ...Object.entries(before).flatMap(([name, parameter]) => {
      const next = Object.hasOwn(now, name) ? now[name] : undefined;
      return next === undefined ? [] : FACTS.flatMap((fact) => moved(`${name}: ${fact}`, parameter[fact], next[fact]) ?? []);
    }),
  ];
}

/** First level only: what a caller writes most. */
function diffBody(before: SchemaShape | undefined, now: SchemaShape | undefined): readonly string[] {
  const old = Object.keys(before?.properties ?? {});
  const fresh = Object.keys(now?.properties ?? {});
  return [...missingFrom(old, fresh).map((name) => `body field ${name}: new`), ...missingFrom(fresh, old).map((name) => `body field ${name}: gone`)];
}

type Fact = string | boolean | readonly string[] | undefined;

function moved(what: string, from: Fact, to: Fact): string | null {
  const [before, now] = [shown(from), shown(to)];
  return before === now ? null : `${what} ${before} → ${now}`;
}

function shown(value: Fact): string {
  if (value === undefined || value === false) return 'none';
  return value === true ? 'yes' : typeof value === 'string' ? value : value.join(', ');
}

/** What `list` has and `other` lacks. */
function missingFrom(other: readonly string[], list: readonly string[]): readonly string[] {
  const known = new Set(other);
  return list.filter((one) => !known.has(one));
}

function change(kind: ApiChange['kind'], subject: string, detail: string): ApiChange {
  return { kind, subject, detail };
}
