import { fault } from '../domain/shared/fault.ts';
import { failed, type Handlers } from './answer.ts';
import type { Services } from './services.ts';

type GroupCalls = Pick<
  Handlers,
  | 'loadGroup'
  | 'saveGroup'
  | 'groupSnapshots'
  | 'keepGroupSnapshot'
  | 'removeGroupSnapshot'
  | 'exportGroupSnapshot'
  | 'importGroupSnapshot'
  | 'rememberedGroups'
  | 'forgetGroup'
  | 'directoryGroups'
>;

export function groupCalls(_services: Services): GroupCalls {
  const none = async () => failed(fault('not-built', 'Not built yet.'));
  return {
    loadGroup: none,
    saveGroup: none,
    groupSnapshots: none,
    keepGroupSnapshot: none,
    removeGroupSnapshot: none,
    exportGroupSnapshot: none,
    importGroupSnapshot: none,
    rememberedGroups: none,
    forgetGroup: none,
    directoryGroups: none,
  };
}
