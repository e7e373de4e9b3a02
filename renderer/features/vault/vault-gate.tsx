import { useState, type ReactNode } from 'react';
import { useAppState } from '../../bridge/hooks.ts';
import { isOpen } from '../../bridge/store.ts';
import { ProductMark } from '../../ui/product-mark.tsx';
import { ProtectDialog } from './protect-dialog.tsx';
import { RecoveryCodeDialog } from './recovery-code-dialog.tsx';
import { UnlockScreen } from './unlock-screen.tsx';
import { DeadEndScreen } from './dead-end-screen.tsx';
import css from './vault-gate.module.css';

/** Lets nothing of the app show until the vault is open and a fresh recovery code was put away. */
export function VaultGate({ children }: { readonly children: ReactNode }) {
  const { vault } = useAppState();
  // Held only while its dialog is open.
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  if (isOpen(vault) && recoveryCode === null) return children;
  return (
    <main className={css.gate}>
      <div className={css.brand}>
        <ProductMark />
        <span className={css.name}>Grantdesk</span>
      </div>
      <div className={css.stage}>
        {recoveryCode !== null ? (
          <RecoveryCodeDialog
            code={recoveryCode}
            onSaved={() => {
              setRecoveryCode(null);
            }}
          />
        ) : vault.state === 'needs-setup' ? (
          <ProtectDialog vault={vault} onCreated={setRecoveryCode} />
        ) : vault.state === 'locked' || vault.state === 'key-lost' ? (
          <UnlockScreen vault={vault} />
        ) : (
          <DeadEndScreen vault={vault} />
        )}
      </div>
    </main>
  );
}
