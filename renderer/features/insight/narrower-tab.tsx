import { Button, Skeleton } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import type { NarrowerDto } from '../../../preload/contract/insight.ts';
import { hashOf } from '../../app/route.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { OpenPlacesPicture } from '../../ui/pictures.tsx';
import { useNow } from '../../ui/use-now.ts';
import { EnoughPanel } from './enough-panel.tsx';
import { SpareScopes } from './spare-scopes.tsx';
import { useNarrower } from './use-narrower.ts';
import { useReach } from './use-reach.ts';
import { AS_USED, withMethods, type Wanted } from './wanted.ts';
import { WantedMethods, type Source } from './wanted-methods.tsx';

export interface NarrowerTabProps {
  readonly authorization: AuthorizationDto;
  /** Opens the step that drops this scope. */
  readonly onDrop: (scope: string) => void;
  /** Opens the step that takes everything back and asks for exactly these. */
  readonly onNarrow: (target: readonly string[]) => void;
  /** Opens the step that adds these. */
  readonly onAdd: (scopes: readonly string[]) => void;
}

const NONE_USED: NarrowerDto['used'] = [];

/** How little would be enough: methods that must keep working, and the smallest set of scopes for them. */
export function NarrowerTab({ authorization, onDrop, onNarrow, onAdd }: NarrowerTabProps) {
  const [wanted, setWanted] = useState<Wanted>(AS_USED);
  const [source, setSource] = useState<Source>('used');
  const [days, setDays] = useState(90);
  const { value: narrower, problem, stale } = useNarrower(authorization, wanted, days);
  const reach = useReach(authorization);
  const now = useNow();
  const used = narrower?.used ?? NONE_USED;
  const tickAll = useCallback(
    (ids: readonly string[], on: boolean) => {
      setWanted((before) => withMethods(before, used, ids, on));
    },
    [used],
  );
  const tick = useCallback(
    (id: string, on: boolean) => {
      tickAll([id], on);
    },
    [tickAll],
  );

  if (narrower === null) {
    return problem === null ? <Skeleton height={320} radius={12} role="status" aria-label="Loading what is needed" /> : <ProblemNotice problem={problem} />;
  }
  const unknown = reach.value?.unknown.map((one) => one.scope) ?? (reach.problem === null ? null : []);
  const nothing = used.length === 0 && wanted.methods === null && source === 'used';
  return (
    <>
      {problem !== null && <ProblemNotice problem={problem} />}
      {nothing ? (
        <EmptyState
          picture={<OpenPlacesPicture />}
          title="Nothing was called with it yet"
          actions={
            <>
              <Button
                size="lg"
                variant="filled"
                onClick={() => {
                  setSource('pick');
                }}
              >
                Pick methods
              </Button>
              <Button size="lg" component="a" href={hashOf({ page: 'explorer' })}>
                Make a call
              </Button>
            </>
          }
        >
          Once calls were made, the scopes they need are told apart from the rest. Or pick the methods that must work.
        </EmptyState>
      ) : (
        <>
          <WantedMethods
            authorizationId={authorization.id}
            narrower={narrower}
            wanted={wanted}
            source={source}
            now={now}
            onSource={setSource}
            onTick={tick}
            onTickAll={tickAll}
            onReset={() => {
              setWanted(AS_USED);
            }}
          />
          {(wanted.methods ?? used).length > 0 && (
            <EnoughPanel authorization={authorization} narrower={narrower} unknown={unknown} stale={stale} onNarrow={onNarrow} onAdd={onAdd} />
          )}
        </>
      )}
      <SpareScopes narrower={narrower} days={days} grantedAt={authorization.consentedAt} now={now} onDays={setDays} onDrop={onDrop} />
    </>
  );
}
