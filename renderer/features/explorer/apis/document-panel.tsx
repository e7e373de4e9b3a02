import { Button } from '@mantine/core';
import { FileDiff, RotateCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ApiDto } from '../../../../preload/contract/apis.ts';
import { useOneCall } from '../../../app/use-one-call.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { useAction } from '../../../bridge/hooks.ts';
import { sizeWords } from '../../../ui/call-response.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { dateTime } from '../../../ui/duration.ts';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { ChangesDialog } from './changes-dialog.tsx';
import css from './document-panel.module.css';

/** Where the methods of an API come from, how far that differs from what the app ships, and how to get it anew. */
export function DocumentPanel({ api }: { readonly api: ApiDto }) {
  const bridge = useBridge();
  const one = useOneCall();
  const fetching = useAction();
  const removing = useAction();
  const [dialog, setDialog] = useState<'changes' | 'remove' | null>(null);
  const close = (): void => {
    setDialog(null);
  };

  const fetchAgain = async (): Promise<void> => {
    const callId = one.begin();
    await fetching.start(() => bridge.fetchApi({ name: api.name, version: api.version, callId }));
    one.settle(callId);
  };
  const remove = async (): Promise<void> => {
    const answer = await removing.start(() => bridge.removeApi({ apiId: api.id }));
    if (answer.ok) close();
  };
  const problem = fetching.problem ?? api.problem;

  return (
    <div className={css.panel}>
      <div className={css.chips}>
        <Chip>{api.source === 'shipped' ? 'Shipped with the app' : 'Discovery document'}</Chip>
        {api.changes > 0 && <Chip tone="warn">{api.changes === 1 ? '1 change' : `${api.changes} changes`}</Chip>}
      </div>
      <Facts api={api} />
      {problem !== null && <ProblemNotice problem={problem} tone="warn" role={fetching.problem === null ? 'note' : 'alert'} />}
      <div className={css.buttons}>
        {fetching.busy ? (
          <>
            <span role="status" className="gd-meta">
              Fetching the document
            </span>
            <Button size="sm" variant="subtle" color="gray" onClick={one.cancel}>
              Cancel
            </Button>
          </>
        ) : (
          <Button size="sm" leftSection={<RotateCw size={14} strokeWidth={1.75} aria-hidden="true" />} onClick={() => void fetchAgain()}>
            {api.document === null ? 'Fetch the document' : 'Fetch again'}
          </Button>
        )}
        {api.changes > 0 && (
          <Button
            size="sm"
            leftSection={<FileDiff size={14} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => {
              setDialog('changes');
            }}
          >
            What changed
          </Button>
        )}
        {!api.shipped && (
          <Button
            size="sm"
            className="gd-danger"
            color="brick"
            leftSection={<Trash2 size={14} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => {
              setDialog('remove');
            }}
          >
            Remove
          </Button>
        )}
      </div>
      <ChangesDialog api={dialog === 'changes' ? api : null} onClose={close} />
      <ConfirmDialog
        opened={dialog === 'remove'}
        title="Remove this API?"
        confirm="Remove"
        danger
        busy={removing.busy}
        problem={removing.problem}
        onConfirm={() => void remove()}
        onCancel={close}
      >
        <p>{api.title} leaves this computer’s list. Grants stay as they are, and the API can be added again.</p>
      </ConfirmDialog>
    </div>
  );
}

function Facts({ api }: { readonly api: ApiDto }) {
  return (
    <p className={css.facts}>
      <span className="gd-num">
        {api.methods.toLocaleString('en-GB')} methods · {api.scopes.toLocaleString('en-GB')} scopes
      </span>
      {api.document !== null && (
        <>
          <span>
            Fetched {dateTime(api.document.fetchedAt)} · {sizeWords(api.document.bytes)}
          </span>
          <span className={css.from}>{api.document.from}</span>
          <span>
            {api.document.revision !== null && `Revision ${api.document.revision} · `}
            SHA-256{' '}
            <span className="gd-mono" title={api.document.hash}>
              {api.document.hash.slice(0, 12)}…
            </span>
          </span>
        </>
      )}
    </p>
  );
}
