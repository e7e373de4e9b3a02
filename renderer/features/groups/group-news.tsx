import { Button, Loader } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Notice } from '../../ui/notice.tsx';
import type { WaitingCall } from '../consent/consent-run.ts';
import type { CallPageContext } from '../explorer/call-page.tsx';
import { editsOf, type Attempt, type DeskState } from './desk-state.ts';
import type { Applied } from './edit/draft.ts';
import type { GroupDesk } from './group-desk.ts';
import css from './group-news.module.css';
import { ConflictNotice } from './parts/conflict-notice.tsx';
import { SaveReportNotice } from './parts/save-report-notice.tsx';
import { TroubleNotice } from './parts/trouble-notice.tsx';
import { leftOutWords } from './snapshots/snapshot-words.ts';

/** A snapshot whose values were put into the form. */
export interface PutIn {
  readonly from: string;
  readonly leftOut: Applied['leftOut'];
  /** The form had them already. */
  readonly nothingNew: boolean;
}

interface GroupNewsProps {
  readonly desk: GroupDesk;
  readonly state: DeskState;
  readonly put: PutIn | null;
  /** A dialog stands over it: the focus stays there. */
  readonly quiet: boolean;
  readonly mend: CallPageContext['mend'];
  /** The user keeps their values although others changed the group. */
  readonly onGoOn: () => void;
}

/** What is going on and what came of it, above the form. */
export function GroupNews({ desk, state, put, quiet, mend, onGoOn }: GroupNewsProps) {
  const { group, busy, trouble, report, conflict } = state;
  const edits = editsOf(state);
  const area = useRef<HTMLDivElement>(null);

  // The button that led here may be gone: what came of it takes the focus.
  useEffect(() => {
    if (quiet || (report === null && trouble === null && conflict === null && put === null)) return;
    area.current?.scrollIntoView?.({ block: 'nearest' });
    if (report !== null || conflict !== null) area.current?.focus({ preventScroll: true });
  }, [report, trouble, conflict, put, quiet]);

  const repeat = (attempt: Attempt): void => {
    if (attempt.kind === 'load') void desk.load(attempt.groupEmail);
    else void desk.save({ groupEmail: attempt.groupEmail, changes: attempt.changes, before: attempt.before });
  };

  return (
    <div className={css.news} ref={area} tabIndex={-1}>
      {busy !== null && (
        <div className={css.waiting} role="status">
          <Loader size={15} color="petrol" />
          <span>
            {WAITING[busy.attempt.kind]} {busy.attempt.groupEmail}
          </span>
          <Button size="sm" variant="subtle" color="gray" onClick={desk.cancel}>
            Cancel
          </Button>
        </div>
      )}
      {trouble !== null && (
        <TroubleNotice
          trouble={trouble}
          onRemedy={(remedy) => {
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
          onGoOn={onGoOn}
        />
      )}
      {report !== null && (
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
          title={put.nothingNew ? `The form already has the values of ${put.from}` : `The values of ${put.from} are in the form; nothing was sent`}
        >
          {put.leftOut.length > 0 && <p>Left out: {leftOutWords(put.leftOut)}.</p>}
        </Notice>
      )}
    </div>
  );
}

const WAITING: Readonly<Record<Attempt['kind'], string>> = { load: 'Asking Google for', save: 'Saving', undo: 'Putting back' };

function waitingFor(attempt: Attempt): WaitingCall {
  if (attempt.kind === 'load') return { kind: 'group-load', groupEmail: attempt.groupEmail };
  const { groupEmail, changes, before } = attempt;
  return { kind: 'group-save', groupEmail, changes, before };
}
