import { useCallback, useMemo, useState } from 'react';
import type { GroupSnapshotDto, GroupValues } from '../../../preload/contract/groups.ts';
import type { CallPageContext } from '../explorer/call-page.tsx';
import { accessPicture } from './access/access-picture.ts';
import { accessSentences } from './access/access-sentence.ts';
import { editsOf } from './desk-state.ts';
import { applied, changesOf, edited, saveInput } from './edit/draft.ts';
import { GroupNews, type PutIn } from './group-news.tsx';
import { AddressForm } from './parts/address-form.tsx';
import { ChangeBar } from './parts/change-bar.tsx';
import { DirectoryDialog } from './parts/directory-dialog.tsx';
import { GroupFormView } from './parts/group-form.tsx';
import { GroupHead } from './parts/group-head.tsx';
import { NoGroup } from './parts/no-group.tsx';
import { ReviewDrawer } from './parts/review-drawer.tsx';
import { SnapshotsSection } from './snapshots/snapshots-section.tsx';
import { useDueCall } from './use-due-call.ts';
import { useGroupDesk } from './use-group-desk.ts';

const NOTHING: GroupValues = {};

/** Everything of the Groups Settings page that belongs to one account. */
export function GroupWork({ authorization, mend }: CallPageContext) {
  const { desk, state } = useGroupDesk(authorization.id);
  const { group, busy, trouble, report, conflict } = state;
  const edits = editsOf(state);
  const changes = useMemo(() => (group === null ? [] : changesOf(group, edits)), [group, edits]);
  const form = useMemo(() => (group === null ? NOTHING : edited(group, edits)), [group, edits]);
  const [reviewing, setReviewing] = useState(false);
  const [directory, setDirectory] = useState(false);
  const [discarded, setDiscarded] = useState(NOTHING);
  const [put, setPut] = useState<PutIn | null>(null);

  useDueCall(authorization.id, desk, () => {
    setDirectory(true);
  });

  const load = (groupEmail: string): void => {
    setPut(null);
    setDiscarded(NOTHING);
    void desk.load(groupEmail);
  };
  const save = async (): Promise<void> => {
    if (group === null) return;
    setPut(null);
    await desk.save({ groupEmail: group.email, ...saveInput(changes) });
    setReviewing(false);
  };
  const edit = useCallback(
    (set: GroupValues): void => {
      desk.edit(set);
      setDiscarded(NOTHING);
    },
    [desk],
  );
  const apply = (snapshot: GroupSnapshotDto): void => {
    if (group === null) return;
    const { edits: next, leftOut } = applied(group, edits, snapshot);
    desk.replaceEdits(next);
    setDiscarded(NOTHING);
    setPut({ from: snapshot.email, leftOut, nothingNew: Object.keys(next).length === 0 });
  };

  return (
    <>
      <AddressForm
        authorizationId={authorization.id}
        state={state}
        onType={desk.type}
        onLoad={load}
        onDirectory={() => {
          setDirectory(true);
        }}
      />
      <GroupNews
        desk={desk}
        state={state}
        put={put}
        quiet={reviewing}
        mend={mend}
        onGoOn={() => {
          desk.dismiss('conflict');
          if (changes.length > 0) setReviewing(true);
        }}
      />
      {group === null ? (
        <NoGroup loading={busy !== null} quiet={trouble !== null} />
      ) : (
        <>
          <GroupHead group={group} />
          <GroupFormView key={group.email} group={group} edits={edits} onEdit={edit} />
        </>
      )}
      <SnapshotsSection
        authorizationId={authorization.id}
        group={group}
        values={group === null ? null : form}
        hasEdits={changes.length > 0}
        revision={report ?? conflict ?? trouble}
        onApply={apply}
      />
      {group !== null && (
        <>
          <ChangeBar
            count={changes.length}
            discarded={Object.keys(discarded).length}
            sentence={accessSentences(accessPicture(form), form).join(' ')}
            onDiscard={() => {
              setDiscarded(edits);
              setPut(null);
              desk.discard();
            }}
            onBringBack={() => {
              edit(discarded);
            }}
            onReview={() => {
              setReviewing(true);
            }}
          />
          <ReviewDrawer
            opened={reviewing}
            group={group}
            edits={edits}
            changes={changes}
            busy={busy?.attempt.kind === 'save'}
            onEdit={edit}
            onTakeBack={(field) => {
              desk.discard([field]);
              if (changes.length === 1) setReviewing(false);
            }}
            onSave={() => void save()}
            onCancelSave={desk.cancel}
            onClose={() => {
              setReviewing(false);
            }}
          />
        </>
      )}
      {directory && (
        <DirectoryDialog
          authorizationId={authorization.id}
          onClose={() => {
            setDirectory(false);
          }}
          onChoose={(email) => {
            setDirectory(false);
            desk.type(email);
            load(email);
          }}
          onRemedy={(remedy, again) => {
            if (remedy.kind !== 'retry') setDirectory(false);
            mend(remedy, again, { kind: 'directory' });
          }}
        />
      )}
    </>
  );
}
