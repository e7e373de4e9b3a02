import type { OAuthClient } from '../domain/clients/client.ts';
import type { Authorization } from '../domain/grants/authorization.ts';
import { MISSING } from '../domain/grants/grant-faults.ts';
import { fault } from '../domain/shared/fault.ts';
import type { AuthorizationDto, TokenKind } from '../../preload/contract/authorizations.ts';
import { authorizationRefSchema, copyTokenSchema } from '../../preload/contract/authorizations.ts';
import { answer, answerDone, ask, call, failed, value, type Handlers } from './answer.ts';
import { authorizationDto, checkDto, revokePreviewDto } from './authorization-dto.ts';
import type { Services, Workspace } from './services.ts';
import { tokenPanelDto } from './token-panel-dto.ts';

type AuthorizationCalls = Pick<
  Handlers,
  | 'authorizations'
  | 'refreshAuthorization'
  | 'checkAuthorization'
  | 'revokePreview'
  | 'revokeAuthorization'
  | 'forgetAuthorization'
  | 'tokenPanel'
  | 'copyToken'
>;

const noToken = fault('no-token', 'There is no such token in this authorization.');
/** Milliseconds in which looking at the tokens of one account counts once. */
const LOOK_MS = 60_000;
const kindName: Readonly<Record<TokenKind, string>> = { access: 'access token', refresh: 'refresh token', id: 'ID token' };

/** Every authorization of the workspace as the page sees it; none while the vault is locked. */
export async function authorizationDtos(workspace: Workspace): Promise<readonly AuthorizationDto[]> {
  const list = workspace.grants.list();
  const clientOf = await clientsById(workspace, list);
  return list.map((one) => authorizationDto(one, workspace.grants.standing(one), clientOf(one), workspace.timeBoxes.get(one.id)));
}

/** Reads the clients once; a client that was removed is null. */
export async function clientsById(workspace: Workspace, of: readonly Authorization[]): Promise<(one: Authorization) => OAuthClient | null> {
  const clients = of.length === 0 ? [] : await workspace.clients.list();
  const byId = new Map(clients.map((client) => [client.id, client]));
  return (one) => byId.get(one.clientRef) ?? null;
}

export function authorizationCalls(services: Services): AuthorizationCalls {
  return {
    authorizations: ask(async () => value(await authorizationDtos(await services.workspace()))),
    refreshAuthorization: call(authorizationRefSchema, async ({ id }) => {
      const workspace = await services.workspace();
      const refreshed = await workspace.grants.refreshNow(id);
      if (!refreshed.ok) return failed(refreshed.error);
      const client = await workspace.clients.byId(refreshed.value.clientRef);
      return value(authorizationDto(refreshed.value, workspace.grants.standing(refreshed.value), client, workspace.timeBoxes.get(id)));
    }),
    checkAuthorization: call(authorizationRefSchema, async ({ id }) =>
      answer(await (await services.workspace()).grants.check(id), checkDto),
    ),
    revokePreview: call(authorizationRefSchema, async ({ id }) => {
      const workspace = await services.workspace();
      const dying = workspace.grants.revokePreview(id);
      return value(revokePreviewDto(dying, await clientsById(workspace, dying)));
    }),
    revokeAuthorization: call(authorizationRefSchema, async ({ id }) =>
      answer(await (await services.workspace()).grants.revoke(id), ({ alreadyRevoked, marked }) => ({ alreadyRevoked, marked })),
    ),
    forgetAuthorization: call(authorizationRefSchema, async ({ id }) => answerDone(await (await services.workspace()).grants.forget(id))),
    tokenPanel: call(authorizationRefSchema, async ({ id }) => {
      const { grants, activity } = await services.workspace();
      const authorization = grants.get(id);
      if (authorization === null) return failed(MISSING);
      // The page asks again whenever a token may have changed: that is one look, not many.
      activity.recordAtMost({ account: authorization.email, what: 'reveal token panel', outcome: 'ok', detail: 'Concealed: six characters at most.' }, LOOK_MS);
      return value(tokenPanelDto(authorization));
    }),
    copyToken: call(copyTokenSchema, async ({ id, kind }) => {
      const { grants, activity } = await services.workspace();
      const tokens = grants.tokens(id);
      const token = tokens?.[kind] ?? null;
      if (token === null) return failed(tokens === null ? MISSING : noToken);
      const clearsAt = await services.copySecret(token);
      activity.record({ account: grants.get(id)?.email ?? null, what: `copy ${kindName[kind]}`, outcome: 'ok', detail: null });
      return value({ clearsAt });
    }),
  };
}
