import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import type { VaultStatusDto } from '../../../preload/contract/app.ts';
import type { ErrorDto } from '../../../preload/contract/result.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { ConcealedInput } from '../../ui/concealed-input.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { VaultPicture } from '../../ui/pictures.tsx';
import { closedWords } from './closed-words.ts';
import { showToast } from '../../ui/toast.tsx';
import css from './vault-gate.module.css';

type Way = 'passphrase' | 'recovery' | 'none';

/**
 * Asks for whatever opens this vault: passphrase, recovery code, or the keychain once more. The same screen serves a keychain
 * that answers with another key; only the words differ. Nothing here changes what is stored.
 */
export function UnlockScreen({ vault }: { readonly vault: VaultStatusDto }) {
  const { passphrase, recoveryCode, keychain } = vault.wraps;
  const [way, setWay] = useState<Way>(passphrase ? 'passphrase' : vault.state === 'key-lost' && recoveryCode ? 'recovery' : 'none');
  const { title, sentence, notice } = closedWords(vault);

  return (
    <div className={css.panel}>
      <VaultPicture share={0.82} />
      <h1 className="gd-empty-title">{title}</h1>
      <p className={css.sentence}>{sentence}</p>
      {notice !== null && <ProblemNotice problem={notice} tone="warn" />}
      {way !== 'none' && <UnlockForm key={way} way={way} />}
      {keychain && <RetryKeychain leading={way === 'none'} byYou={way === 'none' && vault.notice?.code === 'vault-locked'} />}
      <div className={css.links}>
        {recoveryCode && way !== 'recovery' && (
          <Anchor
            component="button"
            type="button"
            onClick={() => {
              setWay('recovery');
            }}
          >
            Use the recovery code
          </Anchor>
        )}
        {passphrase && way === 'recovery' && (
          <Anchor
            component="button"
            type="button"
            onClick={() => {
              setWay('passphrase');
            }}
          >
            Use the passphrase
          </Anchor>
        )}
      </div>
    </div>
  );
}

function UnlockForm({ way }: { readonly way: 'passphrase' | 'recovery' }) {
  const bridge = useBridge();
  const { busy, problem, start, clear } = useAction();
  const [secret, setSecret] = useState('');
  const [missing, setMissing] = useState(false);
  const recovery = way === 'recovery';

  const submit = async (): Promise<void> => {
    setMissing(secret === '');
    if (secret === '') return;
    const answer = await start(() => (recovery ? bridge.vaultUnlockWithRecovery({ recoveryCode: secret }) : bridge.vaultUnlock({ passphrase: secret })));
    if (!answer.ok) return;
    setSecret('');
    // Otherwise the forgotten passphrase would be asked for again at the next start.
    if (recovery) showToast('Opened with the recovery code. Choose a new passphrase in Settings.');
  };

  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ConcealedInput
        label={recovery ? 'Recovery code' : 'Passphrase'}
        value={secret}
        error={missing ? (recovery ? 'Type the recovery code.' : 'Type the passphrase.') : null}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the only thing to do on this screen
        autoFocus
        onChange={(event) => {
          setSecret(event.currentTarget.value);
          setMissing(false);
          clear();
        }}
      />
      {problem !== null && <ProblemNotice problem={withNextTry(problem)} />}
      <Button variant="filled" type="submit" fullWidth loading={busy}>
        Unlock
      </Button>
    </form>
  );
}

/** A wrong passphrase comes without a hint; at the door people fear for what is behind it. */
function withNextTry(problem: ErrorDto): ErrorDto {
  return problem.code === 'wrong-passphrase' ? { ...problem, hint: 'Nothing is lost. Capitals and spaces count; try again.' } : problem;
}

function RetryKeychain({
  leading,
  byYou,
}: {
  /** The only way in. */
  readonly leading: boolean;
  /** The keychain did not fail: the user locked the vault, and it will most likely open it at once. */
  readonly byYou: boolean;
}) {
  const bridge = useBridge();
  const { busy, problem, start } = useAction();
  return (
    <div className={css.form}>
      {problem !== null && <ProblemNotice problem={problem} />}
      <Button variant={leading ? 'filled' : 'default'} fullWidth loading={busy} onClick={() => void start(() => bridge.vaultRetryKeychain())}>
        {byYou ? 'Unlock' : 'Try the keychain again'}
      </Button>
    </div>
  );
}
