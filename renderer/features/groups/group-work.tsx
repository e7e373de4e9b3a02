import { Button, Loader } from '@mantine/core';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { RemedyDto } from '../../../preload/contract/calls.ts';
import type { GroupSnapshotDto, GroupValues } from '../../../preload/contract/groups.ts';
import { Notice } from '../../ui/notice.tsx';
import { takeDueCall, type WaitingCall } from '../consent/consent-run.ts';
import type { CallPageContext } from '../explorer/call-page.tsx';
import { accessPicture } from './access/access-picture.ts';
import { accessSentences } from './access/access-sentence.ts';
import { editsOf, type Attempt } from './desk-state.ts';
import { applied, changesOf, edited, saveInput, type Applied } from './edit/draft.ts';
import css from './group-work.module.css';
import { AddressForm } from './parts/address-form.tsx';
import { ChangeBar } from './parts/change-bar.tsx';
import { ConflictNotice } from './parts/conflict-notice.tsx';
import { DirectoryDialog } from './parts/directory-dialog.tsx';
import { GroupFormView } from './parts/group-form.tsx';
import { GroupHead } from './parts/group-head.tsx';
import { NoGroup } from './parts/no-group.tsx';
import { ReviewDrawer } from './parts/review-drawer.tsx';
import { SaveReportNotice } from './parts/save-report-notice.tsx';
import { TroubleNotice } from './parts/trouble-notice.tsx';
import { leftOutWords } from './snapshots/snapshot-words.ts';
import { SnapshotsSection } from './snapshots/snapshots-section.tsx';
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
  const [put, setPut] = useState<{ readonly from: string; readonly leftOut: Applied['leftOut'] } | null>(null);
  const news = useRef<HTMLDivElement>(null);

  const repeat = (attempt: Attempt): void => {
    if (attempt.kind === 'load') void desk.load(attempt.groupEmail);
    else void desk.save({ groupEmail: attempt.groupEmail, changes: attempt.changes, before: attempt.before });
  };

  const carryOutDueCall = useEffectEvent(() => {
    const due = takeDueCall(authorization.id, ['group-load', 'group-save', 'directory']);
    if (due === null) return;
    if (due.kind === 'directory') setDirectory(true);
    else if (due.kind === 'group-load') void desk.load(due.groupEmail);
    else void desk.save({ groupEmail: due.groupEmail, changes: due.changes, before: due.before });
  });
  useEffect(() => {
    // After the page has settled: a page that is put up and taken down at once must not swallow the call.
    const timer = setTimeout(() => {
      carryOutDueCall();
    }, 0);
    return () => {
      clearTimeout(timer);
    };
  }, [authorization.id]);

  // The button that led here may be gone: what came of it takes the focus.
  useEffect(() => {
    if (reviewing || (report === null && trouble === null && conflict === null)) return;
    news.current?.scrollIntoView?.({ block: 'nearest' });
    if (report !== null || conflict !== null) news.current?.focus({ preventScroll: true });
  }, [report, trouble, conflict, reviewing]);

  const save = async (): Promise<void> => {
    if (group === null) return;
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
    setPut({ from: snapshot.email, leftOut });
    news.current?.scrollIntoView?.({ block: 'nearest' });
  };

  return (
    <>
      <AddressForm
        authorizationId={authorization.id}
        state={state}
        onType={desk.type}
        onLoad={(email) => {
          setPut(null);
          setDiscarded(NOTHING);
          void desk.load(email);
        }}
        onDirectory={() => {
          setDirectory(true);
        }}
      />
      <div className={css.news} ref={news} tabIndex={-1}>
        {busy !== null && (
          <div className={css.waiting} role="status">
            <Loader size={15} color="petrol" />
            <span>{WAITING[busy.attempt.kind]} {busy.attempt.groupEmail}</span>
            <Button size="sm" variant="subtle" color="gray" onClick={desk.cancel}>
              Cancel
            </Button>
          </div>
        )}
        {trouble !== null && (
          <TroubleNotice
            trouble={trouble}
            onRemedy={(remedy: RemedyDto) => {
              mend(
                remedy,
                () => {
                  repeat(trouble.attempt);
                },
                waitingFor(trouble.attempt),
              );
            }}
            onAgain={() => {
              repeat(trouble.attempt);
            }}
          />
        )}
        {conflict !== null && (
          <ConflictNotice
            fields={conflict.fields}
            edits={edits}
            onTakeTheirs={(fields) => {
              desk.discard(fields);
              if (conflict.fields.every(({ field }) => fields.includes(field) || edits[field] === undefined)) desk.dismiss('conflict');
            }}
            onGoOn={() => {
              desk.dismiss('conflict');
              if (changes.length > 0) setReviewing(true);
            }}
          />
        )}
        {report !== null && group !== null && (
          <SaveReportNotice
            report={report}
            group={group}
            busy={busy?.attempt.kind === 'undo'}
            onUndo={() => void desk.undo()}
            onLoadAgain={() => void desk.load(report.request.groupEmail)}
            onDismiss={() => {
              desk.dismiss('report');
            }}
          />
        )}
        {put !== null && (
          <Notice
            tone={put.leftOut.length > 0 ? 'warn' : 'info'}
            title={changes.length === 0 ? `The form already has the values of ${put.from}` : `The values of ${put.from} are in the form; nothing was sent`}
          >
            {put.leftOut.length > 0 && <p>Left out: {leftOutWords(put.leftOut)}.</p>}
          </Notice>
        )}
      </div>
      {group === null ? (
        <NoGroup loading={busy !== null} quiet={trouble !== null} />
      ) : (
        <>
          <GroupHead group={group} />
          <GroupFormView key={group.email} group={group} edits={edits} changes={changes} onEdit={edit} />
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
            void desk.load(email);
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

const WAITING: Readonly<Record<Attempt['kind'], string>> = { load: 'Asking Google for', save: 'Saving', undo: 'Putting back' };

function waitingFor(attempt: Attempt): WaitingCall {
  if (attempt.kind === 'load') return { kind: 'group-load', groupEmail: attempt.groupEmail };
  const { groupEmail, changes, before } = attempt;
  return { kind: 'group-save', groupEmail, changes, before };
}
