import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { Lock, LockKeyhole, MemoryStick } from 'lucide-react';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction, useAppState } from '../../bridge/hooks.ts';
import { showToast } from '../../ui/toast.tsx';
import { vaultWords } from '../vault/vault-words.ts';
import css from './vault-badge.module.css';

/** Where credentials are kept right now, at the foot of the sidebar, and the button that locks them away. */
export function VaultBadge({ rail }: { readonly rail: boolean }) {
  const { vault } = useAppState();
  const bridge = useBridge();
  const { busy, start } = useAction();
  const words = vaultWords(vault);
  const inMemory = vault.state === 'memory-only';
  const Icon = inMemory ? MemoryStick : LockKeyhole;

  const lock = async (): Promise<void> => {
    const answer = await start(() => bridge.vaultLock());
    if (!answer.ok) showToast(answer.error.message);
  };

  return (
    <div className={css.badge}>
      <Tooltip label={`${words.title} · ${words.detail}`} position="right" disabled={!rail}>
        <span className={css.box} data-tone={words.tone}>
          <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
        </span>
      </Tooltip>
      <div className={rail ? 'gd-visually-hidden' : css.text}>
        <p className={css.title}>{words.title}</p>
        <p className={css.detail} title={words.detail}>
          {words.detail}
        </p>
        {!inMemory && !rail && (
          <Button size="sm" variant="subtle" color="gray" className={css.lock ?? ''} aria-label="Lock the vault" loading={busy} onClick={() => void lock()}>
            Lock
          </Button>
        )}
      </div>
      {!inMemory && rail && (
        <Tooltip label="Lock the vault" position="right">
          <ActionIcon aria-label="Lock the vault" loading={busy} onClick={() => void lock()}>
            <Lock size={15} strokeWidth={1.75} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
