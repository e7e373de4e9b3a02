import { Button } from '@mantine/core';
import { Camera, FileUp, GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import type { GroupDto, GroupSnapshotDto, GroupValues } from '../../../../preload/contract/groups.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { useAction } from '../../../bridge/hooks.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { Card } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { SnapshotTable } from './snapshot-table.tsx';
import { takenWords } from './snapshot-words.ts';
import css from './snapshots.module.css';
import { useSnapshots } from './use-snapshots.ts';

interface SnapshotsSectionProps {
  readonly authorizationId: string;
  readonly group: GroupDto | null;
  /** Values of the form; null without a group. */
  readonly values: GroupValues | null;
  readonly hasEdits: boolean;
  readonly revision: unknown;
  readonly onApply: (snapshot: GroupSnapshotDto) => void;
}

/** Settings of groups at moments that were kept: compared, put back into the form, taken along as files. */
export function SnapshotsSection({ authorizationId, group, values, hasEdits, revision, onApply }: SnapshotsSectionProps) {
  const bridge = useBridge();
  const { snapshots, problem, reload } = useSnapshots(authorizationId, revision);
  const action = useAction();
  const [comparing, setComparing] = useState<{ readonly first: string | null } | null>(null);
  const [removing, setRemoving] = useState<GroupSnapshotDto | null>(null);

  const keep = async (): Promise<void> => {
    if (group === null) return;
    const answer = await action.start(() => bridge.keepGroupSnapshot({ authorizationId, groupEmail: group.email, values: group.values }));
    if (!answer.ok) return;
    showToast(`Kept the settings of ${group.email}`);
    reload();
  };
  const bringIn = async (): Promise<void> => {
    const answer = await action.start(() => bridge.importGroupSnapshot({ authorizationId }));
    if (!answer.ok || answer.value === null) return;
    showToast(`Imported the settings of ${answer.value.email}`);
    reload();
  };
  const exportOne = async ({ id, email }: GroupSnapshotDto): Promise<void> => {
    const answer = await action.start(() => bridge.exportGroupSnapshot({ authorizationId, id }));
    if (answer.ok && answer.value.saved) showToast(`Exported the settings of ${email}`);
  };
  const remove = async (): Promise<void> => {
    if (removing === null) return;
    const answer = await action.start(() => bridge.removeGroupSnapshot({ authorizationId, id: removing.id }));
    setRemoving(null);
    if (answer.ok) reload();
  };

  return (
    <Section
      title="Snapshots"
      count={snapshots.length}
      hint="Kept in the vault; one is made before every save"
      actions={
        <>
          {(snapshots.length > 1 || (snapshots.length === 1 && group !== null)) && (
            <Button
              size="sm"
              leftSection={<GitCompareArrows size={14} strokeWidth={1.75} aria-hidden="true" />}
              onClick={() => {
                setComparing({ first: null });
              }}
            >
              Compare
            </Button>
          )}
          <Button size="sm" leftSection={<FileUp size={14} strokeWidth={1.75} aria-hidden="true" />} onClick={() => void bringIn()}>
            Import snapshot
          </Button>
          {group !== null && (
            <Button size="sm" leftSection={<Camera size={14} strokeWidth={1.75} aria-hidden="true" />} onClick={() => void keep()}>
              Keep snapshot
            </Button>
          )}
        </>
      }
    >
      {action.problem !== null && <ProblemNotice problem={action.problem} />}
      {problem !== null && <ProblemNotice problem={problem} action={<Button size="sm" onClick={reload}>Try again</Button>} />}
      {snapshots.length === 0 ? (
        <p className={css.none}>None kept yet.</p>
      ) : (
        <Card className={css.card ?? ''}>
          <SnapshotTable
            snapshots={snapshots}
            canApply={group !== null}
            onApply={onApply}
            onCompare={(snapshot) => {
              setComparing({ first: snapshot.id });
            }}
            onExport={(snapshot) => void exportOne(snapshot)}
            onRemove={setRemoving}
          />
        </Card>
      )}
      {comparing !== null && (
        <CompareDialog
          snapshots={snapshots}
          group={group}
          values={values}
          hasEdits={hasEdits}
          first={comparing.first}
          onClose={() => {
            setComparing(null);
          }}
        />
      )}
      <ConfirmDialog
        opened={removing !== null}
        title="Remove this snapshot?"
        confirm="Remove"
        danger
        busy={action.busy}
        onConfirm={() => void remove()}
        onCancel={() => {
          setRemoving(null);
        }}
      >
        {removing === null ? '' : `The settings of ${removing.email} as of ${takenWords(removing.takenAt, removing.takenAt)} are forgotten here. The group itself stays as it is.`}
      </ConfirmDialog>
    </Section>
  );
}
