import type { ApiLibrary, KnownApi } from '../google/library/api-library.ts';
import type { GoogleMethod, MethodTable } from '../google/methods/method-table.ts';
import { fail, ok, type Outcome } from '../shared/fault.ts';

export interface FoundMethod {
  readonly apiId: string;
  readonly table: MethodTable;
  readonly method: GoogleMethod;
}

/**
 * @param api `calendar`, or `calendar:v3` where several versions are known
 * @param name `events.list` or `calendar.events.list`
 * Faults: `api-unknown`, `method-unknown`.
 */
export function findMethodOf(apis: Pick<ApiLibrary, 'apis'>, api: string, name: string): Outcome<FoundMethod> {
  const known = apis.apis();
  const found = known.filter(({ id }) => id === api || id.split(':', 1)[0] === api);
  const [first, ...others] = found;
  if (first === undefined) return fail('api-unknown', `The API ${api} is not known here.`, `Known: ${ids(known)}. Add another in Grantdesk: API Explorer.`);
  if (others.length > 0) return fail('api-unknown', `Several versions of ${api} are known here.`, `Write one of: ${ids(found)}.`);
  const { table } = first;
  const method = table.methods.find(({ id }) => id === name || inside(id) === name);
  if (method !== undefined) return ok({ apiId: first.id, table, method });
  const [resource = ''] = name.split('.', 1);
  const near = table.methods.map(({ id }) => inside(id)).filter((id) => id.startsWith(`${resource}.`));
  return fail('method-unknown', `${first.id} has no method ${name}.`, near.length > 0 ? `It has: ${near.join(', ')}.` : 'Look it up in Grantdesk: API Explorer.');
}

/** Without the API's name in front, which need not be that of its id: `groupsSettings.groups.get`. */
function inside(methodId: string): string {
  return methodId.slice(methodId.indexOf('.') + 1);
}

function ids(apis: readonly KnownApi[]): string {
  return apis.map(({ id }) => id).join(', ');
}
