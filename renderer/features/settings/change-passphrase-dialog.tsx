import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { ConcealedInput } from '../../ui/concealed-input.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import { NewPassphraseFields, passphraseFault, type NewPassphrase } from '../vault/new-passphrase-fields.tsx';
import css from './credential-storage.module.css';

const EMPTY: NewPassphrase = { first: '', second: '' };

/** Replaces the passphrase. Records are not rewritten: only the wrap of their key changes. */
export function ChangePassphraseDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const bridge = useBridge();
  const { busy, problem, start, clear } = useAction();
  const [current, setCurrent] = useState('');
  const [pair, setPair] = useState(EMPTY);
  const [fault, setFault] = useState<ReturnType<typeof passphraseFault>>(null);

  const close = (): void => {
    setCurrent('');
    setPair(EMPTY);
    setFault(null);
    clear();
    onClose();
  };
  const submit = async (): Promise<void> => {
    const wrong = passphraseFault(pair);
    setFault(wrong);
    if (wrong !== null) return;
    // Null stands for "opened with the recovery code": main knows whether that is so.
    const answer = await start(() => bridge.vaultChangePassphrase({ current: current === '' ? null : current, next: pair.first }));
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
        <NewPassphraseFields value={pair} onChange={setPair} fault={fault} disabled={busy} leads={false} />
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
