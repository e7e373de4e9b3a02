import { Button } from '@mantine/core';
import { Ban, CircleCheck, FileInput, LockKeyhole, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { FindingDto } from '../../../preload/contract/sweep.ts';
import { BinDialog } from './bin-dialog.tsx';
import css from './finding-row.module.css';
import { RevokeFindingDialog } from './revoke-finding-dialog.tsx';
import type { FindingActs } from './use-finding.ts';

interface FindingButtonsProps {
  readonly finding: FindingDto;
  readonly acts: FindingActs;
  readonly disabled: boolean;
}

/** Only what can be done with this file. */
export function FindingButtons({ finding, acts, disabled }: FindingButtonsProps) {
  const [dialog, setDialog] = useState<'revoke' | 'bin' | null>(null);
  const { can, imported } = finding;
  const close = (): void => {
    setDialog(null);
  };
  const busy = disabled || acts.asking !== null || acts.tightening;
  return (
    <div className={css.buttons}>
      {can.check && (
        <Button size="sm" leftSection={<CircleCheck size={14} strokeWidth={1.75} aria-hidden="true" />} disabled={busy && acts.asking !== 'check'} loading={acts.asking === 'check'} onClick={acts.check}>
          Check
        </Button>
      )}
      {can.import && !imported && (
        <Button size="sm" leftSection={<FileInput size={14} strokeWidth={1.75} aria-hidden="true" />} disabled={busy && acts.asking !== 'import'} loading={acts.asking === 'import'} onClick={acts.import}>
          Import
        </Button>
      )}
      {acts.asking !== null && (
        <Button size="sm" variant="subtle" color="gray" onClick={acts.cancel}>
          Cancel
        </Button>
      )}
      {can.tighten && (
        <Button size="sm" leftSection={<LockKeyhole size={14} strokeWidth={1.75} aria-hidden="true" />} disabled={busy && !acts.tightening} loading={acts.tightening} onClick={acts.tighten}>
          Tighten mode
        </Button>
      )}
      {can.revoke && (
        <Button
          size="sm"
          className="gd-danger"
          leftSection={<Ban size={14} strokeWidth={1.75} aria-hidden="true" />}
          disabled={busy}
          onClick={() => {
            setDialog('revoke');
          }}
        >
          Revoke at Google
        </Button>
      )}
      <Button
        size="sm"
        className="gd-danger"
        leftSection={<Trash2 size={14} strokeWidth={1.75} aria-hidden="true" />}
        disabled={busy}
        onClick={() => {
          setDialog('bin');
        }}
      >
        Move to bin
      </Button>
      <RevokeFindingDialog finding={finding} opened={dialog === 'revoke'} onClose={close} />
      <BinDialog finding={finding} opened={dialog === 'bin'} onClose={close} />
    </div>
  );
}
