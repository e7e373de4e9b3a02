import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import type { RecoveryCodeDto, VaultStatusDto } from '../../../preload/contract/app.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { NewPassphraseFields } from '../vault/new-passphrase-fields.tsx';
import { useNewPassphrase } from '../vault/use-new-passphrase.ts';
import css from './credential-storage.module.css';

/**
 * The user's own choice of a first passphrase: beside the keychain, instead of it, or to make a memory-only session lasting.
 * @param onDone gets the recovery code to show; null when the vault already had one, which stays valid
 */
export function SetPassphraseDialog({
  opened,
  vault,
  onClose,
  onDone,
}: {
  readonly opened: boolean;
  readonly vault: VaultStatusDto;
  readonly onClose: () => void;
  readonly onDone: (recoveryCode: string | null) => void;
}) {
  const bridge = useBridge();
  const { busy, problem, start, clear } = useAction();
  const typed = useNewPassphrase();
  const [alone, setAlone] = useState(false);
  const inMemory = vault.state === 'memory-only';

  const close = (): void => {
    typed.clear();
    clear();
    onClose();
  };
  const add = async (next: string): Promise<Result<RecoveryCodeDto | null>> => {
    if (inMemory || alone) return bridge.vaultCreate({ passphrase: next });
    const added = await bridge.vaultChangePassphrase({ current: null, next });
    if (!added.ok) return added;
    return vault.wraps.recoveryCode ? { ok: true, value: null } : bridge.vaultNewRecoveryCode();
  };
  const submit = async (): Promise<void> => {
    const next = typed.check();
    if (next === null) return;
    const answer = await start(() => add(next));
    if (!answer.ok) return;
    typed.clear();
    onDone(answer.value?.recoveryCode ?? null);
  };

  return (
    <Modal opened={opened} onClose={close} title="Protect your credentials" size={480}>
      <form
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <NewPassphraseFields {...typed.fields} disabled={busy} />
        {!inMemory && (
          <Checkbox
            label="Ask for it at every start, without the keychain"
            checked={alone}
            onChange={(event) => {
              setAlone(event.currentTarget.checked);
            }}
          />
        )}
        {problem !== null && <ProblemNotice problem={problem} />}
        <div className={css.dialogButtons}>
          <Button variant="subtle" color="gray" onClick={close}>
            Cancel
          </Button>
          <Button variant="filled" type="submit" loading={busy}>
            Create vault
          </Button>
        </div>
      </form>
    </Modal>
  );
}
