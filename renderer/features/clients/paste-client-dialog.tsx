import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ImportedClientDto } from '../../../preload/contract/clients.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import css from './paste-client-dialog.module.css';

/** Takes the text of a client file. What was pasted is forgotten as soon as the dialog closes. */
export function PasteClientDialog({
  opened,
  onClose,
  onImported,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onImported: (imported: ImportedClientDto) => void;
}) {
  const bridge = useBridge();
  const [text, setText] = useState('');
  const action = useAction();

  const close = (): void => {
    setText('');
    action.clear();
    onClose();
  };
  const submit = async (): Promise<void> => {
    const answer = await action.start(() => bridge.importClientText({ text }));
    if (!answer.ok) return;
    close();
    onImported(answer.value);
  };

  return (
    <Modal opened={opened} onClose={close} title="Paste client JSON" size={560}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Textarea
          label="Client JSON"
          description="The whole file, from the first brace to the last. It starts with “installed” or “web”."
          placeholder={'{"installed": {"client_id": "…", …}}'}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
          rows={10}
          resize="vertical"
          spellCheck={false}
          autoComplete="off"
          classNames={{ input: `gd-mono ${css.text}` }}
          data-autofocus
        />
        {action.problem !== null && <ProblemNotice problem={action.problem} />}
        <div className={css.buttons}>
          <Button variant="subtle" color="gray" onClick={close}>
            Cancel
          </Button>
          <Button variant="filled" type="submit" loading={action.busy}>
            Import
          </Button>
        </div>
      </form>
    </Modal>
  );
}
