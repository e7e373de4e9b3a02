import { Button } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import classes from './detail-footer.module.css';
import { ForgetDialog } from './forget-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

interface DetailFooterProps {
  readonly authorization: AuthorizationDto;
  /** The button stands in the notice above: it is the next step. */
  readonly reauthorizeInNotice: boolean;
  readonly onReauthorize: () => void;
}

/** The ends of an authorization, kept apart: forgetting is about this computer, revoking about Google. */
export function DetailFooter({ authorization, reauthorizeInNotice, onReauthorize }: DetailFooterProps) {
  const [dialog, setDialog] = useState<'revoke' | 'forget' | null>(null);
  const close = () => {
    setDialog(null);
  };
  return (
    <div className={classes.footer}>
      {!reauthorizeInNotice && (
        <Button leftSection={<KeyRound size={15} strokeWidth={1.75} aria-hidden="true" />} onClick={onReauthorize}>
          Re-authorize
        </Button>
      )}
      <div className={classes.ends}>
        <Button
          variant="subtle"
          color="gray"
          onClick={() => {
            setDialog('forget');
          }}
        >
          Forget on this computer
        </Button>
        <Button
          className="gd-danger"
          onClick={() => {
            setDialog('revoke');
          }}
        >
          Revoke at Google
        </Button>
      </div>
      <RevokeDialog authorization={authorization} opened={dialog === 'revoke'} onClose={close} />
      <ForgetDialog authorization={authorization} opened={dialog === 'forget'} onClose={close} />
    </div>
  );
}
