import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { Notice, ProblemNotice } from '../../ui/notice.tsx';
import { useClientImport } from '../clients/client-import.tsx';
import classes from './scope-picker.module.css';

interface NoClientProps {
  /** The client this authorization was made with, when that is gone; null when there is none at all. */
  readonly removed: string | null;
  readonly onCancel: () => void;
}

/** Without a client nobody can ask Google for anything: says so and leads to importing one. */
export function NoClient({ removed, onCancel }: NoClientProps) {
  const imports = useClientImport();
  const title = removed === null ? 'There is no client to ask with yet.' : `The client ${removed} is no longer here.`;
  return (
    <>
      <div className={classes.noClient}>
        <Notice tone="info" role="note" title={title}>
          <p>
            {removed === null
              ? 'Google wants to know which app is asking. Import the OAuth client file of your Cloud project; then choose what to ask for.'
              : 'Only the client an authorization was made with can renew it. Import its file again, then carry on here.'}
          </p>
        </Notice>
        {imports.problem !== null && <ProblemNotice problem={imports.problem} />}
      </div>
      <div className={classes.footer}>
        <p className={classes.footnote}>The file is called client_secret_….json. Its secret stays encrypted on this computer.</p>
        <div className={classes.footerButtons}>
          <Button variant="subtle" color="gray" onClick={onCancel}>
            Cancel
          </Button>
          <Button
            variant="filled"
            data-autofocus
            loading={imports.busy}
            leftSection={<Download size={15} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => void imports.fromFile()}
          >
            Import client file
          </Button>
        </div>
      </div>
    </>
  );
}
