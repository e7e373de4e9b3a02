import type { CallResult } from '../domain/google/call-result.ts';
import type { Outcome } from '../domain/shared/fault.ts';
import type { CallResultDto } from '../../preload/contract/calls.ts';
import { cancelCallSchema, listCalendarsSchema, readGroupSettingsSchema } from '../../preload/contract/calls.ts';
import type { Result } from '../../preload/contract/result.ts';
import { answer, call, done, type Handlers } from './answer.ts';
import { callDto } from './call-dto.ts';
import type { Services, Workspace } from './services.ts';

type TestCallHandlers = Pick<Handlers, 'listCalendars' | 'readGroupSettings' | 'cancelCall'>;

export function testCalls(services: Services): TestCallHandlers {
  const tell = async (workspace: Workspace, authorizationId: string, running: Promise<Outcome<CallResult>>): Promise<Result<CallResultDto>> => {
    const result = await running;
    if (result.ok && result.value.outcome === 'response') await workspace.grants.markUsed(authorizationId);
    return answer(result, callDto);
  };
  return {
    listCalendars: call(listCalendarsSchema, async ({ authorizationId, callId }) => {
      const workspace = await services.workspace();
      return await tell(workspace, authorizationId, workspace.calls.listCalendars(authorizationId, callId));
    }),
    readGroupSettings: call(readGroupSettingsSchema, async ({ authorizationId, callId, groupEmail }) => {
      const workspace = await services.workspace();
      return await tell(workspace, authorizationId, workspace.calls.readGroupSettings(authorizationId, groupEmail, callId));
    }),
    // A call that ended meanwhile is as good as cancelled.
    cancelCall: call(cancelCallSchema, async ({ callId }) => {
      (await services.workspace()).calls.cancel(callId);
      return done;
    }),
  };
}
