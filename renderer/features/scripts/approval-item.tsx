import { Button } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { ScriptApprovalDto } from '../../../preload/contract/scripts.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { Chip } from '../../ui/chip.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { dateFrom, timeAgo } from '../../ui/duration.ts';
import { useNow } from '../../ui/use-now.ts';
import { ProgramName } from './program-name.tsx';
import css from './scripts-page.module.css';

/** One program: whose account it may use, how far, and how much it did. */
export function ApprovalItem({ approval }: { readonly approval: ScriptApprovalDto }) {
  const bridge = useBridge();
  const { busy, problem, start, clear } = useAction();
  const [asking, setAsking] = useState(false);
  const title = useId();
  const now = useNow();
  const { program, account, tokens, ceiling, approvedAt, lastUsedAt, uses } = approval;
  const shown = ceiling.filter(({ signIn }) => !signIn);
  return (
    <li className={css.approval} aria-labelledby={title}>
      <ProgramName program={program} nameId={title}>
        <p className={css.facts}>
          {account ?? 'The list of accounts, without tokens'}
          {account !== null && !tokens && ' · calls only, no token'} · {uses === 1 ? 'used once' : `used ${String(uses)} times`}
          {lastUsedAt !== null && `, last ${timeAgo(now - lastUsedAt)}`} · allowed {dateFrom(approvedAt, now)}
        </p>
        {account !== null && (
          <div className={css.chips} role="group" aria-label={`What ${program.name} may have at most`}>
            {shown.map(({ scope, shortName }) => (
              <Chip key={scope} mono>
                {shortName}
              </Chip>
            ))}
            {shown.length < ceiling.length && <Chip>who the account is</Chip>}
          </div>
        )}
      </ProgramName>
      <Button
        size="sm"
        className="gd-danger"
        leftSection={<Trash2 size={14} strokeWidth={1.75} aria-hidden="true" />}
        onClick={() => {
          clear();
          setAsking(true);
        }}
      >
        Remove approval
      </Button>
      <ConfirmDialog
        opened={asking}
        title="Remove this approval?"
        confirm="Remove approval"
        danger
        busy={busy}
        problem={problem}
        onConfirm={() => {
          void start(() => bridge.removeScriptApproval({ id: approval.id }));
        }}
        onCancel={() => {
          setAsking(false);
        }}
      >
        <p>{program.name} has to ask again. A token it already has stays good until it ends, an hour at most.</p>
      </ConfirmDialog>
    </li>
  );
}
