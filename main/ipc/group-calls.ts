import { snapshotFile, snapshotFileName, type GroupSnapshot } from '../domain/groups/snapshot.ts';
import type { GroupLoad } from '../domain/groups/group-service.ts';
import type { GroupSave } from '../domain/groups/group-save.ts';
import type { FoundGroups } from '../domain/groups/find-groups.ts';
import {
  directoryGroupsSchema,
  forgetGroupSchema,
  groupRefSchema,
  groupSaveSchema,
  groupSnapshotRefSchema,
  groupSnapshotsSchema,
  keepGroupSnapshotSchema,
  rememberedGroupsSchema,
  type DirectoryGroupsDto,
  type GroupLoadDto,
  type GroupSaveDto,
  type GroupSnapshotDto,
} from '../../preload/contract/groups.ts';
import { answer, answerDone, call, failed, value, type Handlers } from './answer.ts';
import { explanationDto } from './call-dto.ts';
import type { Services, Workspace } from './services.ts';

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

/** Characters of a set of values as JSON: every text of a group at its longest, escaped, and again as it was before. */
const valuesCap = 1_000_000;

/** Groups: settings, snapshots, addresses, the Directory. */
export function groupCalls(services: Services): GroupCalls {
  const groups = async () => (await services.workspace()).groups;
  return {
    loadGroup: call(groupRefSchema, async ({ authorizationId, groupEmail, callId }) => {
      const workspace = await services.workspace();
      const loaded = await workspace.groups.load(authorizationId, groupEmail, callId);
      if (loaded.ok && loaded.value.outcome === 'loaded') await workspace.grants.markUsed(authorizationId);
      return answer(loaded, loadDto);
    }),
    saveGroup: call(
      groupSaveSchema,
      async ({ authorizationId, groupEmail, callId, changes, before }) => {
        const workspace = await services.workspace();
        const saved = await workspace.groups.save(authorizationId, groupEmail, { changes, before }, callId);
        if (saved.ok && saved.value.outcome === 'saved') await workspace.grants.markUsed(authorizationId);
        return answer(saved, saveDto);
      },
      valuesCap,
    ),
    groupSnapshots: call(groupSnapshotsSchema, async ({ authorizationId }) =>
      value((await (await groups()).snapshots.list(authorizationId)).map(snapshotDto)),
    ),
    keepGroupSnapshot: call(
      keepGroupSnapshotSchema,
      async ({ authorizationId, groupEmail, values }) => answer(await (await groups()).keep(authorizationId, groupEmail, values), snapshotDto),
      valuesCap,
    ),
    removeGroupSnapshot: call(groupSnapshotRefSchema, async ({ authorizationId, id }) =>
      answerDone(await (await groups()).snapshots.remove(authorizationId, id)),
    ),
    exportGroupSnapshot: call(groupSnapshotRefSchema, async ({ authorizationId, id }) => {
      const workspace = await services.workspace();
      const found = await workspace.groups.snapshots.get(authorizationId, id);
      if (!found.ok) return failed(found.error);
      const saved = await services.saveFile({
        title: 'Export snapshot',
        fileName: snapshotFileName(found.value),
        kind: 'Settings of a group',
        extensions: ['json'],
        content: snapshotFile(found.value),
      });
      if (!saved.ok || saved.value.saved) note(workspace, authorizationId, 'export snapshot', saved.ok, saved.ok ? found.value.email : saved.error.message);
      return answer(saved, ({ saved: done }) => ({ saved: done }));
    }),
    importGroupSnapshot: call(groupSnapshotsSchema, async ({ authorizationId }) => {
      const text = await services.openSnapshot();
      if (!text.ok) return failed(text.error);
      if (text.value === null) return value(null);
      const workspace = await services.workspace();
      const imported = await workspace.groups.import(authorizationId, text.value);
      note(workspace, authorizationId, 'import snapshot', imported.ok, imported.ok ? imported.value.email : imported.error.message);
      return answer(imported, snapshotDto);
    }),
    rememberedGroups: call(rememberedGroupsSchema, async ({ authorizationId }) =>
      answer(await (await groups()).remembered(authorizationId), (emails) => [...emails]),
    ),
    forgetGroup: call(forgetGroupSchema, async ({ authorizationId, groupEmail }) =>
      answerDone(await (await groups()).forgetAddress(authorizationId, groupEmail)),
    ),
    directoryGroups: call(directoryGroupsSchema, async ({ authorizationId, query, callId }) =>
      answer(await (await groups()).find(authorizationId, query, callId), foundDto),
    ),
  };
}

function note({ grants, activity }: Workspace, authorizationId: string, what: string, done: boolean, detail: string): void {
  activity.record({ account: grants.get(authorizationId)?.email ?? null, what, outcome: done ? 'ok' : 'failed', detail });
}

function loadDto(load: GroupLoad): GroupLoadDto {
  return load.outcome === 'refused' ? { outcome: 'refused', explanation: explanationDto(load.explanation) } : load;
}

function saveDto(save: GroupSave): GroupSaveDto {
  switch (save.outcome) {
    case 'refused':
      return { outcome: 'refused', explanation: explanationDto(save.explanation) };
    case 'unconfirmed':
      return { outcome: 'unconfirmed', explanation: explanationDto(save.explanation), snapshotId: save.snapshotId };
    case 'saved':
    case 'changed-meanwhile':
    case 'cancelled':
      return save;
  }
}

function foundDto(found: FoundGroups): DirectoryGroupsDto {
  return found.outcome === 'refused' ? { outcome: 'refused', explanation: explanationDto(found.explanation) } : found;
}

function snapshotDto({ id, email, takenAt, origin, values }: GroupSnapshot): GroupSnapshotDto {
  return { id, email, takenAt, origin, values };
}
