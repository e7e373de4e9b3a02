import type { MethodTable } from '../../domain/google/methods/method-table.ts';

/** The table as a later revision could be: a method more, another maximum, a scope that opens one method less. */
export function changedTable(table: MethodTable): MethodTable {
  const [first, ...rest] = table.methods;
  const spared = table.methods.find(({ id }) => id === 'calendar.events.list') ?? first;
  if (first === undefined || spared === undefined) return table;
  const added = { ...first, id: `${first.id.split('.')[0] ?? table.api}.practice.peek`, httpMethod: 'GET' as const, path: 'practice/peek', parameterOrder: [], parameters: {} };
  const methods = [first, ...rest].map((method) =>
    method.id === spared.id
      ? {
          ...method,
          scopes: method.scopes.filter((scope) => !scope.endsWith('/calendar.events')),
          parameters: Object.fromEntries(
            Object.entries(method.parameters).map(([name, parameter]) => [name, name === 'maxResults' ? { ...parameter, maximum: '100' } : parameter]),
          ),
        }
      : method,
  );
  return { ...table, methods: [...methods, added] };
}
