import { calendarV3, directoryV1, groupsSettingsV1, type MethodTable } from '../domain/google/methods/method-table.ts';
import { answerApi, matchMethod, type ApiHandler } from './api/gate.ts';
import { authorize } from './auth/authorize.ts';
import { answerConsent, answerWarning, chooseAccount, showAccounts, showConsent, showError, showRejected, showWarning } from './auth/page-routes.ts';
import { calendarHandlers } from './calendar/handlers.ts';
import { control } from './control/control.ts';
import { discovery } from './discovery/discovery.ts';
import { directoryHandlers } from './groups/directory.ts';
import { groupsHandlers } from './groups/groups.ts';
import type { Call } from './http/call.ts';
import { empty, json, type Reply } from './http/reply.ts';
import { tokeninfoV2, userinfoV2 } from './identity/oauth2-v2.ts';
import { openidConfiguration } from './identity/openid-configuration.ts';
import { tokeninfo } from './identity/tokeninfo.ts';
import { userinfo } from './identity/userinfo.ts';
import { revoke } from './token/revoke.ts';
import { tokenEndpoint } from './token/token-endpoint.ts';
import type { World } from './world.ts';

type Endpoint = (world: World, call: Call) => Reply | Promise<Reply>;

const certs: Endpoint = (world) => json(200, world.signingKey.jwks(), { 'cache-control': 'public, max-age=300' });

/** Every fixed address, by path and method. */
const endpoints: Readonly<Record<string, Readonly<Record<string, Endpoint>>>> = {
  '/.well-known/openid-configuration': { GET: openidConfiguration },
  '/o/oauth2/v2/auth': { GET: authorize },
  '/v3/signin/accountchooser': { GET: showAccounts, POST: chooseAccount },
  '/v3/signin/rejected': { GET: showRejected },
  '/signin/oauth/warning': { GET: showWarning, POST: answerWarning },
  '/signin/oauth/consent': { GET: showConsent, POST: answerConsent },
  '/signin/oauth/error': { GET: showError },
  '/token': { POST: tokenEndpoint },
  '/revoke': { POST: revoke },
  '/tokeninfo': { GET: tokeninfo, POST: tokeninfo },
  '/v1/userinfo': { GET: userinfo, POST: userinfo },
  '/oauth2/v2/tokeninfo': { POST: tokeninfoV2 },
  '/oauth2/v2/userinfo': { GET: userinfoV2 },
  '/userinfo/v2/me': { GET: userinfoV2 },
  '/oauth2/v3/certs': { GET: certs },
};

const apis: readonly { readonly table: MethodTable; readonly handlers: Readonly<Record<string, ApiHandler>> }[] = [
  { table: calendarV3, handlers: calendarHandlers },
  { table: groupsSettingsV1, handlers: groupsHandlers },
  { table: directoryV1, handlers: directoryHandlers },
];

export interface Routed {
  readonly reply: Reply;
  /** What the request is counted under: `POST /token` or `calendar.events.list`. */
  readonly endpoint: string;
}

/** Finds who answers a call and lets them. */
export async function route(world: World, call: Call): Promise<Routed> {
  const { method, path } = call;
  if (path.startsWith('/__control/')) return { reply: control(world, call), endpoint: 'control' };
  for (const { table, handlers } of apis) {
    const prefix = `/${table.servicePath}`;
    if (!path.startsWith(prefix)) continue;
    const found = matchMethod(table, method, path.slice(prefix.length));
    return { reply: answerApi(world, call, table, handlers, found), endpoint: found?.method.id ?? `${method} ${prefix}` };
  }
  const document = method === 'GET' ? discovery(world, path) : undefined;
  if (document !== undefined) return { reply: document, endpoint: 'discovery' };
  const byMethod = Object.hasOwn(endpoints, path) ? endpoints[path] : undefined;
  if (byMethod === undefined) return { reply: json(404, { error: 'not_found' }), endpoint: 'unknown' };
  const endpoint = Object.hasOwn(byMethod, method) ? byMethod[method] : undefined;
  if (endpoint === undefined) return { reply: empty(405, { allow: Object.keys(byMethod).join(', ') }), endpoint: `${method} ${path}` };
  return { reply: await endpoint(world, call), endpoint: `${method} ${path}` };
}
