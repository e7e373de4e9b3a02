import { Button, CloseButton } from '@mantine/core';
import { NoticePlace } from '../../ui/notice-place.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { useClientImport } from './client-import.tsx';
import css from './client-import-notice.module.css';

/** Why a client file was not taken: one sentence for each problem, and the way on. */
export function ClientImportNotice() {
  const { problem, fromFile, dismiss } = useClientImport();
  if (problem === null) return null;
  return (
    <NoticePlace>
      <ProblemNotice
        problem={problem}
        action={
          <div className={css.buttons}>
            <Button size="sm" onClick={() => void fromFile()}>
              Choose another file
            </Button>
            <CloseButton aria-label="Dismiss" size={28} onClick={dismiss} />
          </div>
        }
      />
    </NoticePlace>
  );
}
