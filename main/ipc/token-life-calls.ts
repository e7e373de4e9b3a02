import { MISSING } from '../domain/grants/grant-faults.ts';
import { authorizationRefSchema, checkAllSchema, setTimeBoxSchema } from '../../preload/contract/authorizations.ts';
import { setPublishingSchema } from '../../preload/contract/clients.ts';
import { answer, call, failed, value, type Handlers } from './answer.ts';
import { authorizationDtos } from './authorization-calls.ts';
import { clientDtos } from './client-calls.ts';
import type { Services } from './services.ts';
import { causeDto, causesOf, checkAllDto } from './token-life-dto.ts';

type TokenLifeCalls = Pick<Handlers, 'setTimeBox' | 'detective' | 'checkAll' | 'setPublishing'>;

/** How long a sign-in lives, why it ended, and its own end. */
export function tokenLifeCalls(services: Services): TokenLifeCalls {
  return {
    setTimeBox: call(setTimeBoxSchema, async ({ id, hours }) => {
      const workspace = await services.workspace();
      const set = await workspace.timeBoxes.set(id, hours);
      if (!set.ok) return failed(set.error);
      const authorization = (await authorizationDtos(workspace)).find((one) => one.id === id);
      return authorization === undefined ? failed(MISSING) : value(authorization);
    }),
    detective: call(authorizationRefSchema, async ({ id }) => {
      const workspace = await services.workspace();
      const authorization = workspace.grants.get(id);
      if (authorization === null) return failed(MISSING);
      return value({ causes: (await causesOf(workspace, authorization, Date.now())).map(causeDto) });
    }),
    checkAll: call(checkAllSchema, async ({ callId }) => {
      const workspace = await services.workspace();
      const run = await workspace.checkAll.run(callId);
      const clients = run.ok ? await workspace.clients.list() : [];
      return answer(run, (of) => checkAllDto(of, clients));
    }),
    setPublishing: call(setPublishingSchema, async ({ id, publishing }) => {
      const workspace = await services.workspace();
      const set = await workspace.clients.setPublishing(id, publishing === 'unknown' ? null : publishing);
      if (!set.ok) return failed(set.error);
      services.clientsChanged();
      const client = (await clientDtos(workspace)).find((one) => one.id === id);
      return client === undefined ? failed(MISSING) : value(client);
    }),
  };
}
