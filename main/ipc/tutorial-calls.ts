import { CLIENT_MISSING, MISSING } from '../domain/grants/grant-faults.ts';
import { tutorialFacts } from '../domain/tutorial/facts.ts';
import { tutorial, type Tutorial } from '../domain/tutorial/tutorial.ts';
import { tutorialSchema, type TutorialDto } from '../../preload/contract/tutorial.ts';
import { call, failed, value, type Handlers } from './answer.ts';
import type { Services, Workspace } from './services.ts';

/** The tutorial, with the user's own client and account in its code. */
export function tutorialCalls(services: Services): Pick<Handlers, 'tutorial'> {
  return {
    tutorial: call(tutorialSchema, async ({ clientId, authorizationId }) => {
      const workspace = await services.workspace();
      const client = clientId === null ? null : await workspace.clients.byId(clientId);
      if (clientId !== null && client === null) return failed(CLIENT_MISSING);
      const authorization = authorizationId === null ? null : workspace.grants.get(authorizationId);
      if (authorizationId !== null && authorization?.clientRef !== clientId) return failed(MISSING);
      return value(tutorialDto(tutorial(tutorialFacts(client, authorization, await lastGroup(workspace, authorizationId)))));
    }),
  };
}

async function lastGroup({ groups }: Workspace, authorizationId: string | null): Promise<string | null> {
  const addresses = authorizationId === null ? null : await groups.remembered(authorizationId);
  return addresses?.ok === true ? (addresses.value[0] ?? null) : null;
}

export function tutorialDto({ clientFile, parts }: Tutorial): TutorialDto {
  return {
    clientFile,
    parts: parts.map(({ step, title, what, changed, here, code }) => ({
      step,
      title,
      what,
      changed: [...changed],
      here,
      code: { python2013: code.python2013, python: code.python, node: code.node },
    })),
  };
}
