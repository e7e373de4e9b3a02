import type { TokenAsk } from '../explorer/snippets/curl.ts';
import type { MethodRef } from '../explorer/explorer.ts';
import type { ApiLibrary } from '../google/library/api-library.ts';
import { findMethod } from '../google/methods/method-table.ts';
import type { GrantService } from '../grants/grant-service.ts';
import { narrowestScope } from '../scopes/narrowest.ts';
import { shortName, within } from './ceiling.ts';

/** How code asks the command for the token of one call: for the narrowest scope that was granted and is enough. Null without an account. */
export function tokenAsk(
  command: string,
  { grants, apis }: { readonly grants: Pick<GrantService, 'get'>; readonly apis: Pick<ApiLibrary, 'find'> },
  { authorizationId, apiId, methodId }: MethodRef & { readonly authorizationId: string },
): TokenAsk | null {
  const authorization = grants.get(authorizationId);
  if (authorization === null) return null;
  const table = apis.find(apiId)?.table;
  const method = table === undefined ? undefined : findMethod(table, methodId);
  const scope = table === undefined || method === undefined ? null : narrowestScope(within(authorization.granted, method.scopes), table);
  return { command, account: authorization.email, scope: scope === null ? null : shortName(scope) };
}
