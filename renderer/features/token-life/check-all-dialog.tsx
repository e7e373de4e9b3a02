import { Button, Modal, Progress } from '@mantine/core';
import { hashOf } from '../../app/route.ts';
import type { CheckAllDto, CheckedDto } from '../../../preload/contract/authorizations.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import classes from './check-all-dialog.module.css';
import { NEEDS, OUTCOME, outcomeCounts } from './check-words.ts';
import type { CheckingAll } from './use-check-all.ts';

/** While it runs: how far, and the latest. Afterwards: what needs its owner, and how many are well. */
export function CheckAllDialog({ checking }: { readonly checking: CheckingAll }) {
  const { opened, run, problem, cancel, close, start } = checking;
  const done = run !== null && run.endedAt !== null;
  const running = problem === null && !done;
  return (
    <Modal opened={opened} onClose={close} title="Check all authorizations" size={560} withCloseButton={false}>
      <div className={classes.body}>
        {problem !== null ? <ProblemNotice problem={problem} /> : done ? <Summary run={run} onFollow={close} /> : <Running run={run} />}
        <div className={classes.buttons}>
          {running ? (
            <Button data-autofocus onClick={cancel}>
              Cancel
            </Button>
          ) : (
            <>
              <Button variant="subtle" color="gray" onClick={start}>
                Check again
              </Button>
              <Button variant="filled" onClick={close}>
                Close
              </Button>
            </>
          )}
        </div>
      </div>
    </Modal>
  );
}

/** The list is for watching, not for reading: a few lines are enough. */
const LATEST = 6;

function Running({ run }: { readonly run: CheckAllDto | null }) {
  const total = run?.total ?? 0;
  const checked = run?.checked.length ?? 0;
  return (
    <>
      <p className={classes.words}>
        <strong className="gd-num">{run === null ? 'Starting' : `${String(checked)} of ${String(total)} checked`}</strong> Each gets a new access token, and Google is asked what it
        still allows.
      </p>
      <Progress.Root size={8}>
        <Progress.Section value={total === 0 ? 0 : (checked / total) * 100} aria-label="Authorizations checked" />
      </Progress.Root>
      <ul className={classes.list} aria-label="Latest answers">
        {run?.checked
          .slice(-LATEST)
          .toReversed()
          .map((one) => <Row key={one.id} one={one} />)}
      </ul>
    </>
  );
}

function Summary({ run, onFollow }: { readonly run: CheckAllDto; readonly onFollow: () => void }) {
  const waiting = NEEDS.flatMap((outcome) => run.checked.filter((one) => one.outcome === outcome));
  return (
    <>
      <p className={classes.words} role="status">
        <strong>
          {run.cancelled ? `Cancelled after ${String(run.checked.length)} of ${String(run.total)}.` : waiting.length === 0 ? 'All is well.' : `${String(waiting.length)} of ${String(run.total)} to look at.`}
        </strong>{' '}
        {outcomeCounts(run.checked)}
      </p>
      {waiting.length > 0 && (
        <ul className={`gd-scroll ${classes.list ?? ''}`} data-all aria-label="To look at">
          {waiting.map((one) => (
            <Row key={one.id} one={one} onFollow={onFollow} />
          ))}
        </ul>
      )}
    </>
  );
}

function Row({ one, onFollow }: { readonly one: CheckedDto; readonly onFollow?: () => void }) {
  const { word, icon: Icon } = OUTCOME[one.outcome];
  return (
    <li className={classes.row} data-outcome={one.outcome}>
      <Icon size={15} strokeWidth={2} aria-hidden="true" />
      <div className={classes.who}>
        {onFollow === undefined ? (
          <span className={classes.email}>{one.email}</span>
        ) : (
          <a className={classes.email} href={hashOf({ page: 'authorization', id: one.id })} onClick={onFollow}>
            {one.email}
          </a>
        )}
        <span className={classes.client}>{one.clientLabel}</span>
        {one.detail !== null && <p className={classes.detail}>{one.detail}</p>}
      </div>
      <span className={classes.outcome}>{word}</span>
    </li>
  );
}
