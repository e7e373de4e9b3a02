import { Button, Loader, Modal } from '@mantine/core';
import { useState } from 'react';
import type { ErrorDto } from '../../../../preload/contract/result.ts';
import { useOneCall } from '../../../app/use-one-call.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { run } from '../../../bridge/run.ts';
import { ProblemNotice } from '../../../ui/notice.tsx';
import css from './add-api-dialog.module.css';
import { AddByName } from './add-by-name.tsx';
import { DirectoryList } from './directory-list.tsx';

interface AddApiDialogProps {
  readonly onClose: () => void;
  /** It is there now. */
  readonly onAdded: (apiId: string) => void;
}

/** Dialog `Add an API`: out of Google's directory, or by name and version. Only public documents are asked for, and without any token. */
export function AddApiDialog({ onClose, onAdded }: AddApiDialogProps) {
  const bridge = useBridge();
  const one = useOneCall();
  const [adding, setAdding] = useState<string | null>(null);
  const [problem, setProblem] = useState<ErrorDto | null>(null);

  const add = async (name: string, version: string): Promise<void> => {
    const callId = one.begin();
    setAdding(`${name} ${version}`);
    setProblem(null);
    const answer = await run(bridge.fetchApi({ name, version, callId }));
    if (!one.settle(callId)) return;
    setAdding(null);
    if (answer.ok) onAdded(answer.value.id);
    else setProblem(answer.error);
  };

  return (
    <Modal opened onClose={onClose} title="Add an API" size={600}>
      <div className={css.body}>
        <p className="gd-text-2">Its Discovery document is fetched from Google, without any token, and kept here.</p>
        {problem !== null && <ProblemNotice problem={problem} />}
        {adding !== null && (
          <div className={css.waiting} role="status">
            <Loader size={15} color="petrol" />
            <span>Fetching {adding}</span>
            <Button size="sm" variant="subtle" color="gray" onClick={one.cancel}>
              Cancel
            </Button>
          </div>
        )}
        <AddByName busy={adding !== null} onAdd={(name, version) => void add(name, version)} />
        <DirectoryList busy={adding !== null} onAdd={(name, version) => void add(name, version)} onOpen={onAdded} />
      </div>
    </Modal>
  );
}
