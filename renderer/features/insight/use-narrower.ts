import { useDebouncedValue } from '@mantine/hooks';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import type { NarrowerDto } from '../../../preload/contract/insight.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useLoaded, type Loaded } from '../../bridge/use-loaded.ts';
import { grantKey, useApisRevision } from './use-reach.ts';
import type { Wanted } from './wanted.ts';

/** Ticking several methods in a row asks once. */
const PAUSE_MS = 200;

/** The smallest set for what is wanted, asked for shortly after the last change. */
export function useNarrower(authorization: AuthorizationDto, wanted: Wanted, unusedDays: number): Loaded<NarrowerDto> {
  const bridge = useBridge();
  const revision = useApisRevision();
  const [methods] = useDebouncedValue(wanted.methods, PAUSE_MS);
  const question = JSON.stringify([grantKey(authorization), revision, methods, unusedDays]);
  const loaded = useLoaded(question, () => bridge.narrower({ authorizationId: authorization.id, methods: methods === null ? null : [...methods], unusedDays }));
  return { ...loaded, stale: loaded.stale || methods !== wanted.methods };
}
