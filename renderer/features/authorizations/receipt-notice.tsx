import { Button } from '@mantine/core';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction, useConsent } from '../../bridge/hooks.ts';
import { Notice, ProblemNotice } from '../../ui/notice.tsx';
import { receiptWords } from '../consent/receipt.tsx';

/** What the consent that has just ended here brought, until it is put away or has come to nothing. */
export function ReceiptNotice({ authorization }: { readonly authorization: AuthorizationDto }) {
  const attempt = useConsent();
  const bridge = useBridge();
  const closing = useAction();
  if (attempt?.outcome?.kind !== 'granted' || attempt.outcome.authorizationId !== authorization.id) return null;
  if (authorization.state === 'revoked' || authorization.state === 'sign-in-needed') return null;
  const { outcome } = attempt;
  const unexpected = outcome.unexpected.filter((one) => !one.signIn);
  return (
    <>
      <Notice
        tone={outcome.otherAccount === null ? 'ok' : 'warn'}
        role="note"
        title={outcome.otherAccount === null ? 'Consent given.' : `${outcome.otherAccount.actual} agreed, not ${outcome.otherAccount.expected}.`}
        action={
          <Button size="sm" loading={closing.busy} onClick={() => void closing.start(() => bridge.dismissConsent({ id: attempt.id }))}>
            Close receipt
          </Button>
        }
      >
        <p>
          {receiptWords(attempt.scopes, outcome)}
          {outcome.otherAccount !== null && ` It is kept as an authorization of its own; nothing about ${outcome.otherAccount.expected} has changed.`}
        </p>
        {unexpected.length > 0 && (
          <p>
            Not asked for, yet granted: <span className="gd-mono">{unexpected.map((one) => one.shortName).join(', ')}</span>
          </p>
        )}
      </Notice>
      {closing.problem !== null && <ProblemNotice problem={closing.problem} />}
    </>
  );
}
