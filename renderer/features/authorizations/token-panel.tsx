import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AuthorizationDto, TokenPanelDto } from '../../../preload/contract/authorizations.ts';
import type { ErrorDto } from '../../../preload/contract/result.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { run } from '../../bridge/run.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Card } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { ClaimsTable } from './claims-table.tsx';
import { TokenRow } from './token-row.tsx';
import classes from './token-panel.module.css';

interface TokenPanelProps {
  readonly authorization: AuthorizationDto;
  readonly now: number;
}

/** The tokens themselves, concealed: main gives six characters at most, and copies without showing. */
export function TokenPanel({ authorization, now }: TokenPanelProps) {
  const { panel, problem } = usePanel(authorization);
  const over = authorization.state === 'revoked' || authorization.state === 'sign-in-needed';
  return (
    <Section title="Tokens" hint="Concealed; copying never shows them">
      {problem !== null && <ProblemNotice problem={problem} tone="warn" />}
      {panel === null && problem === null && <Skeleton height={120} radius={12} />}
      {panel !== null && (
        <Card>
          {panel.tokens.length === 0 ? (
            <p className={classes.none}>There is no token in the vault for this account.</p>
          ) : (
            <ul aria-label="Tokens">
              {panel.tokens.map((token) => (
                <TokenRow key={token.kind} authorizationId={authorization.id} token={token} now={now} over={over} />
              ))}
            </ul>
          )}
          {panel.idTokenClaims !== null && <ClaimsTable claims={panel.idTokenClaims} />}
        </Card>
      )}
    </Section>
  );
}

/** Asks again whenever the tokens can have changed. */
function usePanel({ id, state, accessToken, lastRefreshedAt, consentedAt }: AuthorizationDto) {
  const bridge = useBridge();
  const [panel, setPanel] = useState<TokenPanelDto | null>(null);
  const [problem, setProblem] = useState<ErrorDto | null>(null);
  const issuedAt = accessToken?.issuedAt ?? null;
  useEffect(() => {
    let gone = false;
    void run(bridge.tokenPanel({ id })).then((answer) => {
      if (gone) return;
      setProblem(answer.ok ? null : answer.error);
      setPanel(answer.ok ? answer.value : null);
    });
    return () => {
      gone = true;
    };
  }, [bridge, id, state, issuedAt, lastRefreshedAt, consentedAt]);
  return { panel, problem };
}
