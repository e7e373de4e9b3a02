import { Button, Drawer } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CallHistoryRowDto } from '../../../../preload/contract/explorer.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx';
import css from './history-drawer.module.css';
import { HistoryRow } from './history-row.tsx';
import { matchingCalls, useHistory } from './use-history.ts';
import { SearchInput } from '../../../ui/search-input.tsx';

interface HistoryDrawerProps {
  readonly authorizationId: string;
  readonly email: string;
  /** Calls that came to an end on this page. */
  readonly ended: number;
  readonly onClose: () => void;
  readonly onFill: (row: CallHistoryRowDto) => void;
  readonly onRunAgain: (row: CallHistoryRowDto) => void;
}

/** Dialog `History`: the calls made as this account, without secrets and without answers. */
export function HistoryDrawer({ authorizationId, email, ended, onClose, onFill, onRunAgain }: HistoryDrawerProps) {
  const history = useHistory(authorizationId, ended);
  const [search, setSearch] = useState('');
  const [clearing, setClearing] = useState(false);
  const { rows, problem } = history;
  const shown = matchingCalls(rows ?? [], search);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={460}
      title="History"
      offset={8}
      radius="lg"
      overlayProps={{ blur: 0, color: 'var(--gd-scrim)', backgroundOpacity: 1 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ content: css.content ?? '', header: css.header ?? '', title: css.title ?? '', body: css.body ?? '' }}
    >
      <p className="gd-text-2">Calls made as {email}, kept in the vault without tokens and without the answers.</p>
      {problem !== null && <ProblemNotice problem={problem} />}
      {rows === null && problem === null && <SkeletonRows label="Loading the history" />}
      {rows !== null && rows.length === 0 && <p className={css.none}>No calls yet. Send one, and it stands here to be run again.</p>}
      {rows !== null && rows.length > 0 && (
        <>
          <div className={css.tools}>
            <SearchInput label="Search the history" placeholder="Method, address or status" value={search} onChange={setSearch} className={css.search ?? ''} />
            <Button
              size="sm"
              color="brick"
              className="gd-danger"
              leftSection={<Trash2 size={14} strokeWidth={1.75} aria-hidden="true" />}
              onClick={() => {
                setClearing(true);
              }}
            >
              Forget all
            </Button>
          </div>
          {shown.length === 0 && <p className={css.none}>No call matches. Change the search.</p>}
          <ul className={css.list} aria-label="Calls">
            {shown.map((row) => (
              <HistoryRow
                key={row.id}
                row={row}
                onFill={onFill}
                onRunAgain={onRunAgain}
                onForget={() => {
                  void history.forget(row.id);
                }}
              />
            ))}
          </ul>
        </>
      )}
      <ConfirmDialog
        opened={clearing}
        title="Forget all calls?"
        confirm="Forget all"
        danger
        busy={history.forgetting}
        onConfirm={() => {
          void history.forget(null).then((done) => {
            if (done) setClearing(false);
          });
        }}
        onCancel={() => {
          setClearing(false);
        }}
      >
        <p>The calls made as {email} leave this list. Nothing changes at Google, and Activity keeps its lines.</p>
      </ConfirmDialog>
    </Drawer>
  );
}
