import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { Notice } from '../../ui/notice.tsx';

/** Google keeps so many refresh tokens for one account and one client, and drops the oldest without a word. */
const MOST = 100;
const WARN_ABOVE = 90;

/** Said while there is still time to stop asking anew. */
export function ConsentsNotice({ authorization: { consents, state } }: { readonly authorization: AuthorizationDto }) {
  if (consents <= WARN_ABOVE || state === 'revoked') return null;
  return (
    <Notice
      tone="warn"
      role="note"
      title={consents >= MOST ? `This account consented ${String(consents)} times to this client.` : `This account consented ${String(consents)} of ${String(MOST)} times to this client.`}
    >
      <p>
        {consents >= MOST ? 'Google has begun to drop its oldest refresh tokens' : 'Beyond that Google drops its oldest refresh tokens'}, and programs that hold those stop working. Refresh
        instead of asking anew; a revoke starts the count again.
      </p>
    </Notice>
  );
}
