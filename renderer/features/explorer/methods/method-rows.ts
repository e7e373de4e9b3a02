import type { ApiMethodRowDto } from '../../../../preload/contract/apis.ts';

/** A line of the list: a resource's heading, or a method. */
export type MethodListRow =
  | { readonly kind: 'resource'; readonly resource: string; readonly methods: number }
  | { readonly kind: 'method'; readonly method: ApiMethodRowDto };

/** Methods whose id or path holds every word. */
export function matching(methods: readonly ApiMethodRowDto[], search: string): readonly ApiMethodRowDto[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return methods;
  return methods.filter(({ id, path, httpMethod }) => {
    const text = `${id} ${path} ${httpMethod}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The list under headings of resources, in the order the API lists them. */
export function rowsOf(methods: readonly ApiMethodRowDto[]): readonly MethodListRow[] {
  const byResource = new Map<string, ApiMethodRowDto[]>();
  for (const method of methods) {
    const group = byResource.get(method.resource);
    if (group === undefined) byResource.set(method.resource, [method]);
    else group.push(method);
  }
  return [...byResource].flatMap(([resource, group]) => [
    { kind: 'resource' as const, resource, methods: group.length },
    ...group.map((method) => ({ kind: 'method' as const, method })),
  ]);
}

/** `list` of `calendar.events.list`. */
export function shortName({ id }: Pick<ApiMethodRowDto, 'id'>): string {
  return id.slice(id.lastIndexOf('.') + 1);
}
