import { Button } from '@mantine/core';
import { Ban, Clock, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { PracticeAction } from '../../../preload/contract/practice.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import css from './practice-panel.module.css';

const SAID: Readonly<Record<PracticeAction, string>> = {
  'expire-access-tokens': 'Access tokens have expired',
  'revoke-from-afar': 'Every grant was revoked from afar',
  reset: 'The sandbox is as it was at the beginning',
};

/** What happens once, now, at the stand-in. */
export function PracticeActions({ onReset }: { readonly onReset: () => void }) {
  const bridge = useBridge();
  const { busy, problem, start } = useAction();
  const [asking, setAsking] = useState(false);
  const act = async (action: PracticeAction): Promise<void> => {
    const answer = await start(() => bridge.practiceAction({ action }));
    setAsking(false);
    if (!answer.ok) return;
    showToast(SAID[action]);
    if (action === 'reset') onReset();
  };
  return (
    <section className={css.group} aria-labelledby="practice-now">
      <h3 className={css.groupTitle} id="practice-now">
        Right now
      </h3>
      <div className={css.actions}>
        <Button leftSection={<Clock size={15} strokeWidth={1.75} />} justify="flex-start" onClick={() => void act('expire-access-tokens')}>
          Expire access tokens
        </Button>
        <Button leftSection={<Ban size={15} strokeWidth={1.75} />} justify="flex-start" onClick={() => void act('revoke-from-afar')}>
          Revoke from afar
        </Button>
        <Button
          leftSection={<RotateCcw size={15} strokeWidth={1.75} />}
          justify="flex-start"
          className="gd-danger"
          onClick={() => {
            setAsking(true);
          }}
        >
          Reset the sandbox
        </Button>
      </div>
      {problem !== null && <ProblemNotice problem={problem} />}
      <ConfirmDialog
        opened={asking}
        title="Reset the sandbox?"
        confirm="Reset"
        danger
        busy={busy}
        onConfirm={() => void act('reset')}
        onCancel={() => {
          setAsking(false);
        }}
      >
        <p>Accounts, grants and faults of the stand-in go back to their beginning. Practice authorizations stop working until you re-authorize them.</p>
      </ConfirmDialog>
    </section>
  );
}
