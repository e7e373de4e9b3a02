import { Button } from '@mantine/core';
import { CopyButton } from '../../ui/copy-button.tsx';
import { GateDialog } from './gate-dialog.tsx';
import css from './vault-dialog.module.css';

/** Splits a recovery code into groups that can be read aloud; a code that comes grouped keeps its groups. */
export function groupsOf(code: string): readonly string[] {
  const groups = code.split(/[\s-]+/).filter(Boolean);
  return groups.length > 1 ? groups : (code.match(/.{1,4}/g) ?? []);
}

/** Shows the code once. It can only be left by the button: closing it by accident would lose the second way in. */
export function RecoveryCodeDialog({ code, onSaved, over = false }: { readonly code: string; readonly onSaved: () => void; readonly over?: boolean }) {
  return (
    <GateDialog title="Recovery code" share={0.82} over={over}>
      <div className={css.form}>
        <p className={css.words}>
          It opens the vault when the passphrase is forgotten. Write it down or put it into a password manager: it is shown this once, and nobody can tell
          it to you again.
        </p>
        <p className={`gd-mono ${css.code}`} data-testid="recovery-code">
          {groupsOf(code).map((group, at) => (
            <span key={at}>{group}</span>
          ))}
        </p>
        <div className={css.buttons}>
          <CopyButton text={code} label="Copy" word />
          <Button variant="filled" onClick={onSaved} data-autofocus>
            I have saved it
          </Button>
        </div>
      </div>
    </GateDialog>
  );
}
