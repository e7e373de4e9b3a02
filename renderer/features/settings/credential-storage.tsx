import { Button } from '@mantine/core';
import { Check, Minus } from 'lucide-react';
import { useState } from 'react';
import type { VaultStatusDto } from '../../../preload/contract/app.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction, useAppState } from '../../bridge/hooks.ts';
import { Chip } from '../../ui/chip.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Notice, ProblemNotice } from '../../ui/notice.tsx';
import { Card } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { showToast } from '../../ui/toast.tsx';
import { RecoveryCodeDialog } from '../vault/recovery-code-dialog.tsx';
import { ChangePassphraseDialog } from './change-passphrase-dialog.tsx';
import css from './credential-storage.module.css';
import { SetPassphraseDialog } from './set-passphrase-dialog.tsx';
import { backendSentence, keySentence } from './storage-words.ts';

/** Where credentials are, what guards them, and the ways in. Names the platform's backend as it names itself. */
export function CredentialStorage() {
  const { vault } = useAppState();
  const bridge = useBridge();
  const renewing = useAction();
  const locking = useAction();
  const [dialog, setDialog] = useState<'set' | 'change' | null>(null);
  // Held only while its dialog is open.
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  const inMemory = vault.state === 'memory-only';
  const close = (): void => {
    setDialog(null);
  };
  const renew = async (): Promise<void> => {
    const answer = await renewing.start(() => bridge.vaultNewRecoveryCode());
    if (answer.ok) setRecoveryCode(answer.value.recoveryCode);
  };

  return (
    <Section title="Credential storage" part="credential-storage">
      {inMemory && (
        <Notice tone="warn" role="note" title="Nothing is written to disk.">
          Clients and authorizations are gone when Grantdesk closes. With a passphrase they can stay.
        </Notice>
      )}
      <Card padded>
        <dl className={css.facts}>
          <div>
            <dt>Key</dt>
            <dd>{keySentence(vault)}</dd>
          </div>
          <div>
            <dt>Backend of this system</dt>
            <dd>
              {vault.backendLabel}
              {!vault.backendLabel.includes(vault.backend) && <span className={`gd-mono ${css.backend}`}> {vault.backend}</span>}
            </dd>
            <dd className="gd-meta">{backendSentence(vault)}</dd>
          </div>
          <div>
            <dt>Ways in</dt>
            <dd>
              <WaysIn wraps={vault.wraps} />
            </dd>
          </div>
          {!inMemory && (
            <div>
              <dt>Folder</dt>
              <dd className={css.folder}>
                <span className="gd-mono">{vault.folder}</span>
                <CopyButton text={vault.folder} label="Copy the folder’s path" />
              </dd>
              <dd className="gd-meta">
                Clients with their secrets, tokens and Activity lie there as one AES-256-GCM sealed file each. Theme and the other settings on this page are
                kept outside the vault, in the clear.
              </dd>
            </div>
          )}
        </dl>
        {renewing.problem !== null && <ProblemNotice problem={renewing.problem} />}
        {locking.problem !== null && <ProblemNotice problem={locking.problem} />}
        <div className={css.buttons}>
          {vault.wraps.passphrase ? (
            <Button
              onClick={() => {
                setDialog('change');
              }}
            >
              Change passphrase
            </Button>
          ) : (
            <Button
              variant={inMemory ? 'light' : 'default'}
              onClick={() => {
                setDialog('set');
              }}
            >
              Set a passphrase
            </Button>
          )}
          {!inMemory && (
            <>
              <Button loading={renewing.busy} onClick={() => void renew()}>
                New recovery code
              </Button>
              <Button variant="subtle" color="gray" loading={locking.busy} onClick={() => void locking.start(() => bridge.vaultLock())}>
                Lock now
              </Button>
            </>
          )}
        </div>
      </Card>
      <SetPassphraseDialog
        opened={dialog === 'set'}
        vault={vault}
        onClose={close}
        onDone={(code) => {
          close();
          setRecoveryCode(code);
          if (code === null) showToast('The passphrase opens the vault from now on');
        }}
      />
      <ChangePassphraseDialog opened={dialog === 'change'} onClose={close} />
      {recoveryCode !== null && (
        <RecoveryCodeDialog
          code={recoveryCode}
          over
          onSaved={() => {
            setRecoveryCode(null);
          }}
        />
      )}
    </Section>
  );
}

const WAYS = [
  ['keychain', 'Keychain'],
  ['passphrase', 'Passphrase'],
  ['recoveryCode', 'Recovery code'],
] as const;

function WaysIn({ wraps }: { readonly wraps: VaultStatusDto['wraps'] }) {
  return (
    <ul className={css.ways} aria-label="Ways into the vault">
      {WAYS.map(([way, word]) => (
        <li key={way}>
          <Chip icon={wraps[way] ? Check : Minus} tone={wraps[way] ? 'ok' : 'neutral'} dashed={!wraps[way]}>
            {word}
            <span className="gd-visually-hidden">{wraps[way] ? ': opens the vault' : ': not set up'}</span>
          </Chip>
        </li>
      ))}
    </ul>
  );
}
