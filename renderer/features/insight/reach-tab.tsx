import { Skeleton } from '@mantine/core';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { totalOf } from '../../ui/effects.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice, ProblemNotice } from '../../ui/notice.tsx';
import { Card } from '../../ui/page.tsx';
import { OpenPlacesPicture } from '../../ui/pictures.tsx';
import { Section } from '../../ui/section.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ReachPicture } from './reach-picture.tsx';
import { ScopeReachRow } from './scope-reach-row.tsx';
import { UnknownScopes } from './unknown-scopes.tsx';
import { useReach } from './use-reach.ts';
import { WorstCase } from './worst-case.tsx';

export interface ReachTabProps {
  readonly authorization: AuthorizationDto;
  /** Opens the step that drops this scope. */
  readonly onDrop: (scope: string) => void;
}

/** What whoever holds this token can do. */
export function ReachTab({ authorization, onDrop }: ReachTabProps) {
  const { value: reach, problem } = useReach(authorization);
  const now = useNow();
  if (reach === null) {
    return problem === null ? <Skeleton height={320} radius={12} role="status" aria-label="Loading what it can do" /> : <ProblemNotice problem={problem} />;
  }
  const unknown = new Set(reach.unknown.map(({ scope }) => scope.scope));
  const drawn = reach.scopes.filter((one) => totalOf(one.opens) > 0);
  const over = authorization.state === 'revoked' || authorization.state === 'sign-in-needed';
  return (
    <>
      {problem !== null && <ProblemNotice problem={problem} tone="warn" />}
      {over && (
        <Notice tone="info" role="note" title="This grant opens nothing at the moment.">
          Its sign-in is over. Below is what the same scopes open once it is renewed.
        </Notice>
      )}
      {reach.worstCase.length > 0 && <WorstCase worst={reach.worstCase} />}
      {reach.scopes.length > 0 ? (
        <>
          {drawn.length > 0 && <ReachPicture scopes={drawn} apis={reach.apis} />}
          <Section title="Scope by scope" count={reach.scopes.length} hint="The most powerful first">
            <Card>
              <ul aria-label="Scopes and what they open">
                {reach.scopes.map((one) => (
                  <ScopeReachRow key={one.scope.scope} reach={one} unknown={unknown.has(one.scope.scope)} now={now} onDrop={onDrop} />
                ))}
              </ul>
            </Card>
          </Section>
        </>
      ) : (
        reach.unknown.length === 0 && (
          <EmptyState picture={<OpenPlacesPicture />} title="It opens no method">
            This grant only tells which account it is. Add scopes on the overview to let it do more.
          </EmptyState>
        )
      )}
      <UnknownScopes unknown={reach.unknown} />
    </>
  );
}
