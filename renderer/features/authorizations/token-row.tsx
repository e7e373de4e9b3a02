import { Button } from '@mantine/core';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { TokenKind, TokenPanelDto } from '../../../preload/contract/authorizations.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { dateTime, SECOND, timeAgo, timeLeft } from '../../ui/duration.ts';
import { useNow } from '../../ui/use-now.ts';
import classes from './token-panel.module.css';

const KIND_WORD: Record<TokenKind, string> = { access: 'Access token', refresh: 'Refresh token', id: 'ID token' };

interface TokenRowProps {
  readonly authorizationId: string;
  readonly token: TokenPanelDto['tokens'][number];
  readonly now: number;
  /** Revoked or signed out: whatever the token itself says, Google takes it no longer. */
  readonly over: boolean;
}

export function TokenRow({ authorizationId, token, now, over }: TokenRowProps) {
  const bridge = useBridge();
  const copying = useAction();
  const [clearsAt, setClearsAt] = useState<number | null>(null);
  const word = KIND_WORD[token.kind];

  async function copy(): Promise<void> {
    setClearsAt(null);
    const answer = await copying.start(() => bridge.copyToken({ id: authorizationId, kind: token.kind }));
    if (answer.ok) setClearsAt(answer.value.clearsAt);
  }

  return (
    <li className={classes.token}>
      <div className={classes.words}>
        <p className={classes.kind}>{word}</p>
        <p className={`gd-mono ${classes.masked ?? ''}`}>{token.masked}</p>
        <p className={classes.note}>{[over && token.kind !== 'id' ? 'No longer accepted by Google' : endWords(token.expiresAt, now), token.note].filter((part) => part !== null).join(' · ')}</p>
        {copying.problem !== null && (
          <p className={classes.problem} role="alert">
            {copying.problem.message} {copying.problem.hint}
          </p>
        )}
      </div>
      <div className={classes.copy}>
        <Button
          size="sm"
          leftSection={<Copy size={14} strokeWidth={1.75} aria-hidden="true" />}
          loading={copying.busy}
          aria-label={`Copy ${word.toLowerCase().replace('id ', 'ID ')}`}
          onClick={() => void copy()}
        >
          Copy
        </Button>
        {clearsAt !== null && <ClearsIn key={clearsAt} at={clearsAt} word={word} />}
      </div>
    </li>
  );
}

function endWords(expiresAt: number | null, now: number): string | null {
  if (expiresAt === null) return null;
  const left = timeLeft(expiresAt - now);
  return left === null ? `ended ${timeAgo(now - expiresAt)}` : `${left}, until ${dateTime(expiresAt)}`;
}

/** Counts down to the moment main clears the clipboard; it is read out once, not every second. */
function ClearsIn({ at, word }: { readonly at: number; readonly word: string }) {
  const now = useNow(at, 'second');
  const seconds = Math.max(0, Math.ceil((at - now) / SECOND));
  return (
    <>
      <span className={classes.clears} role="timer" aria-label="Clipboard">
        {seconds > 0 ? `Clipboard cleared in ${String(seconds)} s` : 'Clipboard cleared'}
      </span>
      <span className="gd-visually-hidden" aria-live="polite">
        {seconds > 0 ? `${word} copied. The clipboard is cleared shortly.` : 'The clipboard was cleared.'}
      </span>
    </>
  );
}
