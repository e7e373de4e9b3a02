import { changesOf, type ApiFacts } from '../domain/google/library/api-library.ts';
import { findMethod } from '../domain/google/methods/method-table.ts';
import { grantedOf, isReady, type Granted } from '../domain/insight/ready.ts';
import { fault } from '../domain/shared/fault.ts';
import {
  apiDirectorySchema,
  apiMethodSchema,
  apiMethodsSchema,
  apiRefSchema,
  fetchApiSchema,
  type ApiChangesDto,
  type ApiDto,
} from '../../preload/contract/apis.ts';
import { answer, answerDone, ask, call, failed, value, type Handlers } from './answer.ts';
import { apiDto, methodDto, methodRowDto } from './api-dto.ts';
import { labelOf } from './client-label.ts';
import type { Services, Workspace } from './services.ts';

type ApiCalls = Pick<Handlers, 'apis' | 'apiChanges' | 'apiDirectory' | 'fetchApi' | 'removeApi' | 'apiMethods' | 'apiMethod'>;

const NO_API = fault('api-missing', 'This API is not known here.', 'Add it by its name and version.');
const NO_METHOD = fault('method-missing', 'This API has no such method.', 'Choose another one.');

/** Every known API as the page sees it. */
export function apiDtos({ apis }: Pick<Workspace, 'apis'>): readonly ApiDto[] {
  return apis.apis().map((api) => apiDto(api, changesOf(api).length));
}

/** APIs, their documents and their methods. */
export function apiCalls(services: Services): ApiCalls {
  return {
    apis: ask(async () => value(apiDtos(await services.workspace()))),
    apiChanges: call(apiRefSchema, async ({ apiId }) => {
      const workspace = await services.workspace();
      const api = workspace.apis.find(apiId);
      return api === null ? failed(NO_API) : value(await changesDto(workspace, api));
    }),
    apiDirectory: call(apiDirectorySchema, async ({ callId }) => {
      const { apis } = await services.workspace();
      const known = new Set(apis.apis().map(({ id }) => id));
      return answer(await apis.directory(callId), (listings) => listings.map((one) => ({ ...one, known: known.has(one.id) })));
    }),
    fetchApi: call(fetchApiSchema, async ({ name, version, callId }) => {
      const { apis } = await services.workspace();
      return answer(await apis.fetch(name, version, callId), (api) => apiDto(api, changesOf(api).length));
    }),
    removeApi: call(apiRefSchema, async ({ apiId }) => answerDone(await (await services.workspace()).apis.remove(apiId))),
    apiMethods: call(apiMethodsSchema, async ({ apiId, authorizationId }) => {
      const workspace = await services.workspace();
      const api = workspace.apis.find(apiId);
      if (api === null) return failed(NO_API);
      const granted = grantOf(workspace, authorizationId);
      return value(api.table.methods.map((method) => methodRowDto(api.table, method, granted)));
    }),
    apiMethod: call(apiMethodSchema, async ({ apiId, methodId, authorizationId }) => {
      const workspace = await services.workspace();
      const api = workspace.apis.find(apiId);
      if (api === null) return failed(NO_API);
      const method = findMethod(api.table, methodId);
      return method === undefined ? failed(NO_METHOD) : value(methodDto(api.table, method, grantOf(workspace, authorizationId)));
    }),
  };
}

function grantOf({ grants }: Workspace, authorizationId: string | null): Granted {
  return grantedOf(authorizationId === null ? [] : (grants.get(authorizationId)?.granted ?? []));
}

/** What changed, and which stored grants can do more or less because of it. */
async function changesDto(workspace: Workspace, api: ApiFacts): Promise<ApiChangesDto> {
  if (api.shipped === null || api.document === null) return { changes: [], touched: [] };
  const clients = new Map((await workspace.clients.list()).map((client) => [client.id, client]));
  const before = api.shipped.methods;
  const now = api.document.table.methods;
  const touched = workspace.grants.list().flatMap((one) => {
    const granted = grantedOf(one.granted);
    const open = (methods: typeof now): readonly string[] => methods.filter((method) => isReady(method, granted)).map(({ id }) => id);
    const [then, today] = [new Set(open(before)), new Set(open(now))];
    const gains = [...today].filter((id) => !then.has(id));
    const loses = [...then].filter((id) => !today.has(id));
    return gains.length + loses.length === 0
      ? []
      : [{ authorizationId: one.id, email: one.email, clientLabel: labelOf(clients.get(one.clientRef) ?? one), gains, loses }];
  });
  return { changes: changesOf(api), touched };
}
