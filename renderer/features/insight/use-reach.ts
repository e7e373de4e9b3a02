import { useEffect, useState } from 'react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import type { ReachDto } from '../../../preload/contract/insight.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useLoaded, type Loaded } from '../../bridge/use-loaded.ts';

/** Counts how often the APIs known here have changed since this was first drawn. */
export function useApisRevision(): number {
  const bridge = useBridge();
  const [revision, setRevision] = useState(0);
  useEffect(
    () =>
      bridge.onEvent((event) => {
        if (event.type === 'apis') setRevision((before) => before + 1);
      }),
    [bridge],
  );
  return revision;
}

/** What is granted, as part of a question to main. */
export function grantKey({ id, granted, lastUsedAt }: AuthorizationDto): string {
  return JSON.stringify([id, lastUsedAt, granted.map((one) => one.scope)]);
}

/** What the grant opens; asked again when the grant, its use or the known APIs change. */
export function useReach(authorization: AuthorizationDto): Loaded<ReachDto> {
  const bridge = useBridge();
  const revision = useApisRevision();
  return useLoaded(`${grantKey(authorization)} ${revision}`, () => bridge.reach({ authorizationId: authorization.id }));
}
