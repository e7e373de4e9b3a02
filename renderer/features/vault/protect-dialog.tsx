import { Button } from '@mantine/core';
import type { VaultStatusDto } from '../../../preload/contract/app.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { GateDialog } from './gate-dialog.tsx';
import { NewPassphraseFields } from './new-passphrase-fields.tsx';
import { useNewPassphrase } from './use-new-passphrase.ts';
import css from './vault-dialog.module.css';

/**
 * First start without a keychain that protects: a passphrase, or knowingly nothing on disk. Cannot be closed, since without
 * an answer there is no place for credentials.
 */
export function ProtectDialog({ vault, onCreated }: { readonly vault: VaultStatusDto; readonly onCreated: (recoveryCode: string) => void }) {
  const bridge = useBridge();
  const creating = useAction();
  const memory = useAction();
  const typed = useNewPassphrase();

  const submit = async (): Promise<void> => {
    const passphrase = typed.check();
    if (passphrase === null) return;
    const answer = await creating.start(() => bridge.vaultCreate({ passphrase }));
    if (!answer.ok) return;
    typed.clear();
    onCreated(answer.value.recoveryCode);
  };

  return (
    <GateDialog title="Protect your credentials" share={0.3}>
      <form
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className={css.words}>{whyPassphrase(vault)}</p>
        <NewPassphraseFields {...typed.fields} disabled={creating.busy} />
        {creating.problem !== null && <ProblemNotice problem={creating.problem} />}
        <Button variant="filled" type="submit" fullWidth loading={creating.busy}>
          Create vault
        </Button>
        <div className={css.alternative}>
          <p className="gd-meta">Or write nothing to disk: every authorization is gone when Grantdesk closes, and you sign in anew next time.</p>
          <Button size="sm" variant="subtle" color="gray" loading={memory.busy} onClick={() => void memory.start(() => bridge.vaultUseMemoryOnly())}>
            Keep in memory only
          </Button>
        </div>
        {memory.problem !== null && <ProblemNotice problem={memory.problem} />}
      </form>
    </GateDialog>
  );
}

function whyPassphrase(vault: VaultStatusDto): string {
  const reason =
    vault.backend === 'basic_text'
      ? 'This desktop has no keychain that protects: what it offers only looks like encryption.'
      : 'This computer offers no keychain that protects.';
  return `${reason} Choose a passphrase; Grantdesk asks for it at each start and encrypts everything with it.`;
}
