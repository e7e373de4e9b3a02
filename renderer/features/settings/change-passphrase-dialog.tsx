import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { ConcealedInput } from '../../ui/concealed-input.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import { NewPassphraseFields } from '../vault/new-passphrase-fields.tsx';
import { useNewPassphrase } from '../vault/use-new-passphrase.ts';
import css from './credential-storage.module.css';

/** Replaces the passphrase. Records are not rewritten: only the wrap of their key changes. */
export function ChangePassphraseDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const bridge = useBridge();
  const { busy, problem, start, clear } = useAction();
  const [current, setCurrent] = useState('');
  const typed = useNewPassphrase();

  const close = (): void => {
    setCurrent('');
    typed.clear();
    clear();
    onClose();
  };
  const submit = async (): Promise<void> => {
    const next = typed.check();
    if (next === null) return;
    // Null stands for "opened with the recovery code": main knows whether that is so.
    const answer = await start(() => bridge.vaultChangePassphrase({ current: current === '' ? null : current, next }));
    if (!answer.ok) return;
    close();
    showToast('Passphrase changed');
  };

  return (
    <Modal opened={opened} onClose={close} title="Change passphrase" size={480}>
      <form
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ConcealedInput
          label="Current passphrase"
          description="Leave it empty if the recovery code opened the vault this time."
          value={current}
          disabled={busy}
          onChange={(event) => {
            setCurrent(event.currentTarget.value);
          }}
          data-autofocus
        />
        <NewPassphraseFields {...typed.fields} disabled={busy} leads={false} />
        {problem !== null && <ProblemNotice problem={problem} />}
        <div className={css.dialogButtons}>
          <Button variant="subtle" color="gray" onClick={close}>
            Cancel
          </Button>
          <Button variant="filled" type="submit" loading={busy}>
            Change passphrase
          </Button>
        </div>
      </form>
    </Modal>
  );
}
