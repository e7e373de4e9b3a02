import { Button } from '@mantine/core';
import { useReadStore } from '../../bridge/bridge-provider.tsx';
import { useAppState, useReadModel } from '../../bridge/hooks.ts';
import { NoticePlace } from '../../ui/notice-place.tsx';
import { Notice, ProblemNotice } from '../../ui/notice.tsx';
import css from './sheet-notices.module.css';

/** What the owner must know whatever page is open: the vault's own news, damaged records, lists that could not be read. */
export function SheetNotices() {
  const { vault } = useAppState();
  const { listProblem } = useReadModel();
  const store = useReadStore();
  if (vault.notice === null && vault.damaged.length === 0 && listProblem === null) return null;
  return (
    <NoticePlace>
      {listProblem !== null && <ProblemNotice problem={listProblem} action={<Button onClick={() => void store.reload()}>Try again</Button>} />}
      {vault.notice !== null && <ProblemNotice problem={vault.notice} tone="warn" />}
      {vault.damaged.length > 0 && (
        <Notice
          tone="warn"
          title={vault.damaged.length === 1 ? 'One stored record could not be opened.' : `${vault.damaged.length} stored records could not be opened.`}
        >
          <ul className={css.list}>
            {vault.damaged.map(({ id, message }) => (
              <li key={id}>
                <span className="gd-mono">{id}</span> {message}
              </li>
            ))}
          </ul>
          <p>They are kept aside in the vault’s folder; everything else works.</p>
        </Notice>
      )}
    </NoticePlace>
  );
}
