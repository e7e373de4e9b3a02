import { checkFindingsSchema, findingCallSchema, findingRefSchema, startSweepSchema, sweepFolderRefSchema } from '../../preload/contract/sweep.ts';
import type { SweepDto } from '../../preload/contract/sweep.ts';
import { answer, answerDone, ask, call, failed, value, type Handlers } from './answer.ts';
import { clientsById } from './authorization-calls.ts';
import type { Services } from './services.ts';
import { revokePlanDto, sweepDto } from './sweep-dto.ts';

type SweepCalls = Pick<
  Handlers,
  | 'sweep'
  | 'addSweepFolder'
  | 'removeSweepFolder'
  | 'startSweep'
  | 'checkFinding'
  | 'checkFindings'
  | 'importFinding'
  | 'tightenFinding'
  | 'revokeFindingPlan'
  | 'revokeFinding'
  | 'binFinding'
>;

/** Credentials that lie in the clear. A page names a finding by its id; paths stay here. */
export function sweepCalls(services: Services): SweepCalls {
  const now = async (): Promise<SweepDto> => sweepDto(await services.workspace(), services.shortPath);
  return {
    sweep: ask(async () => value(await now())),
    addSweepFolder: ask(async () => {
      const path = await services.pickFolder();
      if (path === null) return value(null);
      const added = await (await services.workspace()).sweep.addFolder(path);
      return added.ok ? value(await now()) : failed(added.error);
    }),
    removeSweepFolder: call(sweepFolderRefSchema, async ({ id }) => {
      await (await services.workspace()).sweep.removeFolder(id);
      return value(await now());
    }),
    startSweep: call(startSweepSchema, async (wish) => {
      const workspace = await services.workspace();
      const run = await workspace.sweep.start(wish);
      return answer(run, () => sweepDto(workspace, services.shortPath));
    }),
    checkFinding: call(findingCallSchema, async ({ id, callId }) => answerDone(await (await services.workspace()).findings.check(id, callId))),
    checkFindings: call(checkFindingsSchema, async ({ callId }) => answerDone(await (await services.workspace()).findings.checkAll(callId))),
    importFinding: call(findingCallSchema, async ({ id, callId }) => {
      const imported = await (await services.workspace()).findings.import(id, callId);
      // A credential brings its client along.
      if (imported.ok) services.clientsChanged();
      return answer(imported, ({ accounts, ended, left, client }) => ({ accounts, ended, left, client }));
    }),
    tightenFinding: call(findingRefSchema, async ({ id }) => answerDone(await (await services.workspace()).findings.tighten(id))),
    revokeFindingPlan: call(findingRefSchema, async ({ id }) => {
      const workspace = await services.workspace();
      const plan = await workspace.findings.revokePlan(id);
      if (!plan.ok) return failed(plan.error);
      return value(revokePlanDto(plan.value, await clientsById(workspace, plan.value.dying)));
    }),
    revokeFinding: call(findingCallSchema, async ({ id, callId }) =>
      answer(await (await services.workspace()).findings.revoke(id, callId), ({ alreadyRevoked, marked }) => ({ alreadyRevoked, marked })),
    ),
    binFinding: call(findingRefSchema, async ({ id }) => answerDone(await (await services.workspace()).findings.bin(id))),
  };
}
