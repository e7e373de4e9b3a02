import type { CallReport } from '../google/call-report.ts';
import type { Explanation } from '../google/explanation.ts';
import { RETRY } from '../google/explanation.ts';
import type { GroupsClient } from '../google/groups-client.ts';
import { pause } from '../shared/deadline.ts';
import { fail, ok, type Outcome } from '../shared/fault.ts';
import { differing, ignoredFields, movedFields, valueOf, type FieldMove, type GroupValues } from './group-values.ts';
import { readGroup, reportIn, settingsIn, type Group, type GroupAsk, type ReadNeeds, type Refusal } from './read-group.ts';
import { keepable } from './snapshot.ts';
import type { SnapshotStore } from './snapshot-store.ts';

export interface GroupChange {
  /** Only these are sent. */
  readonly changes: GroupValues;
  /** What the user saw in the fields of `changes`; a field that was not there is missing here too. */
  readonly before: GroupValues;
}

export type GroupSave =
  | {
      readonly outcome: 'saved';
      readonly group: Group;
      readonly ignored: readonly FieldMove[];
      readonly moved: readonly FieldMove[];
      readonly snapshotId: string;
    }
  | { readonly outcome: 'changed-meanwhile'; readonly group: Group; readonly fields: readonly FieldMove[] }
  | { readonly outcome: 'unconfirmed'; readonly explanation: Explanation; readonly snapshotId: string }
  | Refusal;

export interface SaveNeeds extends ReadNeeds {
  readonly groups: Pick<GroupsClient, 'readSettings' | 'patchSettings'>;
  readonly snapshots: SnapshotStore;
}

/** Milliseconds before each further look: new settings take a while to read back. */
const PAUSES = [500, 1000, 2000] as const;

/**
 * Reads the group once more and sends nothing when a field to be changed is not what the user saw; keeps a snapshot; sends the changed
 * fields only; reads back until what was sent is there, or Google's own answer says that it never will be.
 * Faults: `group-field-not-text`, and the vault's when the snapshot cannot be kept.
 */
export async function saveGroup(needs: SaveNeeds, ask: GroupAsk, { changes, before }: GroupChange): Promise<Outcome<GroupSave>> {
  const read = await readGroup(needs, ask);
  if (read.outcome !== 'loaded') return ok(read);
  const { group } = read;
  const odd = Object.keys(changes).find((field) => group.notText.includes(field));
  if (odd !== undefined) return fail('group-field-not-text', `Google's value of ${odd} is no text.`, 'It can be shown and not changed here.');
  const meanwhile = differing(before, group.values, changes);
  if (meanwhile.length > 0) return ok({ outcome: 'changed-meanwhile', group, fields: meanwhile });

  const content = { email: group.email, takenAt: needs.clock.now(), values: keepable(group.values) };
  const kept = await needs.snapshots.add(ask.authorizationId, 'before-save', content);
  if (!kept.ok) return kept;
  const snapshotId = kept.value.id;
  const withdraw = async (refusal: Refusal): Promise<Outcome<GroupSave>> => {
    // Nothing was changed, so there is nothing to undo.
    await needs.snapshots.remove(ask.authorizationId, snapshotId);
    return ok(refusal);
  };
  if (ask.signal.aborted) return await withdraw({ outcome: 'cancelled' });

  const report = reportIn(await needs.groups.patchSettings(ask.authorizationId, ask.email, changes, { signal: ask.signal }));
  if (report.exchange.kind === 'cancelled') {
    if (report.exchange.attempts === 0) return await withdraw({ outcome: 'cancelled' });
    return ok({ outcome: 'unconfirmed', explanation: STOPPED, snapshotId });
  }
  const refused = report.explanation !== null && !mayHaveWorked(report) ? report.explanation : null;
  if (refused !== null) return await withdraw({ outcome: 'refused', explanation: refused });

  const back = await readBack(needs, ask, changes, report);
  if (back.outcome === 'cancelled') return ok({ outcome: 'unconfirmed', explanation: STOPPED, snapshotId });
  if (back.outcome === 'refused') return ok({ outcome: 'unconfirmed', explanation: report.explanation ?? back.explanation, snapshotId });
  const now = back.group.values;
  const ignored = ignoredFields(group.values, changes, now);
  // The write failed in a way that says nothing, and it shows: it did not happen.
  if (report.explanation !== null && !answered(report) && ignored.length === Object.keys(changes).length) {
    return await withdraw({ outcome: 'refused', explanation: report.explanation });
  }
  return ok({ outcome: 'saved', group: back.group, ignored, moved: movedFields(group.values, changes, now), snapshotId });
}

/** Reads again and again while sent values are missing, as long as Google's answer to the write lets hope for them. */
async function readBack(needs: SaveNeeds, ask: GroupAsk, changes: GroupValues, written: CallReport): Promise<Awaited<ReturnType<typeof readGroup>>> {
  const told = settingsIn(written)?.values ?? null;
  const promised = Object.keys(changes).filter((field) => told === null || valueOf(told, field) === valueOf(changes, field));
  for (const [turn, wait] of PAUSES.entries()) {
    const read = await readGroup(needs, ask);
    if (read.outcome !== 'loaded') return read;
    const missing = Object.keys(changes).filter((field) => valueOf(read.group.values, field) !== valueOf(changes, field));
    // What the write itself answered otherwise gets one more look; that it was narrowed or ignored is the likely reason.
    const worthIt = missing.some((field) => promised.includes(field)) || (missing.length > 0 && turn === 0);
    if (!worthIt) return read;
    if (!(await pause(needs.clock, wait, ask.signal))) return { outcome: 'cancelled' };
  }
  return await readGroup(needs, ask);
}

/** Whether the change may be done although no proper answer came. */
function mayHaveWorked({ exchange }: CallReport): boolean {
  if (exchange.kind === 'response') return exchange.status < 400 || exchange.status >= 500;
  return exchange.kind === 'failed' && exchange.failure.kind === 'network' && exchange.attempts > 0;
}

function answered({ exchange }: CallReport): boolean {
  return exchange.kind === 'response' && exchange.status < 400;
}

const STOPPED: Explanation = {
  code: 'save-stopped',
  title: 'The save was stopped on its way.',
  meaning: 'Google may have changed the group all the same. Load its settings again to see.',
  remedies: [RETRY],
};
