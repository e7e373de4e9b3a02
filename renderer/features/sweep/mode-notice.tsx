import { useAppState } from '../../bridge/hooks.ts';
import { Notice } from '../../ui/notice.tsx';

/** Outside the real thing: which tokens are sent to whom. */
export function ModeNotice() {
  const { mode } = useAppState();
  if (mode === 'google') return null;
  const practising = mode === 'practice';
  const other = practising ? 'the sandbox' : 'another server than Google’s';
  return (
    <Notice tone={practising ? 'info' : 'warn'} role="note" title={`A sweep looks at the real files of this computer, but this window talks to ${other}.`}>
      <p>
        {practising
          ? 'Only credentials made with a client that is stored in this mode can be checked, imported or revoked here. Tokens of other clients are not sent anywhere.'
          : 'The tokens of what you check, import or revoke are sent to that server.'}
      </p>
    </Notice>
  );
}
